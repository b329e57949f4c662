"""What officers are asked about leaves."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from sqlmodel import Session

from actions.answering import find_answering
from domain.activity import Activity
from domain.check_in import Leave
from domain.delivery import Delivery
from domain.leave import EXCUSABLE, LeaveCard
from domain.place import Place
from storage import activities, leaves, ties


def card_of(activity: Activity, known: leaves.AskedLeave, place: Place) -> LeaveCard:
    """What one person asks for, as it stands."""
    check_in = known.check_in
    return LeaveCard(
        activity=activity.on_local_clock(place),
        person_id=check_in.person_id,
        person=known.name,
        leave=check_in.leave,
        reason=check_in.reason,
        is_afterwards=known.asked_at is not None and known.asked_at > activity.closes_at,
        may_decide=check_in.leave is Leave.ASKED and check_in.state in EXCUSABLE,
    )


def _off_list(activity: Activity, person_id: int, person: str, place: Place) -> LeaveCard:
    """Who is not on the list any more asks for nothing."""
    return LeaveCard(
        activity=activity.on_local_clock(place),
        person_id=person_id,
        person=person,
        leave=None,
        reason=None,
        is_afterwards=False,
        may_decide=False,
    )


def load_cards(
    session: Session, claimed: Sequence[Delivery], *, now: datetime, place: Place
) -> dict[int, LeaveCard]:
    """What each officer is asked; what was decided or withdrawn is no question any more."""
    found = activities.find_many(session, {one.subject_id or 0 for one in claimed})
    asking = {one.facts["person"] for one in claimed}
    known = leaves.find(session, list(found), asking)
    names = ties.find_names(session, asking)
    answers = find_answering(session, claimed)
    cards: dict[int, LeaveCard] = {}
    for one in claimed:
        activity, person_id = found.get(one.subject_id or 0), one.facts["person"]
        if activity is None:
            continue
        asked = known.get((activity.id, person_id))
        card = (
            card_of(activity, asked, place)
            if asked is not None
            else _off_list(activity, person_id, names.get(person_id, ""), place)
        )
        card = replace(card, has_ended=not answers(one, activity))
        if (card.may_decide and not card.has_ended) or one.edits is not None:
            cards[one.id] = card
    return cards
