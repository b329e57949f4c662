"""The clauses of an English sentence about when, in whatever order they come."""

from collections.abc import Callable
from dataclasses import replace

from domain.schedule_words.english_beside import read_weekday_beside
from domain.schedule_words.english_cursor import Cursor, whole
from domain.schedule_words.english_due import read_due
from domain.schedule_words.english_event import read_event
from domain.schedule_words.english_first_days import read_first_days
from domain.schedule_words.english_limits import read_exception, read_shift
from domain.schedule_words.english_offset import (
    Distance,
    read_amount,
    read_amounts,
    read_distance,
)
from domain.schedule_words.english_phrases import (
    FILLERS,
    FOR,
    MARKS,
    NOUNS,
    SINCE,
    UNTIL,
    VAGUE,
)
from domain.schedule_words.english_piece import Piece, join
from domain.schedule_words.english_place import read_border, read_place
from domain.schedule_words.english_quota import Times, read_times
from domain.schedule_words.english_said import Said
from domain.schedule_words.english_words import Kind
from domain.schedule_words.meaning import Amount, Event, Every, Point, Unit
from domain.working_day import Shift

_A_WEEK = Distance(amounts=(Amount(count=1, unit=Unit.WEEK),), sign=1)


def read_clause(cursor: Cursor, said: Said) -> bool:
    """Note one more clause; False when none begins here."""
    return any(reader(cursor, said) is True for reader in _CLAUSES)


def skip_filler(cursor: Cursor) -> bool:
    """Step over a word that carries no time."""
    return cursor.eat(*FILLERS, *MARKS) is not None


def skip_noun(cursor: Cursor) -> bool:
    """Step over what happens then, where it is one of the words that every organisation uses."""
    return cursor.eat(*NOUNS) is not None


def _times(cursor: Cursor, said: Said) -> bool:
    start = cursor.at
    times = read_times(cursor)
    if times is not None and (said.times is None or _is_finer(times, said.times)):
        said.times = times
        return True
    cursor.at = start
    return False


def _is_finer(times: Times, before: Times) -> bool:
    """Twice a year, once in each half."""
    everys = (before.every, times.every)
    halves = (Every(unit=Unit.YEAR), Every(unit=Unit.HALF_YEAR))
    return everys == halves and before.count == 2 * times.count and not before.is_most


def _limits(cursor: Cursor, said: Said) -> bool:
    """Exceptions and what happens on days off."""
    found = read_shift(cursor) if said.shift is None else None
    if isinstance(found, Shift):
        said.shift = found
        return True
    left = found or read_exception(cursor)
    if left is None:
        return False
    said.left = left if said.left is None else said.left.with_more(left)
    return True


@whole
def _distance(cursor: Cursor, said: Said) -> bool | None:
    """So long before or after something, with what it is counted from."""
    if said.distance is not None or said.event is not None:
        return None
    found, event, target = read_weekday_beside(cursor) or read_distance(cursor), None, None
    if found is None and (found := _read_lead(cursor)) is not None:
        event = Event(name="event")
    elif found is None:
        target = _read_named_week(cursor)
        found = _A_WEEK if target else None
    elif found.weekday is not None:
        target = _read_days(cursor)
    elif not found.from_now:
        event = read_event(cursor)
        target = None if event else read_place(cursor)
    if found is None or not (found.from_now or event or target):
        return None
    said.distance, said.event, said.target = found, event, target
    return True


@whole
def _read_days(cursor: Cursor) -> Piece | None:
    """What a weekday lies beside: Friday before noon lies beside nothing."""
    target = read_place(cursor)
    return target if target and target.names_days else None


@whole
def _read_lead(cursor: Cursor) -> Distance | None:
    """A week in advance, of something that is not named."""
    amounts = read_amounts(cursor)
    if amounts is None or cursor.eat("in advance", "ahead of time", "beforehand") is None:
        return None
    return Distance(amounts=amounts, sign=-1)


@whole
def _read_named_week(cursor: Cursor) -> Piece | None:
    """Friday week is a week after Friday."""
    weekday = cursor.take(Kind.WEEKDAY)
    if weekday is None or weekday.is_plural or cursor.peek().is_plural:
        return None
    if cursor.eat("week") is None:
        return None
    return Piece(point=Point(weekdays=(weekday.number,)))


@whole
def _event(cursor: Cursor, said: Said) -> bool | None:
    """Before the meeting, by the end of the term, when the term ends: without a distance."""
    if said.event is not None or said.distance is not None:
        return None
    cursor.eat("when", "at")
    event = read_event(cursor)
    if event is None or (said.due is None and not event.name.startswith("term")):
        return None
    if event.name.startswith("term") and cursor.peek(-2).text == "of":
        # Without an article it is the term of a school that ends: the end of term.
        event = Event(name=event.name.replace("term", "school", 1))
    said.event = event
    return True


@whole
def _since(cursor: Cursor, said: Said) -> bool | None:
    """From one place, perhaps to another."""
    opening = cursor.eat("between", *SINCE) if said.since is None else None
    if opening is None:
        return None
    if cursor.eat("now on") is not None:
        return True
    since = _read_now(cursor) or read_border(cursor)
    links = ("and",) if opening == "between" else ("to", "-")
    to = read_border(cursor) if since and said.to is None and cursor.eat(*links) else None
    if since is None or (to is None and (opening == "between" or cursor.peek(-1).text in links)):
        return None
    said.since, said.to = since, to or said.to
    return True


def _read_now(cursor: Cursor) -> Piece | None:
    """Now, as where something begins."""
    return Piece(point=Point(day_shift=0)) if cursor.eat("now") is not None else None


@whole
def _until(cursor: Cursor, said: Said) -> bool | None:
    if said.until is not None or cursor.eat(*UNTIL) is None:
        return None
    said.until = read_border(cursor)
    return True if said.until is not None else None


@whole
def _to(cursor: Cursor, said: Said) -> bool | None:
    """What a mere "to" leads to, behind a place."""
    if said.to is not None or said.base.is_empty or cursor.eat("to", "-") is None:
        return None
    said.to = read_border(cursor)
    return True if said.to is not None else None


@whole
def _lasting(cursor: Cursor, said: Said) -> bool | None:
    if said.lasting is not None or cursor.eat(*FOR) is None:
        return None
    said.lasting = read_amount(cursor)
    return True if said.lasting is not None else None


@whole
def _place(cursor: Cursor, said: Said) -> bool | None:
    """More about the same place; behind "and", or where it cannot be the same, another one."""
    linked = cursor.eat(", and", "; and", "and", ",", ";") if not said.base.is_empty else None
    place = read_place(cursor)
    if place is None:
        return None
    joined = join(said.base, place) if linked in (None, ",", ";") else None
    joined = joined or _in_both_months(said.base, place)
    if joined is None and linked is None:
        return None
    if joined is None:
        said.others = (*said.others, said.base)
    said.base = joined or place
    return True


def _in_both_months(one: Piece, other: Piece) -> Piece | None:
    """Mid-June and mid-December, late in either."""
    if not (one.point.part and one.point.months and other.point.months):
        return None
    months = tuple(sorted({*one.point.months, *other.point.months}))
    both = replace(other, point=replace(other.point, months=months))
    is_alike = replace(other.point, months=(), every=None) == replace(one.point, months=())
    return both if is_alike and one == Piece(point=one.point) else None


def _vague(cursor: Cursor, said: Said) -> bool:
    phrase = cursor.eat(*VAGUE)
    if phrase is not None and cursor.peek().is_plural:
        cursor.take(Kind.UNIT)
    said.vague = said.vague or phrase or ""
    return phrase is not None


_CLAUSES: tuple[Callable[[Cursor, Said], bool | None], ...] = (
    _times,
    _limits,
    _distance,
    read_first_days,
    read_due,
    _event,
    _place,
    _vague,
    _since,
    _until,
    _to,
    _lasting,
)
