"""What an outage of the bot itself must not do to people: nobody is late because we were down."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from sqlmodel import Session

from actions import hearers
from actions.answering import find_answering
from actions.quieting import ACTIVITY
from domain.activity import Activity, effective_close
from domain.check_in import CheckInState, Counts, CutOffCard
from domain.delivery import Delivery, Kind, NewDelivery
from domain.place import Place
from storage import (
    activities,
    activity_openings,
    check_in_changes,
    check_ins,
    deliveries,
    history,
    memory,
)

ALIVE_AT = "alive_at"
NOTE_EVERY = timedelta(seconds=20)
TOLD_FOR = timedelta(hours=12)
MOST_NAMES = 12
NOBODY = 0


def note_alive(session: Session, *, now: datetime, place: Place) -> int:
    """Remember that the bot is at work; there is never more of it to do."""
    known = _last_alive(session)
    if known is None or abs(place.local(now) - known) >= NOTE_EVERY:
        memory.remember(session, ALIVE_AT, now.isoformat())
    return 0


def note_return(session: Session, *, now: datetime, place: Place) -> int:
    """At the start: windows that closed while the bot was down stay open a little longer.

    Returns how many those are.
    """
    last_alive = _last_alive(session)
    if last_alive is None:
        return 0
    cut_off = activity_openings.find_closing_between(session, last_alive, now)
    _tell(session, cut_off, now=now, place=place)
    for activity in cut_off:
        closes_at = effective_close(activity.closes_at, last_alive=last_alive, back_at=now)
        activity_openings.close_at(session, activity.id, closes_at)
        history.write_down(
            session,
            "extended",
            (ACTIVITY, activity.id),
            now=now,
            by=None,
            way="clock",
            before={"closes_at": activity.closes_at.isoformat()},
            after={"closes_at": closes_at.isoformat()},
        )
    return len(cut_off)


def _tell(session: Session, cut_off: Sequence[Activity], *, now: datetime, place: Place) -> None:
    """At any hour while whoever is in charge stands in the room, and by day when he has left."""
    morning = place.next_waking(now)
    due = {one.id: now if now < one.ends_at else morning for one in cut_off}
    queued = [
        NewDelivery(
            once_key=f"{Kind.CUT_OFF}:{activity.id}:{now.timestamp():.0f}:{officer.person_id}",
            person_id=officer.person_id,
            kind=Kind.CUT_OFF,
            due_at=due[activity.id],
            useful_until=due[activity.id] + TOLD_FOR,
            subject_id=activity.id,
            subjects=((ACTIVITY, activity.id),),
        )
        for activity in cut_off
        for officer in hearers.find_besides(session, activity.unit, person_id=NOBODY)
    ]
    deliveries.queue(session, queued, now=now)


def load_cards(
    session: Session, claimed: Sequence[Delivery], *, now: datetime, place: Place
) -> dict[int, CutOffCard]:
    """Who has still not come."""
    found = activities.find_many(session, {one.subject_id or 0 for one in claimed})
    answers = find_answering(session, claimed)
    names = check_in_changes.find_names(session, found, CheckInState.EXPECTED, limit=MOST_NAMES)
    counts = check_ins.count_many(session, found)
    cards: dict[int, CutOffCard] = {}
    for one in claimed:
        activity = found.get(one.subject_id or 0)
        if activity is None or activity.extended_from is None:
            continue
        cards[one.id] = CutOffCard(
            activity=activity.on_local_clock(place),
            missing=names.get(activity.id, ()),
            count=counts.get(activity.id, Counts()).expected,
            has_ended=not answers(one, activity),
        )
    return cards


def _last_alive(session: Session) -> datetime | None:
    written = memory.recall(session, ALIVE_AT)
    return datetime.fromisoformat(written) if written else None
