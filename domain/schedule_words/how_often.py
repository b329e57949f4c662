"""How often a rule comes in so long a time."""

from domain.schedule_words.meaning import Amount, Point, Unit

_DAYS = {Unit.DAY: 1, Unit.WEEK: 7}


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
