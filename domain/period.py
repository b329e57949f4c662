"""Named stretches of the calendar; the name, never an instant, is a period's identity."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from domain.month_arithmetic import add_months, days_in_month

_ONE_DAY = timedelta(days=1)
_KEY = re.compile(
    r"(?P<year>\d{4})"
    r"(?:-(?:Q(?P<quarter>[1-4])|H(?P<half>[12])|S(?P<term>[12])|W(?P<week>\d\d)"
    r"|(?P<month>\d\d)(?:-(?P<day>\d\d))?))?",
    re.ASCII,
)


class PeriodKind(StrEnum):
    """How long a period is."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    HALF_YEAR = "half-year"
    SCHOOL_TERM = "school-term"
    YEAR = "year"


_MONTHS = {
    PeriodKind.MONTH: 1,
    PeriodKind.QUARTER: 3,
    PeriodKind.HALF_YEAR: 6,
    PeriodKind.YEAR: 12,
}


# The first term of a school year runs from August to January, the second from February to July,
# so that every day lies in one of them and the summer's end begins the new year.
_SCHOOL_YEAR_BEGINS = 8
_SECOND_TERM_BEGINS = 2


@dataclass(frozen=True, kw_only=True)
class Period:
    """Both days belong to it. Keys: 2026-11-27, 2026-W48, 2026-11, 2026-Q4, 2026-H2, 2026-S1, 2026.

    Weeks begin on Monday and are numbered as in ISO 8601. 2026-S1 and 2026-S2 are the terms of the
    school year that begins in 2026.
    """

    kind: PeriodKind
    key: str
    first_day: date
    last_day: date


def period_of(kind: PeriodKind, day: date) -> Period:
    """The period of this kind that `day` lies in."""
    if kind is PeriodKind.DAY:
        return Period(kind=kind, key=f"{day:%Y-%m-%d}", first_day=day, last_day=day)
    if kind is PeriodKind.WEEK:
        return _week_of(day)
    if kind is PeriodKind.SCHOOL_TERM:
        return _school_term_of(day)
    length = _MONTHS[kind]
    number = (day.month - 1) // length + 1
    last_month = number * length
    return Period(
        kind=kind,
        key=_key_of(kind, day.year, number),
        first_day=date(day.year, last_month - length + 1, 1),
        last_day=date(day.year, last_month, days_in_month(day.year, last_month)),
    )


def _week_of(day: date) -> Period:
    year, week, weekday = day.isocalendar()
    first = day - timedelta(days=weekday - 1)
    return Period(
        kind=PeriodKind.WEEK,
        key=f"{year:04d}-W{week:02d}",
        first_day=first,
        last_day=first + timedelta(days=6),
    )


def _school_term_of(day: date) -> Period:
    year = day.year if day.month >= _SCHOOL_YEAR_BEGINS else day.year - 1
    is_second = _SECOND_TERM_BEGINS <= day.month < _SCHOOL_YEAR_BEGINS
    first = (
        date(year + 1, _SECOND_TERM_BEGINS, 1) if is_second else date(year, _SCHOOL_YEAR_BEGINS, 1)
    )
    return Period(
        kind=PeriodKind.SCHOOL_TERM,
        key=f"{year:04d}-S{2 if is_second else 1}",
        first_day=first,
        last_day=add_months(first, 6) - _ONE_DAY,
    )


def period_named(key: str) -> Period:
    """The period with this name; ValueError when there is none."""
    found = _KEY.fullmatch(key)
    if found is None:
        raise ValueError(f"no period is named {key!r}")
    named = {part: int(text) for part, text in found.groupdict().items() if text is not None}
    try:
        if "week" in named:
            return _week_of(date.fromisocalendar(named["year"], named["week"], 1))
        kind, month = _kind_and_month(named)
        year = named["year"] + (named.get("term") == 2)
        return period_of(kind, date(year, month, named.get("day", 1)))
    except ValueError as error:
        raise ValueError(f"no period is named {key!r}") from error


def next_period(period: Period) -> Period:
    """The one of the same kind that follows."""
    return period_of(period.kind, period.last_day + _ONE_DAY)


def previous_period(period: Period) -> Period:
    """The one of the same kind before."""
    return period_of(period.kind, period.first_day - _ONE_DAY)


def periods_between(kind: PeriodKind, first: date, last: date) -> Iterator[Period]:
    """Every period that shares a day with `first` to `last` (both included), in order."""
    if first > last:
        return
    period = period_of(kind, first)
    yield period
    while period.last_day < last:
        period = next_period(period)
        yield period


def _key_of(kind: PeriodKind, year: int, number: int) -> str:
    match kind:
        case PeriodKind.MONTH:
            return f"{year:04d}-{number:02d}"
        case PeriodKind.QUARTER:
            return f"{year:04d}-Q{number}"
        case PeriodKind.HALF_YEAR:
            return f"{year:04d}-H{number}"
        case _:
            return f"{year:04d}"


def _kind_and_month(named: dict[str, int]) -> tuple[PeriodKind, int]:
    match named:
        case {"day": _, "month": month}:
            return PeriodKind.DAY, month
        case {"month": month}:
            return PeriodKind.MONTH, month
        case {"quarter": quarter}:
            return PeriodKind.QUARTER, quarter * 3
        case {"half": half}:
            return PeriodKind.HALF_YEAR, half * 6
        case {"term": term}:
            begins = _SCHOOL_YEAR_BEGINS if term == 1 else _SECOND_TERM_BEGINS
            return PeriodKind.SCHOOL_TERM, begins
        case _:
            return PeriodKind.YEAR, 1
