"""Done means quiet: what waits to be told is dropped, what was told is brought up to date."""

from datetime import datetime

from sqlmodel import Session

from storage import deliveries, notices

OBLIGATION = "obligation"
ACTIVITY = "activity"
REPORT = "report"


def quiet_obligation(session: Session, obligation_id: int, *, version: int, now: datetime) -> None:
    """Call in the transaction that settles an obligation; `version` is its new one."""
    notices.cancel_for_obligation(session, obligation_id)
    refresh_cards(session, (OBLIGATION, obligation_id), version=version, now=now)


def refresh_cards(
    session: Session, subject: tuple[str, int], *, version: int, now: datetime
) -> None:
    """Queue an edit for every sent message that speaks of the subject; reword what still waits."""
    deliveries.outdate(session, subject)
    deliveries.queue_edits(session, subject, change=str(version), now=now)


def refresh_own_digests(
    session: Session, obligation_id: int, person_id: int, *, change: str, now: datetime
) -> None:
    """Somebody has answered a reminder: the messages that he has about it show it."""
    subject = (OBLIGATION, obligation_id)
    deliveries.queue_edits(session, subject, change=change, person_id=person_id, now=now)
