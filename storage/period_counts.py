"""What was due in a period: counted by duty, by unit, and one by one."""

from collections.abc import Collection
from datetime import date
from typing import Any

from sqlalchemy import select
from sqlmodel import Session, case, col, func
from sqlmodel import select as rows_of

from domain.obligation import ANY_TIME, Obligation
from domain.period import Period
from domain.status import Count, Tally
from domain.unit import Unit
from storage.boards import below_of, inside
from storage.obligations import find_where
from storage.tables.duties import ObligationRow
from storage.tables.organisation import UnitRow

COUNTING = ("open", "done", "missed")


def _due(period: Period) -> tuple[Any, ...]:
    return (
        col(ObligationRow.last_day) >= period.first_day,
        col(ObligationRow.last_day) <= period.last_day,
        col(ObligationRow.state).in_(COUNTING),
    )


def _sums(counted: Any, today: date) -> tuple[Any, ...]:
    """Done, open in time, and late or missed."""
    is_open = (counted.state == "open") & (counted.last_day >= today)
    is_done = counted.state == "done"
    return (
        func.sum(case((is_done, 1), else_=0)),
        func.sum(case((is_open, 1), else_=0)),
        func.sum(case((is_done | is_open, 0), else_=1)),
    )


def count_by_duty(session: Session, unit: Unit, period: Period, *, today: date) -> list[Count]:
    """By duty and unit of the level below. Uses the index on unit and last day.

    Counted by id first and led to the level below afterwards: paths are long to cut.
    """
    ids = (col(ObligationRow.unit_id), col(ObligationRow.duty_id))
    done, open_in_time, late_ones = _sums(ObligationRow, today)
    counted = (
        select(*ids, done.label("done"), open_in_time.label("open"), late_ones.label("late"))
        .where(ids[0].in_(inside(unit)), col(ObligationRow.first_day) <= today, *_due(period))
        .group_by(*ids)
        .subquery()
    )
    keys = (below_of(session, unit).label("below"), counted.c.duty_id)
    sums = (func.sum(counted.c.done), func.sum(counted.c.open), func.sum(counted.c.late))
    rows = session.execute(
        select(*keys, *sums).join(UnitRow, col(UnitRow.id) == counted.c.unit_id).group_by(*keys)
    )
    return [
        Count(
            below_id=int(below) if below else None,
            duty_id=duty_id,
            # PostgreSQL adds up to a decimal.
            tally=Tally(done=int(done), open=int(open_), overdue=int(late)),
        )
        for below, duty_id, done, open_, late in rows
    ]


def count_by_path(
    session: Session, unit: Unit, period: Period, duty_ids: Collection[int], *, today: date
) -> dict[str, Tally]:
    """By the path of the unit that it counts in, of these duties.

    Counted by id alone and named afterwards: paths are long to group by.
    """
    rows = session.execute(
        select(col(ObligationRow.unit_id), *_sums(ObligationRow, today))
        .where(
            col(ObligationRow.unit_id).in_(inside(unit)),
            col(ObligationRow.first_day) <= today,
            # A sum keeps the index on duties out: it would read all that each ever asked for.
            (col(ObligationRow.duty_id) + 0).in_(duty_ids),
            *_due(period),
        )
        .group_by(col(ObligationRow.unit_id))
    )
    found = {
        unit_id: Tally(done=done, open=open_, overdue=late) for unit_id, done, open_, late in rows
    }
    named = session.execute(
        select(col(UnitRow.id), col(UnitRow.path)).where(
            col(UnitRow.path).startswith(unit.path, autoescape=True)
        )
    )
    return {path: found[unit_id] for unit_id, path in named if unit_id in found}


def find_kinds(session: Session, unit: Unit) -> list[tuple[int, str]]:
    """The kinds of units below, each with one unit of it, in the order of the tree."""
    rows = session.exec(
        rows_of(func.min(UnitRow.id), col(UnitRow.kind))
        .where(col(UnitRow.path).startswith(unit.path, autoescape=True), col(UnitRow.id) != unit.id)
        .group_by(col(UnitRow.kind))
        .order_by(func.min(UnitRow.id))
    )
    return [(unit_id or 0, kind) for unit_id, kind in rows]


def find_of_kind(session: Session, unit: Unit, kind: str, *, limit: int = 10_000) -> list[Unit]:
    """The units of a kind below a unit, in the order of the tree."""
    rows = session.execute(
        # Ten thousand rows as objects take longer than the question itself.
        select(
            col(UnitRow.id),
            col(UnitRow.name),
            col(UnitRow.kind),
            col(UnitRow.path),
            col(UnitRow.parent_id),
        )
        .where(
            col(UnitRow.path).startswith(unit.path, autoescape=True),
            col(UnitRow.id) != unit.id,
            col(UnitRow.kind) == kind,
        )
        .order_by(col(UnitRow.path))
        .limit(limit)
    )
    return [
        Unit(id=unit_id or 0, name=name, kind=kind, path=path, parent_id=parent_id)
        for unit_id, name, kind, path, parent_id in rows
    ]


def find_records(
    session: Session, unit_id: int, period: Period, *, duty_id: int, limit: int
) -> list[Obligation]:
    """What counts in one unit itself, one by one; excused ones too."""
    conditions = [
        col(ObligationRow.unit_id) == unit_id,
        col(ObligationRow.last_day) >= period.first_day,
        col(ObligationRow.last_day) <= period.last_day,
        col(ObligationRow.period_key).not_like(f"{ANY_TIME}%"),
    ]
    if duty_id:
        conditions.append(col(ObligationRow.duty_id) == duty_id)
    return find_where(session, *conditions, limit=limit)
