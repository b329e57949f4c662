"""Who could stand in: people of one's units, officers of the level above, whoever is named."""

from collections.abc import Sequence
from typing import Any

from sqlmodel import Session, case, col, func, or_, select

from domain.away import Candidate
from domain.office import HEARING_ORDER, HeldOffice
from storage.tables.organisation import AccountRow, OfficeRow, PersonRow, UnitRow


def find_near(
    session: Session, offices: Sequence[HeldOffice], *, besides: int, limit: int
) -> list[Candidate]:
    """The nearest ones: officers of the same units first, then their people, then the rest."""
    unit_ids = [office.unit_id for office in offices]
    nearness = case(
        (_holds_office_in(unit_ids), 0), (col(PersonRow.unit_id).in_(unit_ids), 1), else_=2
    )
    query = _candidates(offices).where(col(PersonRow.id) != besides)
    query = query.order_by(nearness, col(UnitRow.path), col(PersonRow.id))
    return _read(session, query.limit(limit))


def find_named(
    session: Session, offices: Sequence[HeldOffice], words: str, *, limit: int
) -> list[Candidate]:
    """Those of that code or that very name, wherever they belong; else near ones alike.

    Part of a name finds nobody far away, so that nobody can be looked up by guessing.
    """
    name = words.removeprefix("@").strip()
    if not name:
        return []
    exact = _linked().where(
        or_(col(PersonRow.code) == name, func.lower(PersonRow.name) == name.lower())
    )
    alike = _candidates(offices).where(
        func.lower(PersonRow.name).contains(name.lower(), autoescape=True)
    )
    for query in (exact, alike):
        found = _read(session, query.order_by(col(PersonRow.id)).limit(limit))
        if found:
            return found
    return []


def find_by_id(session: Session, offices: Sequence[HeldOffice], person_id: int) -> Candidate | None:
    """One of those who are near."""
    query = _candidates(offices).where(col(PersonRow.id) == person_id)
    return next(iter(_read(session, query)), None)


def find_linked(session: Session, person_id: int) -> Candidate | None:
    """One who was named before, wherever he belongs."""
    return next(iter(_read(session, _linked().where(col(PersonRow.id) == person_id))), None)


def _candidates(offices: Sequence[HeldOffice]) -> Any:
    """Those inside the subtrees, or officers of the units above."""
    within = or_(*(col(UnitRow.path).startswith(one.unit_path, autoescape=True) for one in offices))
    above = [_parent_id(one.unit_path) for one in offices]
    return _linked().where(or_(within, _holds_office_in([one for one in above if one])))


def _linked() -> Any:
    """People with an account that works."""
    return (
        select(PersonRow, UnitRow)
        .join(UnitRow, col(UnitRow.id) == col(PersonRow.unit_id))
        .join(AccountRow, col(AccountRow.person_id) == col(PersonRow.id))
        .where(col(PersonRow.left_at).is_(None), col(AccountRow.lost).is_(None))
    )


def _holds_office_in(unit_ids: Sequence[int]) -> Any:
    return col(PersonRow.id).in_(
        select(OfficeRow.person_id).where(
            col(OfficeRow.unit_id).in_(unit_ids),
            col(OfficeRow.ended_at).is_(None),
            col(OfficeRow.role).in_([role.value for role in HEARING_ORDER]),
        )
    )


def _parent_id(path: str) -> int:
    ids = [int(part) for part in path.split("/") if part]
    return ids[-2] if len(ids) > 1 else 0


def _read(session: Session, query: Any) -> list[Candidate]:
    return [
        Candidate(person_id=person.id or 0, name=person.name, unit_name=unit.name)
        for person, unit in session.exec(query)
    ]
