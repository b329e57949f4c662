"""Windows of check-in: those that open untold, and those that close while the bot is away."""

from collections.abc import Sequence
from datetime import datetime

from sqlmodel import Session, col, func, update

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


def find_near(session: Session, *, now: datetime, until: datetime, limit: int) -> list[Activity]:
    """Planned activities that begin by then, whose window is still to open, and of which nobody was
    reminded. Uses the index on state and opening.
    """
    return find_where(
        session,
        col(ActivityRow.state) == ActivityState.PLANNED.value,
        col(ActivityRow.opens_at) > now,
        col(ActivityRow.starts_at) <= until,
        col(ActivityRow.reminded_at).is_(None),
        col(ActivityRow.invite_from).is_(None),
        limit=limit,
    )


def mark_reminded(session: Session, activity_id: int, *, now: datetime) -> None:
    """Who has not answered is reminded of it."""
    session.execute(
        update(ActivityRow).where(col(ActivityRow.id) == activity_id).values(reminded_at=now)
    )


def mark_opening_told(session: Session, activity_id: int, *, now: datetime) -> None:
    """The opening is told; nothing more to do for it."""
    session.execute(
        update(ActivityRow).where(col(ActivityRow.id) == activity_id).values(opening_told_at=now)
    )


def find_closing_between(session: Session, after: datetime, until: datetime) -> Sequence[Activity]:
    """Planned activities whose window closed after one instant and until another."""
    return find_where(
        session,
        col(ActivityRow.state) == ActivityState.PLANNED.value,
        col(ActivityRow.closes_at) > after,
        col(ActivityRow.closes_at) <= until,
    )


def close_at(session: Session, activity_id: int, closes_at: datetime) -> None:
    """Let a window close later than it would have."""
    session.execute(
        update(ActivityRow)
        .where(col(ActivityRow.id) == activity_id)
        .values(
            closes_at=closes_at,
            extended_from=func.coalesce(ActivityRow.extended_from, ActivityRow.closes_at),
        )
        .execution_options(synchronize_session=False)
    )
