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
    """Let a tie end after a day; False when it has ended already."""
    done = session.execute(
        update(TieRow)
        .where(col(TieRow.id) == tie_id, col(TieRow.ended_on).is_(None))
        .values(ended_on=ended_on)
    )
    return bool(getattr(done, "rowcount", 0))


def take_up(session: Session, tie_id: int) -> None:
    """Let a tie that was ended by mistake run on."""
    session.execute(update(TieRow).where(col(TieRow.id) == tie_id).values(ended_on=None))


def forget(session: Session, tie_id: int) -> None:
    """Take back a tie from which nothing has followed yet."""
    session.delete(session.get_one(TieRow, tie_id))


def find_running(session: Session, *, within: Sequence[str] = ("/",)) -> list[Tie]:
    """The ties of which a side lies inside these subtrees; at most a thousand."""
    first: Any = aliased(PersonRow)
    second: Any = aliased(PersonRow)
    near: Any = aliased(UnitRow)
    far: Any = aliased(UnitRow)
    rows = session.exec(
        select(TieRow, first, near, second, far)  # type: ignore[call-overload]  # Five at once.
        .join(first, first.id == col(TieRow.first_person_id), isouter=True)
        .join(second, second.id == col(TieRow.second_person_id), isouter=True)
        .join(near, near.id == func.coalesce(col(TieRow.first_unit_id), first.unit_id))
        .join(far, far.id == func.coalesce(col(TieRow.second_unit_id), second.unit_id))
        .where(
            col(TieRow.ended_on).is_(None),
            or_(
                *(side.path.startswith(path, autoescape=True) for path in within
                  for side in (near, far))
            ),
        )
        .order_by(near.path, col(TieRow.id))
        .limit(1000)
    )  # fmt: skip
    return [
        Tie(
            id=tie.id,
            kind=TieKind(tie.kind),
            first=_end(one, unit),
            second=_end(other, other_unit),
            began_on=tie.began_on,
            ended_on=tie.ended_on,
        )
        for tie, one, unit, other, other_unit in rows
    ]


def _end(person: PersonRow | None, unit: UnitRow) -> TieEnd:
    return TieEnd(
        unit_id=unit.id or 0,
        person_id=person.id if person else None,
        name=person.name if person else unit.name,
    )


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
