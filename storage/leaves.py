"""Leaves that were asked for, and their reasons for as long as they are kept."""

from sqlmodel import Session, col, func, select

from domain.check_in import Leave
from storage.tables.activities import ExpectedRow


def count_asked(session: Session, activity_id: int) -> int:
    """How many leaves of an activity wait for a decision."""
    return session.exec(
        select(func.count())
        .select_from(ExpectedRow)
        .where(
            col(ExpectedRow.activity_id) == activity_id,
            col(ExpectedRow.leave) == Leave.ASKED.value,
        )
    ).one()
