"""Owners of a duty as somebody writes them: by kind, unit, label or person."""

from dataclasses import dataclass

from sqlmodel import Session, col, func, select

from storage.tables.organisation import PersonRow, TagRow, UnitRow

# Two people of one name: which of them is meant cannot be known.
_ENOUGH_TO_DOUBT = 2


@dataclass(frozen=True, kw_only=True)
class NamedBy:
    """What one word stands for; a word that fits several units or people fits none."""

    kind: str = ""
    unit_id: int | None = None
    tag: str = ""
    person_id: int | None = None

    @property
    def is_nothing(self) -> bool:
        """Whether nobody is called so."""
        return self == NamedBy()


def find(session: Session, word: str) -> NamedBy:
    """What the word stands for: a kind of unit, a unit, a label, a person, in this order."""
    lowered = word.casefold()
    kind = session.exec(select(UnitRow.kind).where(func.lower(UnitRow.kind) == lowered)).first()
    if kind is not None:
        return NamedBy(kind=kind)
    units = session.exec(
        select(col(UnitRow.id))
        .where((func.lower(UnitRow.name) == lowered) | (col(UnitRow.code) == word))
        .limit(_ENOUGH_TO_DOUBT)
    ).all()
    if len(units) == 1:
        return NamedBy(unit_id=units[0])
    tag = session.exec(select(TagRow.tag).where(func.lower(TagRow.tag) == lowered)).first()
    if tag is not None:
        return NamedBy(tag=tag)
    people = session.exec(
        select(col(PersonRow.id))
        .where(
            (func.lower(PersonRow.name) == lowered) | (col(PersonRow.code) == word),
            col(PersonRow.left_at).is_(None),
        )
        .limit(_ENOUGH_TO_DOUBT)
    ).all()
    return NamedBy(person_id=people[0]) if len(people) == 1 else NamedBy()
