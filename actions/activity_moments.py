"""When a planned activity begins, from what was typed."""

from dataclasses import dataclass, replace
from datetime import datetime, time, timedelta

from actions.activity_previews import InThePast
from domain.activity_plan import ActivityPlan
from domain.place import Place
from domain.schedule_words.reading import Ask, LocalMoment, Reading
from domain.schedule_words.typed import Typed


@dataclass(frozen=True, kw_only=True)
class Unclear:
    """The words name no moment, or something that is none."""

    reading: Reading


def timed(
    plan: ActivityPlan, typed: Typed, *, now: datetime, place: Place
) -> ActivityPlan | InThePast | Unclear:
    """The plan with its moment, or with the day while the hour is still asked for."""
    said = typed.passed or typed.moment
    if said is not None:
        return _at(plan, _instant(said, place), now=now, place=place)
    if plan.starts_at is not None and typed.day is not None and not isinstance(typed.reading, Ask):
        # Another day, at the same hour.
        hour = place.local(plan.starts_at).time()
        return _at(plan, place.at(typed.day, hour), now=now, place=place)
    if typed.day is not None or isinstance(typed.reading, Ask):
        return replace(plan, starts_at=None, day=typed.day or plan.day)
    return Unclear(reading=typed.reading)


def _at(
    plan: ActivityPlan, at: datetime, *, now: datetime, place: Place
) -> ActivityPlan | InThePast:
    if at <= now:
        return InThePast(at=place.local(at))
    return replace(plan, starts_at=at, day=None)


def _instant(said: LocalMoment, place: Place) -> datetime:
    wall = datetime.combine(said.day, time.min) + (said.clock or timedelta())
    return place.at(wall.date(), wall.time())
