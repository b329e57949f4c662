"""Done means quiet: what waits to be told is dropped, what was told is brought up to date."""

from collections.abc import Collection
from datetime import datetime, timedelta

from sqlmodel import Session

from domain.check_in import CheckIn
from storage import deliveries, group_cards, live_counts, notices

OBLIGATION = "obligation"
ACTIVITY = "activity"
REPORT = "report"
# What an officer's card about a leave speaks of: its activity.
LEAVE = "leave"
# A live count is edited at most so often, however many come at once.
COUNTED_EVERY = timedelta(seconds=3)


def quiet_obligation(session: Session, obligation_id: int, *, version: int, now: datetime) -> None:
    """Call in the transaction that settles an obligation; `version` is its new one."""
    notices.cancel_for_obligation(session, obligation_id)
    refresh_cards(session, (OBLIGATION, obligation_id), version=version, now=now)


def refresh_cards(
    session: Session, subject: tuple[str, int], *, version: int, now: datetime
) -> None:
    """Queue an edit for every sent message that speaks of the subject; reword what still waits."""
    refresh_subject(session, subject, change=str(version), now=now)


def refresh_subject(
    session: Session, subject: tuple[str, int], *, change: str, now: datetime
) -> None:
    """The same where `change` names what has happened, and the subject keeps its version."""
    if subject[0] == ACTIVITY:
        group_cards.mark_stale(session, subject[1], now=now)
    deliveries.outdate(session, subject)
    deliveries.queue_edits(session, subject, change=change, now=now)


def refresh_own_digests(
    session: Session, obligation_id: int, person_id: int, *, change: str, now: datetime
) -> None:
    """Somebody has answered a reminder: the messages that he has about it show it."""
    subject = (OBLIGATION, obligation_id)
    deliveries.queue_edits(session, subject, change=change, people=[person_id], now=now)


def refresh_counts(session: Session, before: CheckIn, *, now: datetime) -> None:
    """Somebody stands otherwise than `before`: live counts of the activity show it in a moment."""
    group_cards.mark_stale(session, before.activity_id, now=now)
    if not live_counts.is_followed(session, before.activity_id):
        return
    deliveries.queue_edits(
        session,
        (live_counts.COUNT, before.activity_id),
        change=f"{before.person_id}:{before.version + 1}",
        now=now,
        not_before=now + COUNTED_EVERY,
    )


def refresh_people(
    session: Session, activity_id: int, people: Collection[int], *, change: str, now: datetime
) -> None:
    """Some are on the list, or off it: what they were sent shows it, and the counts.

    So does what officers were asked about leaves: who is off it asks for nothing any more.
    """
    group_cards.mark_stale(session, activity_id, now=now)
    deliveries.queue_edits(session, (ACTIVITY, activity_id), change=change, people=people, now=now)
    if live_counts.is_followed(session, activity_id):
        counts = (live_counts.COUNT, activity_id)
        at = now + COUNTED_EVERY
        deliveries.queue_edits(session, counts, change=change, now=now, not_before=at)
    refresh_leaves(session, activity_id, change=change, now=now)


def refresh_leaves(session: Session, activity_id: int, *, change: str, now: datetime) -> None:
    """What officers were asked about leaves shows how they stand now."""
    subject = (LEAVE, activity_id)
    deliveries.outdate(session, subject)
    deliveries.queue_edits(session, subject, change=change, now=now)


def refresh_everybody(session: Session, activity_id: int, *, change: str, now: datetime) -> None:
    """Many stand otherwise at once: every card about the activity shows it, the counts too."""
    refresh_subject(session, (ACTIVITY, activity_id), change=change, now=now)
