"""Give whoever takes an office the packet, once, in the minute in which the office is his."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta

from sqlmodel import Session

from actions.running import reads
from actions.term_rules import find_rules
from actions.terms import NotYours
from domain.audience import OwnerKind
from domain.delivery import Delivery, Kind, NewDelivery
from domain.handover import (
    LOOKS_AHEAD,
    LOOKS_BACK,
    Coming,
    Handover,
    HandoverCard,
    HandoverPage,
    HandoverPart,
    TakenOffice,
)
from domain.permission import Actor
from domain.place import Place
from domain.reach import ReachCount
from domain.window import windows_between
from storage import calendar_days, deliveries, duties, handovers, memory, owners, reach, terms

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


def load_cards(
    session: Session, claimed: Sequence[Delivery], *, now: datetime, place: Place
) -> dict[int, HandoverCard]:
    """The packets as they stand; whoever has lost the office meanwhile gets none.

    One by one: offices change hands a few times a year.
    """
    running = handovers.find_running(session, [one.subject_id or 0 for one in claimed])
    cards: dict[int, HandoverCard] = {}
    for one in claimed:
        office = running.get(one.subject_id or 0)
        if office is not None and office.person_id == one.person_id:
            handover = packet_of(session, office, today=place.today(now))
            cards[one.id] = HandoverCard(handover=handover)
    return cards


def packet_of(session: Session, office: TakenOffice, *, today: date) -> Handover:
    """Everything about the office at a glance."""
    unit = office.unit
    term = terms.find(session, unit.id, lengths=find_rules(session).lengths)
    still_open = handovers.find_open(session, unit.id)
    reached = reach.count_by_unit(session, unit.path).get(unit.path, ReachCount())
    return Handover(
        today=today,
        office=office,
        until=term.due_on if term else None,
        open=len(still_open),
        overdue=sum(one.is_overdue(today) for one in still_open),
        coming=len(find_coming(session, office, today=today)),
        people=reached.total,
        unreachable=reached.total - reached.linked,
        done_last_year=handovers.count_done(session, unit.id, first=today - LOOKS_BACK, last=today),
        predecessor=handovers.find_predecessor(session, office),
    )


def find_coming(session: Session, office: TakenOffice, *, today: date) -> list[Coming]:
    """What the unit will owe in the next sixty days and does not owe yet."""
    unit, last = office.unit, today + LOOKS_AHEAD
    calendar = calendar_days.load_for(session, [unit]).of(unit)
    found: list[Coming] = []
    for duty in duties.find_all(session):
        if duty.is_paused or duty.audience.owner is not OwnerKind.UNIT:
            continue
        windows = [
            window
            for window in windows_between(duty, calendar, today, last)
            if window.first_day > today and window.last_day <= last
        ]
        if not windows:
            continue
        owing = owners.find(session, duty.audience, today=today)
        if any(owner.unit_id == unit.id for owner in owing):
            found += [Coming(name=duty.name, last_day=window.last_day) for window in windows]
    return sorted(found, key=lambda one: one.last_day)


@reads
def find(
    session: Session, actor: Actor, office_id: int, *, now: datetime, place: Place
) -> Handover | NotYours:
    """The packet again."""
    office = _own(session, actor, office_id)
    return packet_of(session, office, today=place.today(now)) if office else NotYours()


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
    coming = find_coming(session, office, today=today) if part is HandoverPart.COMING else []
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
        coming=tuple(coming[shown]),
        page=here,
        pages=pages,
    )


def _own(session: Session, actor: Actor, office_id: int) -> TakenOffice | None:
    """An office that the actor holds himself."""
    office = handovers.find_running(session, [office_id]).get(office_id)
    return office if office is not None and office.person_id == actor.person_id else None
