"""An officer says how somebody's coming or leaving was, and why; the history keeps both."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from sqlmodel import Session

from actions.running import reads
from actions.sign_in_lists import find_office, load_office
from actions.sign_in_plans import NotYours
from actions.sign_ins import SIGN_IN
from domain.correction import Why
from domain.permission import Actor
from domain.place import Place
from domain.sign_in import CHOICES, Sign, SignState, Slot, StaffDay
from domain.unit import Unit
from storage import drafts, history, homes, sign_ins

# Nothing is older; a forged button may name any day.
LONG_AGO = timedelta(days=3653)


@dataclass(frozen=True, kw_only=True)
class Said:
    """What is said of one time of a day; `version` is that of the entry shown, 0 for none."""

    person_id: int
    day: date
    slot: Slot
    state: SignState
    why: Why
    version: int


@dataclass(frozen=True, kw_only=True)
class OneDay:
    """How somebody's day stands; `is_saved`: it was just written down."""

    unit: Unit
    day: date
    one: StaffDay
    is_saved: bool = False


@reads
def find(
    session: Session, actor: Actor, person_id: int, day: date, *, now: datetime, place: Place
) -> OneDay | NotYours:
    """One person's day, if people of the office had to sign in on it."""
    return _find(session, actor, person_id, day, now=now, place=place)


def correct(
    session: Session, actor: Actor, said: Said, *, now: datetime, place: Place
) -> OneDay | NotYours:
    """Write it down; what was changed since it was shown is shown again instead."""
    shown = _find(session, actor, said.person_id, said.day, now=now, place=place)
    if isinstance(shown, NotYours) or said.state not in CHOICES[said.slot]:
        return NotYours()
    drafts.park(session, actor.person, now=now)
    before = shown.one.sign(said.slot)
    is_saved = False
    if (before.version if before else 0) == said.version:
        is_saved = _put(session, before, said, by=actor.person)
    if is_saved:
        _write_down(session, before, said, by=actor.person, now=now)
    session.expire_all()
    after = _find(session, actor, said.person_id, said.day, now=now, place=place)
    if isinstance(after, NotYours):
        return after
    return OneDay(unit=after.unit, day=after.day, one=after.one, is_saved=is_saved)


def _find(
    session: Session, actor: Actor, person_id: int, day: date, *, now: datetime, place: Place
) -> OneDay | NotYours:
    """On the list of the office that was his that day, whose officer the actor is."""
    today = place.today(now)
    if not today - LONG_AGO <= day <= today:
        return NotYours()
    for unit_id in _find_homes(session, person_id, day, place):
        unit = find_office(session, actor, unit_id)
        if unit is None:
            continue
        one = load_office(session, unit, day, day, place).days.get((person_id, day))
        if one is not None:
            return OneDay(unit=unit, day=day, one=one)
    return NotYours()


def _find_homes(session: Session, person_id: int, day: date, place: Place) -> tuple[int, ...]:
    """One unit; two on a day of moving, when both may have something of his, the new one first."""
    known = homes.find_homes(session, person_id)
    touched = [unit_id for unit_id, stay in known if stay.touches(day, place)]
    return tuple(dict.fromkeys(touched))


def _put(session: Session, before: Sign | None, said: Said, *, by: int) -> bool:
    if before is not None:
        return sign_ins.correct(session, before, said.state, by=by)
    entered = Sign(
        person_id=said.person_id,
        day=said.day,
        slot=said.slot,
        state=said.state,
        recorded_by=by,
    )
    return sign_ins.record(session, entered)


def _write_down(
    session: Session, before: Sign | None, said: Said, *, by: int, now: datetime
) -> None:
    history.write_down(
        session,
        "sign_corrected",
        (SIGN_IN, said.person_id),
        now=now,
        by=by,
        before={"state": before.state.value if before else None},
        after={
            "day": said.day.isoformat(),
            "slot": said.slot.value,
            "state": said.state.value,
            "why": said.why.value,
        },
    )
