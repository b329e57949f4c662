"""Who holds an office in a unit, who held it before, and the end of an office."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import exists
from sqlalchemy.orm import aliased
from sqlmodel import Session, col, select, update

from domain.office import HEARING_ORDER, Role
from domain.term_answer import Holder
from storage import office_cards
from storage.tables.organisation import OfficeRow, PersonRow

_AGAIN = aliased(OfficeRow)
HEARING = [role.value for role in HEARING_ORDER]


def find(session: Session, unit_id: int) -> list[Holder]:
    """Those who hold an office that hears for the unit, the first one first."""
    rows = session.exec(
        select(OfficeRow, col(PersonRow.name))
        .join(PersonRow, col(PersonRow.id) == col(OfficeRow.person_id))
        .where(
            col(OfficeRow.unit_id) == unit_id,
            col(OfficeRow.ended_at).is_(None),
            col(OfficeRow.role).in_(HEARING),
            col(PersonRow.left_at).is_(None),
        )
        .order_by(col(OfficeRow.id))
        .execution_options(populate_existing=True)
    )
    found = [_as_holder(row, name) for row, name in rows]
    return sorted(found, key=lambda one: HEARING_ORDER.index(one.role))


def find_in(
    session: Session, unit_ids: Sequence[int], roles: Sequence[Role]
) -> dict[int, list[Holder]]:
    """Holders of these offices in many units."""
    if not unit_ids:
        return {}
    rows = session.exec(
        select(OfficeRow, col(PersonRow.name))
        .join(PersonRow, col(PersonRow.id) == col(OfficeRow.person_id))
        .where(
            col(OfficeRow.unit_id).in_(unit_ids),
            col(OfficeRow.ended_at).is_(None),
            col(OfficeRow.role).in_([role.value for role in roles]),
            col(PersonRow.left_at).is_(None),
        )
        .order_by(col(OfficeRow.id))
    )
    found: dict[int, list[Holder]] = {}
    for row, name in rows:
        found.setdefault(row.unit_id, []).append(_as_holder(row, name))
    return found


def find_one(session: Session, office_id: int) -> Holder | None:
    """An office, running or over, with its holder."""
    row = session.exec(
        select(OfficeRow, col(PersonRow.name))
        .join(PersonRow, col(PersonRow.id) == col(OfficeRow.person_id))
        .where(col(OfficeRow.id) == office_id)
    ).first()
    return _as_holder(*row) if row else None


def _as_holder(row: OfficeRow, name: str) -> Holder:
    return Holder(office_id=row.id or 0, person_id=row.person_id, name=name, role=Role(row.role))


def end(session: Session, office_id: int, *, now: datetime) -> bool:
    """The office is left; False when it was left before."""
    done = session.execute(
        update(OfficeRow)
        .where(col(OfficeRow.id) == office_id, col(OfficeRow.ended_at).is_(None))
        .values(ended_at=now)
        .execution_options(synchronize_session=False)
        .returning(col(OfficeRow.person_id))
    )
    holders = list(done.scalars())
    office_cards.look_again(session, holders, now=now)
    return bool(holders)


def take_up_again(session: Session, office_id: int) -> bool:
    """Undo the end of an office, unless the same person has taken it up anew since."""
    runs = exists().where(
        col(_AGAIN.person_id) == col(OfficeRow.person_id),
        col(_AGAIN.unit_id) == col(OfficeRow.unit_id),
        col(_AGAIN.role) == col(OfficeRow.role),
        col(_AGAIN.ended_at).is_(None),
    )
    done = session.execute(
        update(OfficeRow)
        .where(col(OfficeRow.id) == office_id, col(OfficeRow.ended_at).is_not(None), ~runs)
        .values(ended_at=None)
        .execution_options(synchronize_session=False)
    )
    return bool(getattr(done, "rowcount", 0))
