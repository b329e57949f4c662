"""Who could stand in: people of one's units, officers of the level above, whoever is named."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from sqlmodel import Session, case, col, func, or_, select

from domain.away import Candidate
from domain.office import HEARING_ORDER, HeldOffice
from domain.roster import GIVEN_CODE_MARK
from storage.tables.organisation import AccountRow, OfficeRow, PersonRow, UnitRow

# Two of one name who belong elsewhere could not be told apart.
MOST_FAR = 1


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
    """Those of that very name, near ones first and one from elsewhere; else near ones alike.

    Part of a name finds nobody far away, nor does a code that we gave: nobody can be looked up by
    guessing. Several of one name elsewhere need the code, since where they belong is not told.
    """
    name = words.removeprefix("@").strip()
    if not name:
        return []
    by_name, by_code = func.lower(PersonRow.name) == name.lower(), col(PersonRow.code) == name
    near = _find(session, _candidates(offices).where(or_(by_name, by_code)), limit)
    is_this = by_name if name.startswith(GIVEN_CODE_MARK) else or_(by_name, by_code)
    elsewhere = col(PersonRow.id).not_in([one.person_id for one in near])
    far = _find(session, _linked().where(is_this, elsewhere), MOST_FAR + 1)
    if near or 0 < len(far) <= MOST_FAR:
        told = [replace(one, unit_name="") for one in far if len(far) <= MOST_FAR]
        return [*near[: limit - len(told)], *told]
    alike = func.lower(PersonRow.name).contains(name.lower(), autoescape=True)
    return _find(session, _candidates(offices).where(alike), limit)


def _find(session: Session, query: Any, limit: int) -> list[Candidate]:
    return _read(session, query.order_by(col(PersonRow.id)).limit(limit))


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
