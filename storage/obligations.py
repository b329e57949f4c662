"""Obligations: what is owed, by which unit, for which period."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy.sql.elements import ColumnElement, TextClause
from sqlmodel import Session, col, func, select, update

from domain.bilingual import Bilingual
from domain.duty import Duty, DutyKind
from domain.ladder import policy_from_data, policy_to_data
from domain.obligation import Obligation, ObligationState
from storage.inserting import insert_new
from storage.tables.columns import is_in
from storage.tables.duties import DutyRow, ObligationRow
from storage.tables.organisation import UnitRow
from storage.units import as_unit

SELECTED = (ObligationRow, DutyRow, UnitRow)


@dataclass(frozen=True, kw_only=True)
class Opening:
    """An obligation about to be opened for a unit."""

    unit_id: int
    period_key: str
    first_day: date
    last_day: date
    look_again_at: datetime
    told_through: date | None


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
    return [as_obligation(*found) for found in session.exec(query)]


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
    return as_obligation(*found) if found else None


def find_many(session: Session, obligation_ids: Sequence[int]) -> dict[int, Obligation]:
    """Obligations by id."""
    if not obligation_ids:
        return {}
    found = find_where(session, col(ObligationRow.id).in_(set(obligation_ids)))
    return {one.id: one for one in found}


def open_new(session: Session, duty: Duty, openings: Sequence[Opening], *, now: datetime) -> int:
    """Open what is not open yet, under the duty's present policy."""
    rows = [
        {
            "duty_id": duty.id,
            "unit_id": one.unit_id,
            "period_key": one.period_key,
            "first_day": one.first_day,
            "last_day": one.last_day,
            "at_least": duty.at_least,
            "counted": 0,
            "state": "open",
            "version": 1,
            "duty_version": duty.version,
            "policy": policy_to_data(duty.policy),
            "opened_at": now,
            "look_again_at": one.look_again_at,
            "told_through": one.told_through,
        }
        for one in openings
    ]
    return insert_new(session, ObligationRow, rows)


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


def look_again(
    session: Session, obligation_id: int, *, at: datetime | None, told_through: date | None
) -> None:
    """Set when to look again (None: never) and through which day everything is told."""
    session.execute(
        update(ObligationRow)
        .where(col(ObligationRow.id) == obligation_id, col(ObligationRow.state) == "open")
        .values(look_again_at=at, told_through=told_through)
    )


def settle(
    session: Session,
    obligation: Obligation,
    state: ObligationState,
    *,
    counted: int,
    by: int | None,
    now: datetime,
) -> bool:
    """Move an obligation to another state if it is still as it was read."""
    done = session.execute(
        update(ObligationRow)
        .where(
            col(ObligationRow.id) == obligation.id,
            col(ObligationRow.version) == obligation.version,
        )
        .values(
            state=state.value,
            counted=counted,
            version=obligation.version + 1,
            settled_at=None if state is ObligationState.OPEN else now,
            settled_by=by,
        )
    )
    return bool(getattr(done, "rowcount", 0))


def count(session: Session, obligation: Obligation, counted: int) -> bool:
    """Count more or fewer than before and leave the state as it is."""
    done = session.execute(
        update(ObligationRow)
        .where(
            col(ObligationRow.id) == obligation.id,
            col(ObligationRow.version) == obligation.version,
        )
        .values(counted=counted, version=obligation.version + 1)
    )
    return bool(getattr(done, "rowcount", 0))


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


def reopen_looks(session: Session, duty_id: int, *, at: datetime, told_through: date) -> None:
    """After a pause: look at the open ones from now on; what passed meanwhile is not told."""
    session.execute(
        update(ObligationRow)
        .where(col(ObligationRow.duty_id) == duty_id, col(ObligationRow.state) == "open")
        .values(look_again_at=at, told_through=told_through)
    )


def find_next_look(session: Session) -> datetime | None:
    """When the next open obligation must be looked at."""
    return session.exec(
        select(func.min(ObligationRow.look_again_at)).where(is_in("obligation", "open"))
    ).one()


def find_open_of_units(session: Session, unit_ids: Sequence[int]) -> list[Obligation]:
    """What these units owe now."""
    if not unit_ids:
        return []
    return find_where(
        session, col(ObligationRow.unit_id).in_(unit_ids), is_in("obligation", "open"), limit=500
    )
