"""Find the days that a point of the calendar names, from coarse to fine."""

from collections.abc import Iterator
from datetime import date, timedelta

from domain.month_arithmetic import add_months
from domain.schedule_words.meaning import Point, Unit
from domain.schedule_words.moon import lunar_date_of
from domain.schedule_words.narrowing import Stretch, month_of, narrowed, week_of, whole
from domain.schedule_words.standpoint import Standpoint

# 29 February may be eight years away.
_YEARS_AHEAD = 9
_MONTHS_AHEAD = 13
_WEEKS_AHEAD = 3
_DAYS_AHEAD = 15


def places_of(point: Point, standpoint: Standpoint) -> Iterator[list[Stretch]]:
    """Where the point may be, the nearest first: each time all days or stretches it names."""
    bases = _explicit_base(point, standpoint.today)
    for base in bases or bare_bases(point, standpoint.today):
        found = narrowed(base, point, standpoint)
        if found:
            yield found


def is_explicit(point: Point) -> bool:
    """Whether it names one place only, past or not."""
    return _explicit_base(point, date(2000, 1, 1)) is not None


def _explicit_base(point: Point, today: date) -> list[Stretch] | None:
    """The stretch that this, next or last names, or a year in figures."""
    year = point.year
    if point.year_shift is not None:
        year = today.year + point.year_shift
    if year is not None:
        return [whole(Unit.YEAR, date(year, 1, 1))]
    shifts = (
        (Unit.HALF_YEAR, point.half_shift, 6),
        (Unit.QUARTER, point.quarter_shift, 3),
        (Unit.MONTH, point.month_shift, 1),
    )
    for unit, shift, months in shifts:
        if shift is not None:
            start = whole(unit, today).first
            return [whole(unit, add_months(start, shift * months))]
    if point.week_shift is not None:
        return [week_of(today + timedelta(weeks=point.week_shift))]
    if point.day_shift is not None:
        day = today + timedelta(days=point.day_shift)
        return [Stretch(first=day, last=day)]
    return None


def bare_bases(point: Point, today: date) -> Iterator[Stretch]:
    """The stretches, from the one that `today` lies in, that could hold what is named."""
    by_year = point.months or point.halves or point.quarters or point.festival
    if by_year or point.part_unit is Unit.YEAR:
        for year in range(today.year - _is_lunar(point), today.year + _YEARS_AHEAD):
            yield whole(Unit.YEAR, date(year, 1, 1))
    elif point.part_unit in (Unit.QUARTER, Unit.HALF_YEAR):
        yield from _run(point.part_unit, today)
    elif point.month_days or point.nth or point.part:
        for months in range(_MONTHS_AHEAD):
            yield month_of(add_months(today.replace(day=1), months))
    elif point.weekdays or point.weekend:
        for weeks in range(_WEEKS_AHEAD):
            yield week_of(today + timedelta(weeks=weeks))
    else:
        for days in range(_DAYS_AHEAD):
            day = today + timedelta(days=days)
            yield Stretch(first=day, last=day)


def _is_lunar(point: Point) -> bool:
    """The last month of a lunar year lies in the year after."""
    return bool(point.festival and lunar_date_of(point.festival))


def _run(unit: Unit, today: date) -> Iterator[Stretch]:
    stretch = whole(unit, today)
    for _ in range(3):
        yield stretch
        stretch = whole(unit, stretch.last + timedelta(days=1))
