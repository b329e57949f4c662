"""Which weekday or working day before or after something, in English: the Monday after New Year."""

from domain.schedule_words.english_cursor import Cursor, whole
from domain.schedule_words.english_every import WORKING_DAY
from domain.schedule_words.english_offset import Distance
from domain.schedule_words.english_words import Kind
from domain.schedule_words.meaning import Amount, Unit

_SIDES = {
    **dict.fromkeys(("before", "prior to", "preceding", "immediately before"), -1),
    **dict.fromkeys(("after", "following", "immediately after"), 1),
}
_NEAREST = {-1: ("last",), 1: ("next", "very next")}
_MOST = 10


@whole
def read_weekday_beside(cursor: Cursor) -> Distance | None:
    """What it lies beside is read by whoever knows more."""
    cursor.eat("on")
    cursor.eat("the")
    ordinal = cursor.take(Kind.ORDINAL)
    nearest = None if ordinal else cursor.eat(*_NEAREST[-1], *_NEAREST[1])
    weekday = cursor.take(Kind.WEEKDAY)
    is_counted = weekday is None and (ordinal or nearest) and cursor.eat(*WORKING_DAY)
    side = cursor.eat(*_SIDES)
    if (weekday is None and not is_counted) or (weekday and weekday.is_plural) or side is None:
        return None
    sign = _SIDES[side]
    count = ordinal.number if ordinal else 1
    if not 1 <= count <= _MOST or (nearest and nearest not in _NEAREST[sign]):
        return None
    if weekday is None:
        return Distance(amounts=(Amount(count=count, unit=Unit.WORKING_DAY),), sign=sign)
    amount = Amount(count=count, unit=Unit.WEEK)
    return Distance(amounts=(amount,), sign=sign, weekday=weekday.number)
