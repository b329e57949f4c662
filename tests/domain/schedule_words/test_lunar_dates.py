"""Dates of the lunar calendar: once, every year, and where the table ends."""

from datetime import date

import pytest

from domain.schedule_words.festivals import festival_day
from domain.schedule_words.moon import lunar_day
from tests.domain.schedule_words.telling import reading_of, told

NAMED = {
    "spring_festival": (1, 1),
    "dragon_boat": (5, 5),
    "mid_autumn": (8, 15),
    "double_ninth": (9, 9),
}
CASES = {
    "腊月二十三": "once 2027-01-30",
    "正月初八": "once 2027-02-13",
    "正月初三上午9点": "once 2027-02-08T09:00",
    "农历五月初五": "once 2027-06-09",
    "农历八月十五": "once 2027-09-15",
    "今年腊月二十三": "once 2027-01-30",
    "腊月二十三前": "deadline 2027-01-30T23:59",
    "正月初八到正月十五": "period 2027-02-13 to 2027-02-20",
    "大年三十": "once 2027-02-05",
    "每年腊月二十三": "recurring lunar_12_23+P0D",
    "每年腊月二十前": "deadline lunar_12_20+P0D@23:59",
    "双十一当天": "once 2027-11-11",
    "初三下午开家长会": "refused: not understood",
    "农历": "ask: no date",
}


@pytest.mark.parametrize("text", CASES)
def test_a_lunar_date_is_a_day_of_the_calendar(text: str) -> None:
    assert told(text) == CASES[text]


@pytest.mark.parametrize("festival", NAMED)
def test_the_table_of_the_moon_agrees_with_that_of_the_festivals(festival: str) -> None:
    years = range(2024, 2036)
    days = [lunar_day(*NAMED[festival], year) for year in years]
    assert days == [festival_day(festival, year) for year in years]


def test_a_lunar_date_comes_on_other_days_each_year() -> None:
    reading = reading_of("每年腊月二十三")
    assert [one.day for one in reading.upcoming[:3]] == [  # type: ignore[union-attr]
        date(2027, 1, 30),
        date(2028, 1, 19),
        date(2029, 2, 6),
    ]


def test_a_short_month_has_no_thirtieth_and_the_table_has_an_end() -> None:
    assert lunar_day(12, 30, 2026) is None
    assert lunar_day(12, 29, 2026) == date(2027, 2, 5)
    assert lunar_day(1, 1, 2036) is None
