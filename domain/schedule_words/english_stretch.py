"""Stretches of the calendar in English: next month, Q1 2027, the second half of the year."""

from dataclasses import replace

from domain.schedule_words.english_cursor import Cursor, whole
from domain.schedule_words.english_month import (
    MONTHS_AFTER,
    SHIFTED,
    SHIFTS,
    months_after,
    named_month,
    read_months,
    read_plain_year,
    read_year,
    said_often,
    shifted,
)
from domain.schedule_words.english_parts import ENDS, TENS, THIRDS
from domain.schedule_words.english_words import Kind
from domain.schedule_words.meaning import Every, Part, Point, Unit

_LEADING = ("this", "next", "each", "every")
_PLACES = {"q": 4, "h": 2}


@whole
def read_stretch(cursor: Cursor) -> Point | None:
    """A stretch named by this, next or last, by its month, its quarter or its year."""
    for reader in (
        _read_third,
        _read_half,
        _read_shifted,
        _read_part,
        _read_lettered,
        read_months,
        read_year,
    ):
        found = reader(cursor)
        if found is not None:
            return found
    return None


@whole
def _read_shifted(cursor: Cursor) -> Point | None:
    """Next week, the month after next, this December, next weekend."""
    cursor.eat("the")
    if cursor.eat("week after next", "month after next", "year after next") is not None:
        return shifted(cursor.peek(-3).unit, 2)
    word = cursor.eat(*SHIFTS)
    if word is None:
        return None
    shift = SHIFTS[word]
    if cursor.eat("weekend") is not None:
        return Point(week_shift=shift, weekend=True)
    if cursor.peek().kind is Kind.MONTH:
        return named_month(cursor, shift)
    cursor.eat("calendar")
    unit = cursor.take(Kind.UNIT)
    if shift < 0 and cursor.sees("of"):
        # The last month of each quarter is not the one before this.
        return None
    return shifted(unit.unit, shift) if unit and not unit.is_plural else None


@whole
def _read_part(cursor: Cursor) -> Point | None:
    """The end of December, the beginning of each quarter, month end."""
    cursor.eat("the very", "the")
    part = cursor.eat(*ENDS, *TENS)
    inner = read_of(cursor) if part else _read_ended(cursor)
    if inner is None or inner.part is not None or inner.month_days:
        return None
    ends, unit = (ENDS | TENS)[part or "end"], _unit_of(inner)
    if part in TENS and unit is not Unit.MONTH:
        return None
    if unit is Unit.WEEK:
        return _end_of_week(inner, ends, cursor)
    return replace(inner, part=ends, part_unit=unit)


@whole
def _read_third(cursor: Cursor) -> Point | None:
    """Early December, mid-month, late next month."""
    cursor.eat("the")
    part = cursor.eat(*THIRDS)
    if part is None:
        return None
    if THIRDS[part] is Part.MIDDLE and cursor.eat("month") is not None:
        inner = read_of(cursor) if cursor.peek().text in ("of", "every", "each") else None
        return replace(inner or Point(), part=Part.MIDDLE, part_unit=Unit.MONTH)
    inner = read_months(cursor) or _read_shifted(cursor)
    if inner is None or not (inner.months or inner.month_shift is not None):
        return None
    return replace(inner, part=THIRDS[part], part_unit=Unit.MONTH)


def _end_of_week(week: Point, part: Part, cursor: Cursor) -> Point:
    """A week ends on Sunday, a week of work on Friday."""
    last = 4 if part is not Part.START and cursor.prefers_other("end of the week") else 6
    return replace(week, weekdays=(0,) if part is Part.START else (last,))


@whole
def read_ended(cursor: Cursor) -> Point | None:
    """Behind "every": month end, quarter-end."""
    unit = cursor.take(Kind.UNIT)
    cursor.eat("-")
    if unit is None or cursor.eat("end") is None or unit.is_plural:
        return None
    return Point(every=Every(unit=unit.unit), part=Part.LAST_DAY, part_unit=unit.unit)


def _read_ended(cursor: Cursor) -> Point | None:
    """Month-end, year end: the present one."""
    point = read_ended(cursor)
    return shifted(point.part_unit, 0) if point and point.part_unit else None


def _unit_of(point: Point) -> Unit:
    if point.every is not None:
        return point.every.unit
    for unit, name in SHIFTED.items():
        if getattr(point, name) is not None and not point.months:
            return unit
    return Unit.MONTH if point.months else Unit.YEAR


@whole
def read_of(cursor: Cursor, *, counts: bool = False, recurs: bool = False) -> Point | None:
    """Of each month, of the year, in March, next month.

    `counts` when its days are counted, `recurs` when they surely come again.
    """
    is_linked = cursor.eat("of", "in") is not None
    if not is_linked and cursor.peek().text not in _LEADING:
        return None
    often = said_often(cursor)
    if often is not None and cursor.eat(*MONTHS_AFTER) is not None:
        return months_after(often)
    if cursor.eat("the following month", "following month") is not None:
        # Said of a rule it is each time the month after; said of one day it is the next.
        is_next = cursor.prefers_other("the following month")
        return Point(month_shift=1) if is_next else Point(every=Every(unit=Unit.MONTH))
    found = _read_month_after(cursor) or _read_each(cursor) or read_stretch(cursor)
    if found is not None:
        return found
    point = _read_the(cursor, is_linked=is_linked)
    if point is None:
        return None
    unit = _unit_of(point)
    if not counts or cursor.is_due or unit is Unit.YEAR:
        return point
    if not recurs and cursor.prefers_other("of the month"):
        return point
    return Point(every=Every(unit=unit))


@whole
def _read_month_after(cursor: Cursor) -> Point | None:
    """The month following each quarter is the first one of the next."""
    cursor.eat("the")
    if cursor.eat("month following", "month after") is None:
        return None
    cursor.eat("the end of", "end of")
    point = _read_each(cursor) or _read_the(cursor, is_linked=False) or _read_ended(cursor)
    unit = _unit_of(point) if point else None
    if unit not in (Unit.QUARTER, Unit.HALF_YEAR):
        return None
    cursor.eat("- end", "end", "ends")
    return Point(every=Every(unit=unit), nth_months=(1,))


@whole
def _read_each(cursor: Cursor) -> Point | None:
    """Each month, every other week, any year."""
    if cursor.eat("each and every", "each", "every", "any") is None:
        return None
    interval = 1
    if cursor.eat("other", "second") is not None:
        interval = 2
    elif (number := cursor.take(Kind.NUMBER)) is not None:
        interval = number.number
    if cursor.peek().kind is Kind.MONTH:
        months = read_months(cursor)
        return months and replace(months, every=Every(unit=Unit.YEAR))
    unit = cursor.take(Kind.UNIT)
    return Point(every=Every(unit=unit.unit, interval=interval)) if unit and interval else None


@whole
def _read_the(cursor: Cursor, *, is_linked: bool) -> Point | None:
    """Of the month: of this one, unless what is counted in it makes it every one."""
    if cursor.eat("the", "a") is None and not is_linked:
        return None
    cursor.eat("calendar")
    unit = cursor.take(Kind.UNIT)
    if unit is None:
        return None
    return Point(every=Every(unit=Unit.TERM)) if unit.unit is Unit.TERM else shifted(unit.unit, 0)


@whole
def _read_half(cursor: Cursor) -> Point | None:
    """The first half of 2027, the third quarter, the second half of December."""
    cursor.eat("the")
    ordinal = cursor.take(Kind.ORDINAL)
    number = ordinal.number if ordinal else -1 if cursor.eat("last") is not None else 0
    unit = cursor.eat("half of the year", "half", "half-year", "quarter")
    size = 4 if unit == "quarter" else 2
    if unit is None or not (number == -1 or 1 <= number <= size):
        return None
    place = number if number > 0 else size
    inner = read_of(cursor)
    if number < 0 and inner is None:
        return None
    if inner is not None and inner.part is None and _is_of_months(inner):
        part = Part.FIRST_HALF if place == 1 else Part.SECOND_HALF
        return replace(inner, part=part, part_unit=Unit.MONTH) if unit == "half" else None
    return _join_place("q" if unit == "quarter" else "h", place, inner)


def _is_of_months(point: Point) -> bool:
    is_each = point == Point(every=Every(unit=Unit.MONTH))
    return bool(point.months) or point.month_shift is not None or is_each


def _join_place(letter: str, place: int, inner: Point | None) -> Point | None:
    base = inner or Point()
    if base.every is not None and base.every.unit is not Unit.YEAR:
        # The first half of each quarter is no half of the year.
        return None
    if base.quarters or base.halves or base.month_days or base.week_shift is not None:
        return None
    return replace(base, quarters=(place,)) if letter == "q" else replace(base, halves=(place,))


@whole
def _read_lettered(cursor: Cursor) -> Point | None:
    """Q3, H1 2027."""
    letter = cursor.eat(*_PLACES)
    number = cursor.take(Kind.NUMBER)
    touches = number is not None and number.start == cursor.peek(-2).end
    if letter is None or number is None or not touches:
        return None
    if not 1 <= number.number <= _PLACES[letter]:
        return None
    return _join_place(letter, number.number, read_plain_year(cursor) or read_of(cursor))
