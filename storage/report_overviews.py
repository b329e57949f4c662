"""What a subtree owes in writing now, in plain columns: thousands of rows at the price of one."""

from datetime import date
from typing import Any

from sqlalchemy import Text, cast
from sqlalchemy import select as columns
from sqlalchemy.orm import aliased
from sqlmodel import Session, col, func, or_, select

from domain.act import ActKind
from domain.bilingual import Bilingual
from domain.obligation import ObligationState
from domain.place import Place
from domain.report import ReportState
from domain.report_overview import OwedReport
from storage.tables.duties import DutyRow, ObligationRow
from storage.tables.organisation import PersonRow, UnitRow
from storage.tables.reports import ReportRow


def find(
    session: Session, path: str, *, today: date, since: date, place: Place, limit: int
) -> list[OwedReport]:
    """What is open of a subtree, and what was done in periods that end from `since` on."""
    is_now = or_(
        (col(ObligationRow.state) == "open") & (col(ObligationRow.first_day) <= today),
        (col(ObligationRow.state) == "done") & (col(ObligationRow.last_day) >= since),
    )
    rows = session.execute(
        _with_newest()
        .where(
            col(UnitRow.path).startswith(path, autoescape=True),
            cast(col(ObligationRow.acts), Text).contains(f'"kind": "{ActKind.REPORT.value}"'),
            is_now,
        )
        .order_by(col(UnitRow.path), col(ObligationRow.last_day), col(ObligationRow.id))
        .limit(limit)
    )
    return [_owed(row, place) for row in rows]


def _with_newest() -> Any:
    """What is owed beside the newest version of its report, thrown away ones left out."""
    newest = aliased(ReportRow)
    number = (
        select(func.max(col(ReportRow.number)))
        .where(
            col(ReportRow.obligation_id) == col(ObligationRow.id),
            col(ReportRow.state) != ReportState.DISCARDED.value,
        )
        .correlate(ObligationRow)
        .scalar_subquery()
    )
    query: Any = columns(
        col(UnitRow.path),
        col(UnitRow.name).label("unit"),
        col(PersonRow.name).label("person"),
        col(DutyRow.name_zh),
        col(DutyRow.name_en),
        col(ObligationRow.period_key),
        col(ObligationRow.last_day),
        col(ObligationRow.state).label("obligation"),
        col(newest.state),
        col(newest.submitted_at),
    ).select_from(ObligationRow)
    is_newest = (col(newest.obligation_id) == col(ObligationRow.id)) & (
        col(newest.number) == number
    )
    return (
        query.join(UnitRow, col(UnitRow.id) == col(ObligationRow.unit_id))
        .join(DutyRow, col(DutyRow.id) == col(ObligationRow.duty_id))
        .join(PersonRow, col(PersonRow.id) == col(ObligationRow.person_id), isouter=True)
        .join(newest, is_newest, isouter=True)
    )


def _owed(row: Any, place: Place) -> OwedReport:
    return OwedReport(
        path=row.path,
        unit=row.unit,
        person=row.person or "",
        duty=Bilingual(zh=row.name_zh, en=row.name_en),
        period_key=row.period_key,
        last_day=row.last_day,
        obligation=ObligationState(row.obligation),
        state=ReportState(row.state) if row.state else None,
        submitted_on=place.today(row.submitted_at) if row.submitted_at else None,
    )
