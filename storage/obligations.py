"""Obligations: what is owed, by which unit, for which period."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime

from sqlalchemy.sql.elements import ColumnElement, TextClause
from sqlmodel import Session, col, func, or_, select

from domain.bilingual import Bilingual
from domain.duty import DutyKind
from domain.ladder import policy_from_data
from domain.obligation import Obligation, ObligationState
from domain.report import ReportState
from domain.unit import Unit
from storage.tables.columns import is_in
from storage.tables.duties import DutyRow, ObligationRow
from storage.tables.organisation import UnitRow
from storage.tables.reports import ReportRow
from storage.units import as_unit

SELECTED = (ObligationRow, DutyRow, UnitRow)


def as_obligation(row: ObligationRow, duty: DutyRow, unit: UnitRow) -> Obligation:
    """The rows as one value."""
    return Obligation(
        id=row.id or 0,
        duty_id=row.duty_id,
        kind=DutyKind(duty.kind),
        name=Bilingual(zh=duty.name_zh, en=duty.name_en),
        unit=as_unit(unit),
        period_key=row.period_key,
        first_day=row.first_day,
        last_day=row.last_day,
        state=ObligationState(row.state),
        policy=policy_from_data(row.policy),
        at_least=row.at_least,
        counted=row.counted,
        version=row.version,
        told_through=row.told_through,
        settled_at=row.settled_at,
    )


def find_where(
    session: Session, *conditions: ColumnElement[bool] | TextClause, limit: int = 5000
) -> list[Obligation]:
    """Obligations with their duty and unit, the earliest end first."""
    query = (
        select(*SELECTED)
        .join(DutyRow, col(DutyRow.id) == col(ObligationRow.duty_id))
        .join(UnitRow, col(UnitRow.id) == col(ObligationRow.unit_id))
        .where(*conditions)
        .order_by(col(ObligationRow.last_day), col(ObligationRow.id))
        .limit(limit)
    )
    return _with_reports(session, [as_obligation(*found) for found in session.exec(query)])


def _with_reports(session: Session, found: list[Obligation]) -> list[Obligation]:
    """Tell how far the newest report of each has come."""
    ids = [one.id for one in found if one.kind is DutyKind.REPORT]
    if not ids:
        return found
    rows = session.exec(
        select(ReportRow.obligation_id, ReportRow.state)
        .where(
            col(ReportRow.obligation_id).in_(ids),
            col(ReportRow.state) != ReportState.DISCARDED.value,
        )
        .order_by(col(ReportRow.number))
    )
    states = {obligation_id: ReportState(state) for obligation_id, state in rows}
    return [replace(one, report=states.get(one.id)) for one in found]


def find(session: Session, obligation_id: int, *, for_change: bool = False) -> Obligation | None:
    """One obligation; `for_change` locks its row where the database has row locks."""
    query = (
        select(*SELECTED)
        .join(DutyRow, col(DutyRow.id) == col(ObligationRow.duty_id))
        .join(UnitRow, col(UnitRow.id) == col(ObligationRow.unit_id))
        .where(col(ObligationRow.id) == obligation_id)
    )
    if for_change:
        query = query.with_for_update(of=ObligationRow)
    found = session.exec(query).first()
    return _with_reports(session, [as_obligation(*found)])[0] if found else None


def find_many(session: Session, obligation_ids: Sequence[int]) -> dict[int, Obligation]:
    """Obligations by id."""
    if not obligation_ids:
        return {}
    found = find_where(session, col(ObligationRow.id).in_(set(obligation_ids)))
    return {one.id: one for one in found}


def find_paused(session: Session, obligation_ids: Sequence[int]) -> set[int]:
    """Which of these belong to a duty that is paused."""
    return {
        found or 0
        for found in session.exec(
            select(col(ObligationRow.id))
            .join(DutyRow, col(DutyRow.id) == col(ObligationRow.duty_id))
            .where(
                col(ObligationRow.id).in_(set(obligation_ids)), col(DutyRow.paused_at).is_not(None)
            )
        )
    }


def find_units_opened(session: Session, duty_id: int, period_key: str) -> set[int]:
    """The units that have their obligation for a period already."""
    return set(
        session.exec(
            select(ObligationRow.unit_id).where(
                col(ObligationRow.duty_id) == duty_id,
                col(ObligationRow.period_key) == period_key,
            )
        )
    )


def find_to_look_at(session: Session, *, now: datetime, limit: int) -> list[Obligation]:
    """Open obligations of running duties whose moment has come. Uses the index on open ones."""
    return find_where(
        session,
        is_in("obligation", "open"),
        col(ObligationRow.look_again_at) <= now,
        col(DutyRow.paused_at).is_(None),
        limit=limit,
    )


def find_on(
    session: Session, duty_id: int, *, unit_id: int, day: date, for_change: bool = False
) -> Obligation | None:
    """What a unit owes of a duty for the period that a day lies in."""
    query = (
        select(ObligationRow.id)
        .where(
            col(ObligationRow.duty_id) == duty_id,
            col(ObligationRow.unit_id) == unit_id,
            col(ObligationRow.first_day) <= day,
            col(ObligationRow.last_day) >= day,
        )
        .order_by(col(ObligationRow.last_day))
    )
    found = session.exec(query).first()
    return find(session, found, for_change=for_change) if found else None


def find_next_look(session: Session) -> datetime | None:
    """When the next open obligation must be looked at."""
    return session.exec(
        select(func.min(ObligationRow.look_again_at)).where(is_in("obligation", "open"))
    ).one()


def find_current_of_units(
    session: Session, unit_ids: Sequence[int], *, kind: DutyKind, today: date
) -> list[Obligation]:
    """What these units owe of a kind, and what they have done of it in a period that still runs."""
    if not unit_ids:
        return []
    return find_where(
        session,
        col(ObligationRow.unit_id).in_(unit_ids),
        col(DutyRow.kind) == kind.value,
        or_(col(ObligationRow.state) == "open", col(ObligationRow.last_day) >= today),
        limit=500,
    )


def find_open_of_units(session: Session, unit_ids: Sequence[int]) -> list[Obligation]:
    """What these units owe now."""
    if not unit_ids:
        return []
    return find_where(
        session, col(ObligationRow.unit_id).in_(unit_ids), is_in("obligation", "open"), limit=500
    )


def find_units_owing(session: Session, *, after: int, limit: int) -> list[Unit]:
    """Units with something open, by id from the one after `after` on."""
    rows = session.exec(
        select(UnitRow)
        .where(
            col(UnitRow.id) > after,
            col(UnitRow.id).in_(
                select(ObligationRow.unit_id)
                .join(DutyRow, col(DutyRow.id) == col(ObligationRow.duty_id))
                .where(is_in("obligation", "open"), col(DutyRow.paused_at).is_(None))
            ),
        )
        .order_by(col(UnitRow.id))
        .limit(limit)
    )
    return [as_unit(row) for row in rows]
