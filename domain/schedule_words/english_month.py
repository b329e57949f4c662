"""Months by name and years in figures in English, and so many months from now."""

from dataclasses import replace
from itertools import pairwise

from domain.schedule_words.english_cursor import Cursor, whole
from domain.schedule_words.english_words import Kind
from domain.schedule_words.meaning import Every, Point, Unit

SHIFTS = {"this": 0, "current": 0, "next": 1, "following": 1, "last": -1, "previous": -1}
SHIFTED = {
    Unit.WEEK: "week_shift",
    Unit.MONTH: "month_shift",
    Unit.QUARTER: "quarter_shift",
    Unit.HALF_YEAR: "half_shift",
    Unit.YEAR: "year_shift",
}

MONTHS_AFTER = ("the following month", "following month", "the next month", "next month")
_OFTEN = {
    "monthly": Unit.MONTH,
    "quarterly": Unit.QUARTER,
    "half-yearly": Unit.HALF_YEAR,
    "semiannually": Unit.HALF_YEAR,
}
_COUNTED = {"month": Unit.MONTH, "quarter": Unit.QUARTER, "half-year": Unit.HALF_YEAR}


def said_often(cursor: Cursor) -> Unit | None:
    """How often something comes, in the words before: quarterly, each month."""
    words = [token.text for token in cursor.tokens_before()]
    counted = (_COUNTED.get(unit) for each, unit in pairwise(words) if each in ("each", "every"))
    return next((unit for unit in (*map(_OFTEN.get, words), *counted) if unit), None)


def months_after(unit: Unit) -> Point:
    """The month behind each of them is the first of the next."""
    return Point(every=Every(unit=unit), nth_months=() if unit is Unit.MONTH else (1,))


def named_month(cursor: Cursor, shift: int) -> Point | None:
    """Next January is the coming one; next December, said in November, may be either."""
    month = cursor.skip().number
    if shift == 1 and not cursor.prefers_other("next month by its name"):
        return Point(months=(month,))
    return Point(months=(month,), year_shift=shift)


def shifted(unit: Unit, shift: int) -> Point | None:
    """So many weeks, months and the like from the present one."""
    name = SHIFTED.get(unit)
    return replace(Point(), **{name: shift}) if name else None  # type: ignore[arg-type]


@whole
def read_months(cursor: Cursor) -> Point | None:
    """January and July 2027; March alone."""
    first = cursor.take(Kind.MONTH)
    if first is None:
        return None
    months = [first.number]
    while (month := _read_following_month(cursor)) is not None:
        months.append(month)
    cursor.eat(".")
    year = read_plain_year(cursor)
    return replace(year or Point(), months=tuple(sorted(set(months))))


@whole
def _read_following_month(cursor: Cursor) -> int | None:
    cursor.eat(", and", "and", ",", "/")
    month = cursor.take(Kind.MONTH)
    # "March and April 5" names one month and one day.
    if month is None or cursor.peek().kind is Kind.ORDINAL:
        return None
    is_day = cursor.peek().kind is Kind.NUMBER and cursor.peek().number <= 31
    return None if is_day else month.number


@whole
def read_plain_year(cursor: Cursor) -> Point | None:
    """A year in figures, behind what it belongs to."""
    cursor.eat(", of", ",", "of", "in")
    token = cursor.take(Kind.NUMBER)
    is_year = token is not None and len(token.text) == 4 and 1900 <= token.number <= 2100
    return Point(year=token.number) if token and is_year else None


@whole
def read_year(cursor: Cursor) -> Point | None:
    """In 2027; the bare number could be anything."""
    is_told = cursor.peek(-1).text in ("in", "of", "during", "for", "by", "until", "year")
    return read_plain_year(cursor) if is_told or cursor.peek().text in ("in", "of") else None
