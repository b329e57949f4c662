"""Notices that are turned over from one person to another, perhaps back again."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import bindparam
from sqlmodel import Session

from storage import notices
from storage.notices import NewNotice
from storage.tables.messages import NoticeRow

TABLE: Any = NoticeRow.__table__  # type: ignore[attr-defined]  # SQLModel does not type it.
_AGAIN = (
    TABLE.update()
    .where(TABLE.c.once_key == bindparam("key"), TABLE.c.state == "cancelled")
    .values(state="waiting", due_at=bindparam("at"))
)


def make_again(session: Session, made: Sequence[NewNotice], *, now: datetime) -> None:
    """Make what was never made, and let wait again what was taken away before it was told."""
    rows = [{"key": one.once_key, "at": one.due_at} for one in made]
    if rows:
        session.connection().execute(_AGAIN, rows)
        notices.make(session, made, now=now)
