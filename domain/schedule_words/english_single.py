"""What English words mean that name one moment, one deadline or one window."""

from dataclasses import replace

from domain.schedule_words.english_clock import to_clocks
from domain.schedule_words.english_cursor import Cursor
from domain.schedule_words.english_lasting import with_length
from domain.schedule_words.english_piece import Piece, join, to_point, with_year_of
from domain.schedule_words.english_said import Due, Said
from domain.schedule_words.meaning import (
    Amount,
    Event,
    Every,
    Expression,
    Offset,
    Part,
    Point,
    Unit,
)
from domain.schedule_words.reading import Question

_ONE_DAY = Amount(count=1, unit=Unit.DAY)
_SHORT = (Unit.MINUTE, Unit.HOUR)
_AT_SCHOOL = ("school", "holiday")
# Schools enter the days of their terms, so that one can count from them.
_BEGIN_AND_END = (Event(name="school_start"), Event(name="school_end"))
_ASKED_PARTS = (Part.FIRST_TEN, Part.SECOND_TEN, Part.MIDDLE, Part.LAST_TEN)


def of_distance(said: Said, cursor: Cursor) -> Expression | None:
    """Counted from an event, from another place or from now; the hour stands beside it."""
    if not said.is_only("base", "due", "distance", "event", "target"):
        return None
    _move_yearly(said)
    base, event = said.base, said.event
    if base.names_days or base.recurs or base.to_hour:
        return None
    is_at_school = event is not None and event.name.startswith(_AT_SCHOOL)
    if is_at_school and (said.distance is None or event not in _BEGIN_AND_END):
        return Expression(doubt=Question.SCHOOL_DATES)
    if event == Event(name="term_start"):
        return Expression(doubt=Question.TERM_START)
    if said.distance is None:
        return Expression(when=event, is_deadline=said.due is not None) if base.is_empty else None
    offset = _offset(said, cursor)
    if offset is None or (said.distance.is_span and not base.is_empty):
        return None
    is_due = said.due is not None or said.distance.is_due
    doubt = Question.WHICH_MEANING if said.distance.is_window else None
    return Expression(when=offset, is_deadline=is_due, is_span=said.distance.is_span, doubt=doubt)


def _move_yearly(said: Said) -> None:
    """Every year a week before New Year: it is New Year that comes every year."""
    yearly = said.base.point.every == Every(unit=Unit.YEAR) and said.base.recurs
    if not yearly or said.target is None:
        return
    rest = replace(said.base, point=replace(said.base.point, every=None))
    target = join(said.target, Piece(point=Point(every=Every(unit=Unit.YEAR))))
    if target is not None and not rest.names_days:
        said.base, said.target = rest, target


def _offset(said: Said, cursor: Cursor) -> Offset | None:
    """A week from Friday at 9 is at 9; two hours before 5pm are hours before."""
    hours = to_point(said.base, cursor)
    target = to_point(said.target, cursor) if said.target else None
    if said.distance is None or hours is None or (said.target and target is None):
        return None
    if said.target is not None and (said.target.to or said.target.to_hour):
        return None
    clocks, of = hours.clocks, said.event or target
    if target and target.clocks and said.distance.amounts[0].unit not in _SHORT:
        if clocks:
            return None
        clocks, of = target.clocks, replace(target, clocks=())
    part_of_day = hours.part_of_day
    if isinstance(of, Point) and of.part_of_day:
        if part_of_day or clocks:
            return None
        part_of_day, of = of.part_of_day, replace(of, part_of_day=None)
    return Offset(
        amounts=said.distance.amounts,
        sign=said.distance.sign,
        of=of,
        weekday=said.distance.weekday,
        clocks=clocks,
        part_of_day=part_of_day,
    )


def of_place(said: Said, cursor: Cursor) -> Expression | None:
    """One place in the calendar, or the way from one to another."""
    if said.since or said.to or (said.until and not said.base.is_empty):
        return _window(said, cursor)
    if said.base.is_empty:
        until = to_point(said.until, cursor) if said.until and said.is_only("until") else None
        if (
            until is None
            or _is_torn(until)
            or said.until is None
            or said.until.to
            or said.until.to_hour
        ):
            return None
        return Expression(when=until, is_deadline=True, is_inclusive=True)
    if not said.is_only("base", "lasting", "due", "left", "shift"):
        return None
    point = to_point(said.base, cursor)
    if point is None or _is_torn(point):
        return None
    if said.lasting is not None:
        return with_length(Expression(when=point), said) if said.due is None else None
    if said.due is not None:
        return deadline(point, said, cursor)
    return with_end(point, said, cursor)


def _is_torn(point: Point) -> bool:
    """Tomorrow the 5th, Friday in December: no single day is both, or surely the one."""
    named = (point.month_days, point.nth, point.festival, point.weekend, point.part)
    is_near = point.day_shift is not None or point.week_shift is not None
    coarse = (point.months, point.quarters, point.halves, point.month_shift, point.year_shift)
    is_one_of_many = bool(point.weekdays) and not any(named)
    is_coarse = any(one not in (None, ()) for one in (*coarse, point.year))
    is_whole = not any(named) and not point.weekdays and point.day_shift is None
    return (
        sum(map(bool, named)) > 1
        or (is_near and is_coarse)
        or (point.festival is not None and bool(point.months))
        or (point.weekend and point.part_of_day is not None)
        or (is_coarse and is_whole and point.part_of_day is not None)
        or (is_near and (any(named[:3]) or bool(point.months)))
        or (is_one_of_many and is_coarse)
    )


def _window(said: Said, cursor: Cursor) -> Expression | None:
    """From one place to another, with nothing else said about the days."""
    ends = said.to or said.until
    if not said.is_only("base", "since", "to", "until") or (said.to and said.until):
        return None
    starts = said.since or said.base
    if said.since is not None and not said.base.is_empty:
        joined = join(said.base, said.since)
        if joined is None or said.base.names_days:
            return None
        starts = joined
    if ends is None or starts.to_hour or starts.to or ends.to_hour or ends.to:
        return None
    start, end = to_point(starts, cursor), to_point(ends, cursor)
    if start is None or end is None or max(len(start.clocks), len(end.clocks)) > 1:
        return None
    return Expression(when=with_year_of(start, end), to=end)


def with_end(point: Point, said: Said, cursor: Cursor) -> Expression | None:
    """The point alone, or the window that its own words make: 2-4pm, the 1st to the 5th."""
    base = said.base
    if base.to_hour is None and base.to is None:
        return _doubtful(point, cursor)
    if base.to_hour is not None and base.to is not None:
        return None
    if base.to is not None:
        return Expression(when=point, to=base.to)
    hours = (base.to_hour,) if base.to_hour else ()
    clocks = to_clocks(hours, base.point.part_of_day, has_day=True)
    is_next_day = base.to_hour and base.to_hour.is_exact and base.to_hour.at < base.hours[0].at
    if not clocks and is_next_day:
        # Every night from 10pm to 6am: it ends on the day after.
        clocks = to_clocks(hours, None, has_day=True)
    return Expression(when=point, to=Point(clocks=clocks)) if clocks else None


def _doubtful(point: Point, cursor: Cursor) -> Expression:
    """The last Friday of no month is over; the first one of the month may be every month's."""
    is_bare = replace(point, clocks=(), part_of_day=None, nth=(), nth_unit=None, weekdays=())
    if point.nth and is_bare == Point():
        if point.nth == (-1,) and len(point.weekdays) == 1:
            return Expression(when=replace(point, nth=(), week_shift=-1))
        if not cursor.prefers_other("of the month"):
            return Expression(when=replace(point, every=Every(unit=Unit.MONTH)))
    chosen = point.month_days or point.nth or point.part
    has_many = len(point.months) > 1 and bool(chosen) and point.year is None
    if has_many and not point.every and not cursor.prefers_other("every year"):
        return Expression(when=replace(point, every=Every(unit=Unit.YEAR)))
    return Expression(when=point)


def deadline(point: Point, said: Said, cursor: Cursor) -> Expression | None:
    """By a day includes it; before a day may not; before a stretch never does."""
    if said.base.to_hour or said.base.to:
        return None
    due = Expression(when=point, is_deadline=True)
    if point.part is Part.LAST_DAY or point.clocks:
        return replace(due, is_inclusive=True)
    if point.part in _ASKED_PARTS:
        # By mid-December: before it begins, or before it is over?
        return replace(due, is_inclusive=said.due is Due.WITHIN)
    if point.part is Part.START:
        point = replace(point, part=Part.FIRST_DAY)
    if (said.due is Due.BEFORE or point.part) and point.festival is None:
        earlier = Expression(when=Offset(amounts=(_ONE_DAY,), sign=-1, of=point), is_deadline=True)
        is_inclusive = said.base.names_a_day and cursor.prefers_other("before a day")
        return replace(due, when=point, is_inclusive=True) if is_inclusive else earlier
    is_inclusive = said.due is Due.WITHIN or point.festival is not None
    return replace(due, is_inclusive=is_inclusive and said.due is not Due.BEFORE)
