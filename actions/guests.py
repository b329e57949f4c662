"""Who comes without being expected: noted, and added by an officer in charge or not at all."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from sqlmodel import Session

from actions import absences, hearers
from actions.activities import NotYours, find_to_change
from actions.activity_counting import count_person
from actions.check_ins import facts_of
from actions.guest_cards import card_of
from actions.invitations import CHECK_IN, USEFUL_AFTER_CLOSE
from actions.quieting import ACTIVITY, refresh_cards, refresh_counts
from domain.activity import Activity, ActivityState
from domain.check_in import CAME, CheckInState, Way, decide_presence
from domain.delivery import Kind, NewDelivery
from domain.guest import Guest, GuestCard, GuestState
from domain.permission import Actor
from domain.place import Place
from storage import (
    check_in_changes,
    check_ins,
    deliveries,
    expecting,
    guests,
    history,
)

GUEST = "guest"
DECIDED = 2


@dataclass(frozen=True, kw_only=True)
class GuestNoted:
    """He is not on the list. `is_told`: an officer in charge can be written to."""

    activity: Activity
    state: GuestState
    is_told: bool


def ask(
    session: Session, actor: Actor, activity: Activity, *, came_at: datetime, now: datetime
) -> GuestNoted:
    """Note that the actor came, and ask an officer in charge once whether to add him."""
    is_new = activity.is_planned and guests.ask(
        session, activity.id, actor.person, came_at=max(came_at, activity.opens_at)
    )
    guest = guests.find_of(session, activity.id, actor.person)
    if guest is None:
        return GuestNoted(activity=activity, state=GuestState.DECLINED, is_told=False)
    told = hearers.find_besides(session, activity.unit, person_id=actor.person)
    if is_new:
        history.write_down(
            session,
            "guest",
            (CHECK_IN, activity.id),
            now=now,
            by=actor.person,
            after={"person": actor.person, "at": guest.came_at.isoformat()},
        )
        officers = [officer.person_id for officer in told]
        _queue(session, guest, activity, Kind.GUEST, officers, now=now)
    return GuestNoted(activity=activity, state=guest.state, is_told=bool(told))


def _queue(
    session: Session,
    guest: Guest,
    activity: Activity,
    kind: Kind,
    person_ids: Sequence[int],
    *,
    now: datetime,
) -> None:
    """At any hour: both stand in the same room."""
    queued = [
        NewDelivery(
            once_key=f"{kind}:{guest.id}:{person_id}",
            person_id=person_id,
            kind=kind,
            due_at=now,
            useful_until=max(now, activity.closes_at) + USEFUL_AFTER_CLOSE,
            subject_id=guest.id,
            subjects=((GUEST, guest.id), (ACTIVITY, activity.id)),
        )
        for person_id in person_ids
    ]
    deliveries.queue(session, queued, now=now)


def add(
    session: Session, actor: Actor, guest_id: int, *, now: datetime, place: Place
) -> GuestCard | NotYours:
    """Expect the guest after all, and count when he came."""
    return _decide(session, actor, guest_id, GuestState.ADDED, now=now, place=place)


def decline(
    session: Session, actor: Actor, guest_id: int, *, now: datetime, place: Place
) -> GuestCard | NotYours:
    """The guest is not counted."""
    return _decide(session, actor, guest_id, GuestState.DECLINED, now=now, place=place)


def _decide(
    session: Session,
    actor: Actor,
    guest_id: int,
    state: GuestState,
    *,
    now: datetime,
    place: Place,
) -> GuestCard | NotYours:
    guest = guests.find(session, guest_id)
    activity = find_to_change(session, actor, guest.activity_id) if guest else None
    if guest is None or activity is None:
        return NotYours()
    _settle(session, actor, activity, guest, state, now=now, place=place)
    decided = guests.find(session, guest_id) or guest
    return card_of(decided, activity, place)


def decide_all(
    session: Session,
    actor: Actor,
    activity_id: int,
    state: GuestState,
    *,
    now: datetime,
    place: Place,
) -> NotYours | None:
    """Decide about everybody who waits at once."""
    activity = find_to_change(session, actor, activity_id)
    if activity is None:
        return NotYours()
    for guest in guests.find_undecided(session, activity.id):
        _settle(session, actor, activity, guest, state, now=now, place=place)
    return None


def _settle(
    session: Session,
    actor: Actor,
    activity: Activity,
    guest: Guest,
    state: GuestState,
    *,
    now: datetime,
    place: Place,
) -> None:
    """Decide, also after it was held: who came must not be lost because nobody had the time."""
    if activity.state is ActivityState.CANCELLED:
        return
    if not guests.decide(session, guest.id, state, by=actor.person, now=now):
        return
    if state is GuestState.ADDED:
        is_new = _record(session, actor, activity, guest, now=now)
        if is_new and not activity.is_planned:
            people = [guest.person_id]
            count_person(session, actor, activity, people, times=1, now=now, place=place)
            one = guest.person_id
            absences.correct(session, actor, activity, one, times=1, now=now, place=place)
    refresh_cards(session, (GUEST, guest.id), version=DECIDED, now=now)
    _queue(session, guest, activity, Kind.GUEST_ANSWER, [guest.person_id], now=now)


def _record(
    session: Session, actor: Actor, activity: Activity, guest: Guest, *, now: datetime
) -> bool:
    """Write down that he came; False when that is known, and counted, already."""
    expecting.expect(session, activity.id, guest.person_id)
    before = check_ins.find(session, activity.id, guest.person_id)
    if before is None or before.state in CAME:
        return False
    after = replace(
        before,
        state=decide_presence(activity, at=guest.came_at) or CheckInState.PRESENT,
        recorded_at=guest.came_at,
        way=Way.OFFICER,
    )
    if not check_in_changes.put(session, before, after, by=actor.person):
        return False
    history.write_down(
        session,
        "guest_added",
        (CHECK_IN, activity.id),
        now=now,
        by=actor.person,
        before=facts_of(before),
        after=facts_of(after),
    )
    refresh_counts(session, before, now=now)
    return True
