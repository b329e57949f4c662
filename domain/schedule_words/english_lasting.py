"""How long something lasts in English: for two hours, for 8 weeks."""

from dataclasses import replace
from datetime import timedelta

from domain.schedule_words.english_said import Said
from domain.schedule_words.meaning import Amount, Clock, Expression, Point, Unit

_SHORT = {Unit.MINUTE: timedelta(minutes=1), Unit.HOUR: timedelta(hours=1)}
_DAYS = {Unit.DAY: 1, Unit.WEEK: 7}


def with_length(found: Expression, said: Said) -> Expression | None:
    """Hours make a window of each time, weeks make so many times; None for what makes neither."""
    point, amount = found.when, said.lasting
    if not isinstance(point, Point) or amount is None or found.until or found.count:
        return None
    if amount.unit in _SHORT:
        if len(point.clocks) != 1 or found.to is not None:
            return None
        clock = point.clocks[0]
        ends = Clock(at=clock.at + amount.count * _SHORT[amount.unit], is_open=clock.is_open)
        return replace(found, to=Point(clocks=(ends,)))
    count = _times_in(point, amount)
    return replace(found, count=count) if count else None


def _times_in(point: Point, amount: Amount) -> int | None:
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
