"""The roster as a whole: everybody and every unit, as a file is compared with them."""

from collections import defaultdict
from dataclasses import dataclass
from typing import Any

from pydantic import TypeAdapter
from sqlmodel import Session, col, select

from domain.roster import Role, RosterReading, own_code
from domain.roster_difference import KnownOffice, KnownPerson, KnownUnit
from storage.tables.organisation import OfficeRow, PersonRow, TagRow, UnitRow

_READING = TypeAdapter(RosterReading)


@dataclass(frozen=True, kw_only=True)
class Known:
    """Units and people who have not left, in the order in which they came."""

    units: tuple[KnownUnit, ...]
    people: tuple[KnownPerson, ...]


def load_known(session: Session) -> Known:
    """Everything that a roster file can speak of: four queries, whatever its size."""
    return Known(units=_load_units(session), people=_load_people(session))


def lock(session: Session) -> None:
    """Two imports follow one another: the second one sees what the first has done."""
    session.exec(
        select(col(UnitRow.id)).where(col(UnitRow.parent_id).is_(None)).with_for_update()
    ).all()


def to_facts(reading: RosterReading) -> dict[str, Any]:
    """A parsed file as plain JSON."""
    facts: dict[str, Any] = _READING.dump_python(reading, mode="json")
    return facts


def from_facts(facts: dict[str, Any]) -> RosterReading:
    """The parsed file again."""
    return _READING.validate_python(facts)


def _load_units(session: Session) -> tuple[KnownUnit, ...]:
    rows = session.execute(
        select(UnitRow.__table__).order_by(col(UnitRow.id))  # type: ignore[attr-defined]
    )
    return tuple(
        KnownUnit(
            id=row.id,
            code=own_code(row.code),
            name=row.name,
            kind=row.kind,
            parent_id=row.parent_id,
            term_began_on=row.term_began_on,
            term_months=row.term_months,
        )
        for row in rows
    )


def _load_people(session: Session) -> tuple[KnownPerson, ...]:
    offices, tags = _load_offices(session), _load_tags(session)
    rows = session.execute(
        select(
            col(PersonRow.id),
            col(PersonRow.code),
            col(PersonRow.name),
            col(PersonRow.unit_id),
        )
        .add_columns(col(PersonRow.language))
        .where(col(PersonRow.left_at).is_(None))
        .order_by(col(PersonRow.id))
    )
    return tuple(
        KnownPerson(
            id=row.id,
            code=own_code(row.code),
            name=row.name,
            unit_id=row.unit_id,
            offices=tuple(offices.get(row.id, ())),
            tags=tuple(tags.get(row.id, ())),
            language=row.language,
        )
        for row in rows
    )


def _load_offices(session: Session) -> dict[int, list[KnownOffice]]:
    found: dict[int, list[KnownOffice]] = defaultdict(list)
    rows = session.exec(
        select(col(OfficeRow.person_id), col(OfficeRow.role), col(OfficeRow.unit_id))
        .where(col(OfficeRow.ended_at).is_(None))
        .order_by(col(OfficeRow.id))
    )
    for person_id, role, unit_id in rows:
        found[person_id].append(KnownOffice(role=Role(role), unit_id=unit_id))
    return found


def _load_tags(session: Session) -> dict[int, list[str]]:
    found: dict[int, list[str]] = defaultdict(list)
    rows = session.exec(
        select(col(TagRow.person_id), col(TagRow.tag)).order_by(
            col(TagRow.person_id), col(TagRow.tag)
        )
    )
    for person_id, tag in rows:
        found[person_id].append(tag)
    return found
