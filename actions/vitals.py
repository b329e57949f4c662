"""How long the oldest update and the oldest message wait."""

from dataclasses import dataclass
from datetime import datetime

from sqlmodel import Session

from actions.running import reads
from domain.delivery import Kind
from domain.place import Place
from storage import agenda, inbox


@dataclass(frozen=True, kw_only=True)
class Backlog:
    """Waiting times in seconds."""

    inbox: float
    outbox: float


@reads
def find_backlog(session: Session, *, now: datetime, place: Place) -> Backlog:
    """What waits for the bot, and what waits to be sent. A digest at night waits for the day."""
    at_rest = () if place.is_waking(now) else (Kind.DIGEST,)
    return Backlog(
        inbox=_seconds_since(inbox.find_oldest_waiting(session), now),
        outbox=_seconds_since(agenda.find_oldest_due(session, kinds_at_rest=at_rest), now),
    )


@reads
def count_outbox(session: Session, *, now: datetime) -> dict[str, int]:
    """How many messages wait, are on their way, were sent, and did not arrive."""
    return agenda.count_deliveries(session)


def _seconds_since(instant: datetime | None, now: datetime) -> float:
    return max(0.0, (now - instant).total_seconds()) if instant else 0.0
