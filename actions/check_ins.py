"""Check in, say that one cannot come, and take it back: each for oneself."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from sqlmodel import Session

from actions.invitations import CHECK_IN, attendance_of, refresh_own, rules_for
from actions.quieting import refresh_counts
from domain.activity import Activity, Proof
from domain.check_in import (
    CAME,
    UNANSWERED,
    Attendance,
    CheckIn,
    CheckInState,
    Way,
    decide_presence,
)
from domain.permission import Actor
from domain.place import Place
from storage import activities, check_ins, history

# What began longer ago is no longer looked for.
STILL_OPEN_FOR = timedelta(hours=12)


@dataclass(frozen=True, kw_only=True)
class Recorded:
    """It is written down; the attendance shows what."""

    attendance: Attendance


@dataclass(frozen=True, kw_only=True)
class Stands:
    """Nothing was changed: it was said before, or it is too late; the attendance shows what is."""

    attendance: Attendance


@dataclass(frozen=True, kw_only=True)
class TooEarly:
    """The window has not opened; `opens_at` is local."""

    opens_at: datetime


@dataclass(frozen=True, kw_only=True)
class NotExpected:
    """The person is not on the list, or there is no such activity."""


@dataclass(frozen=True, kw_only=True)
class ProofNeeded:
    """A press from anywhere proves nothing here: a code is asked for."""

    attendance: Attendance


Answered = Recorded | Stands | TooEarly | NotExpected | ProofNeeded
Found = tuple[Activity, CheckIn]


@dataclass(frozen=True, kw_only=True)
class Press:
    """What was pressed: on which message, and when."""

    activity_id: int
    at: datetime
    message_id: int | None = None


def check_in(
    session: Session, actor: Actor, press: Press, *, now: datetime, place: Place
) -> Answered:
    """Record the presence of the actor, in time or late; the first press counts."""
    found = find_own(session, actor, press.activity_id)
    if found is None:
        return NotExpected()
    activity, before = found
    state = decide_presence(activity, at=press.at)
    if state is not None and is_proof_needed(activity, before):
        return ProofNeeded(attendance=shown_to(session, activity, before, press, place))
    decided = (state, press.at) if state else None
    return arrive(session, actor, found, press, decided=decided, now=now, place=place)


def is_proof_needed(activity: Activity, check_in: CheckIn) -> bool:
    """Whether a check-in of who has not come yet takes more than a press."""
    is_open = activity.is_planned and check_in.state in UNANSWERED
    return is_open and activity.proof is not Proof.BUTTON


def arrive(
    session: Session,
    actor: Actor,
    found: Found,
    press: Press,
    *,
    decided: tuple[CheckInState, datetime] | None,
    way: Way = Way.SELF,
    now: datetime,
    place: Place,
) -> Answered:
    """Record the presence that was decided, with the instant that counts; None: too early."""
    activity, before = found
    if decided is None and activity.is_planned:
        return TooEarly(opens_at=place.local(activity.opens_at))
    if decided is None or before.state in CAME:
        return stands(session, actor, activity, press, place)
    state, counts_at = decided
    after = replace(before, state=state, recorded_at=counts_at, way=way, reason=None, leave=None)
    return _record(session, actor, activity, (before, after), press, now=now, place=place)


def undo(session: Session, actor: Actor, press: Press, *, now: datetime, place: Place) -> Answered:
    """Take back what the actor said within the last ten minutes; he is expected again."""
    found = find_own(session, actor, press.activity_id)
    if found is None:
        return NotExpected()
    activity, before = found
    if not (activity.is_planned and before.may_be_undone(press.at)):
        return stands(session, actor, activity, press, place)
    after = CheckIn(
        activity_id=before.activity_id,
        person_id=before.person_id,
        version=before.version,
        is_observer=before.is_observer,
    )
    return _record(session, actor, activity, (before, after), press, now=now, place=place)


def _record(
    session: Session,
    actor: Actor,
    activity: Activity,
    change: tuple[CheckIn, CheckIn],
    press: Press,
    *,
    now: datetime,
    place: Place,
) -> Answered:
    before, after = change
    if not check_ins.record(session, after, instead_of=(before.state,), by=actor.person):
        return stands(session, actor, activity, press, place)
    return note_change(session, actor, (activity, before), after, press, now=now, place=place)


def note_change(
    session: Session,
    actor: Actor,
    found: Found,
    after: CheckIn,
    press: Press,
    *,
    now: datetime,
    place: Place,
) -> Recorded:
    """Write a change down that was just made, and bring up to date what was sent about it."""
    activity, before = found
    history.write_down(
        session,
        after.state.value,
        (CHECK_IN, activity.id),
        now=now,
        by=actor.person,
        before=facts_of(before),
        after=facts_of(after),
    )
    refresh_own(session, before, besides=press.message_id, now=now)
    refresh_counts(session, before, now=now)
    return Recorded(attendance=shown_to(session, activity, after, press, place))


def shown_to(
    session: Session, activity: Activity, check_in: CheckIn, press: Press, place: Place
) -> Attendance:
    """How somebody stands at the instant of a press."""
    rules = rules_for(session, check_in)
    return attendance_of(activity, check_in, rules, at=press.at, place=place)


def facts_of(check_in: CheckIn) -> dict[str, object]:
    """What the history keeps of a presence. The reason stays out: it concerns two people only."""
    at = check_in.recorded_at
    return {
        "person": check_in.person_id,
        "state": check_in.state.value,
        "at": at.isoformat() if at else None,
        "way": check_in.way.value if check_in.way else None,
        "leave": check_in.leave.value if check_in.leave else None,
    }


def find_own(session: Session, actor: Actor, activity_id: int) -> Found | None:
    """The activity and how the actor stands there; None for who is not expected."""
    activity = activities.find(session, activity_id)
    known = check_ins.find(session, activity_id, actor.person) if activity else None
    return (activity, known) if activity and known else None


def stands(
    session: Session, actor: Actor, activity: Activity, press: Press, place: Place
) -> Answered:
    """What is true now; somebody may have changed it since it was read."""
    known = check_ins.find(session, activity.id, actor.person)
    if known is None:
        return NotExpected()
    return Stands(attendance=shown_to(session, activity, known, press, place))
