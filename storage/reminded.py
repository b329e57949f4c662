"""What a person was told last."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlmodel import Session, col, select

from domain.delivery import Kind
from storage.tables.messages import DeliveryRow


@dataclass(frozen=True, kw_only=True)
class Told:
    """A message that was sent. `by` is the person who asked for it, where somebody did."""

    delivery_id: int
    kind: Kind
    subject_id: int | None
    sent_at: datetime
    by: int | None


def find_last(
    session: Session, person_id: int, kinds: Sequence[Kind], *, message_id: int | None = None
) -> Told | None:
    """The newest message of some kinds to a person, or the one with that id in his chat."""
    query = select(DeliveryRow).where(
        col(DeliveryRow.person_id) == person_id,
        col(DeliveryRow.sent_at).is_not(None),
        col(DeliveryRow.edits).is_(None),
        col(DeliveryRow.kind).in_([kind.value for kind in kinds]),
    )
    if message_id is not None:
        query = query.where(col(DeliveryRow.message_id) == message_id)
    row = session.exec(
        query.order_by(col(DeliveryRow.sent_at).desc(), col(DeliveryRow.id).desc()).limit(1)
    ).first()
    if row is None or row.sent_at is None:
        return None
    by = row.facts.get("by")
    return Told(
        delivery_id=row.id or 0,
        kind=Kind(row.kind),
        subject_id=row.subject_id,
        sent_at=row.sent_at,
        by=int(by) if by is not None else None,
    )
