"""How long something lasts in English: for two hours, for 8 weeks."""

from dataclasses import replace
from datetime import timedelta

from domain.schedule_words.english_said import Said
from domain.schedule_words.how_often import times_in
from domain.schedule_words.meaning import Clock, Expression, Point, Unit

_SHORT = {Unit.MINUTE: timedelta(minutes=1), Unit.HOUR: timedelta(hours=1)}


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
    count = times_in(point, amount)
    return replace(found, count=count) if count else None
