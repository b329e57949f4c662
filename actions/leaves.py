"""Leave: asked for by members, decided by officers where the organisation wants it so."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from sqlmodel import Session

from actions import hearers
from actions.activities import NotYours, find_managed, find_to_change
from actions.check_ins import (
    Answered,
    Found,
    NotExpected,
    Press,
    Recorded,
    facts_of,
    find_own,
    note_change,
    stands,
)
from actions.invitations import CHECK_IN
from actions.leave_cards import card_of
from actions.quieting import LEAVE, refresh_leaves
from actions.running import reads
from domain.activity import Activity
from domain.check_in import CheckIn, CheckInState, Leave, Reason, Way
from domain.delivery import Kind, NewDelivery
from domain.leave import EXCUSABLE, LeaveCard, LeaveWay, decide_leave
from domain.permission import Actor
from domain.place import Place
from storage import check_in_changes, deliveries, history, leaves, memory
from storage import presence_rules as rules_kept

USEFUL_FOR = timedelta(days=31)
FADE_AT_ONCE = 50
FADED_ON = "reasons_faded_on"


@dataclass(frozen=True, kw_only=True)
class LeaveAsked:
    """An officer decides; `is_told`: there is one who can be written to."""

    answer: Recorded
    is_told: bool


def ask(
    session: Session, actor: Actor, press: Press, *, reason: Reason, now: datetime, place: Place
) -> Answered | LeaveAsked:
    """Write down that the actor cannot come, or could not; or put it before an officer."""
    found = find_own(session, actor, press.activity_id)
    if found is None:
        return NotExpected()
    activity, before = found
    rules = rules_kept.load(session)
    way = decide_leave(activity, rules, at=press.at, place=place)
    if way is None or before.state not in EXCUSABLE or before.leave is not None:
        return stands(session, actor, activity, press, place)
    if way is LeaveWay.ASKED:
        return _put_before(session, actor, found, press, reason, now=now, place=place)
    after = replace(
        before, state=CheckInState.EXCUSED, recorded_at=press.at, way=Way.SELF, reason=reason
    )
    if not check_in_changes.put(session, before, after, by=actor.person):
        return stands(session, actor, activity, press, place)
    return note_change(session, actor, (activity, before), after, press, now=now, place=place)


def _put_before(
    session: Session,
    actor: Actor,
    found: Found,
    press: Press,
    reason: Reason,
    *,
    now: datetime,
    place: Place,
) -> Answered | LeaveAsked:
    activity, before = found
    if not leaves.ask(session, before, reason, at=press.at):
        return stands(session, actor, activity, press, place)
    after = replace(before, leave=Leave.ASKED, reason=reason, version=before.version + 1)
    answer = note_change(session, actor, found, after, press, now=now, place=place)
    told = hearers.find_besides(session, activity.unit, person_id=actor.person)
    message = [
        NewDelivery(
            once_key=f"{Kind.LEAVE}:{activity.id}:{_change(after, now)}:{one.person_id}",
            person_id=one.person_id,
            kind=Kind.LEAVE,
            due_at=now if place.is_waking(now) else place.next_digest(now, one.digest_at),
            useful_until=now + USEFUL_FOR,
            subject_id=activity.id,
            subjects=((LEAVE, activity.id),),
            facts={"person": actor.person},
        )
        for one in told
    ]
    deliveries.queue(session, message, now=now)
    return LeaveAsked(answer=answer, is_told=bool(told))


def withdraw(
    session: Session, actor: Actor, press: Press, *, now: datetime, place: Place
) -> Answered:
    """Take back what nobody has decided about yet."""
    found = find_own(session, actor, press.activity_id)
    if found is None:
        return NotExpected()
    activity, before = found
    if before.leave is not Leave.ASKED or not leaves.withdraw(session, before):
        return stands(session, actor, activity, press, place)
    after = replace(before, leave=None, reason=None, version=before.version + 1)
    refresh_leaves(session, activity.id, change=_change(after, now), now=now)
    return note_change(session, actor, found, after, press, now=now, place=place)


def _change(entry: CheckIn, now: datetime) -> str:
    """Names a change of a leave unlike all others of the activity.

    An entry begins anew where somebody was taken off the list and put on it again.
    """
    return f"{entry.person_id}:{entry.version}:{now.timestamp():.0f}"


@reads
def find(
    session: Session, actor: Actor, activity_id: int, *, person_id: int, now: datetime, place: Place
) -> LeaveCard | NotYours:
    """What one person asks for, for who answers for the unit."""
    activity = find_managed(session, actor, activity_id)
    known = leaves.find(session, [activity_id], [person_id]).get((activity_id, person_id))
    if activity is None or known is None:
        return NotYours()
    return card_of(activity, known, place)


def decide(
    session: Session,
    actor: Actor,
    activity_id: int,
    *,
    person_id: int,
    leave: Leave,
    now: datetime,
    place: Place,
) -> LeaveCard | NotYours:
    """Grant it, or do not; the first word counts, also after the activity was held."""
    activity = find_to_change(session, actor, activity_id)
    known = leaves.find(session, [activity_id], [person_id]).get((activity_id, person_id))
    if activity is None or known is None or actor.person == person_id:
        return NotYours()
    before = known.check_in
    may_excuse = before.leave is Leave.ASKED and before.state in EXCUSABLE
    if may_excuse and leaves.decide(session, before, leave, by=actor.person, now=now):
        _tell(session, actor, activity, before, leave, now=now, place=place)
    session.expire_all()
    decided = leaves.find(session, [activity_id], [person_id]).get((activity_id, person_id))
    # None: taken off the list meanwhile.
    return card_of(activity, decided, place) if decided else NotYours()


def _tell(
    session: Session,
    actor: Actor,
    activity: Activity,
    before: CheckIn,
    leave: Leave,
    *,
    now: datetime,
    place: Place,
) -> None:
    is_granted = leave is Leave.GRANTED
    state = CheckInState.EXCUSED if is_granted else before.state
    after = replace(before, leave=leave, state=state, version=before.version + 1)
    history.write_down(
        session,
        "leave_granted" if is_granted else "leave_declined",
        (CHECK_IN, activity.id),
        now=now,
        by=actor.person,
        before=facts_of(before),
        after=facts_of(after),
    )
    refresh_leaves(session, activity.id, change=_change(after, now), now=now)
    message = NewDelivery(
        once_key=f"{Kind.LEAVE_ANSWER}:{activity.id}:{_change(after, now)}",
        person_id=before.person_id,
        kind=Kind.LEAVE_ANSWER,
        due_at=_by_day(activity, now, place),
        useful_until=now + USEFUL_FOR,
        subject_id=activity.id,
    )
    deliveries.queue(session, [message], now=now)


def _by_day(activity: Activity, now: datetime, place: Place) -> datetime:
    """Or when the check-in opens in the night: who must come after all has to know."""
    morning = place.next_waking(now)
    return activity.opens_at if now < activity.opens_at < morning else morning


def fade(session: Session, *, now: datetime, place: Place) -> int:
    """Once a day, delete the reasons that are kept no longer, also on what officers were sent."""
    today = place.today(now)
    if memory.recall(session, FADED_ON) == today.isoformat():
        return 0
    kept_for = timedelta(days=rules_kept.load(session).reasons_fade_after)
    begun_before = place.morning_of(today) - kept_for
    faded = leaves.fade_reasons(session, begun_before=begun_before, limit=FADE_AT_ONCE)
    if not faded:
        memory.remember(session, FADED_ON, today.isoformat())
    for activity_id in faded:
        refresh_leaves(session, activity_id, change="faded", now=now)
    return len(faded)
