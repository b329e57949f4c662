"""A place in the calendar with its hours, however many words it takes."""

from collections.abc import Callable

from domain.schedule_words.english_clock import Hour, read_hours, read_range
from domain.schedule_words.english_cursor import Cursor, whole
from domain.schedule_words.english_date import read_date, read_month_days
from domain.schedule_words.english_day import (
    read_festival,
    read_near,
    read_part_of_day,
    read_shifted_weekday,
    read_weekdays,
)
from domain.schedule_words.english_every import read_every, read_nth, read_plural, read_weekend
from domain.schedule_words.english_piece import Piece, join
from domain.schedule_words.english_stretch import read_of, read_stretch
from domain.schedule_words.meaning import Point

_Readers = tuple[Callable[[Cursor], Piece | None], ...]

_LINKS = (",", "on a", "on", "in", "of", "at", "during", "within", "throughout")
_CLOSING = (
    "close of business",
    "end of business",
    "close of play",
    "end of play",
    "cob",
    "eob",
    "close of work",
)


@whole
def read_place(cursor: Cursor) -> Piece | None:
    """Everything in a row that belongs to one place."""
    return _read_row(cursor, _READERS)


@whole
def read_border(cursor: Cursor) -> Piece | None:
    """A place that something begins or ends with; what comes again stands beside it."""
    return _read_row(cursor, _OF_ONE_PLACE)


def _read_row(cursor: Cursor, readers: _Readers) -> Piece | None:
    row: Piece | None = None
    while (piece := _read_next(cursor, row or Piece(), readers)) is not None:
        row = piece
    return row


@whole
def _read_next(cursor: Cursor, before: Piece, readers: _Readers) -> Piece | None:
    """What was read before, and one thing more that fits to it."""
    start, is_border = cursor.at, readers is _OF_ONE_PLACE
    for link in ("", *_LINKS):
        cursor.at = start
        if (link and (before.is_empty and link == ",")) or (link and cursor.eat(link) is None):
            continue
        for reader in readers:
            here = cursor.at
            piece = reader(cursor)
            joined = join(before, piece) if piece is not None else None
            if joined is not None and not (is_border and _begins_anew(before, joined, link)):
                return joined
            cursor.at = here
    return None


def _begins_anew(before: Piece, joined: Piece, link: str) -> bool:
    """From December 1, the first Friday: what stands behind the comma is another place."""
    is_weekday = before == Piece(point=Point(weekdays=before.point.weekdays))
    says_more = joined.point != before.point and not is_weekday
    recurs = joined.recurs and not (before.is_empty and joined.to)
    return recurs or (link == "," and says_more)


def _read_hours(cursor: Cursor) -> Piece | None:
    hours = read_hours(cursor)
    return Piece(hours=hours) if hours else None


def _read_range(cursor: Cursor) -> Piece | None:
    found = read_range(cursor)
    return Piece(hours=found[:1], to_hour=found[1]) if found else None


def _read_stretch(cursor: Cursor) -> Piece | None:
    point = read_stretch(cursor) or _read_each(cursor)
    return Piece(point=point) if point else None


def _read_each(cursor: Cursor) -> Point | None:
    """Behind a day: of the month, in any year."""
    return read_of(cursor, counts=True) if cursor.peek().text in ("of", "in") else None


def _read_closing(cursor: Cursor) -> Piece | None:
    """When work ends, as the settings say."""
    is_hour = cursor.peek(-1).text == "at"
    cursor.eat("the")
    if cursor.eat(*_CLOSING) is None:
        return None
    cursor.is_closed = not is_hour
    cursor.eat("on")
    return Piece(hours=(Hour(at=cursor.words.work_end, is_exact=True),))


_OF_ONE_PLACE: _Readers = (
    _read_range,
    _read_hours,
    _read_closing,
    read_festival,
    read_near,
    read_nth,
    read_shifted_weekday,
    read_date,
    _read_stretch,
    read_weekdays,
    read_weekend,
    read_month_days,
    read_part_of_day,
)
_READERS: _Readers = (*_OF_ONE_PLACE[:5], read_every, read_plural, *_OF_ONE_PLACE[5:])
