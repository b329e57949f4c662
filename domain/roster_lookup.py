"""Which unit a name or a code in a roster file points to."""

import unicodedata
from collections import defaultdict
from collections.abc import Collection, Hashable, Iterable, Mapping
from typing import TypeVar

from domain.roster import Reason, RosterUnit, given_code
from domain.roster_difference import KnownRef, KnownUnit, NewRef, UnitRef

Node = TypeVar("Node", bound=Hashable)


class UnitLookup:
    """Codes before names, and the file before what is known."""

    def __init__(self, rows: Iterable[RosterUnit], known: Iterable[KnownUnit]) -> None:
        file_codes: dict[str, list[UnitRef]] = defaultdict(list)
        file_names: dict[str, list[UnitRef]] = defaultdict(list)
        known_codes: dict[str, list[UnitRef]] = defaultdict(list)
        known_names: dict[str, list[UnitRef]] = defaultdict(list)
        for row in rows:
            file_names[row.name].append(NewRef(row=row.row))
            if row.code is not None:
                file_codes[row.code].append(NewRef(row=row.row))
        for unit in known:
            known_names[unit.name].append(KnownRef(id=unit.id))
            for code in {unit.code or given_code(unit.id), given_code(unit.id)}:
                known_codes[code].append(KnownRef(id=unit.id))
        self._tables = (file_codes, known_codes, file_names, known_names)

    def find(self, text: str, refused_rows: Collection[int]) -> UnitRef | Reason:
        """The unit meant; a row of the file appears as `NewRef`, matched to a known one or not."""
        points_to_refused = False
        code = unicodedata.normalize("NFKC", text)
        for table, wording in zip(self._tables, (code, code, text, text), strict=True):
            found = table.get(wording, [])
            standing = [ref for ref in found if not _is_refused(ref, refused_rows)]
            if standing:
                return standing[0] if len(found) == 1 else Reason.REFERENCE_AMBIGUOUS
            points_to_refused = points_to_refused or bool(found)
        return Reason.REFERENCE_REFUSED if points_to_refused else Reason.REFERENCE_UNKNOWN


def _is_refused(ref: UnitRef, refused_rows: Collection[int]) -> bool:
    return isinstance(ref, NewRef) and ref.row in refused_rows


def on_rings(parent_of: Mapping[Node, Node | None]) -> set[Node]:
    """The nodes that are their own ancestors."""
    seen: set[Node] = set()
    rings: set[Node] = set()
    for start in parent_of:
        trail: list[Node] = []
        node: Node | None = start
        while node is not None and node not in seen:
            seen.add(node)
            trail.append(node)
            node = parent_of.get(node)
        if node is not None and node in trail:
            rings.update(trail[trail.index(node) :])
    return rings


def parents_first(parent_of: Mapping[Node, Node | None]) -> list[Node]:
    """Every node after its parent; otherwise in the order given."""
    seen: set[Node] = set()
    ordered: list[Node] = []
    for start in parent_of:
        trail: list[Node] = []
        node: Node | None = start
        while node is not None and node in parent_of and node not in seen:
            seen.add(node)
            trail.append(node)
            node = parent_of[node]
        ordered.extend(reversed(trail))
    return ordered
