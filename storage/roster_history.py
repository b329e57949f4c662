"""What an import writes into the change log: one line for each unit and person it touched."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlmodel import Session

from domain.roster import Column, RosterOffice
from domain.roster_difference import (
    FieldChange,
    FieldValue,
    PersonChange,
    RosterDifference,
    UnitChange,
)
from storage.inserting import insert_many
from storage.tables.process import HistoryRow

# Names of people are left out: the log outlives the wish to be forgotten.
UNSAID = frozenset({Column.NAME})


@dataclass(frozen=True, kw_only=True)
class Author:
    """Who imported, by which way."""

    person_id: int | None
    way: str
    now: datetime


def write_lines(
    session: Session,
    difference: RosterDifference,
    author: Author,
    *,
    unit_ids: Mapping[int, int],
    person_ids: Mapping[int, int],
) -> None:
    """Add the lines of one import; the ids of what is new are given by row of the file."""
    lines = [
        *(_unit_line(one, unit_ids) for one in difference.units),
        *(_person_line(one, person_ids) for one in difference.people),
        *(
            _line("left", ("person", one.id), [{"unit": one.unit_id}, None])
            for one in difference.left
        ),
    ]
    common = {"at": author.now, "person_id": author.person_id, "way": author.way}
    insert_many(session, HistoryRow, [line | common for line in lines])


def _unit_line(change: UnitChange, ids: Mapping[int, int]) -> dict[str, Any]:
    if change.known_id is None:
        values = change.values
        after = {"name": values.name, "kind": values.kind}
        return _line("added", ("unit", ids[change.row]), [None, after])
    return _line("changed", ("unit", change.known_id), list(_sides(change.fields, frozenset())))


def _person_line(change: PersonChange, ids: Mapping[int, int]) -> dict[str, Any]:
    if change.known_id is None:
        return _line("added", ("person", ids[change.row]), [None, {"row": change.row}])
    return _line("changed", ("person", change.known_id), list(_sides(change.fields, UNSAID)))


def _line(verb: str, subject: tuple[str, int], sides: Sequence[Any]) -> dict[str, Any]:
    kind, subject_id = subject
    before, after = sides
    return {
        "verb": verb,
        "subject_kind": kind,
        "subject_id": subject_id,
        "before": before,
        "after": after,
    }


def _sides(fields: Sequence[FieldChange], unsaid: frozenset[Column]) -> Iterator[dict[str, Any]]:
    for side in ("before", "after"):
        yield {
            str(one.column): "…" if one.column in unsaid else _said(getattr(one, side))
            for one in fields
        }


def _said(value: FieldValue) -> Any:
    match value:
        case date():
            return value.isoformat()
        case tuple():
            return [
                f"{one.role} @ {one.unit}" if isinstance(one, RosterOffice) else one
                for one in value
            ]
        case _:
            return value
