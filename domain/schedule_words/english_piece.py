"""A piece of a sentence: a place in the calendar, its hours, and perhaps where it ends."""

from dataclasses import dataclass, field, replace
from datetime import timedelta

from domain.schedule_words.english_clock import Hour, to_clocks
from domain.schedule_words.english_cursor import Cursor
from domain.schedule_words.english_month import SHIFTED
from domain.schedule_words.meaning import Clock, Part, Point
from domain.schedule_words.merging import merged, said_slots

_MIDNIGHT = timedelta(hours=24)
_BASES = {
    *("year", "year_shift", "half_shift", "quarter_shift"),
    *("month_shift", "week_shift", "day_shift"),
}
# Ways to choose days, which exclude each other.
_CHOICES = {"month_days", "nth", "festival", "part", "weekend", "day_shift"}
_DAYS_OF_PARTS = (Part.START, Part.FIRST_DAY, Part.LAST_DAY)
_NO_DAYS = {"clocks", "part_of_day", "every", "repeats"}


@dataclass(frozen=True, kw_only=True)
class Piece:
    """`to` is where a stretch of days ends, `to_hour` where a stretch of hours does."""

    point: Point = field(default_factory=Point)
    hours: tuple[Hour, ...] = ()
    to_hour: Hour | None = None
    to: Point | None = None

    @property
    def names_days(self) -> bool:
        """Whether it says more than the time of day."""
        return not said_slots(self.point).keys() <= _NO_DAYS

    @property
    def names_a_day(self) -> bool:
        """Whether it says more than a week, a month or a longer stretch."""
        point = self.point
        return bool(
            point.month_days
            or point.weekdays
            or point.nth
            or point.festival
            or point.part in _DAYS_OF_PARTS
            or point.day_shift is not None
        )

    @property
    def recurs(self) -> bool:
        """Whether it comes again."""
        return self.point.every is not None or self.point.repeats

    @property
    def is_empty(self) -> bool:
        """Whether nothing was said yet."""
        return self == Piece()


def join(one: Piece, other: Piece) -> Piece | None:
    """Both at once; None when they speak of the same thing differently."""
    point = merged(_of_each(one.point, other.point), _of_each(other.point, one.point))
    has_two = (one.hours and other.hours) or (one.to and other.to)
    if point is None or has_two or len(said_slots(point).keys() & _BASES) > 1:
        return None
    if len(said_slots(point).keys() & _CHOICES) > 1:
        return None
    both = (one.point.every, other.point.every)
    if None not in both and both[0] != both[1] and not (one.names_days or other.names_days):
        # Daily and weekly at once.
        return None
    return _joined(point, one, other)


def _of_each(one: Point, other: Point) -> Point:
    """Month end, every month: not the end of this one."""
    slot = SHIFTED.get(other.every.unit) if other.every and one.part else None
    if slot is None or getattr(one, slot) != 0:
        return one
    return replace(one, **{slot: None})  # type: ignore[arg-type]


def _joined(point: Point, one: Piece, other: Piece) -> Piece:
    return Piece(
        point=point,
        hours=one.hours or other.hours,
        to_hour=one.to_hour or other.to_hour,
        to=one.to or other.to,
    )


def to_point(piece: Piece, cursor: Cursor) -> Point | None:
    """The place with its hours decided; None when they contradict the part of the day."""
    part = piece.point.part_of_day
    has_day = piece.names_days or piece.recurs
    clocks = to_clocks(piece.hours, part, has_day=has_day)
    if len(clocks) != len(piece.hours):
        return None
    if not clocks:
        return piece.point
    clocks = tuple(_midnight(clock, piece, cursor) for clock in clocks)
    return replace(piece.point, clocks=clocks, part_of_day=None)


def with_year_of(start: Point, end: Point) -> Point:
    """January to March 2027 begins in that year, December to March in the one before."""
    if end.year is None or not (start.months and end.months) or start.year is not None:
        return start
    if start.year_shift is not None:
        return start
    begins = (start.months[0], *start.month_days[:1])
    is_same = begins <= (end.months[-1], *end.month_days[:1])
    return replace(start, year=end.year if is_same else end.year - 1)


def _midnight(clock: Clock, piece: Piece, cursor: Cursor) -> Clock:
    """Midnight begins a day of a rule and ends a deadline; of a single day it may be either."""
    if clock.at != _MIDNIGHT:
        return clock
    if piece.recurs:
        return clock if cursor.is_due else Clock(at=timedelta())
    ends = not piece.names_days or cursor.is_due or piece.point.day_shift == 0
    begins = not (ends or cursor.prefers_other("midnight"))
    return Clock(at=timedelta()) if begins else clock
