"""What a subtree owed in writing, and what its people were reminded of: two sheets of a ledger."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Text, cast
from sqlalchemy import select as columns
from sqlalchemy.orm import aliased
from sqlalchemy.sql.elements import ColumnElement
from sqlmodel import Session, col, func, select

from domain.act import ActKind
from domain.bilingual import Bilingual
from domain.ledger import Arrival, ReminderEntry, ReportEntry
from domain.notice import NoticeKind
from domain.obligation import Obligation
from domain.report import ReportState
from domain.unit import Unit
from storage.ledger_spans import Span
from storage.obligations import find_where
from storage.tables.columns import is_any
from storage.tables.duties import DutyRow, ObligationRow
from storage.tables.messages import DeliveryRow, NoticeRow
from storage.tables.organisation import PersonRow, UnitRow
from storage.tables.reports import ReportFileRow, ReportRow

_HOME = aliased(UnitRow)
HANDED_IN = (ReportState.SUBMITTED, ReportState.RETURNED, ReportState.ACCEPTED)
# What never left is no reminder.
_ARRIVALS = {
    "due": Arrival.WAITING,
    "sending": Arrival.WAITING,
    "sent": Arrival.ARRIVED,
    "uncertain": Arrival.IN_DOUBT,
    "dead": Arrival.NOT_ARRIVED,
}


@dataclass(frozen=True, kw_only=True)
class Found:
    """An entry, with the path of the home of whom it names; empty where it names nobody."""

    home_path: str


@dataclass(frozen=True, kw_only=True)
class FoundReport(Found):
    """A report that was due; the path is the author's."""

    entry: ReportEntry


@dataclass(frozen=True, kw_only=True)
class FoundReminder(Found):
    """A reminder; the path is that of who was told."""

    entry: ReminderEntry


def _due(unit: Unit, first: date, last: date) -> tuple[ColumnElement[bool], ...]:
    return (
        col(UnitRow.path).startswith(unit.path, autoescape=True),
        col(ObligationRow.last_day) >= first,
        col(ObligationRow.last_day) <= last,
        # The act may be called so as well: what asks for no report is sorted out afterwards.
        cast(col(ObligationRow.acts), Text).contains(f'"{ActKind.REPORT.value}"'),
    )


def count_reports(session: Session, unit: Unit, first: date, last: date) -> int:
    """How many rows of reports there are at most."""
    query: Any = columns(func.count()).select_from(ObligationRow)
    joined = query.join(UnitRow, col(UnitRow.id) == col(ObligationRow.unit_id))
    return int(session.execute(joined.where(*_due(unit, first, last))).scalar_one())


def find_reports(
    session: Session, unit: Unit, first: date, last: date, *, limit: int
) -> list[FoundReport]:
    """Every obligation that asks for a report and ends between two days."""
    owed = find_where(session, *_due(unit, first, last), limit=limit)
    asked = [one for one in owed if one.has(ActKind.REPORT)]
    newest = _find_newest(session, [one.id for one in asked])
    return [_report(one, newest.get(one.id)) for one in asked]


def _find_newest(session: Session, obligation_ids: list[int]) -> dict[int, Any]:
    """The newest version that was handed in, of each that has one; a draft is its author's own."""
    if not obligation_ids:
        return {}
    rows = session.execute(
        columns(
            col(ReportRow.obligation_id),
            col(ReportRow.number),
            col(ReportRow.state),
            col(ReportRow.submitted_at),
            col(ReportRow.reviewed_at),
            select(col(ReportFileRow.id))
            .where(col(ReportFileRow.report_id) == col(ReportRow.id))
            .exists()
            .label("has_file"),
            col(PersonRow.name),
            col(UnitRow.path),
        )
        .join(PersonRow, col(PersonRow.id) == col(ReportRow.author_id))
        .join(UnitRow, col(UnitRow.id) == col(PersonRow.unit_id))
        .where(
            is_any(col(ReportRow.obligation_id), obligation_ids),
            col(ReportRow.state).in_([state.value for state in HANDED_IN]),
        )
        .order_by(col(ReportRow.number))
    )
    return {row.obligation_id: row for row in rows}


def _report(owed: Obligation, newest: Any) -> FoundReport:
    entry = ReportEntry(
        unit=owed.unit.name,
        person=owed.person,
        duty=owed.name,
        period_key=owed.period_key,
        last_day=owed.last_day,
        obligation=owed.state,
        state=ReportState(newest.state) if newest else None,
        author=newest.name if newest else "",
        submitted_at=newest.submitted_at if newest else None,
        reviewed_at=newest.reviewed_at if newest else None,
        versions=newest.number if newest else 0,
        has_file=newest is not None and bool(newest.has_file),
    )
    return FoundReport(entry=entry, home_path=newest.path if newest else "")


def _told(span: Span) -> tuple[Any, ...]:
    told_at = func.coalesce(col(DeliveryRow.sent_at), col(DeliveryRow.made_at))
    return (
        col(UnitRow.path).startswith(span.path, autoescape=True),
        col(NoticeRow.state) == "taken",
        col(DeliveryRow.state).in_(list(_ARRIVALS)),
        told_at >= span.since,
        told_at < span.until,
    )


def _joined(query: Any) -> Any:
    return (
        query.join(DeliveryRow, col(DeliveryRow.id) == col(NoticeRow.delivery_id))
        .join(ObligationRow, col(ObligationRow.id) == col(NoticeRow.obligation_id))
        .join(UnitRow, col(UnitRow.id) == col(ObligationRow.unit_id))
        .join(DutyRow, col(DutyRow.id) == col(ObligationRow.duty_id))
    )


def count_reminders(session: Session, span: Span) -> int:
    """How many reminders there were."""
    query = _joined(columns(func.count()).select_from(NoticeRow))
    return int(session.execute(query.where(*_told(span))).scalar_one())


def find_reminders(session: Session, span: Span, *, limit: int) -> list[FoundReminder]:
    """What was told about obligations of the subtree, in the order of time."""
    query: Any = columns(
        col(NoticeRow.kind),
        col(DeliveryRow.sent_at),
        col(DeliveryRow.made_at),
        col(DeliveryRow.state),
        col(ObligationRow.period_key),
        col(UnitRow.name).label("unit"),
        col(DutyRow.name_zh),
        col(DutyRow.name_en),
        col(PersonRow.name).label("person"),
        col(_HOME.path),
    ).select_from(NoticeRow)
    rows = session.execute(
        _joined(query)
        .join(PersonRow, col(PersonRow.id) == col(NoticeRow.person_id))
        .join(_HOME, col(_HOME.id) == col(PersonRow.unit_id))
        .where(*_told(span))
        .order_by(func.coalesce(col(DeliveryRow.sent_at), col(DeliveryRow.made_at)), NoticeRow.id)
        .limit(limit)
    )
    return [FoundReminder(entry=_reminder(row), home_path=row.path) for row in rows]


def _reminder(row: Any) -> ReminderEntry:
    return ReminderEntry(
        at=row.sent_at or row.made_at,
        unit=row.unit,
        duty=Bilingual(zh=row.name_zh, en=row.name_en),
        period_key=row.period_key,
        kind=NoticeKind(row.kind),
        person=row.person,
        arrival=_ARRIVALS[row.state],
    )
