"""Answers to somebody that are kept, so that they follow what they speak of."""

from datetime import datetime

from sqlmodel import Session, col, update

from domain.delivery import NewDelivery
from storage import deliveries
from storage.tables.messages import DeliveryRow


def keep(session: Session, answer: NewDelivery, message: tuple[int, int], *, now: datetime) -> None:
    """Write an answer (its chat and its id) down like a message of ours that was sent."""
    if not deliveries.queue(session, [answer], now=now):
        return
    session.execute(
        update(DeliveryRow)
        .where(col(DeliveryRow.once_key) == answer.once_key)
        .values(state="sent", sent_at=now, chat_id=message[0], message_id=message[1])
        .execution_options(synchronize_session=False)
    )
