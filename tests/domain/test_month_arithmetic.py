"""Months and years are counted without falling off a short month."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from domain.month_arithmetic import add_months, add_years, days_in_month

_DAYS = st.dates(min_value=date(1900, 1, 1), max_value=date(2200, 12, 31))


@pytest.mark.parametrize(
    ("day", "months", "expected"),
    [
        pytest.param(date(2026, 1, 15), 1, date(2026, 2, 15), id="an ordinary month"),
        pytest.param(date(2026, 1, 31), 1, date(2026, 2, 28), id="a month too short"),
        pytest.param(date(2028, 1, 31), 1, date(2028, 2, 29), id="a leap February"),
        pytest.param(date(2028, 2, 29), 12, date(2029, 2, 28), id="leap day plus a year"),
        pytest.param(date(2028, 2, 29), 48, date(2032, 2, 29), id="leap day to leap day"),
        pytest.param(date(2026, 8, 31), 6, date(2027, 2, 28), id="half a year into February"),
        pytest.param(date(2026, 12, 31), 1, date(2027, 1, 31), id="over the new year"),
        pytest.param(date(2026, 3, 31), -1, date(2026, 2, 28), id="backwards"),
        pytest.param(date(2026, 1, 1), -1, date(2025, 12, 1), id="backwards over the new year"),
        pytest.param(date(2026, 11, 27), 0, date(2026, 11, 27), id="no months at all"),
    ],
)
def test_months_are_added_within_the_calendar(day: date, months: int, expected: date) -> None:
    assert add_months(day, months) == expected


def test_a_term_begun_on_leap_day_ends_on_the_last_of_february_for_a_century() -> None:
    for years in range(1, 101):
        end = add_years(date(2000, 2, 29), years)
        assert end == date(2000 + years, 2, days_in_month(2000 + years, 2))
        assert (end + timedelta(days=1)).month == 3


def test_months_beyond_the_calendar_are_refused() -> None:
    with pytest.raises(ValueError, match="leave the calendar"):
        add_months(date(9999, 12, 1), 1)


@settings(deadline=None)
@given(day=_DAYS, months=st.integers(-600, 600))
def test_there_and_back_returns_within_the_same_month(day: date, months: int) -> None:
    back = add_months(add_months(day, months), -months)
    assert (back.year, back.month) == (day.year, day.month)
    assert back.day == min(day.day, add_months(day, months).day)


@settings(deadline=None)
@given(day=_DAYS, later=_DAYS, months=st.integers(-600, 600))
def test_adding_months_keeps_the_order_of_days(day: date, later: date, months: int) -> None:
    first, second = sorted([day, later])
    assert add_months(first, months) <= add_months(second, months)
