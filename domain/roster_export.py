"""Turn what is known into a roster whose every row can be found again."""

from collections.abc import Iterable, Mapping

from domain.roster import Roster, RosterOffice, RosterPerson, RosterUnit, given_code
from domain.roster_difference import KnownPerson, KnownUnit
from domain.roster_lookup import parents_first

FIRST_ROW = 2


def roster_of(units: Iterable[KnownUnit], people: Iterable[KnownPerson]) -> Roster:
    """Parents first, people by unit; everything has a code and points by code.

    The units of the people's homes and offices must be among those given.
    """
    known = {unit.id: unit for unit in units}
    codes = {unit.id: unit.code or given_code(unit.id) for unit in known.values()}
    order = parents_first({unit.id: _parent_within(unit, known) for unit in known.values()})
    places = {unit_id: place for place, unit_id in enumerate(order)}
    crew = sorted(people, key=lambda person: (places[person.unit_id], person.id))
    return Roster(
        units=tuple(_unit(known[one], codes, row) for row, one in enumerate(order, FIRST_ROW)),
        people=tuple(_person(one, codes, row) for row, one in enumerate(crew, FIRST_ROW)),
    )


def _parent_within(unit: KnownUnit, known: Mapping[int, KnownUnit]) -> int | None:
    """An export of a part of the tree begins with a unit whose parent is not in it."""
    return unit.parent_id if unit.parent_id in known else None


def _unit(unit: KnownUnit, codes: Mapping[int, str], row: int) -> RosterUnit:
    above = unit.parent_id
    return RosterUnit(
        code=codes[unit.id],
        name=unit.name,
        kind=unit.kind,
        parent=None if above is None else codes.get(above, given_code(above)),
        term_began_on=unit.term_began_on,
        term_months=unit.term_months,
        row=row,
    )


def _person(person: KnownPerson, codes: Mapping[int, str], row: int) -> RosterPerson:
    return RosterPerson(
        code=person.code or given_code(person.id),
        name=person.name,
        unit=codes[person.unit_id],
        offices=tuple(
            RosterOffice(
                role=office.role,
                unit=None if office.unit_id == person.unit_id else codes[office.unit_id],
            )
            for office in person.offices
        ),
        tags=person.tags,
        language=person.language,
        row=row,
    )
