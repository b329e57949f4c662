"""The outbox on its way out: what is ready, what is claimed, how it ended."""

from collections.abc import Collection, Sequence
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import bindparam, exists, tuple_
from sqlalchemy.orm import aliased
from sqlmodel import Session, col, func, select, update

from domain.delivery import Delivery, Kind, Sent
from storage.tables.columns import is_in
from storage.tables.messages import DeliveryRow
from storage.tables.organisation import AccountRow, PersonRow

LEASE = timedelta(seconds=60)
TABLE: Any = DeliveryRow.__table__  # type: ignore[attr-defined]  # SQLModel does not type it.


_ORIGINAL, _OTHER = aliased(DeliveryRow), aliased(DeliveryRow)
# Built once: it runs for every few messages.
_READY = (
    select(DeliveryRow, _ORIGINAL)
    .join(_ORIGINAL, col(_ORIGINAL.id) == col(DeliveryRow.edits), isouter=True)
    .where(
        is_in("delivery", "due"),
        # An edit waits until the message that it is about has arrived, or never will.
        col(_ORIGINAL.id).is_(None) | col(_ORIGINAL.state).not_in(("due", "sending")),
        # Two edits of one message under way could overtake each other.
        ~exists().where(
            col(_OTHER.edits) == col(DeliveryRow.edits), col(_OTHER.state) == "sending"
        ),
    )
    .order_by(col(DeliveryRow.lane), col(DeliveryRow.due_at), col(DeliveryRow.id))
)


def find_ready(
    session: Session,
    *,
    now: datetime,
    limit: int,
    in_hand: Collection[int] = (),
    kinds_at_rest: Sequence[Kind] = (),
) -> tuple[list[Delivery], list[int]]:
    """The next due messages, and the ids of those that are past their use.

    `in_hand` were found before; new messages of `kinds_at_rest` stay where they are (it is night).
    Uses the index on due ones.
    """
    query = _READY.where(col(DeliveryRow.due_at) <= now).limit(limit + len(in_hand))
    if kinds_at_rest:
        at_rest = col(DeliveryRow.kind).in_([kind.value for kind in kinds_at_rest])
        # An edit wakes nobody, and what is done must not look open until the morning.
        query = query.where(~at_rest | col(DeliveryRow.edits).is_not(None))
    found = [row for row in session.exec(query) if row[0].id not in in_hand][:limit]
    ready = [_as_delivery(*row) for row in found if row[0].useful_until > now]
    expired = [row[0].id or 0 for row in found if row[0].useful_until <= now]
    return ready, expired


_CLAIM = (
    TABLE.update()
    .where(
        TABLE.c.state == "due",
        tuple_(TABLE.c.id, TABLE.c.revision).in_(bindparam("wanted", expanding=True)),
        TABLE.c.useful_until > bindparam("at"),
        exists().where(
            col(AccountRow.person_id) == TABLE.c.person_id,
            col(AccountRow.lost).is_(None),
            col(PersonRow.id) == TABLE.c.person_id,
            col(PersonRow.left_at).is_(None),
        ),
    )
    .values(state="sending", attempts=TABLE.c.attempts + 1, due_at=bindparam("lease"))
    .returning(TABLE.c.id)
)


def claim(session: Session, wanted: Sequence[Delivery], *, now: datetime) -> set[int]:
    """Take these messages if they are still due and unchanged; each uses an attempt.

    Whoever has left or cannot be reached by now is not written to.
    """
    if not wanted:
        return set()
    values = {
        "wanted": [(one.id, one.revision) for one in wanted],
        "at": now,
        "lease": now + LEASE,
    }
    return {row[0] for row in session.connection().execute(_CLAIM, values)}


def _as_delivery(row: DeliveryRow, original: DeliveryRow | None) -> Delivery:
    edited = None
    if original and original.chat_id is not None and original.message_id is not None:
        edited = (original.chat_id, original.message_id)
    return Delivery(
        id=row.id or 0,
        person_id=row.person_id,
        kind=Kind(row.kind),
        subject_id=row.subject_id,
        attempts=row.attempts + 1,
        revision=row.revision,
        made_at=(original.sent_at if original else None) or row.made_at,
        facts=dict(row.facts),
        edits=row.edits,
        edits_message=edited,
    )


_MARK_SENT = (
    TABLE.update()
    .where(TABLE.c.id == bindparam("row_id"), TABLE.c.state == "sending")
    .values(
        state="sent",
        sent_at=bindparam("at"),
        chat_id=bindparam("to_chat"),
        message_id=bindparam("as_message"),
    )
)


def mark_sent(session: Session, sent: Sequence[tuple[int, Sent]], *, now: datetime) -> None:
    """Write down which messages Telegram has."""
    rows = [
        {"row_id": one, "at": now, "to_chat": done.chat_id, "as_message": done.message_id}
        for one, done in sent
    ]
    if rows:
        session.connection().execute(_MARK_SENT, rows)


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


_PUT_OFF = (
    TABLE.update()
    .where(TABLE.c.id == bindparam("row_id"), TABLE.c.state == "due")
    .values(due_at=bindparam("until"))
)


def put_off(session: Session, put: Sequence[tuple[int, datetime]]) -> None:
    """Let messages wait until an instant of their own."""
    if put:
        rows = [{"row_id": one, "until": until} for one, until in put]
        session.connection().execute(_PUT_OFF, rows)


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


def find_sending(session: Session) -> list[tuple[int, int]]:
    """Messages that were on their way when the process ended: (id, attempts)."""
    rows = session.exec(
        select(col(DeliveryRow.id), col(DeliveryRow.attempts)).where(
            col(DeliveryRow.state) == "sending"
        )
    )
    return [(found or 0, attempts) for found, attempts in rows]


def find_next_due(session: Session) -> datetime | None:
    """When the next queued message is due."""
    return session.exec(select(func.min(DeliveryRow.due_at)).where(is_in("delivery", "due"))).one()
