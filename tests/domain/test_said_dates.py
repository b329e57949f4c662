"""Words about when become dates of a duty, and every date shown is one that plain loops find."""

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from domain.act import Act, ActKind
from domain.audience import Audience
from domain.bilingual import Bilingual
from domain.cadence import ByDate, Cadence, OnDates, cadence_from_data, cadence_to_data
from domain.dated_cadence import Fitted, MovingFeast, Unfit
from domain.duty import Duty
from domain.ladder import ReminderPolicy
from domain.schedule_cadence import cadence_of
from domain.schedule_words.reader import read
from domain.schedule_words.reading import Schedule
from domain.schedule_words.word_settings import WordSettings
from domain.school_term import SchoolTerm
from domain.upcoming import upcoming_dates
from domain.window import windows_between
from domain.working_day import Shift, WorkingCalendar
from tests.oracles.preview_oracle import (
    PUBLISHED,
    RESTS,
    WORKS,
    Seen,
    after_term_dates,
    next_five,
    nth_working_day_dates,
    rule_dates,
)

NAME = Bilingual(zh="检查", en="Check")
TODAY = date(2026, 1, 1)
DAYS = dict.fromkeys(WORKS, True) | dict.fromkeys(RESTS, False)
TERMS = [
    (date(2026 + year, month, day), date(2027 + year, 1, 20) if month == 9 else end)
    for year in range(4)
    for month, day, end in ((9, 1, TODAY), (2, 23, date(2026 + year, 7, 10)))
]
CALENDAR = WorkingCalendar(
    DAYS,
    PUBLISHED,
    terms=tuple(
        SchoolTerm(name=str(first), first_day=first, last_day=last) for first, last in sorted(TERMS)
    ),
)


def said(words: str) -> Cadence | MovingFeast | Unfit:
    reading = read(
        words,
        now_local=datetime.combine(TODAY, time(9)),
        zone=ZoneInfo("Asia/Shanghai"),
        calendar=CALENDAR,
        words=WordSettings(),
    )
    assert isinstance(reading, Schedule), reading
    fitted = cadence_of(reading, today=TODAY)
    return fitted.cadence if isinstance(fitted, Fitted) else fitted


def owed(words: str) -> Duty:
    cadence = said(words)
    assert not isinstance(cadence, MovingFeast | Unfit), cadence
    return Duty(
        id=1,
        code="check",
        acts=(Act(kind=ActKind.TICK, code="check", name=NAME),),
        audience=Audience(kinds=("学校",)),
        cadence=cadence,
        name=NAME,
        source=NAME,
        policy=ReminderPolicy(),
        begins_on=TODAY,
    )


def todays() -> Iterator[date]:
    for month in range(48):
        for day in (1, 12, 28):
            yield date(2026 + month // 12, month % 12 + 1, day)


@pytest.mark.parametrize(
    ("words", "right"),
    [
        ("每月第3个工作日", nth_working_day_dates(3)),
        ("the third working day of each month", nth_working_day_dates(3)),
        ("by the third working day of each month", nth_working_day_dates(3)),
        ("每月倒数第2个工作日", nth_working_day_dates(-2)),
        ("the second last working day of each month", nth_working_day_dates(-2)),
        ("每月第18个工作日", nth_working_day_dates(18)),
        ("每月20日至25日", rule_dates("FREQ=MONTHLY;BYMONTHDAY=25", "keep")),
        ("from the 20th to the 25th of each month", rule_dates("BYMONTHDAY=25", "keep")),
        ("每月28日至31日", rule_dates("BYMONTHDAY=31", "keep")),
        ("每月25日至次月5日", rule_dates("BYMONTHDAY=5", "keep")),
        ("每年9月1日至10月15日", rule_dates("BYMONTH=10;BYMONTHDAY=15", "keep")),
        ("开学后10个工作日内", after_term_dates(sorted(TERMS), 10)),
        ("within 10 working days after school starts", after_term_dates(sorted(TERMS), 10)),
    ],
)
def test_every_date_shown_is_one_that_plain_loops_find(words: str, right: list[Seen]) -> None:
    duty = owed(words)
    for today in todays():
        found = upcoming_dates(duty, CALENDAR, today=today)
        seen = [(one.day, one.is_due, one.moved_from, one.is_provisional) for one in found]
        expected = next_five(right, today)
        assert seen == expected[: len(seen)], today
        assert len(seen) == len(expected) or (expected[len(seen)][0] - today).days > 700


@pytest.mark.parametrize(
    ("words", "first", "last"),
    [
        ("每月20日至25日", date(2026, 11, 20), date(2026, 11, 25)),
        ("每月25日至月底", date(2026, 12, 25), date(2026, 12, 31)),
        ("每月25日至次月5日", date(2026, 12, 25), date(2027, 1, 5)),
        ("每年9月1日至10月15日", date(2026, 9, 1), date(2026, 10, 15)),
        ("开学后10个工作日内", date(2026, 9, 1), date(2026, 9, 15)),
    ],
)
def test_a_window_is_open_from_its_first_day_to_its_last(
    words: str, first: date, last: date
) -> None:
    found = windows_between(owed(words), CALENDAR, last, last)
    assert (first, last) in [(one.first_day, one.last_day) for one in found]


@pytest.mark.parametrize("words", ["每周五15:00-17:00", "every Friday 3pm to 5pm"])
def test_hours_of_a_day_say_how_long_it_takes(words: str) -> None:
    cadence = said(words)
    assert isinstance(cadence, OnDates)
    assert (cadence.at, cadence.duration) == (time(15), timedelta(hours=2))


def test_working_days_counted_in_a_week_are_told_to_be_unfit() -> None:
    assert said("每周第2个工作日") is Unfit.NTH_WORKING_DAY


def test_a_month_with_fewer_working_days_has_no_such_day() -> None:
    vacation = {date(2026, 8, day): False for day in range(1, 29)}
    calendar = WorkingCalendar(vacation, PUBLISHED)
    days = [
        one.day for one in upcoming_dates(owed("每月第3个工作日"), calendar, today=date(2026, 7, 4))
    ]
    assert days[0] == date(2026, 9, 3)


@pytest.mark.parametrize("kind", [OnDates, ByDate])
def test_a_working_day_survives_being_kept_and_is_never_moved(kind: type[OnDates | ByDate]) -> None:
    made = kind(rule="FREQ=MONTHLY;BYMONTHDAY=1", anchor=TODAY, nth_working_day=3)
    assert cadence_from_data(cadence_to_data(made)) == made
    with pytest.raises(ValueError, match="never moved"):
        kind(rule="FREQ=MONTHLY;BYMONTHDAY=1", anchor=TODAY, shift=Shift.AFTER, nth_working_day=3)


@pytest.mark.parametrize(
    ("words", "next_day"),
    [
        ("每年农历八月十五", date(2026, 9, 25)),
        ("每年中秋节", date(2026, 9, 25)),
        ("每年清明节前", date(2026, 4, 4)),
        ("每年腊月二十三下午3点前", date(2026, 2, 10)),
        ("every year on the Mid-Autumn Festival", date(2026, 9, 25)),
    ],
)
def test_what_moves_with_the_moon_names_its_days_and_waits_for_no_event(
    words: str, next_day: date
) -> None:
    found = said(words)
    assert isinstance(found, MovingFeast)
    assert found.days[0] == next_day
    assert len(found.days) == 5
