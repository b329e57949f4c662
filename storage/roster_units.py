"""Write down what a roster file changes in the tree."""

from collections.abc import Mapping, Sequence

from sqlmodel import Session, col, insert, select

from domain.roster import given_code
from domain.roster_difference import KnownRef, NewRef, UnitChange, UnitRef
from domain.unit_paths import unit_paths
from storage.inserting import update_many
from storage.tables.organisation import UnitRow

# Codes are unique: a new row borrows one that no file can hold until its id is known.
BORROWED = "#row-"


def write_units(session: Session, changes: Sequence[UnitChange]) -> dict[UnitRef, int]:
    """Create and change units; returns the id of each one that is new or changed."""
    created = _create(session, [change for change in changes if change.known_id is None])
    ids: dict[UnitRef, int] = {NewRef(row=row): unit_id for row, unit_id in created.items()}
    ids |= {KnownRef(id=one.known_id): one.known_id for one in changes if one.known_id is not None}
    rows = [_row(change, ids) for change in changes]
    if rows:
        update_many(session, UnitRow, rows)
        rewrite_paths(session)
    return ids


def id_of(ref: UnitRef, ids: Mapping[UnitRef, int]) -> int:
    """The id of a unit that exists by now."""
    return ref.id if isinstance(ref, KnownRef) else ids[ref]


def rewrite_paths(session: Session) -> None:
    """After units came or moved: put every path right that says something else."""
    found = session.exec(select(col(UnitRow.id), col(UnitRow.parent_id), col(UnitRow.path))).all()
    paths = unit_paths({unit_id or 0: parent_id for unit_id, parent_id, _ in found})
    kept = {unit_id or 0: path for unit_id, _, path in found}
    wrong = [
        {"id": unit_id, "path": path} for unit_id, path in paths.items() if path != kept[unit_id]
    ]
    update_many(session, UnitRow, wrong)


def _create(session: Session, changes: Sequence[UnitChange]) -> dict[int, int]:
    """Ids by row of the file."""
    rows = [
        {
            "code": f"{BORROWED}{change.row}",
            "name": change.values.name,
            "kind": change.values.kind,
            "parent_id": None,
            "path": "",
        }
        for change in changes
    ]
    if not rows:
        return {}
    created = session.execute(insert(UnitRow).returning(col(UnitRow.code), col(UnitRow.id)), rows)
    return {int(code.removeprefix(BORROWED)): unit_id for code, unit_id in created}


def _row(change: UnitChange, ids: Mapping[UnitRef, int]) -> dict[str, object]:
    values = change.values
    unit_id = ids[NewRef(row=change.row)] if change.known_id is None else change.known_id
    return {
        "id": unit_id,
        "code": values.code or given_code(unit_id),
        "name": values.name,
        "kind": values.kind,
        "parent_id": None if values.parent is None else id_of(values.parent, ids),
        "term_began_on": values.term_began_on,
        "term_months": values.term_months,
    }
