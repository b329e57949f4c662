"""Pauses that Telegram asked for; they outlive a restart."""

from datetime import datetime

from sqlmodel import Session, col, delete, select

from storage.inserting import insert_new
from storage.tables.messages import PauseRow


def remember(session: Session, *, scope: str, until: datetime) -> None:
    """Keep one pause in place of an older one of its scope."""
    session.execute(delete(PauseRow).where(col(PauseRow.scope) == scope))
    insert_new(session, PauseRow, [{"scope": scope, "until": until}])


def find_standing(session: Session, *, now: datetime) -> list[tuple[str, datetime]]:
    """The pauses that are not over, as (scope, until)."""
    rows = session.exec(
        select(col(PauseRow.scope), col(PauseRow.until)).where(col(PauseRow.until) > now)
    )
    return [(scope, until) for scope, until in rows]
