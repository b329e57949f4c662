"""Festivals stand where the sun and the moon put them, and days off move what depends on them."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

import holidays
import pytest

from domain.schedule_words.festivals import festival_day
from domain.schedule_words.reader import read
from domain.schedule_words.reading import Ask, LocalMoment, Question, Schedule
from domain.schedule_words.word_settings import WordSettings
from domain.working_day import WorkingCalendar

YEARS = range(2024, 2036)
STATUTORY = {
    "spring_festival": "春节",
    "qingming": "清明节",
    "dragon_boat": "端午节",
    "mid_autumn": "中秋节",
}
NOW = datetime.fromisoformat("2026-11-21T22:00")
SHANGHAI = ZoneInfo("Asia/Shanghai")
# The first four days of the lunar year and two days before them, one of them made up for.
SPRING = {date(2027, 2, day): False for day in (5, 6, 7, 8, 9, 10)} | {date(2027, 2, 14): True}
CALENDAR = WorkingCalendar(special_days=SPRING, published_years=frozenset({2026, 2027}))


@pytest.mark.parametrize("festival", STATUTORY)
def test_the_table_is_that_of_the_public_holidays(festival: str) -> None:
    known = holidays.country_holidays("CN", years=YEARS, language="zh_CN")
    for year in YEARS:
        day = festival_day(festival, year)
        assert day is not None
        assert STATUTORY[festival] in known.get(day, "")


def test_the_table_ends_where_nobody_has_computed_it() -> None:
    assert festival_day("spring_festival", 2036) is None


def test_before_a_holiday_is_its_eve_or_the_last_working_day() -> None:
    reading = _read("春节前")
    assert isinstance(reading, Ask)
    assert reading.question is Question.WHICH_MEANING
    assert [one.at and one.at.day for one in reading.readings] == [
        date(2027, 2, 5),
        date(2027, 2, 4),
    ]


@pytest.mark.parametrize(
    ("words", "days"),
    [
        ("每月5日，遇节假日顺延", ["2026-12-07", "2027-01-05", "2027-02-11"]),
        ("每月5日，遇节假日提前", ["2026-12-04", "2027-01-05", "2027-02-04"]),
        ("每月5日，节假日除外", ["2027-01-05", "2027-03-05", "2027-04-05"]),
        ("每月第一个工作日", ["2026-12-01", "2027-01-01", "2027-02-01"]),
        ("每周日上午9点，遇节假日取消", ["2026-11-22", "2026-11-29", "2026-12-06"]),
        ("2027年2月每个工作日", ["2027-02-01", "2027-02-02", "2027-02-03"]),
    ],
)
def test_days_off_move_what_recurs(words: str, days: list[str]) -> None:
    reading = _read(words)
    assert isinstance(reading, Schedule)
    assert [one.day.isoformat() for one in reading.upcoming[:3]] == days


def test_a_sunday_meeting_is_left_out_only_on_a_holiday() -> None:
    reading = _read("2027年2月每周日上午9点，遇节假日取消")
    assert isinstance(reading, Schedule)
    assert [one.day.day for one in reading.upcoming] == [14, 21, 28]


def test_working_days_are_counted_over_a_holiday() -> None:
    reading = _read("2027年2月4日后3个工作日内")
    assert isinstance(reading, Schedule)
    assert reading.at is not None
    assert reading.at.day == date(2027, 2, 14)


def test_a_time_that_the_clocks_skip_is_asked_about() -> None:
    reading = read(
        "2027年3月28日02:30",
        now_local=NOW,
        zone=ZoneInfo("Europe/Berlin"),
        calendar=CALENDAR,
        words=WordSettings(),
    )
    assert isinstance(reading, Ask)
    assert reading.question is Question.SKIPPED_WALL_TIME
    assert [one.at for one in reading.readings] == [
        LocalMoment(day=date(2027, 3, 28), clock=reading.readings[0].at.clock)  # type: ignore[union-attr]
    ]


def _read(words: str) -> Ask | Schedule:
    reading = read(words, now_local=NOW, zone=SHANGHAI, calendar=CALENDAR, words=WordSettings())
    assert isinstance(reading, Ask | Schedule)
    return reading
