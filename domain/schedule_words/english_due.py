"""By when it is due, in English: by Friday, by the end of Friday, EOD, due on the 5th."""

from domain.schedule_words.english_cursor import Cursor, whole
from domain.schedule_words.english_phrases import DUE, END_OF_DAY, END_OF_NAMED_DAY
from domain.schedule_words.english_piece import Piece
from domain.schedule_words.english_place import read_border
from domain.schedule_words.english_said import Due, Said
from domain.schedule_words.english_words import Kind
from domain.schedule_words.meaning import Point

_AT_THE_LATEST = ("at the latest", "at the very latest", "at latest", "latest")
_NEAR = ("today", "tomorrow")
_LEADING = ("this", "next", "coming", "this coming")


@whole
def read_due(cursor: Cursor, said: Said) -> bool | None:
    """By, before, due; what is due follows as any other place or event."""
    if said.due is Due.BY:
        # By Friday at the latest.
        return True if cursor.eat(*_AT_THE_LATEST) is not None else None
    if said.due is not None:
        return None
    if cursor.eat(*END_OF_DAY) is not None:
        return _end_of_day(cursor, said)
    if _ends_a_named_day(cursor):
        return _due_within(cursor, said)
    word = cursor.eat(*DUE)
    if word is None or (DUE[word] is Due.BEFORE and said.base.names_days and _names_days(cursor)):
        # The Friday before Christmas is no deadline.
        return None
    said.due = DUE[word]
    cursor.is_due = True
    return True


def _end_of_day(cursor: Cursor, said: Said) -> bool:
    """EOD Friday; alone it is today's."""
    cursor.eat("of", "on")
    if cursor.is_at_end and said.base.is_empty:
        said.base = Piece(point=Point(day_shift=0))
    return _due_within(cursor, said)


def _due_within(cursor: Cursor, said: Said) -> bool:
    said.due = Due.WITHIN
    cursor.is_due = True
    return True


@whole
def _ends_a_named_day(cursor: Cursor) -> bool | None:
    """By the end of Friday; the end of a month is a day of its own."""
    if cursor.eat(*END_OF_NAMED_DAY) is None:
        return None
    start = cursor.at
    cursor.eat(*_LEADING)
    is_weekday = cursor.peek().kind is Kind.WEEKDAY and not cursor.peek().is_plural
    is_date = {cursor.peek().kind, cursor.peek(1).kind} in _DAY_AND_MONTH
    cursor.at = start
    return True if is_weekday or is_date or cursor.peek().text in _NEAR else None


_DAY_AND_MONTH = ({Kind.NUMBER, Kind.MONTH}, {Kind.ORDINAL, Kind.MONTH})


def _names_days(cursor: Cursor) -> bool:
    start = cursor.at
    place = read_border(cursor)
    cursor.at = start
    return place is not None and place.names_days
