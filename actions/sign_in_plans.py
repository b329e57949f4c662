"""Have the staff of an office sign in, at which hours, or no longer."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from sqlmodel import Session

from actions.running import reads
from domain.office import Role
from domain.permission import Actor, officer_paths
from domain.place import Place
from domain.sign_in import Hours, SignInPlan, minute_of
from domain.status import NoSuchUnit, UnitsToChoose
from domain.unit import Unit, is_within
from storage import drafts, history, sign_in_plans, sign_ins, units

UNIT = "unit"
_ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, kw_only=True)
class Proposed:
    """What would hold from a day on; `staff` is how many people it concerns."""

    unit: Unit
    hours: Hours
    begins_on: date
    staff: int


@dataclass(frozen=True, kw_only=True)
class Begun:
    """It is settled."""

    unit: Unit
    plan: SignInPlan


@dataclass(frozen=True, kw_only=True)
class Ended:
    """From tomorrow on nobody has to; `was_on` is False where nobody had to."""

    unit: Unit
    was_on: bool


@dataclass(frozen=True, kw_only=True)
class NotYours:
    """The unit does not exist, or is not the actor's to set: both look the same."""


def may_set(actor: Actor, unit: Unit) -> bool:
    """Secretaries and administrators of the unit or of one above; other officers only look."""
    return any(
        one.role in (Role.SECRETARY, Role.ADMINISTRATOR) and is_within(unit.path, one.unit_path)
        for one in actor.offices
    )


@reads
def propose(
    session: Session, actor: Actor, name: str, hours: Hours, *, now: datetime, place: Place
) -> Proposed | NoSuchUnit | UnitsToChoose:
    """The rule as understood, for the unit of that name or for the actor's own."""
    if name:
        found = units.find_named(session, name, within=officer_paths(actor))
        found = [one for one in found if one.name == name] or found
    else:
        own = units.find(session, actor.unit_id) if actor.unit_id else None
        found = [own] if own else []
    settable = [one for one in found if may_set(actor, one)]
    if not settable:
        return NoSuchUnit()
    if len(settable) > 1:
        return UnitsToChoose(units=tuple(settable))
    unit = settable[0]
    return Proposed(
        unit=unit,
        hours=hours,
        begins_on=place.today(now) + _ONE_DAY,
        staff=len(sign_ins.find_staff(session, unit.id)),
    )


def begin(
    session: Session, actor: Actor, unit_id: int, hours: Hours, *, now: datetime, place: Place
) -> Begun | NotYours:
    """From tomorrow on: nobody is late by an hour that was not known in the morning."""
    unit = _find(session, actor, unit_id)
    if unit is None or not hours.is_possible:
        return NotYours()
    drafts.park(session, actor.person, now=now)
    today = place.today(now)
    plan = SignInPlan(unit_id=unit.id, begins_on=today + _ONE_DAY, last_day=None, hours=hours)
    running = sign_in_plans.find(session, unit.id, first=today + _ONE_DAY, last=date.max)
    if running and running[-1].hours == hours and running[-1].last_day is None:
        return Begun(unit=unit, plan=running[-1])
    sign_in_plans.end(session, unit.id, last_day=today)
    sign_in_plans.begin(session, unit.id, hours, on=plan.begins_on, by=actor.person, now=now)
    after = {
        "begins_on": plan.begins_on.isoformat(),
        "until": minute_of(hours.until),
        "since": minute_of(hours.since),
    }
    subject = (UNIT, unit.id)
    history.write_down(session, "sign_in_begun", subject, now=now, by=actor.person, after=after)
    return Begun(unit=unit, plan=plan)


def end(
    session: Session, actor: Actor, unit_id: int, *, now: datetime, place: Place
) -> Ended | NotYours:
    """Today still counts; nobody has to sign in from tomorrow on."""
    unit = _find(session, actor, unit_id)
    if unit is None:
        return NotYours()
    today = place.today(now)
    was_on = sign_in_plans.end(session, unit.id, last_day=today)
    if was_on:
        after = {"last_day": today.isoformat()}
        subject = (UNIT, unit.id)
        history.write_down(session, "sign_in_ended", subject, now=now, by=actor.person, after=after)
    return Ended(unit=unit, was_on=was_on)


def _find(session: Session, actor: Actor, unit_id: int) -> Unit | None:
    """The unit, if the actor may set it; changes of one unit follow one another."""
    unit = units.find(session, unit_id)
    if unit is None or not may_set(actor, unit):
        return None
    units.lock(session, unit.id)
    return unit
