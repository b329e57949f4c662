"""Periods have names, meet without gaps, and are found by name or by day."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from domain.period import (
    Period,
    PeriodKind,
    next_period,
    period_named,
    period_of,
    periods_between,
    previous_period,
)

_DAYS = st.dates(min_value=date(1900, 1, 1), max_value=date(2200, 12, 31))
_KINDS = st.sampled_from(PeriodKind)


@pytest.mark.parametrize(
    ("kind", "day", "key", "first_day", "last_day"),
    [
        (PeriodKind.DAY, date(2026, 11, 27), "2026-11-27", date(2026, 11, 27), date(2026, 11, 27)),
        (PeriodKind.MONTH, date(2026, 11, 27), "2026-11", date(2026, 11, 1), date(2026, 11, 30)),
        (PeriodKind.MONTH, date(2028, 2, 1), "2028-02", date(2028, 2, 1), date(2028, 2, 29)),
        (PeriodKind.QUARTER, date(2026, 12, 31), "2026-Q4", date(2026, 10, 1), date(2026, 12, 31)),
        (PeriodKind.QUARTER, date(2026, 4, 1), "2026-Q2", date(2026, 4, 1), date(2026, 6, 30)),
        (PeriodKind.HALF_YEAR, date(2026, 6, 30), "2026-H1", date(2026, 1, 1), date(2026, 6, 30)),
        (PeriodKind.HALF_YEAR, date(2026, 7, 1), "2026-H2", date(2026, 7, 1), date(2026, 12, 31)),
        (PeriodKind.YEAR, date(2026, 7, 1), "2026", date(2026, 1, 1), date(2026, 12, 31)),
        (PeriodKind.YEAR, date(987, 7, 1), "0987", date(987, 1, 1), date(987, 12, 31)),
        (PeriodKind.MONTH, date.max, "9999-12", date(9999, 12, 1), date.max),
    ],
    ids=[
        "a day",
        "a month",
        "a leap February",
        "the last day of a quarter",
        "the first day of a quarter",
        "the last day of the first half",
        "the first day of the second half",
        "a year",
        "a year before the year 1000",
        "the end of the calendar",
    ],
)
def test_a_day_lies_in_a_named_period(
    kind: PeriodKind, day: date, key: str, first_day: date, last_day: date
) -> None:
    expected = Period(kind=kind, key=key, first_day=first_day, last_day=last_day)
    assert period_of(kind, day) == expected
    assert period_named(key) == expected


@pytest.mark.parametrize(
    "key",
    [
        pytest.param("", id="nothing"),
        pytest.param("2026-Q5", id="a fifth quarter"),
        pytest.param("2026-H0", id="half nought"),
        pytest.param("2026-13", id="a thirteenth month"),
        pytest.param("2026-02-29", id="a leap day in a common year"),
        pytest.param("2026-2", id="a month of one digit"),
        pytest.param("26", id="a year of two digits"),
        pytest.param("0000", id="the year nought"),
        pytest.param("2026-q4", id="a small letter"),
        pytest.param("2026-11-27 ", id="a space behind"),
        pytest.param("2026-11-27T00:00", id="an instant"),
        pytest.param("２０２６", id="wide digits"),
    ],
)
def test_what_is_not_a_name_is_refused(key: str) -> None:
    with pytest.raises(ValueError, match="no period is named"):
        period_named(key)


@settings(deadline=None)
@given(kind=_KINDS, day=_DAYS)
def test_a_period_is_found_again_by_its_name_and_by_each_end(kind: PeriodKind, day: date) -> None:
    period = period_of(kind, day)
    assert period.first_day <= day <= period.last_day
    assert period_named(period.key) == period
    assert period_of(kind, period.first_day) == period == period_of(kind, period.last_day)


@settings(deadline=None)
@given(kind=_KINDS, day=_DAYS)
def test_neighbouring_periods_meet_without_gap_or_overlap(kind: PeriodKind, day: date) -> None:
    period = period_of(kind, day)
    following = next_period(period)
    assert following.first_day - period.last_day == timedelta(days=1)
    assert previous_period(following) == period
    assert following.key > period.key


@settings(deadline=None)
@given(kind=_KINDS, first=_DAYS, length=st.integers(0, 1500))
def test_periods_partition_the_days_they_span(kind: PeriodKind, first: date, length: int) -> None:
    last = first + timedelta(days=length)
    periods = list(periods_between(kind, first, last))
    days = sum((period.last_day - period.first_day).days + 1 for period in periods)
    assert periods[0] == period_of(kind, first)
    assert periods[-1] == period_of(kind, last)
    assert days == (periods[-1].last_day - periods[0].first_day).days + 1
    assert len({period.key for period in periods}) == len(periods)


def test_no_period_lies_between_a_day_and_an_earlier_one() -> None:
    assert list(periods_between(PeriodKind.MONTH, date(2026, 3, 2), date(2026, 3, 1))) == []


def test_the_four_quarters_of_a_year_come_in_order() -> None:
    quarters = periods_between(PeriodKind.QUARTER, date(2026, 1, 1), date(2026, 12, 31))
    assert [quarter.key for quarter in quarters] == ["2026-Q1", "2026-Q2", "2026-Q3", "2026-Q4"]
