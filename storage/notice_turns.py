"""Notices that are taken away and perhaps come back: from a person, from a step, by an undo."""

from collections.abc import Sequence
from datetime import date, datetime
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


def drop_step(session: Session, obligation_id: int, prefix: str) -> None:
    """What waits to be told of one step of an obligation is no longer true."""
    session.execute(_of_step(obligation_id, prefix, "waiting").values(state="cancelled"))


def revive_step(session: Session, obligation_id: int, prefix: str, *, now: datetime) -> None:
    """The step is to be told after all."""
    dropped = _of_step(obligation_id, prefix, "cancelled").where(TABLE.c.useful_until > now)
    session.execute(dropped.values(state="waiting"))


def revive_made_before(
    session: Session, obligation_id: int, instant: datetime, *, now: datetime
) -> None:
    """What an answer had stilled waits again: the answer, given at `instant`, is taken back."""
    dropped = _of_step(obligation_id, "", "cancelled").where(
        TABLE.c.useful_until > now, TABLE.c.made_at <= instant
    )
    session.execute(dropped.values(state="waiting"))


def revive_end(session: Session, obligation_id: int, last_day: date, *, now: datetime) -> None:
    """A last day holds again: the rungs that were not told of it yet are told after all."""
    dropped = _of_step(obligation_id, "", "cancelled").where(
        TABLE.c.useful_until > now,
        TABLE.c.once_key.endswith(f":{last_day}", autoescape=True),
        TABLE.c.step.not_like("tomorrow%"),
    )
    session.execute(dropped.values(state="waiting"))


def _of_step(obligation_id: int, prefix: str, state: str) -> Any:
    return TABLE.update().where(
        TABLE.c.obligation_id == obligation_id,
        TABLE.c.state == state,
        TABLE.c.step.startswith(prefix, autoescape=True),
    )


def make_again(session: Session, made: Sequence[NewNotice], *, now: datetime) -> None:
    """Make what was never made, and let wait again what was taken away before it was told."""
    rows = [{"key": one.once_key, "at": one.due_at} for one in made]
    if rows:
        session.connection().execute(_AGAIN, rows)
        notices.make(session, made, now=now)
