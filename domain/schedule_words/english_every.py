"""What comes again in English: every other week, the first and third Monday, quarterly."""

from dataclasses import replace

from domain.schedule_words.english_clock import read_hour
from domain.schedule_words.english_cursor import Cursor, whole
from domain.schedule_words.english_date import read_date, read_month_days
from domain.schedule_words.english_day import (
    PARTS_OF_DAY,
    PLURAL_PARTS,
    read_festival,
    read_weekdays,
)
from domain.schedule_words.english_piece import Piece
from domain.schedule_words.english_stretch import read_ended, read_of, read_stretch
from domain.schedule_words.english_words import Kind
from domain.schedule_words.meaning import Every, Point, Unit

WORKING_DAY = ("working day", "business day", "workday", "workdays", "work day")
_WORKING_WEEK = (0, 1, 2, 3, 4)
_ADVERBS = {
    "daily": Every(unit=Unit.DAY),
    "nightly": Every(unit=Unit.DAY),
    "weekly": Every(unit=Unit.WEEK),
    "fortnightly": Every(unit=Unit.WEEK, interval=2),
    "biweekly": Every(unit=Unit.WEEK, interval=2),
    "monthly": Every(unit=Unit.MONTH),
    "bimonthly": Every(unit=Unit.MONTH, interval=2),
    "quarterly": Every(unit=Unit.QUARTER),
    "half-yearly": Every(unit=Unit.HALF_YEAR),
    "semiannually": Every(unit=Unit.HALF_YEAR),
    "semiannual": Every(unit=Unit.HALF_YEAR),
    "biannually": Every(unit=Unit.HALF_YEAR),
    "yearly": Every(unit=Unit.YEAR),
    "annually": Every(unit=Unit.YEAR),
    "annual": Every(unit=Unit.YEAR),
    "biennially": Every(unit=Unit.YEAR, interval=2),
}
# They mean "every two" to some and "two a" to others.
TWO_SIDED = {"biweekly": "week", "bimonthly": "month", "biannually": "year"}


_FROM_THE_END = {
    "second to last": -2,
    "second - to - last": -2,
    "second last": -2,
    "second - last": -2,
    "next to last": -2,
    "next - to - last": -2,
    "last but one": -2,
    "penultimate": -2,
    "third to last": -3,
    "third - to - last": -3,
    "third last": -3,
}


@whole
def read_every(cursor: Cursor) -> Piece | None:
    """Daily, every two weeks, every Monday and Wednesday, each January."""
    adverb = cursor.eat(*_ADVERBS)
    if adverb is not None:
        if adverb in TWO_SIDED and cursor.prefers_other(adverb):
            return None
        part = "evening" if adverb == "nightly" else None
        return Piece(point=Point(every=_ADVERBS[adverb], part_of_day=part))
    is_alternate = cursor.sees("alternate")
    if not is_alternate and cursor.eat("each and every", "every single", "each", "every") is None:
        return None
    if (ended := read_ended(cursor)) is not None:
        return Piece(point=ended)
    for reader in (_read_nth_every, _read_interval, _read_named_days, _read_yearly):
        piece = reader(cursor)
        if piece is not None:
            return piece
    return None


@whole
def _read_nth_every(cursor: Cursor) -> Piece | None:
    """Every first Monday is one of a month; every second Monday could be every other one."""
    piece = read_nth(cursor, recurs=True)
    if piece is None:
        return None
    point = piece.point
    is_placed = point.every is not None or bool(point.months) or point.month_shift is not None
    if is_placed:
        return piece if point.every else replace(piece, point=replace(point, every=_in(point)))
    may_be_interval = len(point.nth) == 1 and point.nth[0] > 1 and not point.of_working_days
    if point.weekdays and may_be_interval and not cursor.prefers_other("every nth weekday"):
        every = Every(unit=Unit.WEEK, interval=point.nth[0])
        return Piece(point=Point(every=every, weekdays=point.weekdays))
    if point.nth_unit is not None or point.nth_months:
        return None
    return Piece(point=replace(point, every=Every(unit=Unit.MONTH)))


def _in(point: Point) -> Every:
    return Every(unit=Unit.YEAR if point.months else Unit.MONTH)


@whole
def _read_interval(cursor: Cursor) -> Piece | None:
    """Every two weeks, every other Friday, every third month, every day."""
    interval = 1
    if cursor.eat("other", "alternate") is not None:
        interval = 2
    elif (number := cursor.take(Kind.NUMBER, Kind.ORDINAL)) is not None:
        interval = number.number
    if interval == 2 and cursor.peek().kind is Kind.WEEKDAY:
        piece = read_weekdays(cursor, is_each=True)
        every = Every(unit=Unit.WEEK, interval=2)
        return piece and replace(piece, point=replace(piece.point, every=every, repeats=False))
    if cursor.eat(*WORKING_DAY) is not None:
        every = Every(unit=Unit.WORKING_DAY)
        return Piece(point=Point(every=every, of_working_days=True)) if interval == 1 else None
    if cursor.eat("fortnight") is not None:
        return Piece(point=Point(every=Every(unit=Unit.WEEK, interval=2 * interval)))
    unit = cursor.take(Kind.UNIT)
    if unit is None or interval < 1:
        return None
    return Piece(point=Point(every=Every(unit=unit.unit, interval=interval)))


@whole
def _read_named_days(cursor: Cursor) -> Piece | None:
    """Every Monday, every weekday, every weekend, every morning."""
    if cursor.eat("weekday", "weekdays") is not None:
        return Piece(point=Point(every=Every(unit=Unit.WEEK), weekdays=_WORKING_WEEK))
    if cursor.eat("weekend", "weekends") is not None:
        return Piece(point=Point(every=Every(unit=Unit.WEEK), weekend=True))
    if cursor.peek().text in ("noon", "midnight"):
        hour = read_hour(cursor, may_be_plain=False)
        return Piece(point=Point(every=Every(unit=Unit.DAY)), hours=(hour,)) if hour else None
    part = cursor.eat(*PARTS_OF_DAY)
    if part is not None:
        return Piece(point=Point(every=Every(unit=Unit.DAY), part_of_day=PARTS_OF_DAY[part]))
    piece = read_weekdays(cursor, is_each=True)
    if piece is None:
        return None
    every = Every(unit=Unit.WEEK)
    return replace(piece, point=replace(piece.point, every=every, repeats=False))


@whole
def _read_yearly(cursor: Cursor) -> Piece | None:
    """Every January and July, every 10 January."""
    every = Every(unit=Unit.YEAR)
    piece = read_date(cursor)
    piece = piece or read_festival(cursor)
    if piece is not None and piece.point.year is None and piece.to is None:
        return Piece(point=replace(piece.point, every=every))
    days = read_month_days(cursor, recurs=True)
    if days is not None:
        monthly = Every(unit=Unit.MONTH)
        return replace(days, point=replace(days.point, every=days.point.every or monthly))
    months = read_stretch(cursor)
    if months is None or not (months.months or months.quarters) or months.year is not None:
        return None
    return Piece(point=replace(months, every=every))


@whole
def read_plural(cursor: Cursor) -> Piece | None:
    """Weekdays, on weekends, on working days, mornings."""
    cursor.eat("all")
    if cursor.eat("weekdays") is not None:
        return Piece(point=Point(every=Every(unit=Unit.WEEK), weekdays=_WORKING_WEEK))
    if cursor.eat("weekends") is not None:
        return Piece(point=Point(every=Every(unit=Unit.WEEK), weekend=True))
    if (part := cursor.eat(*PLURAL_PARTS)) is not None:
        return Piece(point=Point(every=Every(unit=Unit.DAY), part_of_day=PLURAL_PARTS[part]))
    is_plural = cursor.peek(1).is_plural or cursor.peek().text == "workdays"
    if is_plural and cursor.eat(*WORKING_DAY) is not None:
        return Piece(point=Point(every=Every(unit=Unit.WORKING_DAY), of_working_days=True))
    return None


@whole
def read_weekend(cursor: Cursor) -> Piece | None:
    """Saturday and Sunday."""
    return Piece(point=Point(weekend=True)) if cursor.eat("the weekend", "weekend") else None


@whole
def read_nth(cursor: Cursor, *, recurs: bool = False) -> Piece | None:
    """The first and third Wednesday of the month, the last working day of each quarter."""
    cursor.eat("the")
    nth = _read_places(cursor)
    noun = _read_noun(cursor) if nth else None
    if not nth or noun is None:
        return None
    inner = read_of(cursor, counts=True, recurs=recurs or len(nth) > 1) or Point()
    if inner.nth or inner.month_days or inner.part or inner.weekdays:
        return None
    if noun.nth_unit in (Unit.MONTH, Unit.WEEK) and inner == Point():
        return None
    most = 4 if noun.weekdays else 10
    if (noun.weekdays or noun.of_working_days) and len(nth) > 1 and max(nth) > most:
        # The 5th and the last Friday: the 5th is a day of the month.
        return None
    if noun.nth_unit is Unit.MONTH:
        return Piece(point=replace(inner, nth_months=nth))
    point = replace(
        inner,
        nth=nth,
        nth_unit=noun.nth_unit,
        weekdays=noun.weekdays,
        weekend=noun.weekend,
        of_working_days=noun.of_working_days,
    )
    return Piece(point=point)


def _read_places(cursor: Cursor) -> tuple[int, ...]:
    places: list[int] = []
    while (place := _read_place(cursor, is_first=not places)) is not None:
        places.append(place)
    return tuple(sorted(set(places)))


@whole
def _read_place(cursor: Cursor, *, is_first: bool) -> int | None:
    if not is_first and cursor.eat(", and", "and", ",", "/") is None:
        return None
    cursor.eat("the")
    if (place := cursor.eat(*_FROM_THE_END)) is not None:
        return _FROM_THE_END[place]
    if cursor.eat("last", "final") is not None:
        return -1
    ordinal = cursor.take(Kind.ORDINAL)
    return ordinal.number if ordinal and 1 <= ordinal.number <= 31 else None


def _read_noun(cursor: Cursor) -> Point | None:
    """What is counted, with nothing said yet about which of them."""
    weekday = cursor.take(Kind.WEEKDAY)
    if weekday is not None:
        return Point(weekdays=(weekday.number,))
    if cursor.eat(*WORKING_DAY) is not None:
        return Point(of_working_days=True)
    if cursor.eat("weekday") is not None:
        return Point(weekdays=_WORKING_WEEK, nth_unit=Unit.DAY)
    if cursor.eat("weekend") is not None:
        return Point(weekend=True)
    unit = cursor.take(Kind.UNIT)
    is_counted = unit is not None and unit.text in ("day", "week", "month")
    return Point(nth_unit=unit.unit) if unit and is_counted else None
