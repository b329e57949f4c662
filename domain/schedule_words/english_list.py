"""Several places named one after the other in English: 10 January and 20 July each year."""

from dataclasses import replace

from domain.schedule_words.english_cursor import Cursor
from domain.schedule_words.english_piece import Piece, join, to_point
from domain.schedule_words.english_quota import Times
from domain.schedule_words.english_rule import as_list
from domain.schedule_words.english_said import Due, Said
from domain.schedule_words.meaning import Every, Expression, Point


def of_list(said: Said, cursor: Cursor) -> Expression | None:
    """The last one, and the others beside it; what was said once holds for all."""
    if not said.is_only("base", "others", "due", "times") or said.due is Due.BEFORE:
        return None
    named_places = [_each_week(place) for place in (*said.others, said.base)]
    pieces = _with_shared(_as_often(named_places, said.times))
    points = [to_point(as_list(piece), cursor) for piece in pieces or []]
    named = tuple(point for point in points if point is not None)
    if not points or len(named) < len(points):
        return None
    is_due = said.due is not None
    return Expression(when=named[-1], also=named[:-1], is_deadline=is_due, is_inclusive=is_due)


def _each_week(piece: Piece) -> Piece:
    """Wednesdays are every Wednesday; other lists are not looked at."""
    return as_list(piece) if piece.point.repeats and piece.point.weekdays else piece


def _as_often(pieces: list[Piece], times: Times | None) -> list[Piece]:
    """Twice a year, by 30 June and 31 December: as many as were named; else none of them."""
    if times is None:
        return pieces
    if (
        times.is_least
        or times.is_most
        or times.most
        or times.every is None
        or times.count != len(pieces)
    ):
        return []
    return [join(one, Piece(point=Point(every=times.every))) or Piece() for one in pieces]


def _with_shared(pieces: list[Piece]) -> list[Piece] | None:
    """How often they come, and the hour behind the last; None when it is not that clear."""
    if not pieces or any(piece.to or piece.to_hour or not piece.names_days for piece in pieces):
        return None
    everys = {piece.point.every for piece in pieces if piece.point.every}
    if len(everys) > 1 or any(piece.point.repeats for piece in pieces):
        return None
    every = everys.pop() if everys else None
    hours = [bool(piece.hours) for piece in pieces]
    if not hours[-1] and any(hours):
        return None
    return [_with(piece, every, pieces[-1]) for piece in pieces]


def _with(piece: Piece, every: Every | None, last: Piece) -> Piece:
    shared = join(piece, Piece(point=Point(every=every))) or piece
    return shared if shared.hours else replace(shared, hours=last.hours)
