"""The first few days of something in English: the first three working days of each month."""

from dataclasses import replace

from domain.schedule_words.english_cursor import Cursor, whole
from domain.schedule_words.english_every import WORKING_DAY
from domain.schedule_words.english_piece import Piece
from domain.schedule_words.english_said import Due, Said
from domain.schedule_words.english_stretch import read_of
from domain.schedule_words.english_words import Kind
from domain.schedule_words.meaning import Point, Unit

_MOST = 15
_MOST_WEEKDAYS = 4
_HOURS = (Kind.CLOCK, Kind.NUMBER)
_DUE = ("within", "no later than", "by")


@whole
def read_first_days(cursor: Cursor, said: Said) -> bool | None:
    """Working days are done by the last of them; plain days are a window, within them a limit."""
    if said.due is not None or said.base.names_days or said.base.hours:
        return None
    is_due = cursor.eat(*_DUE) is not None
    cursor.eat("during", "over", "on", "in")
    cursor.eat("the")
    side = cursor.eat("first", "last")
    number = cursor.take(Kind.NUMBER) if side else None
    if number is None or not 1 < number.number <= _MOST:
        return None
    if cursor.peek().kind is Kind.WEEKDAY or side == "last":
        return None if is_due else _read_run(cursor, said, number.number, is_last=side == "last")
    is_working = cursor.eat(*WORKING_DAY) is not None
    if not is_working and cursor.eat("day") is None:
        return None
    inner = read_of(cursor, counts=True, recurs=True) or said.base.point
    if is_working and (cursor.peek().text in ("at", "@") or cursor.peek().kind in _HOURS):
        # By that hour of the last one, or on each of them?
        return None
    if inner == Point() or inner.month_days or inner.nth or inner.part or inner.weekdays:
        return None
    said.base = _first(inner, number.number, is_working=is_working, is_due=is_due)
    if is_working or is_due:
        said.due = Due.WITHIN
        cursor.is_due = True
    return True


def _read_run(cursor: Cursor, said: Said, count: int, *, is_last: bool) -> bool | None:
    """The first two Fridays, the last two."""
    weekday = cursor.take(Kind.WEEKDAY)
    inner = read_of(cursor, counts=True, recurs=True) or said.base.point
    is_open = inner != Point() and not (inner.month_days or inner.nth or inner.part)
    if weekday is None or not is_open or inner.weekdays or count > _MOST_WEEKDAYS:
        return None
    places = range(-count, 0) if is_last else range(1, count + 1)
    said.base = Piece(point=replace(inner, nth=tuple(places), weekdays=(weekday.number,)))
    return True


def _first(inner: Point, count: int, *, is_working: bool, is_due: bool) -> Piece:
    if is_working:
        working = replace(inner, nth=(count,), nth_unit=Unit.WORKING_DAY, of_working_days=True)
        return Piece(point=working)
    if inner.every is not None and inner.every.unit is not Unit.MONTH and not inner.months:
        inner = replace(inner, nth_months=(1,))
    if is_due:
        return Piece(point=replace(inner, month_days=(count,)))
    return Piece(point=replace(inner, month_days=(1,)), to=Point(month_days=(count,)))
