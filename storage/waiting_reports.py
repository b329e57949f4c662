"""Reports that wait for their review, for the clock."""

from dataclasses import dataclass
from datetime import datetime

from sqlmodel import Session, col, select

from domain.report import ReportState
from storage.tables.reports import ReportRow


@dataclass(frozen=True, kw_only=True)
class WaitingReport:
    """A report that was handed in and is not decided."""

    id: int
    obligation_id: int
    author_id: int
    reviewer_unit_id: int
    submitted_at: datetime


def find(session: Session, *, before: datetime, limit: int) -> list[WaitingReport]:
    """What was handed in before an instant, the longest waiting first."""
    rows = session.exec(
        select(ReportRow)
        .where(
            col(ReportRow.state) == ReportState.SUBMITTED.value,
            col(ReportRow.submitted_at) < before,
        )
        .order_by(col(ReportRow.submitted_at), col(ReportRow.id))
        .limit(limit)
    )
    return [
        WaitingReport(
            id=row.id or 0,
            obligation_id=row.obligation_id,
            author_id=row.author_id,
            reviewer_unit_id=row.reviewer_unit_id,
            submitted_at=row.submitted_at,
        )
        for row in rows
        if row.reviewer_unit_id is not None and row.submitted_at is not None
    ]
