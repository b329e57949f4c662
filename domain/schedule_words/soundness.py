"""Whether everything that was said about a point has its place, so that nothing is dropped."""

from domain.schedule_words.meaning import Point, Unit
from domain.schedule_words.rules_of_parts import PARTS_WITH_WEEKDAYS

_BY_DAYS = (Unit.DAY, Unit.WORKING_DAY, Unit.WEEK)


def is_sound(point: Point) -> bool:
    """False where one thing that was said would hide another."""
    return (
        _is_in_one_place(point)
        and _orders_something(point)
        and _chooses_once(point)
        and _has_room(point)
    )


def _is_in_one_place(point: Point) -> bool:
    """明年今天 names two places at once."""
    shifts = (
        point.half_shift,
        point.quarter_shift,
        point.month_shift,
        point.week_shift,
        point.day_shift,
    )
    named = sum(shift is not None for shift in shifts)
    return named + (point.year is not None or point.year_shift is not None) <= 1


def _orders_something(point: Point) -> bool:
    """An ordinal counts weekdays, working days, days or weeks."""
    counted = point.weekdays or point.of_working_days or point.weekend
    in_units = point.nth_unit in (Unit.DAY, Unit.WEEK)
    return not point.nth or bool(counted or in_units)


def _chooses_once(point: Point) -> bool:
    """The 5th, the first Friday, a festival or the last ten days: one of them."""
    by_weekday = bool(point.weekdays or point.of_working_days or point.weekend or point.nth)
    is_check = bool(point.weekdays) and not (point.nth or point.every or point.repeats)
    ways = [point.month_days, point.festival, point.day_shift is not None, point.part]
    chosen = sum(map(bool, ways)) + (by_weekday and not (is_check and any(ways[:3])))
    kinds = [point.weekdays, point.of_working_days, point.weekend]
    is_in_part = point.part in PARTS_WITH_WEEKDAYS and point.part_unit is Unit.MONTH
    if is_in_part and point.weekdays and (point.every or point.repeats):
        # 每月中旬的周三: both together choose the day.
        chosen -= 1
    return chosen <= 1 and sum(map(bool, kinds)) <= 1 and not (point.part and is_check)


def _has_room(point: Point) -> bool:
    if point.every is None:
        return point.week_shift is None or not (point.month_days or point.festival or point.part)
    unit = point.every.unit
    if point.day_shift is not None or _is_within_itself(point, unit):
        return False
    if point.nth_months and (unit is Unit.MONTH or point.months):
        # 每季度首月 in December: neither is December each quarter's first month.
        return False
    if unit not in _BY_DAYS:
        return point.week_shift is None
    if unit is Unit.DAY and (point.of_working_days or point.weekend):
        return not point.nth and not point.month_days
    named = point.month_days or point.festival or point.part or point.nth_months
    return not named and not (point.nth and not point.of_working_days)


def is_sound_rule(point: Point) -> bool:
    """Also whether each quarter has its month: not in December alone."""
    return is_sound(point) and _is_one_in_each(point)


def _is_one_in_each(point: Point) -> bool:
    length = {Unit.QUARTER: 3, Unit.HALF_YEAR: 6}.get(point.every.unit) if point.every else None
    if length is None or not point.months or point.repeats:
        return True
    return sorted({(month - 1) // length for month in point.months}) == [*range(12 // length)]


def _is_within_itself(point: Point, unit: Unit) -> bool:
    """每月上报下月计划: every month does not lie in the next one."""
    shifts = {
        Unit.MONTH: point.month_shift,
        Unit.QUARTER: point.quarter_shift,
        Unit.HALF_YEAR: point.half_shift,
        Unit.YEAR: point.year_shift,
    }
    return bool(shifts.get(unit))
