"""The tree of units."""

from collections.abc import Collection, Sequence
from datetime import date
from typing import Any
from uuid import uuid4

from sqlalchemy import bindparam
from sqlalchemy import select as columns
from sqlmodel import Session, col, func, select

from domain.roster import given_code
from domain.unit import Unit
from storage.tables.organisation import UnitRow


def as_unit(row: UnitRow) -> Unit:
    """The row as a value."""
    return Unit(
        id=row.id or 0, name=row.name, kind=row.kind, path=row.path, parent_id=row.parent_id
    )


def find(session: Session, unit_id: int) -> Unit | None:
    """One unit."""
    row = session.get(UnitRow, unit_id)
    return as_unit(row) if row else None


# Without entities: it runs for every duty and every message, and an entity costs ten times a row.
_UNITS: Any = columns(
    col(UnitRow.id),
    col(UnitRow.name),
    col(UnitRow.kind),
    col(UnitRow.path),
    col(UnitRow.parent_id),
).where(col(UnitRow.id).in_(bindparam("ids", expanding=True)))


def find_many(session: Session, unit_ids: Collection[int]) -> dict[int, Unit]:
    """Units by id."""
    rows = session.execute(_UNITS, {"ids": list(set(unit_ids))})
    return {row.id: Unit(**row._mapping) for row in rows}


def find_root(session: Session) -> Unit | None:
    """The unit without a parent."""
    row = session.exec(select(UnitRow).where(col(UnitRow.parent_id).is_(None))).first()
    return as_unit(row) if row else None


def find_of_kinds(session: Session, kinds: Sequence[str]) -> list[Unit]:
    """Units of some kinds, in the order of the tree."""
    rows = session.exec(
        select(UnitRow).where(col(UnitRow.kind).in_(kinds)).order_by(col(UnitRow.path))
    )
    return [as_unit(row) for row in rows]


def find_children(session: Session, unit_id: int) -> list[Unit]:
    """The units of the level below."""
    rows = session.exec(
        select(UnitRow).where(col(UnitRow.parent_id) == unit_id).order_by(col(UnitRow.id))
    )
    return [as_unit(row) for row in rows]


def find_within(session: Session, path: str, *, limit: int = 1000) -> list[Unit]:
    """A unit and everything below it."""
    rows = session.exec(
        select(UnitRow)
        .where(col(UnitRow.path).startswith(path, autoescape=True))
        .order_by(col(UnitRow.path))
        .limit(limit)
    )
    return [as_unit(row) for row in rows]


def find_ids_within(session: Session, unit_ids: Collection[int]) -> set[int]:
    """These units and everything below them."""
    tops = [one.path for one in find_many(session, unit_ids).values()]
    rows = session.exec(select(UnitRow.id, UnitRow.path))
    return {unit_id or 0 for unit_id, path in rows if path.startswith(tuple(tops))}


def find_named(session: Session, name: str, *, within: Sequence[str]) -> list[Unit]:
    """Units whose name holds the words, inside the given subtrees only; at most ten."""
    rows = session.exec(
        select(UnitRow)
        .where(func.lower(UnitRow.name).contains(name.lower(), autoescape=True))
        .order_by(func.length(UnitRow.name), col(UnitRow.path))
    )
    units = (as_unit(row) for row in rows)
    return [unit for unit in units if any(unit.path.startswith(path) for path in within)][:10]


def count_kinds(session: Session) -> dict[str, int]:
    """How many units there are of each kind, by the alphabet."""
    kind = col(UnitRow.kind)
    return dict(session.exec(select(kind, func.count()).group_by(kind).order_by(kind)).all())


def find_term_starts(
    session: Session, unit_ids: Collection[int]
) -> list[tuple[Unit, date | None, int | None]]:
    """Units with the beginning and length of their term, where they are known."""
    rows = session.exec(
        select(UnitRow).where(col(UnitRow.id).in_(set(unit_ids))).order_by(col(UnitRow.path))
    )
    return [(as_unit(row), row.term_began_on, row.term_months) for row in rows]


def add_root(session: Session, *, name: str, kind: str) -> Unit:
    """The first unit, under which everything else will stand."""
    row = UnitRow(code=uuid4().hex, name=name, kind=kind)
    session.add(row)
    session.flush()
    row.code, row.path = given_code(row.id or 0), f"/{row.id}/"
    session.flush()
    return as_unit(row)


def lock(session: Session, unit_id: int) -> None:
    """Let changes of what a unit has set follow one another."""
    session.exec(select(col(UnitRow.id)).where(col(UnitRow.id) == unit_id).with_for_update()).all()
