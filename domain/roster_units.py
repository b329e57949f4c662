"""Say which units a roster file creates and which it changes."""

from collections.abc import Mapping

from domain.roster import Column, Roster, RosterUnit, own_code
from domain.roster_difference import (
    FieldChange,
    KnownRef,
    KnownUnit,
    UnitChange,
    UnitRef,
    UnitValues,
)
from domain.roster_tree import SettledTree, known_parent


def unit_names(tree: SettledTree, known: Mapping[int, KnownUnit]) -> dict[UnitRef, str]:
    """The name of every unit once the file is applied."""
    names: dict[UnitRef, str] = {KnownRef(id=unit.id): unit.name for unit in known.values()}
    return names | {ref: row.name for ref, row in tree.rows.items()}


def unit_changes(
    roster: Roster, tree: SettledTree, known: Mapping[int, KnownUnit]
) -> tuple[UnitChange, ...]:
    """New and changed units, parents first."""
    names = unit_names(tree, known)
    changes = []
    for ref, row in tree.rows.items():
        before = known[ref.id] if isinstance(ref, KnownRef) else None
        values = _values(row, tree.parents[ref], before, absent=roster.absent_unit_columns)
        fields = () if before is None else _fields(before, values, names=names, known=known)
        if before is None or fields:
            known_id = None if before is None else before.id
            changes.append(UnitChange(known_id=known_id, row=row.row, values=values, fields=fields))
    return tuple(changes)


def _values(
    row: RosterUnit, parent: UnitRef | None, before: KnownUnit | None, *, absent: frozenset[Column]
) -> UnitValues:
    began_on, months = row.term_began_on, row.term_months
    if before is not None and Column.TERM_BEGAN in absent:
        began_on = before.term_began_on
    if before is not None and Column.TERM_YEARS in absent:
        months = before.term_months
    return UnitValues(
        code=own_code(row.code) or (before.code if before else None),
        name=row.name,
        kind=row.kind,
        parent=parent,
        term_began_on=began_on,
        term_months=months,
    )


def _fields(
    before: KnownUnit,
    after: UnitValues,
    *,
    names: Mapping[UnitRef, str],
    known: Mapping[int, KnownUnit],
) -> tuple[FieldChange, ...]:
    changes = [
        FieldChange(column=column, before=old, after=new)
        for column, old, new in (
            (Column.CODE, before.code, after.code),
            (Column.NAME, before.name, after.name),
            (Column.KIND, before.kind, after.kind),
            (Column.TERM_BEGAN, before.term_began_on, after.term_began_on),
            (Column.TERM_YEARS, before.term_months, after.term_months),
        )
        if old != new
    ]
    if known_parent(before) != after.parent:
        old_name = None if before.parent_id is None else known[before.parent_id].name
        new_name = None if after.parent is None else names[after.parent]
        changes.append(FieldChange(column=Column.PARENT, before=old_name, after=new_name))
    return tuple(changes)
