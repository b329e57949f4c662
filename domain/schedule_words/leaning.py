"""Which year is meant where none was said: the next such day, or the last one."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from enum import Enum, auto

from domain.schedule_words.meaning import Expression, Point
from domain.schedule_words.stretches import is_explicit

# Whoever names a day that was over last week means that day, though it comes too late.
NEAR = timedelta(days=30)
# 29 February may be eight years away.
_YEARS = 9


class Lean(Enum):
    """What somebody who names a day is speaking of: what is to come, or what has happened."""

    AHEAD = auto()
    BACK = auto()


def leaning(said: Expression, lean: Lean, today: date) -> Expression:
    """With the year, where a day was said without; what is near is meant on either side."""
    ways = tuple(leaning(one, lean, today) for one in said.alternatives)
    if not isinstance(said.when, Point):
        return replace(said, alternatives=ways)
    point = _dated(said.when, lean, today, to=said.to)
    return replace(said, when=point, to=_not_carried(point, said.to), alternatives=ways)


def _dated(point: Point, lean: Lean, today: date, *, to: Point | None) -> Point:
    is_said = point.year is not None or is_explicit(point)
    if is_said or point.every or point.repeats:
        return point
    if lean is Lean.BACK and point == Point(weekdays=point.weekdays) and len(point.weekdays) == 1:
        last = today - timedelta(days=(today.weekday() - point.weekdays[0]) % 7)
        return _exactly(last)
    if len(point.months) != 1 or len(point.month_days) != 1:
        return point
    if to is not None and to.year is not None and to.months:
        is_later = (point.months, point.month_days) > (to.months, to.month_days)
        return replace(point, year=to.year - is_later)
    day = _nearest(point.months[0], point.month_days[0], lean, today)
    return replace(point, year=day.year) if day else point


def _nearest(month: int, number: int, lean: Lean, today: date) -> date | None:
    """The first one that is not over for long, or the last one that is not far ahead."""
    days = list(_in_years(month, number, today.year))
    if lean is Lean.AHEAD:
        return next((day for day in days if day >= today - NEAR), None)
    return next((day for day in reversed(days) if day <= today + NEAR), None)


def _in_years(month: int, number: int, around: int) -> Iterator[date]:
    for year in range(around - _YEARS, around + _YEARS):
        try:
            yield date(year, month, number)
        except ValueError:
            # 30 February is no day.
            continue


def _exactly(day: date) -> Point:
    return Point(year=day.year, months=(day.month,), month_days=(day.day,))


def _not_carried(start: Point, end: Point | None) -> Point | None:
    """The 10th of December to the 5th does not run into January: it goes backwards."""
    if end is None or end != Point(month_days=end.month_days) or not start.months:
        return end
    return replace(end, year=start.year, months=start.months)
