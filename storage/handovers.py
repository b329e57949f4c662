"""Offices that were taken up lately, who held them before, and what their units did."""

from collections.abc import Collection, Sequence
from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, String, bindparam, cast, exists, literal
from sqlalchemy.orm import aliased
from sqlmodel import Session, col, func, or_, select

from domain.handover import TakenOffice
from domain.obligation import ANY_TIME, Obligation
from domain.office import HEARING_ORDER, Role
from storage.obligations import find_where
from storage.tables.columns import Instant, is_in
from storage.tables.duties import ObligationRow
from storage.tables.messages import DeliveryRow
from storage.tables.organisation import AccountRow, OfficeRow, PersonRow, UnitRow
from storage.units import as_unit

# Whoever connects anew after half a year in office has taken over long ago.
NEW_FOR = timedelta(days=180)
# With the id of the office it is the key of the packet.
KEY = "handover:"
HEARING = [role.value for role in HEARING_ORDER]


def find_newest(session: Session) -> int:
    """The id of the office that was taken up last; 0 before there is any."""
    return session.exec(select(func.max(OfficeRow.id))).one() or 0


def find_taken_up(
    session: Session, *, after: int, linked_after: datetime, limit: int = 500
) -> list[TakenOffice]:
    """Offices with ids above `after` that were taken up by people who were connected already.

    Those of which the packet is queued are not among them.

    Also those of people who were connected later, where somebody else had held the office before:
    the packet has waited for them. Whom a first roster names takes over from nobody.
    """
    rows = session.execute(
        _TAKEN_UP,
        {
            "after": after,
            "linked_after": linked_after,
            "new_since": linked_after - NEW_FOR,
            "limit": limit,
        },
    )
    return [_as_office(office, unit) for office, unit in rows]


def _taken_up() -> Any:
    once_key = literal(KEY).concat(cast(col(OfficeRow.id), String))
    linked_after, new_since = _instant("linked_after"), _instant("new_since")
    return (
        select(OfficeRow, UnitRow)
        .join(UnitRow, col(UnitRow.id) == col(OfficeRow.unit_id))
        .join(PersonRow, col(PersonRow.id) == col(OfficeRow.person_id))
        .join(AccountRow, col(AccountRow.person_id) == col(OfficeRow.person_id))
        .where(
            col(OfficeRow.role).in_(HEARING),
            col(OfficeRow.ended_at).is_(None),
            col(PersonRow.left_at).is_(None),
            or_(
                (col(OfficeRow.id) > bindparam("after"))
                & (col(AccountRow.linked_at) <= col(OfficeRow.began_at)),
                _had_another()
                & (col(AccountRow.linked_at) > linked_after)
                & (col(OfficeRow.began_at) > new_since),
            ),
            ~exists().where(col(DeliveryRow.once_key) == once_key),
        )
        .order_by(col(OfficeRow.id))
        .limit(bindparam("limit"))
    )


def _instant(name: str) -> Any:
    return bindparam(name, type_=Instant())


def _had_another() -> ColumnElement[bool]:
    """Somebody held the same office before."""
    before = aliased(OfficeRow)
    return exists().where(
        col(before.unit_id) == col(OfficeRow.unit_id),
        col(before.person_id) != col(OfficeRow.person_id),
        col(before.role) == col(OfficeRow.role),
        col(before.began_at) < col(OfficeRow.began_at),
        col(before.ended_at).is_not(None),
    )


# Built once: every tick asks.
_TAKEN_UP: Any = _taken_up()


def find_running(session: Session, office_ids: Collection[int]) -> dict[int, TakenOffice]:
    """Those of these offices that are still held."""
    if not office_ids:
        return {}
    rows = session.exec(
        select(OfficeRow, UnitRow)
        .join(UnitRow, col(UnitRow.id) == col(OfficeRow.unit_id))
        .where(
            col(OfficeRow.id).in_(set(office_ids)),
            col(OfficeRow.ended_at).is_(None),
            col(OfficeRow.role).in_(HEARING),
        )
        .execution_options(populate_existing=True)
    )
    return {office.id or 0: _as_office(office, unit) for office, unit in rows}


def _as_office(office: OfficeRow, unit: UnitRow) -> TakenOffice:
    return TakenOffice(
        office_id=office.id or 0,
        person_id=office.person_id,
        role=Role(office.role),
        unit=as_unit(unit),
    )


def find_predecessors(session: Session, offices: Sequence[TakenOffice]) -> dict[int, str]:
    """By office whoever held it last and does no more; nothing where nobody did."""
    rows = session.exec(
        select(OfficeRow, PersonRow.name)
        .join(PersonRow, col(PersonRow.id) == col(OfficeRow.person_id))
        .where(
            col(OfficeRow.unit_id).in_({office.unit.id for office in offices}),
            col(OfficeRow.role).in_({office.role.value for office in offices}),
            col(OfficeRow.ended_at).is_not(None),
        )
        .order_by(col(OfficeRow.ended_at), col(OfficeRow.id))
    )
    ended: dict[tuple[int, str], list[tuple[int, str]]] = {}
    for row, name in rows:
        ended.setdefault((row.unit_id, row.role), []).append((row.person_id, name))
    found = {}
    for office in offices:
        held = ended.get((office.unit.id, office.role.value), [])
        others = [name for person_id, name in held if person_id != office.person_id]
        if others:
            found[office.office_id] = others[-1]
    return found


def find_open(session: Session, unit_id: int) -> list[Obligation]:
    """What the unit itself owes now; at most 200."""
    return find_where(
        session,
        col(ObligationRow.unit_id) == unit_id,
        is_in("obligation", "open"),
        col(ObligationRow.person_id).is_(None),
        col(ObligationRow.period_key).not_like(f"{ANY_TIME}%"),
        limit=200,
    )


def find_ended(session: Session, unit_id: int, *, first: date, last: date) -> list[Obligation]:
    """What the unit itself owed in those days, done or not, the earliest end first; at most 500."""
    return find_where(
        session,
        col(ObligationRow.unit_id) == unit_id,
        col(ObligationRow.last_day).between(first, last),
        col(ObligationRow.state).in_(("done", "missed", "excused")),
        col(ObligationRow.person_id).is_(None),
        limit=500,
    )
