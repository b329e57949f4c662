"""Dates in English: 1 December, Dec 1-15, the 15th, 2026-12-05, 12/5."""

from dataclasses import replace

from domain.schedule_words.english_cursor import Cursor, whole
from domain.schedule_words.english_month import read_plain_year
from domain.schedule_words.english_piece import Piece
from domain.schedule_words.english_stretch import read_of, read_stretch
from domain.schedule_words.english_words import Kind, Token
from domain.schedule_words.meaning import Every, Point, Unit

_TO = ("-", "to", "through", "until")
_AND = (", and", "and", ",", "/", "+")


@whole
def read_date(cursor: Cursor) -> Piece | None:
    """1 December, Dec 1-15, 10 January and 10 July, December 5th, 2026."""
    return _read_figures(cursor) or _read_days_first(cursor) or _read_month_first(cursor)


@whole
def _read_days_first(cursor: Cursor) -> Piece | None:
    is_between = cursor.eat("between") is not None
    cursor.eat("the")
    days, to = read_day_numbers(cursor)
    if is_between:
        days, to = _between(days)
    cursor.eat("day")
    cursor.eat("of")
    cursor.eat("every", "each")
    is_yearly = cursor.peek(-1).text in ("every", "each")
    months = read_stretch(cursor) if cursor.peek().kind is Kind.MONTH else None
    if not days or months is None:
        return None
    point = replace(months, month_days=days)
    while (again := _read_again(cursor, days)) is not None:
        point = replace(point, months=tuple(sorted({*point.months, again})))
    if is_yearly:
        point = replace(point, every=Every(unit=Unit.YEAR))
    return Piece(point=point, to=replace(months, month_days=to) if to else None)


@whole
def _read_again(cursor: Cursor, days: tuple[int, ...]) -> int | None:
    """Another month with the same day: 10 January and 10 July."""
    cursor.eat(*_AND)
    cursor.eat("on")
    cursor.eat("the")
    again, _ = read_day_numbers(cursor)
    cursor.eat("of")
    month = cursor.take(Kind.MONTH)
    return month.number if month and again == days else None


@whole
def _read_month_first(cursor: Cursor) -> Piece | None:
    is_between = cursor.eat("between") is not None
    month = cursor.take(Kind.MONTH)
    cursor.eat(".")
    cursor.eat("the")
    days, to = read_day_numbers(cursor, behind_month=True)
    if is_between:
        days, to = _between(days)
    if month is None or not days:
        return None
    point = Point(months=(month.number,), month_days=days)
    while (again := _read_month_again(cursor, days)) is not None:
        point = replace(point, months=tuple(sorted({*point.months, again})))
    year = read_plain_year(cursor)
    point = replace(point, year=year.year) if year else point
    return Piece(point=point, to=replace(point, month_days=to) if to else None)


@whole
def _read_month_again(cursor: Cursor, days: tuple[int, ...]) -> int | None:
    cursor.eat(*_AND)
    month = cursor.take(Kind.MONTH)
    again, _ = read_day_numbers(cursor)
    return month.number if month and again == days else None


def read_day_numbers(
    cursor: Cursor, *, ordinals: bool = False, behind_month: bool = False
) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """The 10th and 20th; or the 1st to the 5th, whose end stands apart."""
    first = _read_day_number(cursor, ordinals=ordinals)
    if first is None:
        return (), ()
    last = _read_last_number(cursor, ordinals=ordinals, behind_month=behind_month)
    if last is not None:
        return (first,), (last,)
    days = {first}
    while (following := _read_following_number(cursor, ordinals=ordinals)) is not None:
        days.add(following)
    return tuple(sorted(days)), ()


def _read_day_number(cursor: Cursor, *, ordinals: bool) -> int | None:
    token, following = cursor.peek(), cursor.peek(1)
    is_number = token.kind is Kind.ORDINAL or (token.kind is Kind.NUMBER and not ordinals)
    is_other = following.kind is Kind.UNIT and following.text != "day"
    if not is_number or is_other or not 1 <= token.number <= 31:
        return None
    if token.kind is Kind.NUMBER and following.text in ("am", "pm", "o'clock", "day", "times"):
        return None
    return cursor.skip().number


def _between(days: tuple[int, ...]) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """From the first of the two to the second."""
    return (days[:1], days[1:]) if len(days) == 2 else ((), ())


@whole
def _read_last_number(cursor: Cursor, *, ordinals: bool, behind_month: bool) -> int | None:
    if cursor.eat(*_TO) is None:
        return None
    cursor.eat("the")
    last = _read_day_number(cursor, ordinals=ordinals)
    # May 13 until 30 June: the second number belongs to the second month.
    return None if behind_month and cursor.peek().kind is Kind.MONTH else last


@whole
def _read_following_number(cursor: Cursor, *, ordinals: bool) -> int | None:
    linked = cursor.eat(*_AND)
    if linked is None:
        return None
    cursor.eat("on")
    was_led = cursor.eat("the") is not None and not ordinals
    # In "December 1, 2nd Friday" and "December 1, 9 to 11" the comma does not make a list.
    if linked == "," and (was_led or cursor.peek(1).text not in (",", "and")):
        return None
    return _read_day_number(cursor, ordinals=ordinals)


def _read_figures(cursor: Cursor) -> Piece | None:
    token = cursor.peek()
    if token.kind is not Kind.DATE:
        return None
    point = _from_figures(token, cursor)
    if point is None:
        return None
    cursor.skip()
    cursor.eat("t")
    return Piece(point=point)


def _from_figures(token: Token, cursor: Cursor) -> Point | None:
    """Year first is certain; where day and month could change places it is asked."""
    numbers = list(token.numbers)
    year = None
    if numbers[0] > 1000:
        year, month, day = numbers
        return Point(year=year, months=(month,), month_days=(day,)) if month <= 12 else None
    if len(numbers) == 3:
        year = numbers.pop()
        year += 2000 if year < 100 else 0
    day, month = numbers
    if day != month and not _has_day_first(cursor):
        day, month = month, day
    if not 1 <= month <= 12 or not 1 <= day <= 31:
        return None
    return Point(year=year, months=(month,), month_days=(day,))


def _has_day_first(cursor: Cursor) -> bool:
    """As any date of the sentence shows by a number over twelve; else it is asked."""
    for token in cursor.tokens_of(Kind.DATE):
        first, second = token.numbers[:2]
        if first <= 12 < second:
            return False
        if second <= 12 < first <= 31:
            return True
    return not cursor.prefers_other("day and month")


@whole
def read_month_days(cursor: Cursor, *, recurs: bool = False) -> Piece | None:
    """The 15th, on the 10th and 20th of every month, day 5 of each quarter."""
    is_led = cursor.peek(-1).text in ("on", "by", "before", "until", "from", "to")
    is_between = cursor.eat("between") is not None
    cursor.eat("the")
    is_spelled = cursor.peek().text.isalpha()
    days, to = read_day_numbers(cursor, ordinals=True)
    if not days and cursor.eat("day") is not None:
        number = cursor.take(Kind.NUMBER)
        days = (number.number,) if number and 1 <= number.number <= 31 else ()
    if is_between:
        days, to = _between(days)
    if not days or cursor.peek().kind in (Kind.WEEKDAY, Kind.MONTH):
        return None
    cursor.eat("day")
    recurs = recurs or len(days) > 1 or bool(to)
    inner = read_of(cursor, counts=True, recurs=recurs)
    if inner is None and is_spelled and not is_led:
        # The first, the second: of what?
        return None
    if inner is None:
        is_open = cursor.peek().text != "of"
        is_monthly = recurs and is_open and not cursor.is_due and not is_between
        inner = Point(every=Every(unit=Unit.MONTH)) if is_monthly else Point()
    if inner.month_days or inner.part or inner.nth:
        return None
    return Piece(point=replace(inner, month_days=days), to=Point(month_days=to) if to else None)
