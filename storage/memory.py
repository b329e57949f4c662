"""Small facts that the process keeps about itself."""

from typing import Any

from sqlalchemy import bindparam
from sqlmodel import Session, col, delete, select

from storage.inserting import insert_new
from storage.tables.process import MemoryRow

# Built once: every tick asks several of these.
_OF_KEY: Any = col(MemoryRow.key) == bindparam("fact")
_RECALL = select(col(MemoryRow.value)).where(_OF_KEY)
_FORGET = delete(MemoryRow).where(_OF_KEY)


def recall(session: Session, key: str) -> str | None:
    """The fact under a key."""
    return session.connection().execute(_RECALL, {"fact": key}).scalar()


def remember(session: Session, key: str, value: str) -> None:
    """Put a fact in place of the one before."""
    forget(session, key)
    insert_new(session, MemoryRow, [{"key": key, "value": value}])


def recall_under(session: Session, prefix: str) -> list[tuple[str, str]]:
    """The facts whose keys begin like this."""
    rows = session.exec(
        select(MemoryRow.key, MemoryRow.value)
        .where(col(MemoryRow.key).startswith(prefix, autoescape=True))
        .order_by(col(MemoryRow.key))
    )
    return [(key, value) for key, value in rows]


def forget(session: Session, key: str) -> None:
    """Drop the fact under a key."""
    session.connection().execute(_FORGET, {"fact": key})
