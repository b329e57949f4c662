"""Check-ins that open: of which nobody has been told yet."""

from datetime import datetime

from sqlmodel import Session, col, update

from domain.activity import Activity, ActivityState
from storage.activities import find_where
from storage.tables.activities import ActivityRow


def find_opening(session: Session, *, now: datetime, limit: int) -> list[Activity]:
    """Planned activities whose window has opened untold. Uses the index on state and opening."""
    return find_where(
        session,
        col(ActivityRow.state) == ActivityState.PLANNED.value,
        col(ActivityRow.opens_at) <= now,
        col(ActivityRow.opening_told_at).is_(None),
        limit=limit,
    )


def mark_opening_told(session: Session, activity_id: int, *, now: datetime) -> None:
    """The opening is told; nothing more to do for it."""
    session.execute(
        update(ActivityRow).where(col(ActivityRow.id) == activity_id).values(opening_told_at=now)
    )
