"""Who comes without being expected: noted, and added by an officer in charge or not at all."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from sqlmodel import Session

from actions import hearers
from actions.activities import NotYours, find_to_change
from actions.activity_counting import count_person
from actions.answering import find_answering
from actions.check_ins import facts_of
from actions.invitations import CHECK_IN, USEFUL_AFTER_CLOSE, attendance_of
from actions.quieting import ACTIVITY, refresh_cards, refresh_counts
from domain.activity import Activity, ActivityState
from domain.check_in import CAME, CheckInState, Way, decide_presence
from domain.delivery import Delivery, Kind, NewDelivery
from domain.guest import Guest, GuestAnswerCard, GuestCard, GuestState
from domain.permission import Actor
from domain.place import Place
from storage import (
    activities,
    check_in_changes,
    check_ins,
    deliveries,
    expecting,
    guests,
    history,
    presence_rules,
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
    return _card(decided, activity, place)


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


def _card(guest: Guest, activity: Activity, place: Place) -> GuestCard:
    return GuestCard(
        guest=guest,
        activity=activity.on_local_clock(place),
        came_at=place.local(guest.came_at),
        may_decide=activity.state is not ActivityState.CANCELLED
        and guest.state is GuestState.ASKED,
    )


def load_cards(
    session: Session, claimed: Sequence[Delivery], *, now: datetime, place: Place
) -> dict[int, GuestCard]:
    """What each officer is asked; what was decided meanwhile is no question any more."""
    cards: dict[int, GuestCard] = {}
    answers = find_answering(session, claimed)
    for one, guest, activity in _load(session, claimed):
        has_ended = not answers(one, activity)
        card = replace(_card(guest, activity, place), has_ended=has_ended)
        if (card.may_decide and not has_ended) or one.edits is not None:
            cards[one.id] = card
    return cards


def load_answers(
    session: Session, claimed: Sequence[Delivery], *, now: datetime, place: Place
) -> dict[int, GuestAnswerCard]:
    """What each guest hears: how he stands now."""
    loaded = _load(session, claimed)
    known = check_ins.find_many(
        session,
        {activity.id for _, _, activity in loaded},
        {guest.person_id for _, guest, _ in loaded},
    )
    rules = presence_rules.load(session)
    cards: dict[int, GuestAnswerCard] = {}
    for one, guest, activity in loaded:
        own = known.get((activity.id, guest.person_id))
        stands = attendance_of(activity, own, rules, at=now, place=place) if own else None
        shown = activity.on_local_clock(place)
        cards[one.id] = GuestAnswerCard(activity=shown, attendance=stands)
    return cards


def _load(session: Session, claimed: Sequence[Delivery]) -> list[tuple[Delivery, Guest, Activity]]:
    found = guests.find_many(session, {one.subject_id or 0 for one in claimed})
    held = activities.find_many(session, {guest.activity_id for guest in found.values()})
    return [
        (one, guest, held[guest.activity_id])
        for one in claimed
        if (guest := found.get(one.subject_id or 0)) is not None
    ]
