"""From what an English sentence said to its one Expression."""

from dataclasses import replace

from domain.schedule_words.english_cursor import Cursor
from domain.schedule_words.english_list import of_list
from domain.schedule_words.english_piece import Piece, join
from domain.schedule_words.english_quota import Times
from domain.schedule_words.english_rule import as_list, of_rule, with_bounds
from domain.schedule_words.english_said import Said
from domain.schedule_words.english_single import of_distance, of_place
from domain.schedule_words.how_often import PERS, as_one, one_stretch
from domain.schedule_words.meaning import Every, Except, Expression, Part, Point, QuotaSaid, Unit
from domain.schedule_words.reading import Question
from domain.schedule_words.rules_of_parts import PARTS_WITH_WEEKDAYS
from domain.working_day import Shift


def compose(said: Said, cursor: Cursor) -> Expression | None:
    """The meaning of all the parts together; None when they do not make one."""
    if said.vague:
        return Expression(doubt=Question.VAGUE, doubt_about=said.vague)
    if said.others:
        return of_list(said, cursor)
    if said.times is not None and (quota := _quota(said)) is not None:
        return quota
    base = _with_times(said)
    if base is None:
        return None
    said.base = as_list(base)
    if cursor.reads_other("of the month") and (base.recurs or not said.is_only("base")):
        return None
    if said.is_only("base") and (bare := _bare(said.base)) is not None:
        return bare
    if said.distance is not None or said.event is not None:
        return of_distance(said, cursor)
    said.base = with_bounds(said, cursor)
    found = of_rule(said, cursor) if said.base.recurs else of_place(said, cursor)
    return _limited(found, said) if found is not None else None


def _quota(said: Said) -> Expression | None:
    """At least twice a month; each month at least twice."""
    times, base = said.times, said.base
    every = times.every if times else None
    if times is None or not said.is_only("base", "times"):
        return None
    if base.hours or base.point.part_of_day:
        return None
    if base.names_days:
        return _quota_in_window(times, base) or _quota_in_one_stretch(times, base)
    every = every or base.point.every
    if every is None or every.unit not in PERS:
        return None
    if base.recurs and times.every not in (None, base.point.every):
        return None
    least = 0 if times.is_most else times.count
    most = times.count if times.is_most else times.most
    per, interval = PERS[every.unit], every.interval
    quota = QuotaSaid(at_least=least, at_most=most, per=per, every=interval)
    said_quota = Expression(quota=quota)
    if times.every is None and every.unit is Unit.DAY and not (times.is_least or times.is_most):
        # Daily, 5 times: on five days, or five times on each?
        counted = Expression(when=Point(every=every), count=times.count)
        return replace(counted, alternatives=(said_quota,))
    return said_quota


def _quota_in_window(times: Times, base: Piece) -> Expression | None:
    """Once a year in March."""
    point, every = base.point, times.every
    part = point.part if point.part in PARTS_WITH_WEEKDAYS or point.part is Part.MIDDLE else None
    named = Point(
        months=point.months,
        quarters=point.quarters,
        part=part,
        part_unit=point.part_unit if part else None,
    )
    is_window = base == Piece(point=named)
    if not is_window or times.is_most or times.most or every != Every(unit=Unit.YEAR):
        return None
    quota = QuotaSaid(at_least=times.count, per=PERS[Unit.YEAR])
    return Expression(quota=quota, when=replace(point, every=every))


def _quota_in_one_stretch(times: Times, base: Piece) -> Expression | None:
    """Twice this year, once in the first half of 2027: so often, and not every year."""
    unit = one_stretch(base.point)
    if unit is None or base != Piece(point=base.point) or times.every is not None:
        return None
    least, most = (0, times.count) if times.is_most else (times.count, times.most)
    quota = QuotaSaid(at_least=least, at_most=most, per=PERS[unit])
    return Expression(quota=quota, when=base.point)


def _with_times(said: Said) -> Piece | None:
    """Once a week on Friday is every Friday; twice a week needs two days."""
    times, base = said.times, said.base
    if times is None:
        return base
    if times.is_least or times.is_most or times.most:
        return None
    if times.every is None:
        return base if times.count > 1 and (base.recurs or base.hours) else None
    named = max(len(base.point.weekdays), len(base.point.month_days), len(base.hours), 1)
    is_whole = base.is_empty and times.count == 1
    if not is_whole and (times.count != named or not (base.names_a_day or base.hours)):
        return None
    return join(base, Piece(point=Point(every=times.every)))


def _bare(base: Piece) -> Expression | None:
    """Monthly: once a month, or on a day that was not said? Each term: once in it."""
    every = said_every = base.point.every
    if every is None or said_every is None or base != Piece(point=Point(every=every)):
        return None
    every = as_one(every)
    if every.unit is Unit.DAY or every.unit not in PERS:
        return None
    once = QuotaSaid(at_least=1, per=PERS[every.unit], every=every.interval)
    # Every 3 months is so often; quarterly may be said of a day that was not named.
    is_sure = every.unit is Unit.TERM or said_every.interval > 1
    return Expression(quota=once, doubt=None if is_sure else Question.WHICH_MEANING)


def _limited(found: Expression, said: Said) -> Expression | None:
    left = said.left
    shift = said.shift or (Shift.SKIP if left and left.days_off else Shift.KEEP)
    if said.shift and left and left.days_off:
        return None
    leaving_out = Except(weekdays=left.weekdays, months=left.months) if left else Except()
    is_limited = shift is not Shift.KEEP or leaving_out != Except()
    is_rule = isinstance(found.when, Point) and (found.when.every or found.when.repeats)
    is_a_day = isinstance(found.when, Point) and leaving_out == Except() and left is None
    if is_limited and not (is_rule or is_a_day):
        return None
    return replace(found, shift=shift, leaving_out=leaving_out)
