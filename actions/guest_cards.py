"""What officers are asked about guests, and what guests hear."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from sqlmodel import Session

from actions.answering import find_answering
from actions.invitations import attendance_of
from domain.activity import Activity, ActivityState
from domain.delivery import Delivery
from domain.guest import Guest, GuestAnswerCard, GuestCard, GuestState
from domain.place import Place
from storage import (
    activities,
    check_ins,
    guests,
    presence_rules,
)


def card_of(guest: Guest, activity: Activity, place: Place) -> GuestCard:
    """What an officer sees of a guest."""
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
        card = replace(card_of(guest, activity, place), has_ended=has_ended)
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
