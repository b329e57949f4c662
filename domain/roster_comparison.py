"""Compare a roster file with what is known: what would change, who would leave, what is refused."""

from collections.abc import Iterable, Mapping

from domain.roster import Column, Role, Roster, RosterOffice, given_code, own_code
from domain.roster_difference import (
    FieldChange,
    KnownPerson,
    KnownRef,
    KnownUnit,
    OfficeValue,
    PersonChange,
    PersonValues,
    RosterDifference,
    UnitRef,
)
from domain.roster_people import PersonSettling, SettledPeople, SettledPerson
from domain.roster_tree import SettledTree, UnitSettling
from domain.roster_turns import find_turns, known_offices
from domain.roster_units import unit_changes, unit_names


def compare(
    roster: Roster, known_units: Iterable[KnownUnit], known_people: Iterable[KnownPerson]
) -> RosterDifference:
    """Rows refused here are left out and listed; the rest of the difference can be applied.

    Absence means having left only inside units that the file names, and never for somebody
    whose row was refused or who is an administrator.
    """
    units = {unit.id: unit for unit in known_units}
    people = {person.id: person for person in known_people}
    tree = UnitSettling(roster.units, units.values()).run()
    settled = PersonSettling(roster.people, tree).run(people.values())
    changed_units = unit_changes(roster, tree, units)
    names = unit_names(tree, units)
    changed_people = _person_changes(roster, settled, people, names=names)
    within = _people_in_named_units(tree, settled, people)
    absent = _absent(roster, settled, within)
    left = tuple(person for person in absent if not _is_administrator(person))
    return RosterDifference(
        units=changed_units,
        people=changed_people,
        left=left,
        kept_administrators=_kept_administrators(absent, settled, people),
        unchanged_units=len(tree.rows) - len(changed_units),
        unchanged_people=len(settled.people) - len(changed_people),
        refusals=tree.refusals + settled.refusals,
        people_in_named_units=len(within),
        turns=find_turns(changed_people, left, people, names=names),
    )


def _person_changes(
    roster: Roster,
    settled: SettledPeople,
    known: Mapping[int, KnownPerson],
    *,
    names: Mapping[UnitRef, str],
) -> tuple[PersonChange, ...]:
    changes = []
    for one in settled.people:
        before = None if one.known_id is None else known[one.known_id]
        values = _values(one, before, roster.absent_people_columns)
        fields = () if before is None else _fields(before, values, names)
        if before is None or fields:
            changes.append(
                PersonChange(known_id=one.known_id, row=one.row.row, values=values, fields=fields)
            )
    return tuple(changes)


def _values(
    one: SettledPerson, before: KnownPerson | None, absent: frozenset[Column]
) -> PersonValues:
    offices, tags = one.offices, one.row.tags
    if before is not None:
        held = known_offices(before)
        kept = held if Column.OFFICE in absent else _administrations(held)
        offices += tuple(office for office in kept if office not in offices)
        tags = before.tags if Column.TAGS in absent else tags
    return PersonValues(
        code=own_code(one.row.code) or (before.code if before else None),
        name=one.row.name,
        unit=one.unit,
        offices=offices,
        tags=tags,
        language=one.row.language or (before.language if before else None),
    )


def _fields(
    before: KnownPerson, after: PersonValues, names: Mapping[UnitRef, str]
) -> tuple[FieldChange, ...]:
    changes = [
        FieldChange(column=column, before=old, after=new)
        for column, old, new in (
            (Column.CODE, before.code, after.code),
            (Column.NAME, before.name, after.name),
            (Column.TAGS, tuple(sorted(before.tags)), tuple(sorted(after.tags))),
            (Column.LANGUAGE, before.language, after.language),
        )
        if old != new
    ]
    home = KnownRef(id=before.unit_id)
    if home != after.unit:
        changes.append(FieldChange(column=Column.UNIT, before=names[home], after=names[after.unit]))
    held = known_offices(before)
    if set(held) != set(after.offices):
        changes.append(
            FieldChange(
                column=Column.OFFICE,
                before=_named_offices(held, names),
                after=_named_offices(after.offices, names),
            )
        )
    return tuple(changes)


def _administrations(offices: tuple[OfficeValue, ...]) -> tuple[OfficeValue, ...]:
    return tuple(office for office in offices if office.role is Role.ADMINISTRATOR)


def _named_offices(
    offices: tuple[OfficeValue, ...], names: Mapping[UnitRef, str]
) -> tuple[RosterOffice, ...]:
    return tuple(RosterOffice(role=office.role, unit=names[office.unit]) for office in offices)


def _is_administrator(person: KnownPerson) -> bool:
    return any(office.role is Role.ADMINISTRATOR for office in person.offices)


def _people_in_named_units(
    tree: SettledTree, settled: SettledPeople, known: Mapping[int, KnownPerson]
) -> tuple[KnownPerson, ...]:
    named = {ref.id for ref in tree.rows if isinstance(ref, KnownRef)}
    named |= {one.unit.id for one in settled.people if isinstance(one.unit, KnownRef)}
    return tuple(person for person in known.values() if person.unit_id in named)


def _absent(
    roster: Roster, settled: SettledPeople, within: tuple[KnownPerson, ...]
) -> tuple[KnownPerson, ...]:
    """Those of the named units whom no row means, not even a refused one."""
    if not roster.people:
        return ()
    present = {one.known_id for one in settled.people}
    refused_rows = {refusal.row for refusal in settled.refusals}
    mentions = [(one.code, one.name) for one in roster.mentions]
    mentions += [(row.code, row.name) for row in roster.people if row.row in refused_rows]
    codes = {code for code, _ in mentions}
    names = {name for _, name in mentions}
    return tuple(
        person
        for person in within
        if person.id not in present
        and person.name not in names
        and not codes & {person.code or given_code(person.id), given_code(person.id)}
    )


def _kept_administrators(
    absent: tuple[KnownPerson, ...], settled: SettledPeople, known: Mapping[int, KnownPerson]
) -> tuple[KnownPerson, ...]:
    """Administrators whom the file leaves out, or lists without that office."""
    left_out = [person for person in absent if _is_administrator(person)]
    for one in settled.people:
        if one.known_id is not None:
            held = _administrations(known_offices(known[one.known_id]))
            if not set(held) <= set(one.offices):
                left_out.append(known[one.known_id])
    return tuple(left_out)
