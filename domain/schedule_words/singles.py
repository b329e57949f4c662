"""One moment, deadline or stretch: the next one, unless the words name it exactly."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import timedelta

from domain.schedule_words.doubts import checked, several, start_of_part
from domain.schedule_words.meaning import Expression, Part, Point
from domain.schedule_words.moon import lunar_date_of
from domain.schedule_words.narrowing import Stretch
from domain.schedule_words.reading import (
    Ask,
    Kind,
    LocalMoment,
    Question,
    Reading,
    Refusal,
    Refused,
    Schedule,
)
from domain.schedule_words.soundness import is_sound
from domain.schedule_words.standpoint import LAST_MINUTE, Standpoint, wall
from domain.schedule_words.stretches import is_explicit, places_of

_ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, kw_only=True)
class _Single:
    """A point that does not recur, and how it was said."""

    point: Point
    said: Expression
    standpoint: Standpoint


@dataclass(frozen=True, kw_only=True)
class _Found:
    """A stretch of days, at one of the clock times."""

    stretch: Stretch
    clock: timedelta | None

    def begins(self) -> LocalMoment:
        return LocalMoment(day=self.stretch.first, clock=self.clock)


def resolve_single(point: Point, said: Expression, standpoint: Standpoint) -> Reading:
    """What a point that does not recur means: once, deadline or period."""
    if point.week_shift is not None and point.weekdays and point.month_days:
        return _of_week(point, said, standpoint)
    if not is_sound(point):
        return Ask(question=Question.NOT_ALL_UNDERSTOOD)
    if not point.weekdays or not (
        point.month_days or point.festival or point.day_shift is not None
    ):
        return _resolve(_Single(point=point, said=said, standpoint=standpoint))
    # 12月1日周二 is the first of December, if that is a Tuesday.
    plain = replace(point, weekdays=())
    reading = _resolve(_Single(point=plain, said=said, standpoint=standpoint))
    if isinstance(reading, Schedule) and reading.at and reading.at.day.weekday() in point.weekdays:
        return reading
    return Refused(refusal=Refusal.NO_SUCH_DATE)


def _of_week(point: Point, said: Expression, standpoint: Standpoint) -> Reading:
    """下周三（25日）: the Wednesday of next week, if that is the 25th."""
    plain = replace(point, month_days=(), months=())
    reading = resolve_single(plain, said, standpoint)
    if not isinstance(reading, Schedule) or reading.at is None:
        return reading
    day = reading.at.day
    agrees = point.month_days == (day.day,) and point.months in ((), (day.month,))
    return reading if agrees else Refused(refusal=Refusal.NO_SUCH_DATE)


def _resolve(single: _Single) -> Reading:
    chosen = _chosen(single)
    if not chosen:
        return Refused(refusal=Refusal.NO_SUCH_DATE)
    if len(chosen) > 1:
        return several([_schedule(one, single) for one in chosen], single.standpoint)
    one = chosen[0]
    if not one.stretch.is_a_day:
        return _resolve_stretch(one, single)
    reading = checked(_schedule(one, single), single.standpoint)
    if isinstance(reading, Ask) and reading.question is Question.PAST:
        return _with_the_next(reading, single)
    return _before_the_holiday(reading, single)


def _before_the_holiday(reading: Reading, single: _Single) -> Reading:
    """The day before a festival is often a day off: or the last working day before it?"""
    is_border = single.said.is_deadline and single.point.festival and not single.point.clocks
    if not is_border or not isinstance(reading, Schedule) or reading.at is None:
        return reading
    calendar = single.standpoint.calendar
    working = calendar.previous_working_day(reading.at.day)
    is_holiday = calendar.special_days.get(reading.at.day) is False
    if not is_holiday or working <= single.standpoint.today:
        return reading
    earlier = replace(reading, at=replace(reading.at, day=working))
    return Ask(question=Question.WHICH_MEANING, readings=(reading, earlier))


def _resolve_stretch(one: _Found, single: _Single) -> Reading:
    schedule = _schedule(one, single)
    if not single.said.is_deadline:
        is_half_said = bool(single.point.clocks)
        if is_half_said:
            return Ask(question=Question.NO_DATE, readings=(schedule,))
        return _or_the_last(schedule, one, single)
    is_clear = single.said.is_inclusive or single.point.weekend
    if is_clear or single.point.part is Part.END:
        return checked(schedule, single.standpoint)
    # 12月前: before it is over, or before it begins?
    before = replace(one.stretch, last=one.stretch.first - _ONE_DAY)
    both = (schedule, _schedule(replace(one, stretch=before), single))
    ahead = tuple(each for each in both if each.at and not single.standpoint.is_past(each.at))
    if ahead:
        return Ask(question=Question.WHICH_MEANING, readings=ahead)
    return Ask(question=Question.PAST, readings=both)


def _or_the_last(schedule: Schedule, one: _Found, single: _Single) -> Reading:
    """一季度, said in November: next year's, or the one that has to be reported?

    What is to be done so often lies ahead.
    """
    point, today = single.point, single.standpoint.today
    is_bare = not is_explicit(point) and bool(point.quarters or point.halves)
    is_bare = is_bare and single.said.quota is None
    if not is_bare or one.stretch.first.year == today.year:
        return schedule
    before = _resolve(replace(single, point=replace(point, year_shift=0)))
    readings = (schedule, before) if isinstance(before, Schedule) else (schedule,)
    return Ask(question=Question.WHICH_MEANING, readings=readings)


def _chosen(single: _Single) -> list[_Found]:
    """Each day that was named, where it comes next; all in order."""
    choices = _choices(single)
    if is_explicit(single.point):
        return next(choices, [])
    nearest: dict[int, _Found] = {}
    wanted = 0
    for choice in choices:
        wanted = max(wanted, len(choice))
        for number, one in enumerate(choice):
            if number not in nearest and _may_be_meant(one, single):
                nearest[number] = one
        if len(nearest) == wanted:
            break
    return sorted(nearest.values(), key=lambda one: wall(one.begins()))


def _choices(single: _Single) -> Iterator[list[_Found]]:
    clocks: tuple[timedelta | None, ...] = tuple(clock.at for clock in single.point.clocks)
    for stretches in places_of(single.point, single.standpoint):
        yield [_Found(stretch=one, clock=clock) for one in stretches for clock in clocks or (None,)]


def _may_be_meant(one: _Found, single: _Single) -> bool:
    """Strictly in the future, or a stretch that still lasts."""
    standpoint = single.standpoint
    if single.said.is_deadline:
        return standpoint.is_ahead(_due(one, single))
    if not one.stretch.is_a_day:
        return one.stretch.last >= standpoint.today
    return standpoint.is_ahead(start_of_part(one.begins(), single.point.part_of_day, standpoint))


def _due(one: _Found, single: _Single) -> LocalMoment:
    """A bare day counts to its end; a festival is a border and not part of the time before."""
    if one.clock is not None:
        return LocalMoment(day=one.stretch.last, clock=one.clock)
    hours = single.standpoint.words.hours_of_day.get(single.point.part_of_day or "")
    is_date = single.point.festival is None or lunar_date_of(single.point.festival) is not None
    is_border = not is_date and not single.said.is_inclusive
    back = _ONE_DAY if is_border else timedelta()
    return LocalMoment(day=one.stretch.last - back, clock=hours[1] if hours else LAST_MINUTE)


def _schedule(one: _Found, single: _Single) -> Schedule:
    part_of_day = single.point.part_of_day
    if single.said.is_deadline:
        return Schedule(kind=Kind.DEADLINE, at=_due(one, single), part_of_day=part_of_day)
    if one.stretch.is_a_day:
        return Schedule(kind=Kind.ONCE, at=one.begins(), part_of_day=part_of_day)
    first, last = LocalMoment(day=one.stretch.first), LocalMoment(day=one.stretch.last)
    return Schedule(kind=Kind.PERIOD, at=first, until=last, part_of_day=part_of_day)


def _with_the_next(past: Ask, single: _Single) -> Ask:
    """Offer the one after the one that is over, first."""
    later = _one_later(single.point)
    reading = _resolve(replace(single, point=later)) if later else None
    offered = (reading,) if isinstance(reading, Schedule) else ()
    return replace(past, readings=(*offered, *past.readings))


def _one_later(point: Point) -> Point | None:
    """Tomorrow for today, next week for this week; what was already over was not a slip."""
    if point.day_shift == 0:
        return replace(point, day_shift=1)
    if point.week_shift == 0:
        return replace(point, week_shift=1)
    if point.month_shift == 0:
        return replace(point, month_shift=1)
    return replace(point, year_shift=1) if point.year_shift == 0 else None
