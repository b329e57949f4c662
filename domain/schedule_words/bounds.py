"""From when, until when and how often a rule holds, and the date that it counts from."""

from dataclasses import replace
from datetime import date, datetime, time, timedelta

from domain.schedule_words.following import next_moments
from domain.schedule_words.meaning import Expression, Offset, Point, Unit
from domain.schedule_words.narrowing import Stretch, narrowed, week_of
from domain.schedule_words.offsets import moved_day
from domain.schedule_words.reading import Ask, Question, Refusal, Refused
from domain.schedule_words.rule import Frequency, Rule
from domain.schedule_words.standpoint import Standpoint
from domain.schedule_words.stretches import bare_bases, is_explicit, places_of

_LAST_SECOND = time(23, 59, 59)


def bounded(
    rule: Rule, point: Point, said: Expression, standpoint: Standpoint
) -> Rule | Ask | Refused:
    """The rule within its bounds, and with an anchor where its counting needs one."""
    frame = _frame(point, standpoint)
    if isinstance(frame, Refused):
        return frame
    if frame is not None:
        rule = replace(rule, anchor=frame.first, until=_end_of(frame.last))
    if said.since is not None:
        since = _under_way(said, standpoint) or _border(said.since, standpoint, after=None)
        if since is None:
            return Refused(refusal=Refusal.NO_SUCH_DATE)
        rule = _from(replace(rule, anchor=since.first), standpoint)
    if said.until is not None:
        until = _border(said.until, standpoint, after=rule.anchor)
        if until is None:
            return Refused(refusal=Refusal.NO_SUCH_DATE)
        rule = replace(rule, until=_end(said.until, until.last))
    if rule.until is not None and rule.until < standpoint.now:
        return Ask(question=Question.PAST)
    rule = replace(rule, count=said.count)
    needs_anchor = rule.anchor is None and (rule.interval > 1 or rule.count)
    return _anchored(rule, standpoint) if needs_anchor else rule


def _under_way(said: Expression, standpoint: Standpoint) -> Stretch | None:
    """September to January, said in November, began this September."""
    since, until = said.since, said.until
    if not isinstance(since, Point) or not isinstance(until, Point) or is_explicit(since):
        return None
    for choice in places_of(since, standpoint):
        ends = _border(until, standpoint, after=choice[0].first)
        if ends is not None and ends.last >= standpoint.today:
            return choice[0]
    return None


def _from(rule: Rule, standpoint: Standpoint) -> Rule:
    """Every two weeks are counted from the first occurrence, not from the day that was named."""
    if rule.interval == 1 or rule.anchor is None:
        return rule
    before = datetime.combine(rule.anchor, time.min) - timedelta(seconds=1)
    plain = replace(rule, interval=1, count=None)
    first = next_moments(plain, replace(standpoint, now=before), how_many=1)
    return replace(rule, anchor=first[0].day) if first else rule


def _frame(point: Point, standpoint: Standpoint) -> Stretch | Refused | None:
    """What is coarser than the unit that recurs: 12月每周三 is bound by December."""
    if point.every is None or point.repeats:
        return None
    coarse = Point(
        year=point.year,
        year_shift=point.year_shift,
        half_shift=point.half_shift,
        quarter_shift=point.quarter_shift,
        month_shift=point.month_shift,
        week_shift=point.week_shift,
    )
    if point.every.unit is not Unit.YEAR:
        coarse = replace(coarse, halves=point.halves, quarters=point.quarters)
    if point.every.unit in (Unit.DAY, Unit.WORKING_DAY, Unit.WEEK):
        coarse = replace(coarse, months=point.months)
    if coarse == Point():
        return None
    found = _border(coarse, standpoint, after=None)
    return found or Refused(refusal=Refusal.NO_SUCH_DATE)


def _border(said: Point | Offset, standpoint: Standpoint, *, after: date | None) -> Stretch | None:
    """The stretch that is meant: the one that lasts or comes next, not before `after`."""
    if isinstance(said, Offset):
        return _border_of_length(said, standpoint)
    if is_explicit(said) or after is None:
        for choice in places_of(said, standpoint):
            if is_explicit(said) or choice[-1].last >= standpoint.today:
                return Stretch(first=choice[0].first, last=choice[-1].last)
        return None
    for base in bare_bases(said, after):
        found = [one for one in narrowed(base, said, standpoint) if one.last >= after]
        if found:
            return found[-1]
    return None


def _border_of_length(said: Offset, standpoint: Standpoint) -> Stretch | None:
    """So long from today, or from a day that belongs to it."""
    begins = standpoint.today
    if isinstance(said.of, Point):
        found = _border(said.of, standpoint, after=None)
        if found is None:
            return None
        begins = found.first - timedelta(days=1)
    day = moved_day(begins, said, standpoint)
    return Stretch(first=day, last=day)


def _end(said: Point | Offset, day: date) -> datetime:
    """Its last second, or the hour that was said."""
    clocks = said.clocks if isinstance(said, Point) else ()
    return datetime.combine(day, time.min) + clocks[-1].at if clocks else _end_of(day)


def _end_of(day: date) -> datetime:
    return datetime.combine(day, _LAST_SECOND)


def _anchored(rule: Rule, standpoint: Standpoint) -> Rule:
    """Counted from the stretch in which it happens next."""
    told = next_moments(replace(rule, interval=1, count=None), standpoint, how_many=1)
    if not told:
        return rule
    day = told[0].day
    if rule.count is not None or rule.frequency is Frequency.DAILY:
        return replace(rule, anchor=day)
    match rule.frequency:
        case Frequency.WEEKLY:
            return replace(rule, anchor=week_of(day).first)
        case Frequency.MONTHLY:
            return replace(rule, anchor=day.replace(day=1))
        case _:
            return replace(rule, anchor=day.replace(month=1, day=1))
