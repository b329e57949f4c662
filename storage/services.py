"""Services at a second place."""

from collections.abc import Collection
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement
from sqlalchemy import select as columns
from sqlmodel import Session, col, delete, func, or_, select

from domain.service import Served, Service, UnitServed
from storage.inserting import claim_new
from storage.tables.organisation import UnitRow
from storage.tables.sign_ins import ServiceRow

MOST = 1000


def record(session: Session, service: Service, *, unit_id: int) -> int | None:
    """Enter it and return its id; None when that day and place are entered already."""
    row = {
        "person_id": service.person_id,
        "unit_id": unit_id,
        "day": service.day,
        "place": service.place,
        "minutes": service.minutes,
        "made_at": service.made_at,
    }
    return next(iter(claim_new(session, ServiceRow, [row])), None)


def find(session: Session, service_id: int) -> Service | None:
    """One service."""
    row = session.get(ServiceRow, service_id)
    return _as_service(row) if row else None


def find_on(session: Session, person_id: int, day: date, place: str) -> Service | None:
    """What somebody did at a place on a day."""
    row = session.exec(
        select(ServiceRow).where(
            col(ServiceRow.person_id) == person_id,
            col(ServiceRow.day) == day,
            col(ServiceRow.place) == place,
        )
    ).first()
    return _as_service(row) if row else None


def find_of(session: Session, person_id: int, *, first: date, last: date) -> list[Service]:
    """What somebody did in a stretch of days, the newest first."""
    rows = session.exec(
        select(ServiceRow)
        .where(
            col(ServiceRow.person_id) == person_id,
            col(ServiceRow.day) >= first,
            col(ServiceRow.day) <= last,
        )
        .order_by(col(ServiceRow.day).desc(), col(ServiceRow.id).desc())
        .limit(MOST)
    )
    return [_as_service(row) for row in rows]


def delete_one(session: Session, service_id: int) -> bool:
    """It is gone; False when it was gone already."""
    done = session.execute(
        delete(ServiceRow)
        .where(col(ServiceRow.id) == service_id)
        .execution_options(synchronize_session=False)
    )
    return bool(getattr(done, "rowcount", 0))


def sum_up(session: Session, *, within: Collection[str], first: date, last: date) -> Served:
    """Everything that people of some subtrees did."""
    row = session.execute(columns(*_SUMS).join(UnitRow, _UNIT).where(*_in(within, first, last)))
    return _as_served(row.one())


def sum_up_by_unit(
    session: Session, *, within: Collection[str], first: date, last: date
) -> list[UnitServed]:
    """The same unit by unit, those where somebody served, in the order of the tree."""
    rows = session.execute(
        columns(col(UnitRow.name).label("unit"), *_SUMS)
        .join(UnitRow, _UNIT)
        .where(*_in(within, first, last))
        .group_by(col(UnitRow.id), col(UnitRow.name), col(UnitRow.path))
        .order_by(col(UnitRow.path))
    )
    return [UnitServed(unit_name=row.unit, served=_as_served(row)) for row in rows]


_UNIT = col(UnitRow.id) == col(ServiceRow.unit_id)
_SUMS: tuple[Any, ...] = (
    func.count(func.distinct(ServiceRow.person_id)).label("people"),
    func.count(col(ServiceRow.id)).label("times"),
    func.coalesce(func.sum(ServiceRow.minutes), 0).label("minutes"),
)


def _in(within: Collection[str], first: date, last: date) -> tuple[ColumnElement[bool], ...]:
    return (
        or_(*(col(UnitRow.path).startswith(path, autoescape=True) for path in within)),
        col(ServiceRow.day) >= first,
        col(ServiceRow.day) <= last,
    )


def _as_served(row: Any) -> Served:
    return Served(people=row.people, times=row.times, minutes=row.minutes)


def _as_service(row: ServiceRow) -> Service:
    return Service(
        id=row.id or 0,
        person_id=row.person_id,
        day=row.day,
        place=row.place,
        minutes=row.minutes,
        made_at=row.made_at,
    )
