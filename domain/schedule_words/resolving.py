"""What an expression means from here and now: one reading, or the question between several."""

from dataclasses import replace
from datetime import timedelta
from itertools import product
from typing import TypeVar

from domain.schedule_words.doubts import checked
from domain.schedule_words.lasting import resolve_lasting
from domain.schedule_words.lists import resolve_list
from domain.schedule_words.meaning import (
    Clock,
    Event,
    Except,
    Expression,
    Offset,
    Part,
    Point,
    QuotaSaid,
    Unit,
)
from domain.schedule_words.offsets import resolve_offset
from domain.schedule_words.quotas import quota_of, resolve_quota
from domain.schedule_words.reading import (
    Ask,
    Kind,
    Question,
    Reading,
    Refusal,
    Refused,
    RelativeTo,
    Schedule,
)
from domain.schedule_words.recurring import resolve_recurring
from domain.schedule_words.rules import is_recurring
from domain.schedule_words.shifted_rules import resolve_recurring_offset
from domain.schedule_words.singles import resolve_single
from domain.schedule_words.soundness import is_sound_rule
from domain.schedule_words.standpoint import LAST_MINUTE, Standpoint
from domain.schedule_words.windows import resolve_recurring_window, resolve_window
from domain.working_day import Shift, shift

# These have an hour: before the meeting is not by the end of its day.
_MOMENTS = ("meeting", "activity", "event", "exam", "training", "session", "deadline")
_HALF_A_DAY = timedelta(hours=12)
_Timed = TypeVar("_Timed", Point, Offset)


def resolve(said: Expression, standpoint: Standpoint) -> Reading:
    """Understood, when every way to take the words leads to the same; else a question."""
    if said.doubt is not None:
        return _doubted(said, said.doubt, standpoint)
    question, ways = _ways(said)
    readings = [_resolve_one(way, standpoint) for way in ways]
    # What cannot be is no second meaning: Thursday 10.12. is no 12 October.
    possible = [one for one in readings if not isinstance(one, Refused)]
    distinct = list(dict.fromkeys(possible or readings))
    if len(distinct) == 1:
        return distinct[0]
    schedules = tuple(dict.fromkeys(one for reading in distinct for one in _schedules(reading)))
    if not schedules:
        return distinct[0]
    ahead = tuple(one for one in schedules if not _is_over(one, standpoint))
    return Ask(question=question, readings=ahead or schedules)


def _is_over(schedule: Schedule, standpoint: Standpoint) -> bool:
    """A moment that nobody can mean any more, where another one can be meant."""
    is_moment = schedule.kind is not Kind.PERIOD and schedule.at is not None
    return is_moment and isinstance(checked(schedule, standpoint), Ask)


def _doubted(said: Expression, doubt: Question, standpoint: Standpoint) -> Ask:
    """What was understood is offered, unless it hangs on dates that nobody has told us."""
    readings: tuple[Schedule, ...] = ()
    if doubt not in (Question.TERM_START, Question.SCHOOL_DATES, Question.NO_DATE):
        readings = _schedules(resolve(replace(said, doubt=None), standpoint))
    return Ask(question=doubt, about=said.doubt_about, readings=readings)


def _schedules(reading: Reading) -> tuple[Schedule, ...]:
    match reading:
        case Schedule():
            return (reading,)
        case Ask():
            return reading.readings
        case _:
            return ()


def _resolve_one(said: Expression, standpoint: Standpoint) -> Reading:
    try:
        return _resolve(said, standpoint)
    except (ValueError, OverflowError):
        # Beyond the calendar: year 0, a million years from now.
        return Refused(refusal=Refusal.TOO_FAR)


def _resolve(said: Expression, standpoint: Standpoint) -> Reading:
    if said.quota is not None:
        return _counted(said, said.quota, standpoint)
    return _placed(said, standpoint)


def _placed(said: Expression, standpoint: Standpoint) -> Reading:
    if said.lasting is not None:
        if not isinstance(said.when, Point):
            return Ask(question=Question.WHICH_MEANING)
        return resolve_lasting(said.when, said.lasting, said, standpoint)
    if said.also:
        return resolve_list(said, standpoint, _resolve)
    if isinstance(said.when, Point):
        return _point(said.when, said, standpoint)
    if said.when is None:
        return _bound_alone(said, standpoint)
    return _measured(said.when, said, standpoint)


def _measured(when: Offset | Event, said: Expression, standpoint: Standpoint) -> Reading:
    """What hangs on something else; only what recurs has bounds."""
    match when:
        case Offset(of=Point() as point) if is_recurring(point):
            return resolve_recurring_offset(when, point, said, standpoint)
        case _ if _has_bounds(said):
            return Ask(question=Question.NOT_ALL_UNDERSTOOD)
        case Offset():
            return resolve_offset(when, said, standpoint)
        case Event():
            return _event(when, said)


def _has_bounds(said: Expression) -> bool:
    bounds = said.since or said.until or said.count or said.leaving_out != Except()
    return bool(bounds) or said.shift is not Shift.KEEP


def _point(point: Point, said: Expression, standpoint: Standpoint) -> Reading:
    if is_recurring(point):
        if said.to is not None and not is_sound_rule(point):
            return Ask(question=Question.NOT_ALL_UNDERSTOOD)
        if said.to is not None:
            return resolve_recurring_window(point, said.to, said, standpoint)
        return resolve_recurring(point, said, standpoint)
    if _has_bounds(replace(said, shift=Shift.KEEP)):
        # These belong to a rule, and there is none.
        return Ask(question=Question.NOT_ALL_UNDERSTOOD)
    if said.to is not None:
        reading = resolve_window(point, said.to, said, standpoint)
    else:
        reading = resolve_single(point, said, standpoint)
    return reading if said.shift is Shift.KEEP else _shifted(reading, said.shift, standpoint)


def _shifted(reading: Reading, how: Shift, standpoint: Standpoint) -> Reading:
    """A single day off is moved at once; what is left out then does not happen."""
    if not isinstance(reading, Schedule) or reading.at is None or reading.until is not None:
        return Ask(question=Question.NOT_ALL_UNDERSTOOD)
    day = shift(reading.at.day, how, standpoint.calendar)
    if day is None:
        return Ask(question=Question.HOLIDAY, readings=(reading,))
    return checked(replace(reading, at=replace(reading.at, day=day)), standpoint)


def _counted(said: Expression, quota: QuotaSaid, standpoint: Standpoint) -> Reading:
    """A quota, in every such stretch or in a window of its own: 每年第四季度一次."""
    if said.when is None:
        return resolve_quota(quota, said, standpoint)
    window = _placed(said, standpoint)
    if isinstance(window, Schedule) and (window.duration or window.until):
        meant = replace(window, quota=quota_of(quota))
        is_over = window.until is not None and standpoint.is_past(window.until)
        return Ask(question=Question.PAST, readings=(meant,)) if is_over else meant
    return Ask(question=Question.WHICH_MEANING)


def _event(event: Event, said: Expression) -> Schedule:
    is_day = said.is_deadline and not event.name.startswith(_MOMENTS)
    relative = RelativeTo(event=event.name, offset="-P0D", clock=LAST_MINUTE if is_day else None)
    kind = Kind.DEADLINE if said.is_deadline else Kind.ONCE
    return Schedule(kind=kind, relative_to=(relative,))


def _bound_alone(said: Expression, standpoint: Standpoint) -> Reading:
    """到12月底为止 alone is a deadline."""
    if isinstance(said.until, Point) and said.since is None:
        if _has_bounds(replace(said, until=None)):
            return Ask(question=Question.NOT_ALL_UNDERSTOOD)
        due = Expression(when=said.until, is_deadline=True, is_inclusive=True)
        return resolve_single(said.until, due, standpoint)
    return Refused(refusal=Refusal.NO_TIME)


def _ways(said: Expression) -> tuple[Question, list[Expression]]:
    """Each way to take the words, the likeliest first, and the question that settles it."""
    ways = [said, *said.alternatives]
    question = Question.WHICH_MEANING
    opened = [way for one in ways for way in _both_halves(one)]
    if len(opened) > len(ways):
        question = Question.WHICH_HALF_OF_DAY
    return question, [way for one in opened for way in _both_points(one)]


def _both_halves(said: Expression) -> list[Expression]:
    """3点 is three in the afternoon, likelier than at night; both ends of a window alike."""
    whens: list[Point | Offset | Event | None]
    match said.when:
        case Point() as point:
            whens = [*_halves_of(point)]
        case Offset() as offset:
            whens = [*_halves_of(offset)]
        case other:
            whens = [other]
    tos: list[Point | None] = [*_halves_of(said.to)] if said.to else [None]
    if len(whens) == len(tos) == 2:
        pairs = list(zip(whens, tos, strict=True))
    else:
        pairs = list(product(whens, tos))
    return [replace(said, when=when, to=to) for when, to in pairs]


def _halves_of(said: _Timed) -> list[_Timed]:
    if not any(clock.is_open for clock in said.clocks):
        return [said]
    later = tuple(_later_half(clock) for clock in said.clocks)
    settled = tuple(replace(clock, is_open=False) for clock in said.clocks)
    return [replace(said, clocks=later), replace(said, clocks=settled)]


def _later_half(clock: Clock) -> Clock:
    return Clock(at=clock.at + _HALF_A_DAY) if clock.is_open else clock


def _both_points(said: Expression) -> list[Expression]:
    """At the end of the month: on its last day, or in its last days? The first week: which?"""
    point = said.when
    if not isinstance(point, Point):
        return [said]
    if point.nth_unit is Unit.WEEK:
        return [said, replace(said, when=replace(point, whole_weeks=True))]
    if said.is_deadline or said.to is not None:
        return [said]
    if point.part in (Part.START, Part.END):
        day = Part.FIRST_DAY if point.part is Part.START else Part.LAST_DAY
        exact = replace(said, when=replace(point, part=day))
        return [exact] if point.clocks else [said, exact]
    return [said]
