"""Messages that somebody has because of an office, and that end with it."""

from collections.abc import Collection
from datetime import datetime, timedelta

from sqlmodel import Session, col, select

from domain.delivery import Kind
from storage.deliveries import as_edit
from storage.inserting import insert_new
from storage.tables.messages import DeliveryRow

_KINDS = (Kind.LIVE_COUNT, Kind.GUEST, Kind.LEAVE, Kind.HELD_QUESTION, Kind.DAY_OFF)
# What is older speaks of nothing that could still be decided.
_LOOKS_BACK = timedelta(days=62)


def look_again(session: Session, person_ids: Collection[int], *, now: datetime) -> None:
    """Offices of these people have ended: what they were sent shows what is theirs now."""
    rows = session.exec(
        select(DeliveryRow).where(
            col(DeliveryRow.person_id).in_(set(person_ids)),
            col(DeliveryRow.kind).in_([kind.value for kind in _KINDS]),
            col(DeliveryRow.state).in_(("sent", "sending")),
            col(DeliveryRow.edits).is_(None),
            col(DeliveryRow.made_at) > now - _LOOKS_BACK,
        )
    )
    change = f"office:{now.timestamp():.0f}"
    insert_new(session, DeliveryRow, [as_edit(row, change, now) for row in rows])
