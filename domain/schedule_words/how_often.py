"""How often something comes: in so long a time, and in which stretch a quota is counted."""

from domain.schedule_words.meaning import Amount, Every, Point, Unit
from domain.schedule_words.reading import Per

PERS = {
    Unit.DAY: Per.DAY,
    Unit.WEEK: Per.WEEK,
    Unit.MONTH: Per.MONTH,
    Unit.QUARTER: Per.QUARTER,
    Unit.HALF_YEAR: Per.HALF_YEAR,
    Unit.YEAR: Per.YEAR,
    Unit.TERM: Per.TERM,
}
# Six months of the calendar are a half of the year, as nobody named another beginning.
_AS_ONE = {
    (Unit.MONTH, 3): Unit.QUARTER,
    (Unit.MONTH, 6): Unit.HALF_YEAR,
    (Unit.MONTH, 12): Unit.YEAR,
    (Unit.QUARTER, 2): Unit.HALF_YEAR,
}
_DAYS = {Unit.DAY: 1, Unit.WEEK: 7}


def as_one(every: Every) -> Every:
    """Every three months is every quarter."""
    unit = _AS_ONE.get((every.unit, every.interval))
    return Every(unit=unit) if unit else every


def times_in(point: Point, amount: Amount) -> int | None:
    """How often a rule comes in so many days, weeks, months or years."""
    if point.every is None or max(len(point.clocks), 1) > 1:
        return None
    unit, interval = point.every.unit, point.every.interval
    length = _DAYS.get(amount.unit, 0) * amount.count
    if unit is Unit.DAY and length:
        return length // interval or None
    if unit is Unit.WEEK and length and not length % (7 * interval):
        return length // 7 // interval * max(len(point.weekdays), 1)
    if unit is amount.unit and unit in (Unit.MONTH, Unit.QUARTER, Unit.YEAR):
        chosen = max(len(point.month_days), len(point.nth), 1)
        return amount.count // interval * chosen
    return None


def one_stretch(point: Point) -> Unit | None:
    """The unit of the single stretch that was named, and nothing in it; None for all else."""
    named = Point(
        year=point.year,
        year_shift=point.year_shift,
        halves=point.halves,
        half_shift=point.half_shift,
        quarters=point.quarters,
        quarter_shift=point.quarter_shift,
        months=point.months,
        month_shift=point.month_shift,
        week_shift=point.week_shift,
    )
    lists = (point.months, point.quarters, point.halves)
    if point == Point() or point != named:
        return None
    if any(len(one) > 1 for one in lists) or sum(map(bool, lists)) > 1:
        return None
    if point.week_shift is not None:
        return Unit.WEEK
    return listed_unit(point) or _shifted_unit(point)


def listed_unit(point: Point) -> Unit | None:
    """What the months, quarters or halves that were named are."""
    if point.months:
        return Unit.MONTH
    if point.quarters:
        return Unit.QUARTER
    return Unit.HALF_YEAR if point.halves else None


def _shifted_unit(point: Point) -> Unit:
    if point.month_shift is not None:
        return Unit.MONTH
    if point.quarter_shift is not None:
        return Unit.QUARTER
    return Unit.HALF_YEAR if point.half_shift is not None else Unit.YEAR
