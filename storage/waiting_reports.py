"""Reports that wait for their review, or are due soon, for the clock."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sqlmodel import Session, col, select

from domain.obligation import Obligation, ObligationState
from domain.report import ReportState
from storage.obligations import find_where
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
    session: Session, duty_ids: Sequence[int], *, first: date, last: date, limit: int
) -> list[Obligation]:
    """What is open of these duties and ends between two days, the earliest end first."""
    return find_where(
        session,
        col(ObligationRow.duty_id).in_(set(duty_ids)),
        col(ObligationRow.state) == ObligationState.OPEN.value,
        col(ObligationRow.last_day) >= first,
        col(ObligationRow.last_day) <= last,
        limit=limit,
    )
