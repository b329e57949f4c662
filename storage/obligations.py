"""Obligations: what is owed, by whom, for which period."""

from collections.abc import Collection, Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy import bindparam
from sqlalchemy.sql.elements import ColumnElement, TextClause
from sqlmodel import Session, col, func, or_, select

from domain.obligation import NO_END, Obligation
from domain.unit import Unit
from storage.obligation_values import complete, selected
from storage.tables.columns import Instant, is_in
from storage.tables.duties import DutyRow, ObligationRow
from storage.tables.organisation import UnitRow
from storage.units import as_unit


def find_where(
    session: Session,
    *conditions: ColumnElement[bool] | TextClause,
    limit: int = 5000,
    for_change: bool = False,
) -> list[Obligation]:
    """Obligations with their duty and unit, the earliest end first."""
    query = _select_where(*conditions).limit(limit)
    if for_change:
        query = query.with_for_update(of=ObligationRow)
    return complete(session, session.execute(query))


def _select_where(*conditions: ColumnElement[bool] | TextClause) -> Any:
    return (
        selected()
        .join(DutyRow, col(DutyRow.id) == col(ObligationRow.duty_id))
        .join(UnitRow, col(UnitRow.id) == col(ObligationRow.unit_id))
        .where(*conditions)
        .order_by(col(ObligationRow.last_day), col(ObligationRow.id))
    )


def find(session: Session, obligation_id: int, *, for_change: bool = False) -> Obligation | None:
    """One obligation; `for_change` locks its row where the database has row locks."""
    query = (
        selected()
        .join(DutyRow, col(DutyRow.id) == col(ObligationRow.duty_id))
        .join(UnitRow, col(UnitRow.id) == col(ObligationRow.unit_id))
        .where(col(ObligationRow.id) == obligation_id)
    )
    if for_change:
        query = query.with_for_update(of=ObligationRow)
    found = session.execute(query).first()
    return complete(session, [found])[0] if found else None


def find_many(
    session: Session, obligation_ids: Collection[int], *, for_change: bool = False
) -> dict[int, Obligation]:
    """Obligations by id; `for_change` locks their rows where the database has row locks."""
    if not obligation_ids:
        return {}
    of_these = col(ObligationRow.id).in_(set(obligation_ids))
    found = find_where(session, of_these, for_change=for_change)
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


def find_to_look_at(session: Session, *, now: datetime, limit: int) -> list[Obligation]:
    """Open obligations of running duties whose moment has come. Uses the index on open ones."""
    return complete(session, session.execute(_TO_LOOK_AT, {"now": now, "limit": limit}))


# Built once: every tick asks.
_TO_LOOK_AT = _select_where(
    is_in("obligation", "open"),
    col(ObligationRow.look_again_at) <= bindparam("now", type_=Instant()),
    col(DutyRow.paused_at).is_(None),
).limit(bindparam("limit"))


def find_open_named(session: Session, period_key: str) -> list[Obligation]:
    """Everything open that is named like this, of whatever duty."""
    return find_where(
        session, col(ObligationRow.period_key) == period_key, is_in("obligation", "open")
    )


def find_next_look(session: Session) -> datetime | None:
    """When the next open obligation must be looked at."""
    return session.exec(
        select(func.min(ObligationRow.look_again_at)).where(is_in("obligation", "open"))
    ).one()


def find_current_of(
    session: Session, unit_ids: Sequence[int], *, person_id: int, today: date
) -> list[Obligation]:
    """What these units and this person owe, and what they have done in a period that runs."""
    return find_where(
        session,
        _of(unit_ids, person_id),
        or_(col(ObligationRow.state) == "open", col(ObligationRow.last_day) >= today),
        limit=500,
    )


def find_open_of(session: Session, unit_ids: Sequence[int], *, person_id: int) -> list[Obligation]:
    """What these units and this person owe now; what has no end comes last."""
    return find_where(session, _of(unit_ids, person_id), is_in("obligation", "open"), limit=500)


def _of(unit_ids: Sequence[int], person_id: int) -> ColumnElement[bool]:
    of_units = col(ObligationRow.unit_id).in_(unit_ids) & col(ObligationRow.person_id).is_(None)
    return or_(of_units, col(ObligationRow.person_id) == person_id)


def find_units_owing(session: Session, *, after: int, limit: int) -> list[Unit]:
    """Units that owe something by some day, by id from the one after `after` on."""
    rows = session.exec(
        select(UnitRow)
        .where(
            col(UnitRow.id) > after,
            col(UnitRow.id).in_(
                select(ObligationRow.unit_id)
                .join(DutyRow, col(DutyRow.id) == col(ObligationRow.duty_id))
                .where(
                    is_in("obligation", "open"),
                    col(ObligationRow.person_id).is_(None),
                    col(ObligationRow.last_day) < NO_END,
                    col(DutyRow.paused_at).is_(None),
                )
            ),
        )
        .order_by(col(UnitRow.id))
        .limit(limit)
    )
    return [as_unit(row) for row in rows]
