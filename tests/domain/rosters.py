"""Short ways to write rosters and what is known, for the tests of both."""

from datetime import date

from domain.roster import Role, Roster, RosterOffice, RosterPerson, RosterUnit
from domain.roster_difference import KnownOffice, KnownPerson, KnownUnit


def unit(
    row: int,
    name: str,
    parent: str | None = None,
    *,
    code: str | None = None,
    kind: str = "branch",
    began_on: date | None = None,
    months: int | None = None,
) -> RosterUnit:
    return RosterUnit(
        code=code,
        name=name,
        kind=kind,
        parent=parent,
        term_began_on=began_on,
        term_months=months,
        row=row,
    )


def person(
    row: int,
    name: str,
    home: str,
    *,
    code: str | None = None,
    offices: tuple[RosterOffice, ...] = (),
    tags: tuple[str, ...] = (),
    language: str | None = None,
) -> RosterPerson:
    return RosterPerson(
        code=code, name=name, unit=home, offices=offices, tags=tags, language=language, row=row
    )


def office(role: Role, unit: str | None = None) -> RosterOffice:
    return RosterOffice(role=role, unit=unit)


def roster(*rows: RosterUnit | RosterPerson) -> Roster:
    return Roster(
        units=tuple(row for row in rows if isinstance(row, RosterUnit)),
        people=tuple(row for row in rows if isinstance(row, RosterPerson)),
    )


def known_unit(
    unit_id: int,
    name: str,
    parent_id: int | None = None,
    *,
    code: str | None = None,
    kind: str = "branch",
    began_on: date | None = None,
    months: int | None = None,
) -> KnownUnit:
    return KnownUnit(
        id=unit_id,
        code=code,
        name=name,
        kind=kind,
        parent_id=parent_id,
        term_began_on=began_on,
        term_months=months,
    )


def known_person(
    person_id: int,
    name: str,
    unit_id: int,
    *,
    code: str | None = None,
    offices: tuple[tuple[Role, int], ...] = (),
    tags: tuple[str, ...] = (),
    language: str | None = None,
) -> KnownPerson:
    return KnownPerson(
        id=person_id,
        code=code,
        name=name,
        unit_id=unit_id,
        offices=tuple(KnownOffice(role=role, unit_id=where) for role, where in offices),
        tags=tags,
        language=language,
    )
