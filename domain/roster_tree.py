"""Seat every unit of a roster file in one tree, or say why not."""

from collections import Counter, defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass

from domain.roster import Column, Reason, RosterUnit, RowRefusal, Sheet
from domain.roster_difference import KnownRef, KnownUnit, NewRef, UnitRef
from domain.roster_lookup import UnitLookup, on_rings, parents_first
from domain.roster_matching import Candidate, Claim, Matching, ids_by_code


@dataclass(frozen=True, kw_only=True)
class SettledTree:
    """The rows that stand, parents first, each as the unit it means and under its parent."""

    rows: Mapping[UnitRef, RosterUnit]
    parents: Mapping[UnitRef, UnitRef | None]
    refusals: tuple[RowRefusal, ...]
    refused_rows: frozenset[int]
    lookup: UnitLookup
    known_id_of: Mapping[int, int]

    def find(self, text: str) -> UnitRef | Reason:
        """The unit that a name or code in the people sheet means."""
        found = self.lookup.find(text, self.refused_rows)
        return found if isinstance(found, Reason) else settled(found, self.known_id_of)


def settled(ref: UnitRef, known_id_of: Mapping[int, int]) -> UnitRef:
    """A row that means a known unit becomes that unit."""
    if isinstance(ref, NewRef) and ref.row in known_id_of:
        return KnownRef(id=known_id_of[ref.row])
    return ref


class UnitSettling:
    """Refuses rows one rule after the other until the rest makes one tree."""

    def __init__(self, rows: tuple[RosterUnit, ...], known: Collection[KnownUnit]) -> None:
        self._rows = {row.row: row for row in rows}
        self._known = {unit.id: unit for unit in known}
        self._candidates = [_candidate(unit) for unit in known]
        self._codes = ids_by_code(self._candidates)
        self._lower_names = {unit.name for unit in known if unit.parent_id is not None}
        self._known_root = next((unit for unit in known if unit.parent_id is None), None)
        self._lookup = UnitLookup(rows, known)
        self._refused: dict[int, RowRefusal] = {}
        self._parents: dict[int, UnitRef | None] = {}
        self._children: dict[int, list[RosterUnit]] = defaultdict(list)
        self._known_id_of: dict[int, int] = {}

    def run(self) -> SettledTree:
        self._refuse_repeated_codes()
        self._seat(self._standing())
        refused_before = -1
        while len(self._refused) > refused_before:
            refused_before = len(self._refused)
            self._refuse_odd_roots()
            self._refuse_repeated_names()
            self._match()
            self._refuse_second_root()
            self._refuse_rings()
        return self._tree()

    def _standing(self) -> list[RosterUnit]:
        return [row for row in self._rows.values() if row.row not in self._refused]

    def _refuse(self, row: RosterUnit, reason: Reason, column: Column, *, value: str) -> None:
        self._refused[row.row] = RowRefusal(
            sheet=Sheet.UNITS, row=row.row, reason=reason, column=column, value=value
        )

    def _refuse_and_reseat(self, rows: list[RosterUnit], reason: Reason, column: Column) -> None:
        for row in rows:
            self._refuse(row, reason, column, value=row.name)
        self._seat([child for row in rows for child in self._children[row.row]])

    def _seat(self, rows: list[RosterUnit]) -> None:
        """Find each row's parent; a refused row unseats the rows below it in turn."""
        waiting = list(rows)
        while waiting:
            row = waiting.pop()
            if row.row in self._refused:
                continue
            found = None if row.parent is None else self._lookup.find(row.parent, self._refused)
            if isinstance(found, Reason):
                self._refuse(row, found, Column.PARENT, value=row.parent or "")
                waiting.extend(self._children[row.row])
                continue
            self._parents[row.row] = found
            if isinstance(found, NewRef):
                self._children[found.row].append(row)

    def _refuse_repeated_codes(self) -> None:
        times = Counter(row.code for row in self._rows.values() if row.code is not None)
        for row in self._rows.values():
            if row.code is not None and times[row.code] > 1:
                self._refuse(row, Reason.DUPLICATE_CODE, Column.CODE, value=row.code)

    def _refuse_repeated_names(self) -> None:
        standing = self._standing()
        times = Counter((row.name, self._parents[row.row]) for row in standing)
        twins = [
            row
            for row in standing
            if row.code is None and times[row.name, self._parents[row.row]] > 1
        ]
        self._refuse_and_reseat(twins, Reason.DUPLICATE_NAME, Column.NAME)

    def _refuse_odd_roots(self) -> None:
        """Of several rows without a parent only the known root may stay one."""
        tops = [row for row in self._standing() if row.parent is None]
        below = [row for row in tops if self._means_lower_unit(row)]
        self._refuse_and_reseat(below, Reason.PARENT_MISSING, Column.PARENT)
        tops = [row for row in tops if row.row not in self._refused]
        if len(tops) > 1:
            extra = [row for row in tops if not self._means_root(row)]
            self._refuse_and_reseat(extra, Reason.SEVERAL_ROOTS, Column.PARENT)

    def _means_root(self, row: RosterUnit) -> bool:
        root = self._known_root
        if root is None:
            return False
        if row.code in self._codes:
            return self._codes[row.code] == root.id
        return row.name == root.name

    def _means_lower_unit(self, row: RosterUnit) -> bool:
        if self._means_root(row):
            return False
        if row.code is not None:
            return row.code in self._codes
        return row.name in self._lower_names

    def _match(self) -> None:
        standing = self._standing()
        order = parents_first({row.row: _row_of(self._parents[row.row]) for row in standing})
        claims = {row.row: _claim(row) for row in self._rows.values()}
        matching = Matching(claims.values(), self._candidates, self._place_of)
        for row in standing:
            if row.parent is None and self._known_root and self._takes_root(row):
                matching.take(claims[row.row], self._known_root.id)
        unclear = matching.run([claims[row] for row in order])
        self._known_id_of = matching.known_id_of
        self._refuse_and_reseat(
            [row for row in standing if row.row in unclear],
            Reason.SEVERAL_CANDIDATES,
            Column.CODE,
        )

    def _takes_root(self, row: RosterUnit) -> bool:
        """The one top row renames the root, unless another row already speaks of the root."""
        others = (other for other in self._rows.values() if other is not row)
        return self._means_root(row) or not any(self._means_root(other) for other in others)

    def _place_of(self, row: int, known_id_of: Mapping[int, int]) -> UnitRef | None:
        parent = self._parents[row]
        return None if parent is None else settled(parent, known_id_of)

    def _refuse_second_root(self) -> None:
        root = self._known_root
        standing = self._standing()
        if root is None or any(
            self._known_id_of.get(row.row) == root.id and row.parent is not None for row in standing
        ):
            return
        extra = [
            row
            for row in standing
            if row.parent is None and self._known_id_of.get(row.row) != root.id
        ]
        self._refuse_and_reseat(extra, Reason.SEVERAL_ROOTS, Column.PARENT)

    def _refuse_rings(self) -> None:
        before: dict[UnitRef, UnitRef | None] = {
            KnownRef(id=unit.id): known_parent(unit) for unit in self._known.values()
        }
        standing = self._standing()
        after = before | {
            self._ref(row): self._place_of(row.row, self._known_id_of) for row in standing
        }
        rings = on_rings(after)
        astray = [
            row
            for row in standing
            if self._ref(row) in rings and after[self._ref(row)] != before.get(self._ref(row))
        ]
        self._refuse_and_reseat(astray, Reason.CYCLE, Column.PARENT)

    def _ref(self, row: RosterUnit) -> UnitRef:
        return settled(NewRef(row=row.row), self._known_id_of)

    def _tree(self) -> SettledTree:
        rows = {self._ref(row): row for row in self._standing()}
        parents = {ref: self._place_of(row.row, self._known_id_of) for ref, row in rows.items()}
        return SettledTree(
            rows={ref: rows[ref] for ref in parents_first(parents)},
            parents=parents,
            refusals=tuple(self._refused[row] for row in sorted(self._refused)),
            refused_rows=frozenset(self._refused),
            lookup=self._lookup,
            known_id_of=self._known_id_of,
        )


def known_parent(unit: KnownUnit) -> KnownRef | None:
    return None if unit.parent_id is None else KnownRef(id=unit.parent_id)


def _row_of(parent: UnitRef | None) -> int | None:
    return parent.row if isinstance(parent, NewRef) else None


def _claim(row: RosterUnit) -> Claim:
    return Claim(row=row.row, code=row.code, name=row.name)


def _candidate(unit: KnownUnit) -> Candidate:
    return Candidate(id=unit.id, code=unit.code, name=unit.name, place=known_parent(unit))
