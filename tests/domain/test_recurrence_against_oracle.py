"""Nothing is skipped or doubled: recurrences against somebody who watched every clock.

MUDUO_TEST_SCALE (1) widens it: 2 takes eight zones, 8 every half hour of the day, 10 every zone
and ten years.
"""

import os
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import cache, lru_cache
from zoneinfo import ZoneInfo, available_timezones

import pytest

from domain.month_arithmetic import add_years
from domain.recurrence import MonthEnd, Recurrence, occurrences_between
from domain.wall_clock import to_instant
from tests.oracles.calendar_oracle import (
    WatchedClock,
    days_before_the_term_ends,
    days_that,
    every_days,
    every_months,
    every_weeks,
)

_SCALE = int(os.environ.get("MUDUO_TEST_SCALE", "1"))
_FIRST = date(2026, 1, 1)
_LAST = date(min(2027 + _SCALE, 2035), 12, 31)
_HARD_TIMES = [time(0), time(0, 30), time(2), time(2, 30), time(9), time(23, 30)]
_HALF_HOURS = [time(hour, minute) for hour in range(24) for minute in (0, 30)]
_TIMES = [*_HARD_TIMES, *(at for at in _HALF_HOURS if at not in _HARD_TIMES)][: 6 * _SCALE]
_HARD_ZONES = ["Asia/Shanghai", "Europe/Berlin", "America/New_York", "Australia/Lord_Howe"]
_OTHER_ZONES = sorted(zone for zone in available_timezones() - set(_HARD_ZONES) if "/" in zone)
_SAMPLED_ZONES = _OTHER_ZONES[:: max(len(_OTHER_ZONES) // max(4 * (_SCALE - 1) ** 2, 1), 1)]
_ZONES = _HARD_ZONES + (_SAMPLED_ZONES if _SCALE > 1 else [])
_BEGUN_LONG_AGO = date(2016, 2, 29)
_BEGUN_LATELY = date(2026, 1, 31)


@dataclass(frozen=True, kw_only=True)
class _Case:
    rule: str
    begun: date
    is_due: Callable[[date], bool]
    month_end: MonthEnd = "clamp"


def _daily() -> list[_Case]:
    return [
        _Case(rule=f"FREQ=DAILY;INTERVAL={n}", begun=begun, is_due=every_days(begun, n))
        for n, begun in ((1, _BEGUN_LONG_AGO), (1, _BEGUN_LATELY), (10, _BEGUN_LONG_AGO))
    ]


def _weekly() -> list[_Case]:
    names = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"]
    choices: list[set[int]] = [{day} for day in range(7)] + [{0, 1, 2, 3, 4}, {5, 6}]
    return [
        _Case(
            rule=f"FREQ=WEEKLY;INTERVAL={n};BYDAY={','.join(names[day] for day in sorted(days))}",
            begun=begun,
            is_due=every_weeks(begun, n, days),
        )
        for days in choices
        for n, begun in ((1, _BEGUN_LONG_AGO), (2, _BEGUN_LONG_AGO), (3, _BEGUN_LATELY))
    ]


def _monthly(interval: int, month_end: MonthEnd, begun: date, *days: int) -> list[_Case]:
    return [
        _Case(
            rule=f"FREQ=MONTHLY;INTERVAL={interval};BYMONTHDAY={day or -1}",
            begun=begun,
            is_due=every_months(begun, interval, day, clamp=month_end == "clamp"),
            month_end=month_end,
        )
        for day in days
    ]


def _yearly() -> list[_Case]:
    begun = _BEGUN_LONG_AGO
    return [
        _Case(
            rule="FREQ=YEARLY",
            begun=begun,
            is_due=every_months(begun, 12, 29, clamp=month_end == "clamp"),
            month_end=month_end,
        )
        for month_end in _BOTH_WAYS
    ]


_BOTH_WAYS: tuple[MonthEnd, MonthEnd] = ("clamp", "skip")


@lru_cache(maxsize=4)
def _watched(zone: str) -> WatchedClock:
    return WatchedClock(zone, _FIRST - timedelta(days=1), _LAST + timedelta(days=1))


def _told(case: _Case, at: time, zone: str) -> list[datetime]:
    recurrence = Recurrence(
        rule=case.rule,
        starts_on=datetime.combine(case.begun, at),
        zone=ZoneInfo(zone),
        month_end=case.month_end,
    )
    just_before = _watched(zone).when(_FIRST, time(0)) - timedelta(seconds=1)
    return occurrences_between(recurrence, just_before, _watched(zone).when(_LAST, time(23, 30)))


@cache
def _days_due(case: _Case) -> list[date]:
    return days_that(case.is_due, _FIRST, _LAST)


def _seen(case: _Case, at: time, zone: str) -> list[datetime]:
    return [_watched(zone).when(day, at) for day in _days_due(case)]


@pytest.mark.parametrize("zone", _ZONES)
@pytest.mark.parametrize(
    "cases",
    [
        pytest.param(_daily(), id="daily"),
        pytest.param(_weekly(), id="weekly"),
        pytest.param(
            _monthly(1, "clamp", _BEGUN_LONG_AGO, *range(32))
            + _monthly(1, "skip", _BEGUN_LATELY, 0, 28, 29, 30, 31),
            id="monthly 1 to 31 and last",
        ),
        pytest.param(
            _monthly(6, "clamp", _BEGUN_LATELY, 0, 1, 15, 29, 30, 31)
            + _monthly(6, "skip", _BEGUN_LONG_AGO, 0, 1, 15, 29),
            id="half-yearly",
        ),
        pytest.param(_yearly(), id="yearly from leap day"),
    ],
)
def test_nothing_is_skipped_or_doubled(cases: list[_Case], zone: str) -> None:
    differing = [
        (case.rule, case.begun, at)
        for case in cases
        for at in _TIMES
        if _told(case, at, zone) != _seen(case, at, zone)
    ]
    assert differing == []


@pytest.mark.parametrize("zone", _ZONES)
def test_days_before_the_end_of_a_term_are_right(zone: str) -> None:
    elections = [date(2023, 7, 1) + timedelta(days=30 * number) for number in range(29)]
    wrong = []
    for elected in [*elections, date(2024, 2, 29)]:
        for days in (0, 1, 30, 180):
            expected_day = days_before_the_term_ends(elected, 3, days)
            told = to_instant(add_years(elected, 3) - timedelta(days=days), time(0), ZoneInfo(zone))
            if told != _watched(zone).when(expected_day, time(0)):
                wrong.append((elected, days))
    assert wrong == []


def test_the_watched_clock_itself_is_right_about_a_night_known_by_hand() -> None:
    berlin = WatchedClock("Europe/Berlin", date(2026, 3, 29), date(2026, 3, 29))
    assert [berlin.when(date(2026, 3, 29), time(hour)) for hour in (0, 2, 3)] == [
        datetime(2026, 3, 28, 23, tzinfo=UTC),
        datetime(2026, 3, 29, 1, tzinfo=UTC),
        datetime(2026, 3, 29, 1, tzinfo=UTC),
    ]
