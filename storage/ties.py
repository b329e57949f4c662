"""Ties between people and units: who oversees, contacts, guides or is paired with whom."""

from collections.abc import Collection, Sequence
from datetime import date
from typing import Any

from sqlalchemy.orm import aliased
from sqlmodel import Session, col, func, or_, select, update

from domain.tie import Tie, TieEnd, TieKind
from storage.inserting import insert_new
from storage.tables.organisation import PersonRow, TieRow, UnitRow


def key_of(end: TieEnd) -> str:
    """`p17` for a person, `u4` for a unit as such."""
    return f"u{end.unit_id}" if end.person_id is None else f"p{end.person_id}"


def add(session: Session, kind: TieKind, first: TieEnd, second: TieEnd, *, began_on: date) -> bool:
    """Tie two from a day on; False when they are tied so already."""
    row = {
        "kind": kind.value,
        "first_key": key_of(first),
        "first_unit_id": None if first.person_id else first.unit_id,
        "first_person_id": first.person_id,
        "second_key": key_of(second),
        "second_unit_id": None if second.person_id else second.unit_id,
        "second_person_id": second.person_id,
        "began_on": began_on,
    }
    return insert_new(session, TieRow, [row]) == 1


def end(session: Session, tie_id: int, *, ended_on: date) -> bool:
    """Let a tie end with the day before this one; False when it has ended already."""
    done = session.execute(
        update(TieRow)
        .where(col(TieRow.id) == tie_id, col(TieRow.ended_on).is_(None))
        .values(ended_on=ended_on)
    )
    return bool(getattr(done, "rowcount", 0))


def take_up(session: Session, tie: Tie) -> bool:
    """Let a tie that was ended run on; False when another one has taken its place."""
    if find_between(session, tie.kind, tie.first, tie.second) is not None:
        return False
    session.execute(update(TieRow).where(col(TieRow.id) == tie.id).values(ended_on=None))
    return True


_FIRST: Any = aliased(PersonRow)
_SECOND: Any = aliased(PersonRow)
_NEAR: Any = aliased(UnitRow)
_FAR: Any = aliased(UnitRow)


def _joined() -> Any:
    rows: Any = select(TieRow, _FIRST, _NEAR, _SECOND, _FAR)  # type: ignore[call-overload]
    return (
        rows.join(_FIRST, _FIRST.id == col(TieRow.first_person_id), isouter=True)
        .join(_SECOND, _SECOND.id == col(TieRow.second_person_id), isouter=True)
        .join(_NEAR, _NEAR.id == func.coalesce(col(TieRow.first_unit_id), _FIRST.unit_id))
        .join(_FAR, _FAR.id == func.coalesce(col(TieRow.second_unit_id), _SECOND.unit_id))
    )


def find(session: Session, tie_id: int) -> Tie | None:
    """One tie, over or not."""
    found = session.exec(_joined().where(col(TieRow.id) == tie_id)).first()
    return _as_tie(*found) if found else None


def find_between(session: Session, kind: TieKind, first: TieEnd, second: TieEnd) -> Tie | None:
    """The running tie of a kind between two."""
    found = session.exec(
        _joined().where(
            col(TieRow.kind) == kind.value,
            col(TieRow.first_key) == key_of(first),
            col(TieRow.second_key) == key_of(second),
            col(TieRow.ended_on).is_(None),
        )
    ).first()
    return _as_tie(*found) if found else None


def find_running(session: Session, *, within: Sequence[str] = ("/",)) -> list[Tie]:
    """The ties of which a side lies inside these subtrees; at most a thousand."""
    inside = [
        side.path.startswith(path, autoescape=True) for path in within for side in (_NEAR, _FAR)
    ]
    rows = session.exec(
        _joined()
        .where(col(TieRow.ended_on).is_(None), or_(*inside))
        .order_by(_NEAR.path, col(TieRow.id))
        .limit(1000)
    )
    return [_as_tie(*found) for found in rows]


def _as_tie(
    row: TieRow, first: PersonRow | None, near: UnitRow, second: PersonRow | None, far: UnitRow
) -> Tie:
    return Tie(
        id=row.id or 0,
        kind=TieKind(row.kind),
        first=_end(first, near),
        second=_end(second, far),
        began_on=row.began_on,
        ended_on=row.ended_on,
    )


def _end(person: PersonRow | None, unit: UnitRow) -> TieEnd:
    return TieEnd(
        unit_id=unit.id or 0,
        person_id=person.id if person else None,
        name=person.name if person else unit.name,
        unit_name=unit.name,
        unit_path=unit.path,
    )


def find_ends(session: Session, name: str, *, within: Sequence[str]) -> list[TieEnd]:
    """Units and people of that name inside these subtrees; `name@unit` tells people apart."""
    called, _, unit_name = name.partition("@")
    inside = or_(*(col(UnitRow.path).startswith(path, autoescape=True) for path in within))
    people = select(PersonRow, UnitRow).join(UnitRow, col(UnitRow.id) == col(PersonRow.unit_id))
    people = people.where(col(PersonRow.name) == called, col(PersonRow.left_at).is_(None), inside)
    if unit_name:
        people = people.where(col(UnitRow.name) == unit_name)
    units = select(UnitRow).where(col(UnitRow.name) == called, inside)
    found = [_end(person, unit) for person, unit in session.exec(people.limit(10))]
    if not unit_name:
        found += [_end(None, unit) for unit in session.exec(units.limit(10))]
    return found


def find_names(session: Session, person_ids: Collection[int]) -> dict[int, str]:
    """The names of people, of those who have left too."""
    rows = session.exec(
        select(PersonRow.id, PersonRow.name).where(col(PersonRow.id).in_(set(person_ids)))
    )
    return {person_id or 0: name for person_id, name in rows}


def find_other_sides(session: Session, tie_ids: Collection[int]) -> dict[int, str]:
    """Towards whom each tie goes, by name."""
    rows = session.exec(
        select(TieRow.id, PersonRow.name, UnitRow.name)
        .join(PersonRow, col(PersonRow.id) == col(TieRow.second_person_id), isouter=True)
        .join(UnitRow, col(UnitRow.id) == col(TieRow.second_unit_id), isouter=True)
        .where(col(TieRow.id).in_(set(tie_ids)))
    )
    return {tie_id or 0: person or unit or "" for tie_id, person, unit in rows}
