"""Settle whom the people sheet of a roster means, and say what it changes."""

from collections import Counter
from collections.abc import Collection, Mapping
from dataclasses import dataclass

from domain.roster import Column, Reason, RosterPerson, RowRefusal, Sheet
from domain.roster_difference import (
    KnownPerson,
    KnownRef,
    OfficeValue,
    UnitRef,
)
from domain.roster_matching import Candidate, Claim, Matching
from domain.roster_tree import SettledTree


@dataclass(frozen=True, kw_only=True)
class SettledPerson:
    """A row that stands: who it means (nobody known: a new person), where, in which offices."""

    row: RosterPerson
    known_id: int | None
    unit: UnitRef
    offices: tuple[OfficeValue, ...]


@dataclass(frozen=True, kw_only=True)
class SettledPeople:
    people: tuple[SettledPerson, ...]
    refusals: tuple[RowRefusal, ...]


class PersonSettling:
    """Refuses rows one rule after the other, then matches the rest with the known people."""

    def __init__(self, rows: tuple[RosterPerson, ...], tree: SettledTree) -> None:
        self._rows = rows
        self._tree = tree
        self._refused: dict[int, RowRefusal] = {}
        self._homes: dict[int, UnitRef] = {}
        self._offices: dict[int, tuple[OfficeValue, ...]] = {}

    def run(self, known: Collection[KnownPerson]) -> SettledPeople:
        self._refuse_repeated_codes()
        for row in self._standing():
            self._find_units(row)
        self._refuse_repeated_names()
        known_id_of = self._match(known)
        people = tuple(
            SettledPerson(
                row=row,
                known_id=known_id_of.get(row.row),
                unit=self._homes[row.row],
                offices=self._offices[row.row],
            )
            for row in self._standing()
        )
        return SettledPeople(
            people=people, refusals=tuple(self._refused[row] for row in sorted(self._refused))
        )

    def _standing(self) -> list[RosterPerson]:
        return [row for row in self._rows if row.row not in self._refused]

    def _refuse(self, row: RosterPerson, reason: Reason, column: Column, *, value: str) -> None:
        self._refused[row.row] = RowRefusal(
            sheet=Sheet.PEOPLE, row=row.row, reason=reason, column=column, value=value
        )

    def _refuse_repeated_codes(self) -> None:
        times = Counter(row.code for row in self._rows if row.code is not None)
        for row in self._rows:
            if row.code is not None and times[row.code] > 1:
                self._refuse(row, Reason.DUPLICATE_CODE, Column.CODE, value=row.code)

    def _find_units(self, row: RosterPerson) -> None:
        home = self._tree.find(row.unit)
        if isinstance(home, Reason):
            self._refuse(row, home, Column.UNIT, value=row.unit)
            return
        offices: dict[OfficeValue, None] = {}
        for office in row.offices:
            unit = home if office.unit is None else self._tree.find(office.unit)
            if isinstance(unit, Reason):
                self._refuse(row, unit, Column.OFFICE_UNIT, value=office.unit or "")
                return
            offices[OfficeValue(role=office.role, unit=unit)] = None
        self._homes[row.row] = home
        self._offices[row.row] = tuple(offices)

    def _refuse_repeated_names(self) -> None:
        standing = self._standing()
        times = Counter((row.name, self._homes[row.row]) for row in standing)
        for row in standing:
            if row.code is None and times[row.name, self._homes[row.row]] > 1:
                self._refuse(row, Reason.DUPLICATE_NAME, Column.NAME, value=row.name)

    def _match(self, known: Collection[KnownPerson]) -> Mapping[int, int]:
        standing = self._standing()
        matching = Matching(
            [_claim(row) for row in self._rows],
            [_candidate(person) for person in known],
            lambda row, _: self._homes[row],
        )
        unclear = matching.run([_claim(row) for row in standing])
        for row in standing:
            if row.row in unclear:
                self._refuse(row, Reason.SEVERAL_CANDIDATES, Column.CODE, value=row.name)
        return matching.known_id_of


def _claim(row: RosterPerson) -> Claim:
    return Claim(row=row.row, code=row.code, name=row.name)


def _candidate(person: KnownPerson) -> Candidate:
    return Candidate(
        id=person.id, code=person.code, name=person.name, place=KnownRef(id=person.unit_id)
    )
