"""Give whoever takes an office the packet, once, in the minute in which the office is his."""

from datetime import datetime, timedelta

from sqlmodel import Session

from actions.handover_packets import find_coming, find_packets
from actions.running import reads
from actions.terms import NotYours
from domain.delivery import Kind, NewDelivery
from domain.handover import (
    LOOKS_BACK,
    Coming,
    Handover,
    HandoverPage,
    HandoverPart,
    TakenOffice,
)
from domain.permission import Actor
from domain.place import Place
from storage import deliveries, handovers, memory

KEY = "handovers"
USEFUL_FOR = timedelta(days=30)
# Nobody needs to be looked for further back than this; the key of the message tells it once.
FORGETS_AFTER = timedelta(hours=12)
A_PAGE = 10


def tell_new(session: Session, *, now: datetime, place: Place) -> int:
    """Queue the packets of offices taken up since the last look; returns how many.

    What was there when the bot began is no handover.
    """
    known = memory.recall(session, KEY)
    if known is None:
        _remember(session, now=now)
        return 0
    newest, _, instant = known.partition(" ")
    since = datetime.fromisoformat(instant)
    found = handovers.find_taken_up(session, after=int(newest), linked_after=since)
    due_at = place.next_waking(now)
    queued = deliveries.queue(
        session,
        [
            NewDelivery(
                once_key=f"{handovers.KEY}{one.office_id}",
                person_id=one.person_id,
                kind=Kind.HANDOVER,
                due_at=due_at,
                useful_until=due_at + USEFUL_FOR,
                subject_id=one.office_id,
            )
            for one in found
        ],
        now=now,
    )
    if now - since > FORGETS_AFTER:
        _remember(session, now=now)
    return queued


def _remember(session: Session, *, now: datetime) -> None:
    newest = handovers.find_newest(session)
    memory.remember(session, KEY, f"{newest} {now.isoformat()}")


@reads
def find(
    session: Session, actor: Actor, office_id: int, *, now: datetime, place: Place
) -> Handover | NotYours:
    """The packet again."""
    office = _own(session, actor, office_id)
    if office is None:
        return NotYours()
    return find_packets(session, [office], today=place.today(now))[office.office_id]


@reads
def find_page(
    session: Session,
    actor: Actor,
    office_id: int,
    *,
    part: HandoverPart,
    page: int,
    now: datetime,
    place: Place,
) -> HandoverPage | NotYours:
    """One part of the packet."""
    office = _own(session, actor, office_id)
    if office is None:
        return NotYours()
    today = place.today(now)
    coming: tuple[Coming, ...] = ()
    if part is HandoverPart.COMING:
        coming = find_coming(session, [office.unit], today=today)[office.unit.id]
    items = []
    if part is HandoverPart.OPEN:
        items = handovers.find_open(session, office.unit.id)
    elif part is HandoverPart.YEAR:
        first = today - LOOKS_BACK
        items = handovers.find_ended(session, office.unit.id, first=first, last=today)
    pages = max(1, -(-max(len(items), len(coming)) // A_PAGE))
    here = min(max(page, 1), pages)
    shown = slice((here - 1) * A_PAGE, here * A_PAGE)
    return HandoverPage(
        today=today,
        office=office,
        part=part,
        items=tuple(items[shown]),
        coming=coming[shown],
        page=here,
        pages=pages,
    )


def _own(session: Session, actor: Actor, office_id: int) -> TakenOffice | None:
    """An office that the actor holds himself."""
    office = handovers.find_running(session, [office_id]).get(office_id)
    return office if office is not None and office.person_id == actor.person_id else None
