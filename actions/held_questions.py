"""Ask whether an activity took place, some time after its end; nothing is held by itself."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from sqlmodel import Session

from actions.answering import Answers, find_answering
from actions.quieting import ACTIVITY
from actions.quorums import quorums_of
from domain.activity import Activity
from domain.check_in import Counts
from domain.delivery import Delivery, Kind, NewDelivery
from domain.hearing import Officer
from domain.holding import HeldQuestionCard
from domain.place import Place
from storage import activities, activity_records, check_ins, deliveries, people

USEFUL_FOR = timedelta(days=14)


def ask(session: Session, *, now: datetime, place: Place) -> int:
    """Ask who answers for the units of what is over; returns how many activities those were."""
    over = activity_records.find_unasked(session, now=now)
    if not over:
        return 0
    units = {unit_id for one in over for unit_id in (one.unit.id, *one.unit.ancestor_ids)}
    hearers = people.find_hearers(session, list(units))
    queued = [
        _question(activity, officer, now=now, place=place)
        for activity in over
        for officer in hearers_of(activity, hearers)
    ]
    deliveries.queue(session, queued, now=now)
    activity_records.mark_asked(session, [one.id for one in over], now=now)
    return len(over)


def hearers_of(activity: Activity, hearers: dict[int, tuple[Officer, ...]]) -> tuple[Officer, ...]:
    """Those of the unit itself, else of the nearest one above that anybody hears for."""
    climb = (activity.unit.id, *activity.unit.ancestor_ids)
    return next((hearers[unit_id] for unit_id in climb if unit_id in hearers), ())


def _question(activity: Activity, officer: Officer, *, now: datetime, place: Place) -> NewDelivery:
    due_at = now if place.is_waking(now) else place.next_digest(now, officer.digest_at)
    begins = int(activity.starts_at.timestamp())
    return NewDelivery(
        # A moved activity is asked about again.
        once_key=f"{Kind.HELD_QUESTION}:{activity.id}:{begins}:{officer.person_id}",
        person_id=officer.person_id,
        kind=Kind.HELD_QUESTION,
        due_at=due_at,
        useful_until=due_at + USEFUL_FOR,
        subject_id=activity.id,
        subjects=((ACTIVITY, activity.id),),
    )


def load_cards(
    session: Session, claimed: Sequence[Delivery], *, now: datetime, place: Place
) -> dict[int, HeldQuestionCard]:
    """What is asked; what was settled or moved meanwhile is no question any more."""
    found = activities.find_many(session, {one.subject_id or 0 for one in claimed})
    quorums = quorums_of(session, list(found.values()))
    counts = check_ins.count_many(session, found)
    answers = find_answering(session, claimed)
    return {
        one.id: HeldQuestionCard(
            activity=activity.on_local_clock(place),
            counts=counts.get(activity.id, Counts()),
            quorum=quorums.get(activity.id),
            has_ended=not answers(one, activity),
        )
        for one in claimed
        if (activity := found.get(one.subject_id or 0)) is not None
        and (one.edits is not None or _is_open(one, activity, answers, now=now))
    }


def _is_open(delivery: Delivery, activity: Activity, answers: Answers, *, now: datetime) -> bool:
    return activity.is_planned and activity.has_begun(now) and answers(delivery, activity)
