"""What waits for one person besides obligations."""

from datetime import datetime

from sqlmodel import Session, col, select

from domain.todo import ExpectedActivity
from storage.tables.activities import ActivityRow, ExpectedRow


def find_unanswered(
    session: Session, person_id: int, *, now: datetime, until: datetime
) -> list[ExpectedActivity]:
    """Activities whose check-in is not over, that begin by an instant; the nearest first."""
    rows = session.exec(
        select(ActivityRow)
        .join(ExpectedRow, col(ExpectedRow.activity_id) == col(ActivityRow.id))
        .where(
            col(ExpectedRow.person_id) == person_id,
            col(ExpectedRow.state) == "expected",
            col(ActivityRow.state) == "planned",
            col(ActivityRow.closes_at) > now,
            col(ActivityRow.starts_at) <= until,
        )
        .order_by(col(ActivityRow.starts_at), col(ActivityRow.id))
        .limit(50)
    )
    return [as_expected(row) for row in rows]


def find_activity(session: Session, activity_id: int) -> ExpectedActivity | None:
    """One activity by its title and time."""
    row = session.get(ActivityRow, activity_id)
    return as_expected(row) if row else None


def as_expected(row: ActivityRow) -> ExpectedActivity:
    """The row as a value."""
    return ExpectedActivity(
        id=row.id or 0,
        title=row.title,
        place=row.place,
        starts_at=row.starts_at,
        version=row.version,
    )
