"""Tell those who owe something that the level above has ruled on it."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from sqlmodel import Session

from actions.quieting import OBLIGATION
from domain.delivery import Delivery, Kind, NewDelivery
from domain.hearing import Officer
from domain.place import Place
from domain.ruling import UNDO_WITHIN, Ruling, RulingCard
from storage import deliveries, people, rulings

RULING = "ruling"
USEFUL_FOR = timedelta(days=7)


def tell_owners(session: Session, ruling: Ruling, *, now: datetime, place: Place) -> None:
    """One message to each person, when the minute to think again is over and people are awake."""
    units = {item.obligation.unit.id for item in ruling.items}
    hearers = people.find_hearers(session, list(units))
    theirs = _by_person(ruling, hearers)
    theirs.pop(ruling.person_id, None)
    due_at = place.next_waking(now + UNDO_WITHIN)
    queued = [
        NewDelivery(
            once_key=f"ruling:{ruling.id}:{person_id}",
            person_id=person_id,
            kind=Kind.RULING,
            due_at=due_at,
            useful_until=due_at + USEFUL_FOR,
            subject_id=ruling.id,
            subjects=((RULING, ruling.id), *((OBLIGATION, one) for one in obligation_ids)),
            facts={"items": obligation_ids},
        )
        for person_id, obligation_ids in theirs.items()
    ]
    deliveries.queue(session, queued, now=now)


def _by_person(ruling: Ruling, hearers: Mapping[int, Sequence[Officer]]) -> dict[int, list[int]]:
    theirs: dict[int, list[int]] = {}
    for item in ruling.items:
        for officer in hearers.get(item.obligation.unit.id, ()):
            theirs.setdefault(officer.person_id, []).append(item.obligation.id)
    return theirs


def load_cards(
    session: Session, claimed: Sequence[Delivery], *, now: datetime, place: Place
) -> dict[int, RulingCard]:
    """What each message says at this moment; what was taken back in time is never said."""
    found = rulings.find_many(session, {one.subject_id or 0 for one in claimed})
    cards: dict[int, RulingCard] = {}
    for one in claimed:
        ruling = found.get(one.subject_id or 0)
        if ruling is None or (ruling.is_undone and one.edits is None):
            continue
        told = set(one.facts["items"])
        items = tuple(item for item in ruling.items if item.obligation.id in told)
        cards[one.id] = RulingCard(today=place.today(now), ruling=replace(ruling, items=items))
    return cards
