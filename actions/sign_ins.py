"""Sign in on coming and on leaving, take it back, and see how one's own day stands."""

from dataclasses import dataclass
from datetime import date, datetime

from sqlmodel import Session

from actions.running import reads
from domain.permission import Actor
from domain.place import Place
from domain.sign_in import Hours, OwnDay, Sign, SignState, Slot, decide_sign, plan_on
from domain.unit import Unit
from storage import calendar_days, drafts, history, sign_in_plans, sign_ins, units

SIGN_IN = "sign_in"


@dataclass(frozen=True, kw_only=True)
class NotAsked:
    """Nobody of the actor's unit has to sign in that day; `begins_on` where it is still to come."""

    begins_on: date | None = None


@dataclass(frozen=True, kw_only=True)
class DayOff:
    """Nobody works that day."""


@dataclass(frozen=True, kw_only=True)
class TooSoon:
    """It is still night."""

    hours: Hours


@dataclass(frozen=True, kw_only=True)
class Signed:
    """How the day stands; `sign` was entered just now, none where nothing changed."""

    day: OwnDay
    sign: Sign | None = None


@dataclass(frozen=True, kw_only=True)
class TakenBack:
    """Nothing is entered for that time any more."""

    day: OwnDay


@dataclass(frozen=True, kw_only=True)
class TooLate:
    """Ten minutes are over, an officer has said otherwise, or there is nothing to take back."""


Refused = NotAsked | DayOff | TooSoon


@dataclass(frozen=True, kw_only=True)
class _Asked:
    """A day on which the actor's unit signs in."""

    unit: Unit
    day: date
    hours: Hours


def sign(
    session: Session, actor: Actor, *, at: datetime, is_press: bool, now: datetime, place: Place
) -> Signed | Refused:
    """Enter what the instant means; who was first counts, and what is entered stays.

    Typed words enter no early leave: whoever only looks has not gone home.
    """
    drafts.park(session, actor.person, now=now)
    asked = _find_asked(session, actor, place.today(at))
    if not isinstance(asked, _Asked):
        return asked
    decided = decide_sign(asked.hours, place.local(at).time())
    if decided is None:
        return TooSoon(hours=asked.hours)
    slot, state = decided
    entered = Sign(person_id=actor.person, day=asked.day, slot=slot, state=state, at=at)
    is_meant = is_press or state is not SignState.EARLY
    is_new = is_meant and sign_ins.record(session, entered)
    if is_new:
        _write_down(session, "signed", entered, now=now)
    day = _own_day(session, actor, asked, at=at, place=place)
    return Signed(day=day, sign=entered if is_new else None)


@reads
def find_own(
    session: Session, actor: Actor, *, at: datetime, now: datetime, place: Place
) -> OwnDay | NotAsked | DayOff:
    """How the actor's day stands."""
    asked = _find_asked(session, actor, place.today(at))
    if not isinstance(asked, _Asked):
        return asked
    return _own_day(session, actor, asked, at=at, place=place)


def take_back(
    session: Session,
    actor: Actor,
    day: date,
    slot: Slot,
    *,
    at: datetime,
    now: datetime,
    place: Place,
) -> TakenBack | TooLate:
    """The actor has not signed in after all; an entry of ten minutes ago stays."""
    found = sign_ins.find(session, [actor.person], first=day, last=day)
    known = found.get((actor.person, day, slot))
    asked = _find_asked(session, actor, day)
    if known is None or not isinstance(asked, _Asked) or not known.may_be_undone(at):
        return TooLate()
    if not sign_ins.take_back(session, known):
        return TooLate()
    _write_down(session, "sign_taken_back", known, now=now)
    return TakenBack(day=_own_day(session, actor, asked, at=at, place=place))


def may_sign(session: Session, actor: Actor, day: date) -> bool:
    """Whether the actor has to sign in himself that day, wherever he answers for others."""
    return isinstance(_find_asked(session, actor, day), _Asked)


def _find_asked(session: Session, actor: Actor, day: date) -> _Asked | NotAsked | DayOff:
    unit = units.find(session, actor.unit_id) if actor.unit_id else None
    if unit is None:
        return NotAsked()
    plans = sign_in_plans.find(session, unit.id, first=day, last=date.max)
    plan = plan_on(plans, day)
    if plan is None:
        return NotAsked(begins_on=plans[0].begins_on if plans else None)
    if not calendar_days.calendar_for(session, unit).is_working_day(day):
        return DayOff()
    return _Asked(unit=unit, day=day, hours=plan.hours)


def _own_day(
    session: Session, actor: Actor, asked: _Asked, *, at: datetime, place: Place
) -> OwnDay:
    day, me = asked.day, actor.person
    found = sign_ins.find(session, [me], first=day, last=day)
    coming, leaving = found.get((me, day, Slot.COMING)), found.get((me, day, Slot.LEAVING))
    away = sign_ins.find_away(session, [me], first=day, last=day, place=place)
    latest = leaving or coming
    return OwnDay(
        unit=asked.unit,
        day=day,
        hours=asked.hours,
        coming=coming.on_local_clock(place) if coming else None,
        leaving=leaving.on_local_clock(place) if leaving else None,
        is_away=any(first <= day <= last for first, last in away.get(me, [])),
        undo=latest.slot if latest and latest.may_be_undone(at) else None,
    )


def _write_down(session: Session, verb: str, sign: Sign, *, now: datetime) -> None:
    after = {"day": sign.day.isoformat(), "slot": sign.slot.value, "state": sign.state.value}
    subject = (SIGN_IN, sign.person_id)
    history.write_down(session, verb, subject, now=now, by=sign.person_id, after=after)
