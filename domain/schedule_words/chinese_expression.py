"""From what was heard of a Chinese sentence to the meaning of all of it together."""

from dataclasses import replace
from datetime import timedelta

from domain.schedule_words.chinese_counted import counted, once_in_each
from domain.schedule_words.chinese_lasting import with_length
from domain.schedule_words.chinese_ranges import (
    on_working_days,
    opened_yearly,
    run_of,
    with_range,
)
from domain.schedule_words.chinese_sentence import Sentence
from domain.schedule_words.meaning import (
    Clock,
    Every,
    Expression,
    Offset,
    Part,
    Point,
    Unit,
)
from domain.schedule_words.merging import said_slots
from domain.schedule_words.reading import Question
from domain.schedule_words.rules import is_recurring

_NOON = timedelta(hours=12)
_LISTED_SLOTS = {
    *("weekdays", "months", "month_days", "clocks", "part_of_day", "part", "part_unit"),
}


def expression_of(heard: Sentence) -> Expression | None:
    """None when no time was named at all."""
    said = _frame(heard)
    of_each = once_in_each(heard)
    if of_each != heard.point:
        heard.point, heard.at_least = of_each, None
    quota = counted(heard, said)
    if quota is not None:
        return quota
    if heard.at_least not in (None, _times_named(heard.point)) or (
        heard.is_minimum and not heard.is_deadline
    ):
        said = replace(said, doubt=said.doubt or Question.WHICH_MEANING)
    if heard.is_run_of_days and (heard.point.clocks or heard.point.part_of_day):
        said = replace(said, doubt=said.doubt or Question.WHICH_MEANING)
    said = _with_when(heard, said)
    if said == Expression():
        return None
    said = opened_yearly(with_length(heard, said))
    hours = heard.point.clocks
    others = tuple(
        one if one.clocks or one.part_of_day else replace(one, clocks=hours) for one in heard.others
    )
    said = replace(said, also=others)
    return replace(said, alternatives=_alternatives(heard, said))


def _frame(heard: Sentence) -> Expression:
    return Expression(
        is_deadline=heard.is_deadline,
        is_inclusive=heard.is_inclusive,
        is_span=heard.is_span,
        since=heard.since,
        until=heard.until,
        count=heard.count,
        lasting=heard.lasting,
        shift=heard.shift,
        leaving_out=heard.left_out,
        doubt=heard.doubt,
        doubt_about=heard.doubt_about,
    )


def _times_named(point: Point) -> int:
    """一周两次，周二和周五: as often as days were named."""
    if point.every is None or point.nth:
        return 1
    months = max(len(point.months), 1) if point.every.unit is Unit.YEAR else 1
    return months * max(len(point.weekdays), len(point.month_days), len(point.clocks), 1)


def _with_when(heard: Sentence, said: Expression) -> Expression:
    if heard.has_offset:
        of = heard.event or heard.base
        offset = Offset(
            amounts=heard.amounts,
            sign=heard.sign,
            of=of,
            weekday=heard.weekday,
            clocks=heard.point.clocks,
            part_of_day=heard.point.part_of_day,
        )
        only_hours = heard.point == Point(clocks=offset.clocks, part_of_day=offset.part_of_day)
        doubt = said.doubt if only_hours else said.doubt or Question.WHICH_MEANING
        return replace(said, when=offset, doubt=doubt)
    if heard.event is not None:
        doubt = said.doubt
        if heard.point != Point():
            doubt = doubt or Question.WHICH_MEANING
        return replace(said, when=heard.event, doubt=doubt)
    due = heard.due_point
    if due is not None and due.every is None and heard.point.every is not None:
        return _until_due(heard, said, due)
    if heard.to is not None and heard.range_start is not None:
        return with_range(heard, said, heard.range_start, heard.to)
    if heard.point == Point():
        return _between_bounds(said)
    if heard.is_spoken_hour and heard.point == Point(clocks=heard.point.clocks):
        return replace(said, when=Point(clocks=tuple(map(_opened, heard.point.clocks))))
    point = on_working_days(_at_the_end(_without_weekend(heard.point)))
    if heard.is_within and due is not None and _chooses_more(heard.point, due):
        # 年内最后一个工作日 is a day, and no longer the end of the year.
        return replace(said, when=point, is_deadline=False, is_inclusive=False)
    return replace(said, when=point)


def _between_bounds(said: Expression) -> Expression:
    """即日起至月底 is a window."""
    since, until = said.since, said.until
    if isinstance(since, Point) and isinstance(until, Point) and said.quota is None:
        return replace(said, when=since, to=until, since=None, until=None)
    return said


def _chooses_more(point: Point, due: Point) -> bool:
    """Whether a day was chosen after the stretch was closed."""
    chosen = {"nth", "weekdays", "month_days", "festival", "of_working_days"}
    return bool(chosen & (said_slots(point).keys() - said_slots(due).keys()))


def _without_weekend(point: Point) -> Point:
    """下周末周六 says it twice."""
    if point.weekend and point.weekdays and set(point.weekdays) <= {5, 6}:
        return replace(point, weekend=False)
    return point


def _at_the_end(point: Point) -> Point:
    """月底最后一天 says the end twice, 每月末周五 means the last one."""
    if point.part is not Part.END:
        return point
    if point.nth and all(nth < 0 for nth in point.nth):
        months = (12,) if point.part_unit is Unit.YEAR else point.months
        return replace(point, part=None, part_unit=None, months=months)
    if len(point.weekdays) == 1 and not point.nth and is_recurring(point):
        return replace(point, part=None, part_unit=None, nth=(-1,))
    return point


def _opened(clock: Clock) -> Clock:
    """8点 alone may be in the evening."""
    return replace(clock, is_open=timedelta() < clock.at < _NOON)


def _until_due(heard: Sentence, said: Expression, due: Point) -> Expression:
    """12月底前每周五: each Friday, until then."""
    kept = {
        name: value
        for name, value in said_slots(heard.point).items()
        if name not in said_slots(due)
    }
    return replace(said, when=Point(**kept), until=due, is_deadline=False)


def _alternatives(heard: Sentence, said: Expression) -> tuple[Expression, ...]:
    found: list[Expression] = []
    point = said.when
    if heard.gap_alternative and isinstance(point, Point) and point.every:
        shorter = replace(point.every, interval=heard.gap_alternative)
        found.append(replace(said, when=replace(point, every=shorter)))
    is_single = isinstance(point, Point) and point.every is None and point.month_shift == 1
    if heard.says_next_month and is_single and said.is_deadline and isinstance(point, Point):
        # 次月5日前 is mostly said of every month.
        every = replace(point, month_shift=None, every=Every(unit=Unit.MONTH))
        found.append(replace(said, when=every))
    if isinstance(point, Point) and not said.also:
        found += _recurring_instead(said, point)
    return tuple(found)


def _recurring_instead(said: Expression, point: Point) -> list[Expression]:
    """周二、周四 without 每 may mean each week, 10号、20号 each month."""
    if is_recurring(point) or said.is_span or said_slots(point).keys() - _LISTED_SLOTS:
        return []
    if len(point.weekdays) > 1:
        return [replace(said, when=replace(point, every=Every(unit=Unit.WEEK)))]
    if said.to is not None and point.weekdays and said.to == Point(weekdays=said.to.weekdays):
        days = run_of(point.weekdays[0], said.to.weekdays[0], 7, first=0)
        every = replace(point, weekdays=days, every=Every(unit=Unit.WEEK))
        return [replace(said, when=every, to=None)]
    if len(point.months) > 1:
        return [replace(said, when=replace(point, repeats=True))]
    if len(point.month_days) > 1 and not point.months:
        return [replace(said, when=replace(point, every=Every(unit=Unit.MONTH)))]
    return []
