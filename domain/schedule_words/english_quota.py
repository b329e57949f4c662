"""How often in English: at least twice a month, once per term, 8 times."""

from dataclasses import dataclass

from domain.schedule_words.english_cursor import Cursor, whole
from domain.schedule_words.english_every import TWO_SIDED
from domain.schedule_words.english_words import Kind
from domain.schedule_words.how_often import PERS, as_one
from domain.schedule_words.meaning import Every, Unit

_LEAST = (
    *("at least", "no fewer than", "no less than", "not less than", "not fewer than"),
    *("a minimum of", "minimum of", "at a minimum", "minimum", "min"),
)
_MOST = ("at most", "no more than", "not more than", "up to", "a maximum of", "maximum")
_MOST_TIMES = 1000
_TIMES = {"once": 1, "twice": 2, "thrice": 3}
_COUNTED = (
    *("time", "times", "meeting", "meetings", "session", "sessions", "occurrences"),
    *("activity", "activities", "visit", "visits", "report", "reports"),
)
_PER = ("per", "a", "an", "each", "every", "in a", "in each", "in every", "within a", "/", "in the")
_ADVERBS = {
    "daily": Unit.DAY,
    "weekly": Unit.WEEK,
    "monthly": Unit.MONTH,
    "quarterly": Unit.QUARTER,
    "yearly": Unit.YEAR,
    "annually": Unit.YEAR,
}


@dataclass(frozen=True, kw_only=True)
class Times:
    """So many; `every` what, when that was said with it."""

    count: int
    most: int | None = None
    is_least: bool = False
    is_most: bool = False
    every: Every | None = None


@whole
def read_times(cursor: Cursor) -> Times | None:
    """At least twice a month, 4 times per year, once every six months, 8 times."""
    two_sided = cursor.eat(*TWO_SIDED)
    if two_sided is not None:
        is_often = cursor.prefers_other(two_sided)
        unit = Unit(TWO_SIDED[two_sided])
        return Times(count=2, every=Every(unit=unit)) if is_often else None
    cursor.eat("for")
    is_least = cursor.eat(*_LEAST) is not None
    is_most = not is_least and cursor.eat(*_MOST) is not None
    often = cursor.eat(*_ADVERBS) if is_least or is_most else None
    if often is not None:
        # At least monthly.
        return Times(count=1, is_least=is_least, is_most=is_most, every=Every(unit=_ADVERBS[often]))
    count = _read_count(cursor)
    if count is None:
        return None
    most = None if is_least or is_most else _read_most(cursor, count)
    is_least = cursor.eat("or more", "at least") is not None or is_least
    is_counted = cursor.peek(-1).kind is not Kind.NUMBER
    every = _read_per(cursor, may_be_adverb=is_counted)
    is_bare_number = cursor.peek(-1).kind is Kind.NUMBER
    is_placed = cursor.peek().text in ("in", "during", "within")
    if is_bare_number or (every is None and count == 1 and not (is_least or is_placed)):
        return None
    return Times(count=count, most=most, is_least=is_least, is_most=is_most, every=every)


@whole
def _read_most(cursor: Cursor, least: int) -> int | None:
    """Two to three times, once or twice."""
    most = _read_count(cursor) if cursor.eat("to", "-", "or") is not None else None
    return most if most is not None and most > least else None


def _read_count(cursor: Cursor) -> int | None:
    word = cursor.eat(*_TIMES)
    if word is not None:
        return _TIMES[word]
    number = cursor.take(Kind.NUMBER)
    if number is None or not 0 < number.number <= _MOST_TIMES:
        return None
    cursor.eat(*_COUNTED)
    return number.number


@whole
def _read_per(cursor: Cursor, *, may_be_adverb: bool) -> Every | None:
    adverb = cursor.eat(*_ADVERBS) if may_be_adverb else None
    if adverb is not None:
        return Every(unit=_ADVERBS[adverb])
    if cursor.eat(*_PER) is None:
        return None
    is_school = cursor.eat("school", "academic") is not None
    cursor.eat("calendar", "single")
    number = cursor.take(Kind.NUMBER)
    interval = 2 if cursor.eat("other") is not None else number.number if number else 1
    if cursor.eat("fortnight") is not None:
        return Every(unit=Unit.WEEK, interval=2 * interval)
    if cursor.eat("half of the year", "half of each year", "half") is not None:
        return Every(unit=Unit.HALF_YEAR) if interval == 1 else None
    unit = cursor.take(Kind.UNIT)
    if unit is None or unit.unit not in PERS or (is_school and unit.unit is not Unit.TERM):
        # Nobody has told us when a school year begins.
        return None
    return as_one(Every(unit=unit.unit, interval=interval))
