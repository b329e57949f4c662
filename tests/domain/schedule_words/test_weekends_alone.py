"""What gives way to a weekend stays on a holiday; what gives way to days off leaves both."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from domain.schedule_words.reader import read
from domain.schedule_words.reading import Schedule
from domain.schedule_words.word_settings import WordSettings
from domain.working_day import Shift, WorkingCalendar
from tests.domain.schedule_words.telling import NOW, told

NATIONAL = [date(2026, 10, 1) + timedelta(days=n) for n in range(7)]
MAKE_UP = [date(2026, 9, 20), date(2026, 10, 10)]
EACH = "on day {day} of each month at 9:00"
CALENDAR = WorkingCalendar(
    special_days=dict.fromkeys(NATIONAL, False) | dict.fromkeys(MAKE_UP, True),
    published_years=frozenset({2026, 2027}),
)


def works(day: date) -> bool:
    """Told once more, in other words: a list of holidays and a list of make-up days."""
    return day in MAKE_UP or (day not in NATIONAL and day.strftime("%a") not in ("Sat", "Sun"))


def expected(day: date, how: str, step: int) -> date:
    gives_way = not works(day) and (how == "any" or f"{day:%a}" in ("Sat", "Sun"))
    while gives_way and not works(day):
        day += timedelta(days=step)
    return day


@pytest.mark.parametrize(
    ("words", "how", "step"),
    [
        ("每月{day}日9:00，遇周末顺延至下周一", "weekend", 1),
        ("每月{day}日9:00，逢双休日提前到前一个工作日", "weekend", -1),
        ("每月{day}日9:00，遇周末提前到周五", "weekend", -1),
        ("每月{day}日9:00，遇节假日顺延", "any", 1),
        ("每月{day}日9:00，遇周末和节假日顺延", "any", 1),
        ("每月{day}日9:00，遇节假日、周末提前", "any", -1),
        (f"{EACH}, moved to the Friday before if on a weekend", "weekend", -1),
        (f"{EACH}, next working day if it falls on a weekend", "weekend", 1),
        (f"{EACH}, next working day if it is a holiday", "any", 1),
        (f"{EACH}, if it is a weekend or a holiday, the working day before", "any", -1),
    ],
)
@pytest.mark.parametrize("month", [9, 10])
def test_each_wording_against_the_lists(words: str, how: str, step: int, month: int) -> None:
    for number in range(1, 29):
        said = date(2026, month, number)
        reading = read(
            words.format(day=number),
            now_local=datetime.fromisoformat(f"2026-{month:02d}-01") - timedelta(days=12),
            zone=ZoneInfo("Asia/Shanghai"),
            calendar=CALENDAR,
            words=WordSettings(),
        )
        assert isinstance(reading, Schedule), words.format(day=number)
        days = [one.day for one in reading.upcoming]
        assert expected(said, how, step) in days, (said, days)


@pytest.mark.parametrize(
    ("words", "shift"),
    [
        ("每月15日，遇周末顺延", Shift.WEEKEND_AFTER),
        ("每月15日，遇双休日提前", Shift.WEEKEND_BEFORE),
        ("每月15日，遇周末顺延，节假日不变", Shift.WEEKEND_AFTER),
        ("每月15日，遇休息日顺延", Shift.AFTER),
        ("每月15日，顺延至下一个工作日", Shift.AFTER),
        ("every month on the 15th, if on a weekend the Monday after", Shift.WEEKEND_AFTER),
        ("every month on the 15th, moved to the next working day", Shift.AFTER),
        ("every month on the 15th, or the previous working day if a bank holiday", Shift.BEFORE),
    ],
)
def test_the_two_are_told_apart(words: str, shift: Shift) -> None:
    reading = read(
        words,
        now_local=NOW,
        zone=ZoneInfo("Asia/Shanghai"),
        calendar=CALENDAR,
        words=WordSettings(),
    )
    assert isinstance(reading, Schedule)
    assert reading.rule is not None
    assert reading.rule.shift is shift


def test_weekends_and_holidays_left_out_together_are_all_days_off() -> None:
    assert told("每月15日，遇周末和节假日取消") == told("每月15日，遇节假日取消")
