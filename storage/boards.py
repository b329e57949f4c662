"""What a board counts: current and overdue obligations, never the past."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import select
from sqlmodel import Session, case, col, func, or_, union_all

from domain.obligation import ANY_TIME, Obligation
from domain.status import Count, Tally
from domain.unit import Unit
from storage.obligations import find_where
from storage.tables.columns import is_in
from storage.tables.duties import DutyRow, ObligationRow
from storage.tables.organisation import UnitRow


def count(session: Session, unit: Unit, *, today: date) -> list[Count]:
    """How the subtree of a unit stands, by duty and by unit of the level below.

    Two narrow questions instead of one wide one, both answered by the index on unit, state and
    last day: neither reads what is over and done, however many years of it there are.
    """
    counting = union_all(
        within(session, unit, today).where(is_in("obligation", "open")),
        within(session, unit, today).where(
            is_in("obligation", "done"), col(ObligationRow.last_day) >= today
        ),
    ).subquery()
    is_open, is_late = counting.c.state == "open", counting.c.last_day < today
    rows = session.execute(
        select(
            counting.c.below,
            counting.c.duty_id,
            func.sum(case((is_open, 0), else_=1)),
            func.sum(case((is_open & ~is_late, 1), else_=0)),
            func.sum(case((is_open & is_late, 1), else_=0)),
        ).group_by(counting.c.below, counting.c.duty_id)
    )
    return [
        Count(
            below_id=int(below) if below else None,
            duty_id=duty_id,
            tally=Tally(done=done, open=open_, overdue=overdue),
        )
        for below, duty_id, done, open_, overdue in rows
    ]


def within(session: Session, unit: Unit, today: date) -> Any:
    """The subtree's obligations that have begun, each with the unit of the level below it."""
    return (
        select(
            below_of(session, unit).label("below"),
            col(ObligationRow.duty_id),
            col(ObligationRow.state),
            col(ObligationRow.last_day),
        )
        .join(UnitRow, col(UnitRow.id) == col(ObligationRow.unit_id))
        .where(
            # As a list of ids the subtree leads SQLite into the indexes that begin with the unit,
            # whether it knows the size of the tables or not.
            col(ObligationRow.unit_id).in_(inside(unit)),
            col(ObligationRow.first_day) <= today,
        )
    )


def inside(unit: Unit) -> Any:
    """The ids of a unit's subtree, itself among them."""
    return select(col(UnitRow.id)).where(col(UnitRow.path).startswith(unit.path, autoescape=True))


def below_of(session: Session, unit: Unit) -> Any:
    """The id that follows the unit's own path: the unit of the level below, in which one lies.

    SQLite and PostgreSQL cut it out by functions of different names.
    """
    rest = func.substr(UnitRow.path, len(unit.path) + 1)
    if session.get_bind().dialect.name == "sqlite":
        return func.substr(rest, 1, func.instr(rest, "/") - 1)
    return func.split_part(rest, "/", 1)


@dataclass(frozen=True, kw_only=True)
class DoneCount:
    """When it was last done, and by how many of those who may."""

    day: date | None
    done: int
    owners: int


def find_last_done(session: Session, unit: Unit, duty_ids: Sequence[int]) -> dict[int, DoneCount]:
    """Of duties without a cadence: when the subtree of a unit did each of them last."""
    if not duty_ids:
        return {}
    row = ObligationRow
    is_done = col(row.state) == "done"
    rows = session.execute(
        select(
            col(row.duty_id),
            func.max(case((is_done, row.last_day))),
            func.count(func.distinct(case((is_done, row.owner_key)))),
            func.count(func.distinct(col(row.owner_key))),
        )
        .join(UnitRow, col(UnitRow.id) == col(row.unit_id))
        .where(
            col(row.duty_id).in_(duty_ids),
            col(row.state).in_(("open", "done")),
            col(UnitRow.path).startswith(unit.path, autoescape=True),
        )
        .group_by(col(row.duty_id))
    )
    return {
        duty_id: DoneCount(day=day, done=done, owners=owners) for duty_id, day, done, owners in rows
    }


def find_ended_terms(
    session: Session, unit: Unit, duty_ids: Sequence[int], *, today: date, limit: int
) -> list[Obligation]:
    """Terms in the subtree that are over and whose election is owed still."""
    if not duty_ids:
        return []
    return find_where(
        session,
        col(UnitRow.path).startswith(unit.path, autoescape=True),
        is_in("obligation", "open"),
        col(ObligationRow.duty_id).in_(duty_ids),
        col(ObligationRow.last_day) < today,
        limit=limit,
    )


def find_counting(session: Session, unit_id: int, *, today: date) -> list[Obligation]:
    """What one unit by itself owes or has done in the running periods; at most 100."""
    return find_where(
        session,
        col(ObligationRow.unit_id) == unit_id,
        or_(
            is_in("obligation", "open"),
            is_in("obligation", "done") & (col(ObligationRow.last_day) >= today),
        ),
        col(ObligationRow.first_day) <= today,
        col(ObligationRow.person_id).is_(None),
        col(ObligationRow.period_key).not_like(f"{ANY_TIME}%"),
        col(DutyRow.paused_at).is_(None),
        limit=100,
    )
