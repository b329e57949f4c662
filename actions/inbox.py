"""The inbox, as the wiring uses it: keep, hand out, settle, give up."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from sqlmodel import Session

from domain.incoming import Incoming
from storage import inbox

MOST_ATTEMPTS = 2
KEPT_FOR = timedelta(days=7)


def receive(session: Session, updates: Sequence[Incoming]) -> int:
    """Keep what Telegram sent. Only after this commit may it be confirmed there."""
    return inbox.keep(session, updates)


def find_waiting(session: Session, *, limit: int) -> list[Incoming]:
    """What nobody has settled yet, in Telegram's order."""
    return inbox.find_waiting(session, limit=limit)


def settle(session: Session, update_ids: Sequence[int], *, now: datetime) -> int:
    """Mark updates that changed nothing as done."""
    return inbox.settle(session, update_ids, now=now)


def note_failure(session: Session, update_id: int, *, reference: str, now: datetime) -> bool:
    """Count a failed handling; True when the update is given up."""
    if inbox.count_attempt(session, update_id) < MOST_ATTEMPTS:
        return False
    inbox.bury(session, update_id, reference=reference, now=now)
    return True


def prune(session: Session, *, now: datetime) -> int:
    """Forget what was settled a week ago."""
    return inbox.prune(session, before=now - KEPT_FOR)
