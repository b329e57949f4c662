"""Who owes a duty today: its audience, resolved against the roster."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from sqlalchemy.orm import aliased
from sqlmodel import Session, col, func, or_, select

from domain.audience import Audience, NamedOwner, Owner, OwnerKind
from domain.office import Role
from storage.tables.organisation import OfficeRow, PersonRow, TagRow, TieRow, UnitRow
from storage.ties import find_names, find_other_sides
from storage.units import find_many


def find(session: Session, audience: Audience, *, today: date) -> list[Owner]:
    """Every owner once, in the order of the tree; a person counts in the first unit found."""
    if audience.is_empty:
        return []
    match audience.owner:
        case OwnerKind.UNIT:
            return _find_units(session, audience)
        case OwnerKind.PERSON:
            return _find_people(session, audience)
        case OwnerKind.TIE:
            return _find_ties(session, audience, today)


def name(session: Session, owing: Sequence[Owner]) -> list[NamedOwner]:
    """Owners as people know them."""
    known = find_many(session, [owner.unit_id for owner in owing])
    people = find_names(session, {one.person_id for one in owing if one.person_id is not None})
    towards = find_other_sides(session, {one.tie_id for one in owing if one.tie_id is not None})
    return [
        NamedOwner(
            unit=known[owner.unit_id],
            person=people.get(owner.person_id or 0, ""),
            towards=towards.get(owner.tie_id or 0, ""),
        )
        for owner in owing
    ]


def _is_chosen(audience: Audience, unit: Any) -> list[Any]:
    """Conditions on a unit: chosen by its kind or by name, and not excepted."""
    conditions: list[Any] = []
    if audience.chooses_units:
        conditions.append(or_(unit.kind.in_(audience.kinds), unit.id.in_(audience.units)))
    if audience.except_units:
        conditions.append(unit.id.not_in(audience.except_units))
    return conditions


def _find_units(session: Session, audience: Audience) -> list[Owner]:
    rows = session.exec(
        select(UnitRow.id).where(*_is_chosen(audience, UnitRow)).order_by(col(UnitRow.path))
    )
    return [Owner(unit_id=unit_id or 0) for unit_id in rows]


def _find_people(session: Session, audience: Audience) -> list[Owner]:
    found: dict[int, Owner] = {}
    rows: list[tuple[int, int]] = []
    if audience.roles:
        rows += _by_office(session, audience)
    elif audience.tags:
        rows += _by_home(session, audience, has_tag(audience.tags), *_is_chosen(audience, UnitRow))
    if audience.people:
        rows += _by_home(session, audience, col(PersonRow.id).in_(audience.people))
    for person_id, unit_id in rows:
        found.setdefault(person_id, Owner(unit_id=unit_id, person_id=person_id))
    return list(found.values())


def _by_office(session: Session, audience: Audience) -> list[tuple[int, int]]:
    query: Any = (
        select(col(PersonRow.id), col(OfficeRow.unit_id))
        .join(OfficeRow, col(OfficeRow.person_id) == col(PersonRow.id))
        .join(UnitRow, col(UnitRow.id) == col(OfficeRow.unit_id))
        .where(
            holds(audience.roles),
            *_counts(audience, PersonRow),
            *_is_chosen(audience, UnitRow),
        )
        .order_by(col(UnitRow.path), col(PersonRow.id))
    )
    if audience.tags:
        query = query.where(has_tag(audience.tags))
    return list(session.exec(query))


def _by_home(session: Session, audience: Audience, *conditions: Any) -> list[tuple[int, int]]:
    query: Any = (
        select(col(PersonRow.id), col(PersonRow.unit_id))
        .join(UnitRow, col(UnitRow.id) == col(PersonRow.unit_id))
        .where(*conditions, *_counts(audience, PersonRow))
        .order_by(col(UnitRow.path), col(PersonRow.id))
    )
    return list(session.exec(query))


def holds(roles: Sequence[Role]) -> Any:
    """A condition on an office: it is one of these and runs."""
    named = col(OfficeRow.role).in_([role.value for role in roles])
    return named & col(OfficeRow.ended_at).is_(None)


def has_tag(tags: Sequence[str], person: Any = PersonRow) -> Any:
    """A condition on a person: he carries one of these tags."""
    return person.id.in_(select(TagRow.person_id).where(col(TagRow.tag).in_(tags)))


def _counts(audience: Audience, person: Any) -> list[Any]:
    conditions = [person.left_at.is_(None)]
    if audience.except_people:
        conditions.append(person.id.not_in(audience.except_people))
    return conditions


_FIRST: Any = aliased(PersonRow)
_SECOND: Any = aliased(PersonRow)
_NEAR: Any = aliased(UnitRow)
_FAR: Any = aliased(UnitRow)


def _find_ties(session: Session, audience: Audience, today: date) -> list[Owner]:
    """The first side acts: its unit is where the obligation counts."""
    query: Any = (
        select(TieRow.id, _FIRST.id, _NEAR.id)
        .join(_FIRST, _FIRST.id == col(TieRow.first_person_id), isouter=True)
        .join(_SECOND, _SECOND.id == col(TieRow.second_person_id), isouter=True)
        .join(_NEAR, _NEAR.id == func.coalesce(col(TieRow.first_unit_id), _FIRST.unit_id))
        .join(_FAR, _FAR.id == func.coalesce(col(TieRow.second_unit_id), _SECOND.unit_id))
        .where(
            col(TieRow.kind).in_([kind.value for kind in audience.links]),
            col(TieRow.began_on) <= today,
            or_(col(TieRow.ended_on).is_(None), col(TieRow.ended_on) > today),
            *(or_(side.id.is_(None), one) for side in (_FIRST, _SECOND)
              for one in _counts(audience, side)),
            *_is_chosen(audience, _FAR),
        )
        .order_by(_NEAR.path, col(TieRow.id))
    )  # fmt: skip
    if audience.roles:
        query = query.where(_FIRST.id.in_(select(OfficeRow.person_id).where(holds(audience.roles))))
    if audience.tags:
        query = query.where(has_tag(audience.tags, _FIRST))
    if audience.except_units:
        query = query.where(_NEAR.id.not_in(audience.except_units))
    return [
        Owner(unit_id=unit_id, person_id=person_id, tie_id=tie_id)
        for tie_id, person_id, unit_id in session.exec(query)
    ]
