"""School terms as units have entered them."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence

from sqlmodel import Session, col, delete, select

from domain.school_term import SchoolTerm, SchoolTerms
from domain.unit import Unit
from storage.inserting import insert_new
from storage.tables.calendars import SchoolTermRow
from storage.tables.columns import is_any


def load_for(session: Session, units: Iterable[Unit]) -> SchoolTerms:
    """What the terms of these units are made of, in one query."""
    chain = {unit_id for unit in units for unit_id in (unit.id, *unit.ancestor_ids)}
    return SchoolTerms(own=find(session, chain))


def find(session: Session, unit_ids: Collection[int]) -> dict[int, tuple[SchoolTerm, ...]]:
    """The terms that these units have entered themselves; one without any is left out."""
    rows = session.exec(
        select(SchoolTermRow)
        .where(is_any(col(SchoolTermRow.unit_id), unit_ids))
        .order_by(col(SchoolTermRow.unit_id), col(SchoolTermRow.first_day))
    )
    own: dict[int, list[SchoolTerm]] = defaultdict(list)
    for row in rows:
        own[row.unit_id].append(
            SchoolTerm(name=row.name, first_day=row.first_day, last_day=row.last_day)
        )
    return {unit_id: tuple(terms) for unit_id, terms in own.items()}


def terms_of(session: Session, unit: Unit) -> tuple[SchoolTerm, ...]:
    """The terms that hold for one unit."""
    return load_for(session, [unit]).of(unit)


def replace(session: Session, unit_id: int, terms: Sequence[SchoolTerm]) -> None:
    """Keep these terms of a unit and no others."""
    session.execute(delete(SchoolTermRow).where(col(SchoolTermRow.unit_id) == unit_id))
    rows = [
        {
            "unit_id": unit_id,
            "first_day": one.first_day,
            "last_day": one.last_day,
            "name": one.name,
        }
        for one in terms
    ]
    insert_new(session, SchoolTermRow, rows)
