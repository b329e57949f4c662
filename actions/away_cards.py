"""Tell the two about an absence: the one who is away, and the deputy."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from sqlmodel import Session

from domain.away import Away, AwayCard, AwayEvent, AwayState
from domain.delivery import Delivery, Kind, NewDelivery
from domain.place import Place
from storage import aways, deliveries

USEFUL_FOR = timedelta(days=14)


def tell(
    session: Session, away: Away, event: AwayEvent, *, to: int, now: datetime, place: Place
) -> int:
    """Queue one message, once for each event and person; returns how many were new."""
    due_at = place.next_waking(now)
    new = NewDelivery(
        once_key=f"away:{away.id}:{event}:{to}",
        person_id=to,
        kind=Kind.AWAY,
        due_at=due_at,
        useful_until=due_at + USEFUL_FOR,
        subject_id=away.id,
        subjects=(("away", away.id),) if event is AwayEvent.ASKED else (),
        facts={"event": event.value},
    )
    return deliveries.queue(session, [new], now=now)


def load_cards(
    session: Session, claimed: Sequence[Delivery], *, now: datetime, place: Place
) -> dict[int, AwayCard]:
    """What each message says at this moment; who was asked and need not answer is not asked."""
    found = aways.find_many(session, {one.subject_id or 0 for one in claimed})
    cards: dict[int, AwayCard] = {}
    for one in claimed:
        away = found.get(one.subject_id or 0)
        if away is None:
            continue
        event = AwayEvent(one.facts["event"])
        is_awaited = away.state is AwayState.ASKED
        if event is AwayEvent.ASKED and not is_awaited and one.edits is None:
            continue
        cards[one.id] = AwayCard(
            today=place.today(now),
            event=event,
            away=away,
            is_deputy=one.person_id == away.deputy_id,
            may_answer=event is AwayEvent.ASKED and is_awaited,
        )
    return cards
