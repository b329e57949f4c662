"""Put together what was said about one point of the calendar in several places."""

from dataclasses import fields, replace
from typing import Any

from domain.schedule_words.festivals import FIXED
from domain.schedule_words.meaning import Every, Point, Unit

_EMPTY = Point()
_LISTS = ("weekdays", "month_days", "months", "quarters", "halves", "nth", "clocks")
_HOURS = ("clocks", "part_of_day")
_FINE_TO_COARSE = (Unit.DAY, Unit.WORKING_DAY, Unit.WEEK, Unit.MONTH, Unit.QUARTER, Unit.HALF_YEAR)


def said_slots(point: Point) -> dict[str, Any]:
    """The slots that are filled."""
    return {
        slot.name: getattr(point, slot.name)
        for slot in fields(point)
        if getattr(point, slot.name) != getattr(_EMPTY, slot.name)
    }


def merged(point: Point, more: Point) -> Point | None:
    """Both together; None where they contradict each other."""
    said, added = said_slots(point), said_slots(more)
    if point.every is not None and more.every is not None and point.every != more.every:
        every = _finest(point.every, more.every)
        if every is None:
            return None
        # Each year in March every Wednesday: the coarser one says that the months come again.
        said |= {"every": every, "repeats": Unit.YEAR in (point.every.unit, more.every.unit)}
        added |= {"every": every, "repeats": said["repeats"]}
    if any(said[slot] != added[slot] for slot in said.keys() & added.keys()):
        return None
    return _once(replace(_EMPTY, **(said | added)))


def _once(point: Point) -> Point:
    """9月10日教师节 says the same day twice."""
    fixed = FIXED.get(point.festival or "")
    if fixed is not None and (point.months, point.month_days) == ((fixed[0],), (fixed[1],)):
        return replace(point, festival=None)
    return point


def with_more(point: Point, more: Point) -> Point | None:
    """Both as a list: the 10th and the 20th; None where more than one slot differs."""
    said, added = said_slots(point), said_slots(more)
    differing = [slot for slot in said.keys() & added.keys() if said[slot] != added[slot]]
    if len(differing) != 1 or differing[0] not in _LISTS:
        return None
    slot = differing[0]
    hours = [{name: of.get(name) for name in _HOURS} for of in (said, added)]
    if slot not in _HOURS and all(any(one.values()) for one in hours) and hours[0] != hours[1]:
        # The 5th in the morning, the 20th at 15:00: each has its own.
        return None
    values = said[slot] + tuple(one for one in added[slot] if one not in said[slot])
    return replace(_EMPTY, **(said | added | {slot: values}))


def _finest(one: Every, other: Every) -> Every | None:
    by_unit = {each.unit: each for each in (one, other)}
    if len(by_unit) < 2:
        return None
    if by_unit.get(Unit.YEAR) == Every(unit=Unit.YEAR):
        return next(each for unit, each in by_unit.items() if unit is not Unit.YEAR)
    if any(each.interval > 1 for each in (one, other)):
        return None
    return next((by_unit[unit] for unit in _FINE_TO_COARSE if unit in by_unit), None)
