"""So long before or after something, in English: in half an hour, 3 days before the meeting."""

from dataclasses import dataclass

from domain.schedule_words.english_cursor import Cursor, whole
from domain.schedule_words.english_every import WORKING_DAY
from domain.schedule_words.english_words import Kind, Token
from domain.schedule_words.meaning import Amount, Unit

_AND = (", and", "and", ",")
_BEFORE = ("before", "prior to", "ahead of", "in advance of", "preceding")
_AFTER = ("after", "following", "from", "past", "on")
_SPANS = {"next": 1, "coming": 1, "following": 1, "last": -1, "past": -1, "previous": -1}
_SUMMED = (Unit.MINUTE, Unit.HOUR)
_FRACTIONS = {Unit.HOUR: (30, Unit.MINUTE), Unit.DAY: (12, Unit.HOUR), Unit.YEAR: (6, Unit.MONTH)}


@dataclass(frozen=True, kw_only=True)
class Distance:
    """Amounts and a direction; what they are counted from is read by whoever knows more.

    `is_due` when it is the latest moment, `is_span` when everything up to it is meant,
    `is_window` when it may be: within three days before. `weekday` is where the weeks lead.
    """

    amounts: tuple[Amount, ...]
    sign: int
    from_now: bool = False
    is_due: bool = False
    is_span: bool = False
    is_window: bool = False
    weekday: int | None = None


def read_distance(cursor: Cursor) -> Distance | None:
    """In two weeks, within 3 days of, the next 30 days, 3 and 1 months before."""
    return (
        _read_within(cursor)
        or _read_span(cursor)
        or _read_next_working_day(cursor)
        or _read_the_day_of(cursor)
        or _read_plain(cursor)
    )


@whole
def _read_plain(cursor: Cursor) -> Distance | None:
    """In two weeks, an hour ago, the day before."""
    is_told = cursor.eat("in") is not None
    is_least = not is_told and cursor.eat("at least") is not None
    amounts = read_amounts(cursor) or _read_the_day(cursor)
    if amounts is None:
        return None
    if cursor.eat("from now", "from today", "hence", "' time", "time") is not None:
        return Distance(amounts=amounts, sign=1, from_now=True)
    if cursor.eat("ago") is not None:
        return None if is_told else Distance(amounts=amounts, sign=-1, from_now=True)
    if is_told:
        return Distance(amounts=amounts, sign=1, from_now=True)
    if cursor.eat(*_BEFORE) is not None:
        return Distance(amounts=amounts, sign=-1, is_due=is_least)
    if is_least:
        return None
    is_after = cursor.eat(*_AFTER) is not None or cursor.peek().text in ("today", "tomorrow")
    return Distance(amounts=amounts, sign=1) if is_after else None


@whole
def _read_within(cursor: Cursor) -> Distance | None:
    """Within three days of the meeting: a deadline."""
    if cursor.eat("within the next", "within") is None:
        return None
    amounts = read_amounts(cursor)
    if amounts is None or len(amounts) > 1:
        return None
    is_before = cursor.eat(*_BEFORE) is not None
    is_after = not is_before and cursor.eat("of", *_AFTER) is not None
    if is_after and cursor.eat("now", "today") is not None:
        is_after = False
    return Distance(
        amounts=amounts,
        sign=-1 if is_before else 1,
        from_now=not (is_before or is_after),
        is_due=True,
        is_window=is_before,
    )


@whole
def _read_span(cursor: Cursor) -> Distance | None:
    """The next 30 days, the past two weeks."""
    cursor.eat("during the", "over the", "in the", "the")
    word = cursor.eat(*_SPANS)
    amount = read_amount(cursor) if word and cursor.peek().kind is Kind.NUMBER else None
    if word is None or amount is None or cursor.sees("of"):
        # The last ten days of December are its own.
        return None
    return Distance(amounts=(amount,), sign=_SPANS[word], from_now=True, is_span=True)


@whole
def _read_next_working_day(cursor: Cursor) -> Distance | None:
    cursor.eat("on the", "the")
    if cursor.eat("next", "following") is None or cursor.eat(*WORKING_DAY) is None:
        return None
    return Distance(amounts=(Amount(count=1, unit=Unit.WORKING_DAY),), sign=1, from_now=True)


@whole
def _read_the_day_of(cursor: Cursor) -> Distance | None:
    """On the day of the meeting."""
    cursor.eat("on")
    if cursor.eat("the day of") is None:
        return None
    return Distance(amounts=(Amount(count=0, unit=Unit.DAY),), sign=-1)


def _read_the_day(cursor: Cursor) -> tuple[Amount, ...] | None:
    """The day before the meeting; the day after tomorrow is a name of its own."""
    if cursor.eat("the") is None or cursor.sees("day before yesterday"):
        return None
    if cursor.eat("day", "eve") is not None:
        return (Amount(count=1, unit=Unit.DAY),)
    return None


@whole
def read_amounts(cursor: Cursor) -> tuple[Amount, ...] | None:
    """Half an hour; 1h30m; six and three months; 3 days and 1 day."""
    counts = [] if (count := _read_listed_count(cursor)) is None else [count]
    while counts and (count := _read_listed_count(cursor)) is not None:
        counts.append(count)
    first = read_amount(cursor)
    if first is None:
        return None
    amounts = [*(Amount(count=count, unit=first.unit) for count in counts), first]
    while (following := _read_following(cursor)) is not None:
        amounts.append(following)
    if len(amounts) > 1 and all(amount.unit in _SUMMED for amount in amounts):
        minutes = sum(amount.count * (60 if amount.unit is Unit.HOUR else 1) for amount in amounts)
        return (Amount(count=minutes, unit=Unit.MINUTE),)
    return tuple(amounts)


@whole
def _read_listed_count(cursor: Cursor) -> int | None:
    """The three of "three and one months"."""
    number = cursor.take(Kind.NUMBER)
    linked = cursor.eat(*_AND)
    follows = cursor.peek().kind is Kind.NUMBER
    return number.number if number and linked and follows else None


@whole
def _read_following(cursor: Cursor) -> Amount | None:
    cursor.eat(*_AND)
    cursor.eat("again")
    return read_amount(cursor)


@whole
def read_amount(cursor: Cursor) -> Amount | None:
    """Two weeks, a fortnight, half a year, an hour and a half, 3 working days."""
    if cursor.eat("half a", "half an", "a half", "half") is not None:
        unit = cursor.take(Kind.UNIT)
        return _fraction(unit.unit, 0) if unit else None
    if cursor.eat("a quarter of an hour", "quarter of an hour") is not None:
        return Amount(count=15, unit=Unit.MINUTE)
    has_half = _is_decimal(cursor.peek())
    count = cursor.skip().number if has_half else _read_count(cursor)
    if count is None:
        return None
    has_half = cursor.eat("and a half") is not None or has_half
    cursor.eat("full", "whole", "calendar")
    if cursor.eat("fortnight", "fortnights") is not None:
        return None if has_half else Amount(count=2 * count, unit=Unit.WEEK)
    if cursor.eat(*WORKING_DAY) is not None:
        return None if has_half else Amount(count=count, unit=Unit.WORKING_DAY)
    unit = cursor.take(Kind.UNIT)
    if unit is None:
        return None
    has_half = cursor.eat("and a half") is not None or has_half
    return _fraction(unit.unit, count) if has_half else Amount(count=count, unit=unit.unit)


def _is_decimal(token: Token) -> bool:
    """Whether it is one and a half in figures, which looks like a date."""
    return token.kind is Kind.DATE and token.text.endswith(".5")


def _read_count(cursor: Cursor) -> int | None:
    if cursor.eat("a", "an") is not None:
        return 1
    number = cursor.take(Kind.NUMBER)
    return number.number if number else None


def _fraction(unit: Unit, count: int) -> Amount | None:
    """So many and a half; half a month is nothing that one could count."""
    if unit not in _FRACTIONS:
        return None
    half, finer = _FRACTIONS[unit]
    return Amount(count=(2 * count + 1) * half, unit=finer)
