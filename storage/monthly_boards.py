"""Who wants the board of each month, and who has got it."""

from collections.abc import Collection

from sqlalchemy import String, cast, exists, literal
from sqlmodel import Session, col, func, select, update

from domain.office import OFFICER_ROLES
from domain.unit import Unit
from storage.people import as_time
from storage.tables.messages import DeliveryRow
from storage.tables.organisation import AccountRow, OfficeRow, PersonRow, UnitRow
from storage.units import as_unit

ROLES = [role.value for role in OFFICER_ROLES]


def wants(session: Session, person_id: int) -> bool:
    """Whether somebody has chosen it."""
    query = select(PersonRow.monthly_board).where(col(PersonRow.id) == person_id)
    return bool(session.exec(query).first())


def choose(session: Session, person_id: int, *, is_wanted: bool) -> None:
    """Send it to somebody from now on, or no more."""
    session.execute(
        update(PersonRow).where(col(PersonRow.id) == person_id).values(monthly_board=is_wanted)
    )


def find_without(session: Session, key: str, *, limit: int) -> list[tuple[int, int]]:
    """Officers who want it and have no message under the key, as (person, minute of the hour)."""
    once_key = literal(key).concat(cast(col(PersonRow.id), String))
    rows = session.exec(
        select(col(PersonRow.id), col(PersonRow.digest_minute))
        .join(AccountRow, col(AccountRow.person_id) == col(PersonRow.id))
        .where(
            col(PersonRow.monthly_board).is_(True),
            col(PersonRow.left_at).is_(None),
            col(AccountRow.lost).is_(None),
            exists().where(
                col(OfficeRow.person_id) == col(PersonRow.id),
                col(OfficeRow.ended_at).is_(None),
                col(OfficeRow.role).in_(ROLES),
            ),
            ~exists().where(col(DeliveryRow.once_key) == once_key),
        )
        .order_by(col(PersonRow.id))
        .limit(limit)
    )
    found = []
    for person_id, minute in rows:
        at = as_time(minute)
        found.append((person_id or 0, at.hour * 60 + at.minute))
    return found


def count_queued(session: Session, key: str) -> int:
    """How many messages there are under the key."""
    return session.exec(
        select(func.count())
        .select_from(DeliveryRow)
        .where(col(DeliveryRow.once_key).startswith(key, autoescape=True))
    ).one()


def find_units(session: Session, person_ids: Collection[int]) -> dict[int, list[Unit]]:
    """The units of those who want it still and in which they hold an officer's office now."""
    rows = session.exec(
        select(col(OfficeRow.person_id), UnitRow)
        .join(UnitRow, col(UnitRow.id) == col(OfficeRow.unit_id))
        .join(PersonRow, col(PersonRow.id) == col(OfficeRow.person_id))
        .where(
            col(OfficeRow.person_id).in_(person_ids),
            col(OfficeRow.ended_at).is_(None),
            col(OfficeRow.role).in_(ROLES),
            col(PersonRow.monthly_board).is_(True),
        )
        .order_by(col(UnitRow.path))
    )
    found: dict[int, list[Unit]] = {}
    for person_id, row in rows:
        found.setdefault(person_id, []).append(as_unit(row))
    return found
