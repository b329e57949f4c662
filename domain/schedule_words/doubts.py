"""What is asked about a single moment before it is believed: is it over, does it exist?"""

from dataclasses import replace
from datetime import datetime, time, timedelta

from domain.schedule_words.following import next_moments
from domain.schedule_words.reading import (
    Ask,
    Kind,
    LocalMoment,
    Question,
    Reading,
    Schedule,
)
from domain.schedule_words.rule import Frequency, Rule
from domain.schedule_words.standpoint import Standpoint, wall
from domain.wall_clock import local_moment, to_instant


def checked(schedule: Schedule, standpoint: Standpoint) -> Reading:
    """The moment itself, unless it is past or the wall clock never shows it."""
    at = schedule.at
    if at is None or schedule.kind is Kind.PERIOD:
        return schedule
    if standpoint.is_past(end_of_part(at, schedule.part_of_day, standpoint)):
        return Ask(question=Question.PAST, readings=(schedule,))
    return _skipped_wall_time(schedule, at, standpoint) or schedule


def start_of_part(at: LocalMoment, part_of_day: str | None, standpoint: Standpoint) -> LocalMoment:
    """This afternoon begins at noon, though no hour was said."""
    hours = standpoint.words.hours_of_day.get(part_of_day or "")
    return at if at.clock is not None or hours is None else replace(at, clock=hours[0])


def end_of_part(at: LocalMoment, part_of_day: str | None, standpoint: Standpoint) -> LocalMoment:
    """This afternoon is over in the evening."""
    hours = standpoint.words.hours_of_day.get(part_of_day or "")
    return at if at.clock is not None or hours is None else replace(at, clock=hours[1])


def several(readings: list[Schedule], standpoint: Standpoint) -> Reading:
    """Some days named one by one: a rule that counts them, when one tells exactly these."""
    moments = sorted((one.at for one in readings if one.at is not None), key=wall)
    kinds = {one.kind for one in readings}
    if Kind.PERIOD in kinds or not moments:
        return Ask(question=Question.WHICH_MEANING, readings=tuple(readings))
    if any(standpoint.is_past(at) for at in moments):
        return Ask(question=Question.PAST, readings=tuple(readings))
    days = [at.day for at in moments]
    rule = Rule(
        frequency=Frequency.YEARLY,
        months=tuple(sorted({day.month for day in days})),
        month_days=tuple(sorted({day.day for day in days})),
        clocks=tuple(sorted({at.clock for at in moments if at.clock is not None})),
        anchor=days[0],
        count=len(moments),
    )
    told = next_moments(rule, standpoint)
    if list(told) != moments:
        return Ask(question=Question.WHICH_MEANING, readings=tuple(readings))
    kind = Kind.DEADLINE if Kind.DEADLINE in kinds else Kind.RECURRING
    return Schedule(kind=kind, rule=rule, part_of_day=readings[0].part_of_day, upcoming=told)


def _skipped_wall_time(schedule: Schedule, at: LocalMoment, standpoint: Standpoint) -> Ask | None:
    """A clock time that the zone leaves out on that day."""
    if at.clock is None:
        return None
    meant = wall(at)
    instant = to_instant(meant.date(), meant.time(), standpoint.zone)
    real = local_moment(instant, standpoint.zone).replace(tzinfo=None)
    if real == meant:
        return None
    since_midnight: timedelta = real - datetime.combine(real, time.min)
    moved = LocalMoment(day=real.date(), clock=since_midnight)
    return Ask(question=Question.SKIPPED_WALL_TIME, readings=(replace(schedule, at=moved),))
