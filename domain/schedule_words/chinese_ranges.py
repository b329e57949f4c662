"""From one point to another in Chinese: a window, the bounds of a rule, or each day in between."""

from dataclasses import replace

from domain.schedule_words.chinese_sentence import Sentence
from domain.schedule_words.meaning import Every, Expression, Part, Point, Unit
from domain.schedule_words.merging import merged, said_slots
from domain.schedule_words.reading import Question
from domain.schedule_words.stretches import is_explicit

_FINE = (Unit.DAY, Unit.WORKING_DAY, Unit.WEEK, Unit.MONTH)
_CALENDAR_SLOTS = (
    "year",
    "year_shift",
    "halves",
    "half_shift",
    "quarters",
    "quarter_shift",
    "months",
    "month_shift",
    "nth_months",
    "week_shift",
    "month_days",
    "day_shift",
    "festival",
    "part",
    "part_unit",
)
_DAYS = {"weekdays", "of_working_days"}


def on_working_days(point: Point) -> Point:
    """工作日9点 is each working day."""
    if point.of_working_days and not point.nth and point.every is None:
        return replace(point, every=Every(unit=Unit.WORKING_DAY))
    return point


def with_range(heard: Sentence, said: Expression, start: Point, end: Point) -> Expression:
    point = on_working_days(heard.point if heard.point != Point() else start)
    every = point.every
    if is_weekday_run(start, end):
        return _with_weekday_run(heard, said, point, start, end)
    if _is_hours(end):
        return replace(said, when=point, to=end)
    if point.repeats and start.months and end.months and every and every.unit in _FINE:
        months = run_of(start.months[0], end.months[-1], 12)
        return replace(said, when=replace(point, months=months))
    in_months = start.months and end == Point(months=end.months)
    is_window = bool(every and every.unit is Unit.MONTH and start.month_days and not in_months)
    if every is not None and every.unit in _FINE and not is_window:
        bound = Point(**{slot: getattr(start, slot) for slot in _CALENDAR_SLOTS})
        if every.unit is Unit.MONTH and start.month_days:
            # 每月15日，3月到6月: the day is each month's.
            bound = replace(bound, month_days=())
        said_of_start = said_slots(bound)
        named = said_slots(point)
        if any(named.get(name, value) != value for name, value in said_of_start.items()):
            # 3月到6月 and 7月 besides.
            return replace(said, doubt=said.doubt or Question.NOT_ALL_UNDERSTOOD)
        rest = {name: value for name, value in named.items() if name not in said_of_start}
        return replace(said, when=Point(**rest), since=bound, until=end)
    leftover = {
        name: value for name, value in said_slots(point).items() if name not in said_slots(start)
    }
    if leftover.keys() & _DAYS and leftover.keys() <= {*_DAYS, "clocks", "part_of_day"}:
        # 3月到6月，周二和周四: of every week in between.
        unit = Unit.WEEK if "weekdays" in leftover else Unit.WORKING_DAY
        return replace(said, when=Point(every=Every(unit=unit), **leftover), since=start, until=end)
    window = replace(said, when=point, to=end)
    if every is not None and heard.is_deadline:
        return replace(window, doubt=said.doubt or Question.WHICH_MEANING)
    if leftover.keys() - {"every", "repeats"}:
        return replace(window, doubt=said.doubt or Question.WHICH_MEANING)
    return window


def _is_hours(point: Point) -> bool:
    return point == Point(clocks=point.clocks, part_of_day=point.part_of_day)


def is_weekday_run(start: Point, end: Point) -> bool:
    if start.clocks and end.clocks:
        # 周五22点到周六6点.
        return False
    days_only = end == Point(weekdays=end.weekdays, clocks=end.clocks, part_of_day=end.part_of_day)
    return days_only and len(start.weekdays) == 1 == len(end.weekdays) and not start.nth


def _with_weekday_run(
    heard: Sentence, said: Expression, point: Point, start: Point, end: Point
) -> Expression:
    """周一到周五 is each of the five days when it recurs, else a stretch of this week."""
    days = run_of(start.weekdays[0], end.weekdays[0], 7, first=0)
    hours = Point(clocks=end.clocks, part_of_day=end.part_of_day)
    every = point.every
    if every is None and (start.week_shift is not None or not end.clocks) and not point.clocks:
        return replace(said, when=point, to=end)
    if every is not None and every.unit is Unit.DAY:
        every = Every(unit=Unit.WEEK)
    each = merged(replace(point, weekdays=days, every=every or Every(unit=Unit.WEEK)), hours)
    if each is None:
        return replace(said, when=point, to=end, doubt=Question.WHICH_MEANING)
    if start.week_shift is None:
        return replace(said, when=each)
    if said.since or said.until or said.to or each.every != Every(unit=Unit.WEEK):
        return replace(said, when=point, to=end, doubt=Question.WHICH_MEANING)
    # 下周一至周五每天9点; without 每天 the hour may be that of the end alone.
    shift = start.week_shift
    first, last = (Point(week_shift=shift, weekdays=one.weekdays[:1]) for one in (start, end))
    doubt = said.doubt if every else said.doubt or Question.WHICH_MEANING
    bounded = replace(each, week_shift=None)
    return replace(said, when=bounded, since=first, until=last, doubt=doubt)


def run_of(first_day: int, last: int, size: int, *, first: int = 1) -> tuple[int, ...]:
    """Round the end of the year or week: 9月到1月."""
    length = (last - first_day) % size + 1
    return tuple(sorted((first_day - first + step) % size + first for step in range(length)))


def opened_yearly(said: Expression) -> Expression:
    """每年11月开始，年底前完成 is a window of every year, and not a rule that began once."""
    since, point = said.since, said.when
    if not isinstance(since, Point) or not isinstance(point, Point) or is_explicit(since):
        return said
    if point.every is None or point.every.unit is not Unit.YEAR or not since.months:
        return said
    if not said.is_deadline or not (point.part is Part.END or point.month_days):
        return Expression(doubt=Question.NOT_ALL_UNDERSTOOD)
    end = Point(months=point.months or (12,), month_days=point.month_days)
    start = replace(since, every=point.every)
    return replace(said, when=start, to=end, since=None, is_deadline=False, is_inclusive=False)
