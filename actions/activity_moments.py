"""When a planned activity begins, from what was typed."""

from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta

from actions.activity_previews import InThePast
from domain.activity_details import Details
from domain.activity_plan import ActivityPlan
from domain.cadence import OnDates
from domain.dated_cadence import Fitted
from domain.place import Place
from domain.schedule_cadence import cadence_of
from domain.schedule_words.reading import Ask, Kind, LocalMoment, Question, Reading, Schedule
from domain.schedule_words.typed import Typed


@dataclass(frozen=True, kw_only=True)
class Unclear:
    """The words name no moment, or something that is none."""

    reading: Reading


def timed(
    plan: ActivityPlan, typed: Typed, *, now: datetime, place: Place
) -> ActivityPlan | InThePast | Unclear:
    """The plan with its moment, or with the day while the hour is still asked for."""
    if (cadence := _recurring(typed.reading, today=place.today(now))) is not None:
        return replace(_lasting(plan, cadence), cadence=cadence, starts_at=None, day=None)
    if (span := _span(typed.reading)) is not None:
        minutes = (span[1] - span[0]) // timedelta(minutes=1)
        details = plan.details.changed_by(Details(minutes=minutes))
        lasting = replace(plan, details=details)
        return _at(lasting, _wall(span[0], place), now=now, place=place)
    said = typed.passed or typed.moment
    if said is not None and plan.cadence is not None and plan.cadence.at is None:
        # Only the hour was missing.
        hour = _on_the_wall(said).time()
        return replace(plan, cadence=replace(plan.cadence, at=hour))
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
    return replace(plan, starts_at=at, day=None, cadence=None)


def _recurring(reading: Reading, *, today: date) -> OnDates | None:
    """What comes again on days that a rule names."""
    if not isinstance(reading, Schedule) or reading.rule is None:
        return None
    if reading.kind not in (Kind.RECURRING, Kind.PERIOD):
        return None
    fitted = cadence_of(reading, today=today)
    cadence = fitted.cadence if isinstance(fitted, Fitted) else None
    return cadence if isinstance(cadence, OnDates) else None


def _lasting(plan: ActivityPlan, cadence: OnDates) -> ActivityPlan:
    if cadence.duration is None:
        return plan
    minutes = cadence.duration // timedelta(minutes=1)
    return replace(plan, details=plan.details.changed_by(Details(minutes=minutes)))


def _span(reading: Reading) -> tuple[datetime, datetime] | None:
    """From one hour to another within a day, on the wall."""
    if isinstance(reading, Ask) and reading.question is Question.PAST and reading.readings:
        reading = reading.readings[-1]
    if not isinstance(reading, Schedule) or reading.kind is not Kind.PERIOD or reading.rule:
        return None
    first, last = reading.at, reading.until
    if first is None or last is None or first.clock is None or last.clock is None:
        return None
    span = _on_the_wall(first), _on_the_wall(last)
    return span if timedelta() < span[1] - span[0] <= timedelta(days=1) else None


def _on_the_wall(said: LocalMoment) -> datetime:
    return datetime.combine(said.day, time.min) + (said.clock or timedelta())


def _instant(said: LocalMoment, place: Place) -> datetime:
    return _wall(_on_the_wall(said), place)


def _wall(wall: datetime, place: Place) -> datetime:
    return place.at(wall.date(), wall.time())
