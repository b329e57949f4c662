"""The outbox: what is queued, what is on its way, what was sent."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import bindparam, exists
from sqlalchemy.orm import aliased
from sqlmodel import Session, col, func, select, update

from domain.delivery import Delivery, Importance, Kind, Lane, NewDelivery, Sent
from storage.inserting import insert_new
from storage.tables.columns import is_in
from storage.tables.messages import CardRow, DeliveryRow

LEASE = timedelta(seconds=60)
TABLE: Any = DeliveryRow.__table__  # type: ignore[attr-defined]  # SQLModel does not type it.


def queue(session: Session, deliveries: Sequence[NewDelivery], *, now: datetime) -> int:
    """Queue what was never queued under its key before; returns how many were new."""
    rows = [_as_row(one, now) for one in deliveries]
    made = insert_new(session, DeliveryRow, rows)
    keys = {one.once_key: one for one in deliveries if one.subjects}
    if keys and made:
        ids = find_ids(session, list(keys))
        cards = [
            {"delivery_id": ids[key], "subject_kind": kind, "subject_id": subject_id}
            for key, one in keys.items()
            for kind, subject_id in one.subjects
        ]
        insert_new(session, CardRow, cards)
    return made


def _as_row(one: NewDelivery, now: datetime) -> dict[str, Any]:
    return {
        "once_key": one.once_key,
        "person_id": one.person_id,
        "kind": one.kind.value,
        "subject_id": one.subject_id,
        "facts": one.facts,
        "importance": one.importance.value,
        "lane": int(Lane.MESSAGE),
        "state": "due",
        "attempts": 0,
        "due_at": one.due_at,
        "useful_until": one.useful_until,
        "made_at": now,
    }


def find_ids(session: Session, once_keys: Sequence[str]) -> dict[str, int]:
    """The ids of deliveries by their keys."""
    rows = session.exec(
        select(col(DeliveryRow.once_key), col(DeliveryRow.id)).where(
            col(DeliveryRow.once_key).in_(once_keys)
        )
    )
    return {key: found or 0 for key, found in rows}


def add_subjects(session: Session, delivery_id: int, subjects: Sequence[tuple[str, int]]) -> None:
    """Let a queued message speak of more subjects."""
    cards = [
        {"delivery_id": delivery_id, "subject_kind": kind, "subject_id": subject_id}
        for kind, subject_id in subjects
    ]
    insert_new(session, CardRow, cards)


def queue_edits(session: Session, subject: tuple[str, int], *, version: int, now: datetime) -> None:
    """Bring every sent message about a subject up to date.

    The words are made when the edit is sent, so one waiting edit a message is enough: the latest
    state wins.
    """
    waiting = aliased(DeliveryRow)
    has_waiting = exists().where(
        col(waiting.edits) == col(DeliveryRow.id), col(waiting.state) == "due"
    )
    rows = session.exec(
        select(DeliveryRow)
        .join(CardRow, col(CardRow.delivery_id) == col(DeliveryRow.id))
        .where(
            col(CardRow.subject_kind) == subject[0],
            col(CardRow.subject_id) == subject[1],
            col(DeliveryRow.state) == "sent",
            col(DeliveryRow.edits).is_(None),
            ~has_waiting,
        )
    ).all()
    edits = [
        {
            "once_key": f"edit:{row.id}:{subject[0]}:{subject[1]}:{version}",
            "person_id": row.person_id,
            "kind": row.kind,
            "subject_id": row.subject_id,
            "facts": row.facts,
            "importance": Importance.MAY.value,
            "lane": int(Lane.EDIT),
            "state": "due",
            "attempts": 0,
            "due_at": now,
            "useful_until": now + timedelta(days=7),
            "made_at": now,
            "edits": row.id,
        }
        for row in rows
    ]
    insert_new(session, DeliveryRow, edits)


def claim(
    session: Session, *, now: datetime, limit: int, kinds_at_rest: Sequence[Kind] = ()
) -> list[Delivery]:
    """Take the next due messages: each becomes `sending` and uses an attempt.

    `kinds_at_rest` stay where they are (it is night). What is past its use expires here.
    """
    original = aliased(DeliveryRow)
    query = (
        select(DeliveryRow, col(original.chat_id), col(original.message_id))
        .join(original, col(original.id) == col(DeliveryRow.edits), isouter=True)
        .where(
            is_in("delivery", "due"),
            col(DeliveryRow.due_at) <= now,
        )
        .order_by(col(DeliveryRow.lane), col(DeliveryRow.due_at), col(DeliveryRow.id))
        .limit(limit)
        .with_for_update(skip_locked=True, of=DeliveryRow)
    )
    if kinds_at_rest:
        query = query.where(col(DeliveryRow.kind).not_in([kind.value for kind in kinds_at_rest]))
    rows = session.exec(query).all()
    if not rows:
        return []
    fresh = [found for found in rows if found[0].useful_until > now]
    expired = [row.id for row, _, _ in rows if row.useful_until <= now]
    if expired:
        end(session, [found or 0 for found in expired], "expired", reason="too late to be of use")
    claimed = [_as_delivery(*found) for found in fresh]
    session.execute(
        update(DeliveryRow)
        .where(col(DeliveryRow.id).in_([one.id for one in claimed]))
        .values(state="sending", attempts=DeliveryRow.attempts + 1, due_at=now + LEASE)
        .execution_options(synchronize_session=False)
    )
    return claimed


def _as_delivery(row: DeliveryRow, chat_id: int | None, message_id: int | None) -> Delivery:
    edited = (chat_id, message_id) if chat_id is not None and message_id is not None else None
    return Delivery(
        id=row.id or 0,
        person_id=row.person_id,
        kind=Kind(row.kind),
        subject_id=row.subject_id,
        attempts=row.attempts + 1,
        importance=Importance(row.importance),
        made_at=row.made_at,
        facts=dict(row.facts),
        edits=row.edits,
        edits_message=edited,
    )


def mark_sent(session: Session, sent: Sequence[tuple[int, Sent]], *, now: datetime) -> None:
    """Write down which messages Telegram has."""
    if not sent:
        return
    statement = (
        TABLE.update()
        .where(TABLE.c.id == bindparam("row_id"), TABLE.c.state == "sending")
        .values(
            state="sent",
            sent_at=now,
            chat_id=bindparam("to_chat"),
            message_id=bindparam("as_message"),
        )
    )
    rows = [
        {"row_id": one, "to_chat": done.chat_id, "as_message": done.message_id}
        for one, done in sent
    ]
    session.connection().execute(statement, rows)


def put_back(
    session: Session, delivery_id: int, *, due_at: datetime, reason: str, uses_attempt: bool
) -> None:
    """Queue a message again. What surely was not sent costs no attempt."""
    session.execute(
        update(DeliveryRow)
        .where(col(DeliveryRow.id) == delivery_id, col(DeliveryRow.state) == "sending")
        .values(
            state="due",
            due_at=due_at,
            reason=reason[:255],
            attempts=DeliveryRow.attempts - (0 if uses_attempt else 1),
        )
        .execution_options(synchronize_session=False)
    )


def end(session: Session, delivery_ids: Sequence[int], state: str, *, reason: str) -> None:
    """A final state without a message: cancelled, expired, dead or uncertain."""
    session.execute(
        update(DeliveryRow)
        .where(
            col(DeliveryRow.id).in_(delivery_ids), col(DeliveryRow.state).in_(("due", "sending"))
        )
        .values(state=state, reason=reason[:255])
        .execution_options(synchronize_session=False)
    )


def find_sending(session: Session) -> list[tuple[int, int, Importance]]:
    """Messages that were on their way when the process ended: (id, attempts, importance)."""
    rows = session.exec(
        select(col(DeliveryRow.id), col(DeliveryRow.attempts), col(DeliveryRow.importance)).where(
            col(DeliveryRow.state) == "sending"
        )
    )
    return [(found or 0, attempts, Importance(word)) for found, attempts, word in rows]


def find_next_due(session: Session) -> datetime | None:
    """When the next queued message is due."""
    return session.exec(select(func.min(DeliveryRow.due_at)).where(is_in("delivery", "due"))).one()
