"""The durable inbox: every update is here before Telegram hears that we have it."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import bindparam
from sqlmodel import Session, col, delete, func, select, update

from domain.incoming import Incoming
from storage.inserting import insert_new
from storage.tables.columns import is_in
from storage.tables.messages import InboxRow
from storage.tables.organisation import AccountRow, PersonRow


def keep(session: Session, updates: Sequence[Incoming]) -> int:
    """Keep the updates that are new; one that comes twice is kept once."""
    rows = [
        {
            "update_id": one.update_id,
            "sender": one.sender,
            "raw": one.raw,
            "received_at": one.received_at,
            "state": "new",
            "attempts": 0,
        }
        for one in updates
    ]
    return insert_new(session, InboxRow, rows)


def find_waiting(session: Session, *, limit: int) -> list[Incoming]:
    """Updates that nobody has settled, in Telegram's order. Uses the index on new rows."""
    query = (
        select(InboxRow, col(PersonRow.language))
        .join(AccountRow, col(AccountRow.telegram_user_id) == col(InboxRow.sender), isouter=True)
        .join(PersonRow, col(PersonRow.id) == col(AccountRow.person_id), isouter=True)
        .where(is_in("inbox", "new"))
        .order_by(col(InboxRow.update_id))
        .limit(limit)
    )
    return [
        Incoming(
            update_id=row.update_id,
            sender=row.sender,
            raw=row.raw,
            received_at=row.received_at,
            attempts=row.attempts,
            language=language,
        )
        for row, language in session.exec(query)
    ]


_TABLE: Any = InboxRow.__table__  # type: ignore[attr-defined]  # SQLModel does not type it.
# Built once: every update that writes ends with it.
_SETTLE = (
    _TABLE.update()
    .where(
        _TABLE.c.update_id.in_(bindparam("ids", expanding=True)),
        _TABLE.c.state == "new",
    )
    .values(state="done", settled_at=bindparam("at"))
)


def settle(session: Session, update_ids: Sequence[int], *, now: datetime) -> int:
    """Mark updates as done; the count says how many were still waiting."""
    asked = {"ids": list(update_ids), "at": now}
    return int(session.connection().execute(_SETTLE, asked).rowcount)


def count_attempt(session: Session, update_id: int) -> int:
    """Write down that handling failed once more; returns how often it has by now."""
    session.execute(
        update(InboxRow)
        .where(col(InboxRow.update_id) == update_id)
        .values(attempts=InboxRow.attempts + 1)
    )
    return session.exec(select(InboxRow.attempts).where(col(InboxRow.update_id) == update_id)).one()


def bury(session: Session, update_id: int, *, reference: str, now: datetime) -> None:
    """Give an update up, with the number under which the trace stands in the log."""
    session.execute(
        update(InboxRow)
        .where(col(InboxRow.update_id) == update_id, col(InboxRow.state) == "new")
        .values(state="dead", reference=reference, settled_at=now)
    )


def find_oldest_waiting(session: Session) -> datetime | None:
    """Since when the oldest unsettled update waits."""
    return session.exec(select(func.min(InboxRow.received_at)).where(is_in("inbox", "new"))).one()


def prune(session: Session, *, before: datetime) -> int:
    """Forget settled updates that came before the instant."""
    gone = session.execute(
        delete(InboxRow).where(col(InboxRow.state) != "new", col(InboxRow.received_at) < before)
    )
    return int(getattr(gone, "rowcount", 0))
