"""What English words mean that come again: the rule within its bounds."""

from dataclasses import replace

from domain.schedule_words.english_cursor import Cursor
from domain.schedule_words.english_lasting import with_length
from domain.schedule_words.english_piece import Piece, join, to_point, with_year_of
from domain.schedule_words.english_said import Due, Said
from domain.schedule_words.english_single import deadline, with_end
from domain.schedule_words.meaning import Every, Expression, Point, Unit
from domain.schedule_words.narrowing import MONTHS_IN
from domain.schedule_words.rules_of_parts import PARTS_WITH_WEEKDAYS

_OF_DAYS = (Unit.DAY, Unit.WORKING_DAY, Unit.WEEK)


def of_rule(said: Said, cursor: Cursor) -> Expression | None:
    """A rule, perhaps with its own window, from, until, for so long or so many times."""
    said.base, said.since, said.to = _apart(said)
    said.base = _with_months_of_each(said.base)
    if not said.is_only("base", "since", "until", "to", "times", "lasting", "due", "left", "shift"):
        return None
    if said.until is not None and said.to is not None:
        return None
    since = _bound(said.since, said, cursor)
    until = _bound(said.until or said.to, said, cursor)
    point = to_point(_begun(said.base, said.since), cursor)
    if point is None or _is_torn(point) or since is _UNCLEAR or until is _UNCLEAR:
        return None
    found = with_end(point, said, cursor)
    if until is not None and until == Point(clocks=until.clocks):
        # Only an hour: every Friday at 2pm until 4pm.
        found = replace(found, to=until) if found and found.to is None and point.clocks else None
        until = None
    if found is None or (since is not None and since.clocks):
        return None
    if since is not None and until is not None:
        since = with_year_of(since, until)
    return _bounded(replace(found, since=since, until=until), point, said, cursor)


def _with_months_of_each(base: Piece) -> Piece:
    """Half-yearly, in June and December: each half has one, so they come every year."""
    point, every = base.point, base.point.every
    length = MONTHS_IN.get(every.unit, 0) * every.interval if every else 0
    if length not in (3, 6):
        return base
    stretches = {(month - 1) // length for month in point.months}
    if len(point.months) != 12 // length or len(stretches) != len(point.months):
        return base
    return replace(base, point=replace(point, every=Every(unit=Unit.YEAR)))


_DAILY = Every(unit=Unit.DAY)
_UNCLEAR = Point(repeats=True)


def _bound(bound: Piece | None, said: Said, cursor: Cursor) -> Point | None:
    """Where it begins or ends; the hour of a bound is that of the days in between."""
    if bound is None:
        return None
    if bound.hours and bound.names_days:
        if said.base.hours:
            return _UNCLEAR
        said.base = replace(said.base, hours=bound.hours, to_hour=bound.to_hour)
        bound = replace(bound, hours=(), to_hour=None)
    if bound.point.part_of_day and bound.names_days:
        # Until June in the morning: in the morning each time.
        if said.base.hours or said.base.point.part_of_day:
            return _UNCLEAR
        part_of_day = bound.point.part_of_day
        said.base = replace(said.base, point=replace(said.base.point, part_of_day=part_of_day))
        bound = replace(bound, point=replace(bound.point, part_of_day=None))
    point = to_point(bound, cursor)
    is_simple = point is not None and not (bound.to or bound.to_hour or bound.recurs)
    return point if is_simple else _UNCLEAR


def _begun(base: Piece, since: Piece | None) -> Piece:
    """Every two weeks from next Monday is on Mondays."""
    every, weekdays = base.point.every, since.point.weekdays if since else ()
    if base.names_days or every is None or every.unit is not Unit.WEEK or len(weekdays) != 1:
        return base
    return replace(base, point=replace(base.point, weekdays=weekdays))


def _is_torn(point: Point) -> bool:
    """Every six months on 1 June, every Friday the 13th: no rule says both."""
    named = (point.month_days, point.nth or point.weekdays, point.festival, point.weekend)
    if point.weekend and point.part_of_day:
        return True
    has_part = bool(point.part) and point.part not in PARTS_WITH_WEEKDAYS
    if sum(map(bool, (*named, has_part))) > 1 or point.day_shift is not None:
        return True
    if point.part_of_day and not any((*named, point.part)) and point.every != _DAILY:
        return True
    is_daily = point.every is not None and point.every.unit in _OF_DAYS
    if (
        point.every
        and not is_daily
        and point.weekdays
        and not (point.nth or point.part or (point.repeats and point.months))
    ):
        # Monthly on Monday: on which of them?
        return True
    if is_daily and (point.month_days or point.nth or point.festival or point.part):
        return True
    if point.every is None or not point.months or point.every.unit is Unit.YEAR:
        return False
    if point.every.unit is Unit.MONTH and point.every.interval == 1:
        return len(point.months) == 1 and bool(point.month_days)
    return point.every.unit not in _OF_DAYS


def _bounded(found: Expression, point: Point, said: Said, cursor: Cursor) -> Expression | None:
    count = said.times.count if said.times and said.times.every is None else None
    bounded: Expression | None = replace(found, count=count)
    if said.lasting is not None:
        bounded = with_length(found, said) if count is None else None
    if said.due is None or bounded is None:
        return bounded
    if said.due is Due.BEFORE:
        is_alone = bounded == Expression(when=point)
        return deadline(point, said, cursor) if is_alone else None
    if bounded.to is not None:
        return None
    return replace(bounded, is_deadline=True, is_inclusive=True)


def _apart(said: Said) -> tuple[Piece, Piece | None, Piece | None]:
    """Daily on 1-15 December is daily from the first of them to the last."""
    base, point = said.base, said.base.point
    is_daily = point.every is not None and point.every.unit in _OF_DAYS
    if base.to is None or not is_daily or not point.month_days or said.since or said.to:
        return base, said.since, said.to
    starts = replace(
        Point(),
        year=point.year,
        year_shift=point.year_shift,
        months=point.months,
        month_shift=point.month_shift,
        month_days=point.month_days,
    )
    rule = replace(point, year=None, year_shift=None, months=(), month_shift=None, month_days=())
    return replace(base, point=rule, to=None), Piece(point=starts), Piece(point=base.to)


def with_bounds(said: Said, cursor: Cursor) -> Piece:
    """What was said with "from" and "to", but belongs to the place itself."""
    since, to, base = said.since, said.to, said.base
    joined = join(base, since) if since is not None else None
    if since is None or joined is None:
        return base
    # Every Friday from 9am; from the 1st to the 15th of December.
    is_hour = not since.names_days and not base.is_empty
    is_range = to is None and since.to is not None
    is_week = is_range and since.point.weekdays and not since.hours and not base.hours
    if is_week and not base.recurs and cursor.prefers_other("one week or every week"):
        week = replace(since.point, weekdays=since.point.weekdays[:1])
        said.since = None
        return Piece(point=week, to=since.to)
    if is_hour or is_range:
        said.since = None
        return as_list(joined)
    if to is not None and _is_within(base, since) and not (to.hours or joined.to):
        said.since = said.to = None
        return replace(joined, to=to.point)
    return base


def _is_within(base: Piece, since: Piece) -> bool:
    """Every month from the 1st to the 5th, as against every Friday from March to June."""
    every, point = base.point.every, since.point
    if every is None or base.names_days or base.hours or since.hours:
        return False
    match every.unit:
        case Unit.WEEK:
            return bool(point.weekdays) and point.week_shift is None
        case Unit.MONTH:
            return point == Point(month_days=point.month_days)
        case Unit.YEAR:
            return point == Point(months=point.months, month_days=point.month_days)
        case _:
            return False


def as_list(base: Piece) -> Piece:
    """Tue and Thu are every week, unless their week was named."""
    point = base.point
    if base.to is not None and point.weekdays and not point.month_days:
        # Monday to Friday: a stretch of one week, or five days of every week.
        if point.week_shift is not None and not base.recurs:
            to = replace(base.to, week_shift=point.week_shift)
            return replace(base, point=replace(point, weekdays=point.weekdays[:1]), to=to)
        base = replace(base, to=None, point=replace(point, weekdays=tuple(sorted(point.weekdays))))
        point = base.point
    if point.repeats and point.every is None and point.weekdays:
        return replace(base, point=replace(point, repeats=False, every=Every(unit=Unit.WEEK)))
    is_list = len(point.weekdays) > 1 and not point.nth and not base.recurs
    if not is_list or point.week_shift is not None or point.month_days:
        return base
    return replace(base, point=replace(point, every=Every(unit=Unit.WEEK)))
