"""The live count: a message that an officer asked for, and that follows who comes."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlmodel import Session

from actions.activities import NotYours, find_managed
from actions.answering import find_answering
from actions.quieting import ACTIVITY
from actions.quorums import quorums_of
from domain.activity import Activity
from domain.check_in import LiveCountCard
from domain.delivery import Delivery, Kind, NewDelivery
from domain.permission import Actor
from domain.place import Place
from domain.wall import ends_at
from storage import activities, check_ins, deliveries
from storage.live_counts import COUNT


@dataclass(frozen=True, kw_only=True)
class CountAsked:
    """It comes as a message of its own. `is_new`: it did not stand there already."""

    is_new: bool


class CountOver:
    """Nobody comes any more."""


def ask(
    session: Session, actor: Actor, activity_id: int, *, now: datetime
) -> CountAsked | CountOver | NotYours:
    """Send the actor a count that follows who comes."""
    activity = find_managed(session, actor, activity_id)
    if activity is None:
        return NotYours()
    if not activity.is_planned or now > ends_at(activity):
        return CountOver()
    return CountAsked(is_new=queue(session, actor, activity, now=now))


def queue(session: Session, actor: Actor, activity: Activity, *, now: datetime) -> bool:
    """The same, once for each officer and activity; False when it was sent before."""
    message = NewDelivery(
        once_key=f"{Kind.LIVE_COUNT}:{activity.id}:{actor.person}",
        person_id=actor.person,
        kind=Kind.LIVE_COUNT,
        due_at=now,
        useful_until=ends_at(activity),
        subject_id=activity.id,
        subjects=((COUNT, activity.id), (ACTIVITY, activity.id)),
    )
    return deliveries.queue(session, [message], now=now) == 1


def load_cards(
    session: Session, claimed: Sequence[Delivery], *, now: datetime, place: Place
) -> dict[int, LiveCountCard]:
    """How many have come by now."""
    found = activities.find_many(session, {one.subject_id or 0 for one in claimed})
    quorums = quorums_of(session, list(found.values()))
    counts = check_ins.count_many(session, list(found))
    answers = find_answering(session, claimed)
    return {
        one.id: LiveCountCard(
            activity=found[one.subject_id].on_local_clock(place),
            counts=counts[one.subject_id],
            at=place.local(now),
            quorum=quorums.get(one.subject_id),
            has_ended=not answers(one, found[one.subject_id]),
        )
        for one in claimed
        if one.subject_id in found
        and (one.edits is not None or answers(one, found[one.subject_id]))
    }
