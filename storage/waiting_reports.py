"""Reports that wait for their review, or are due soon, for the clock."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sqlmodel import Session, col, select

from domain.report import ReportState
from storage.tables.columns import is_in
from storage.tables.duties import ObligationRow
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


def find_ending(
    session: Session, duty_ids: Sequence[int], *, first: date, last: date, after: int, limit: int
) -> list[int]:
    """Ids behind `after` of what is open of these duties and ends between two days."""
    rows = session.exec(
        select(ObligationRow.id)
        .where(
            col(ObligationRow.duty_id).in_(set(duty_ids)),
            is_in("obligation", "open"),
            col(ObligationRow.last_day) >= first,
            col(ObligationRow.last_day) <= last,
            col(ObligationRow.id) > after,
        )
        .order_by(col(ObligationRow.id))
        .limit(limit)
    )
    return [row_id or 0 for row_id in rows]
