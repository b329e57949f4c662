"""School terms as units have entered them."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence

from sqlmodel import Session, col, delete, select

from domain.school_term import SchoolTerm, SchoolTerms
from domain.term_identity import keep_names
from domain.unit import Unit
from storage import units
from storage.inserting import insert_new
from storage.tables.calendars import SchoolTermRow
from storage.tables.columns import is_any
from storage.tables.organisation import UnitRow


def load_for(session: Session, some: Iterable[Unit]) -> SchoolTerms:
    """What the terms of these units are made of, in one query."""
    chain = {unit_id for unit in some for unit_id in (unit.id, *unit.ancestor_ids)}
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
            SchoolTerm(
                name=row.name,
                first_day=row.first_day,
                last_day=row.last_day,
                key=row.period_key,
            )
        )
    return {unit_id: tuple(terms) for unit_id, terms in own.items()}


def terms_of(session: Session, unit: Unit) -> tuple[SchoolTerm, ...]:
    """The terms that hold for one unit."""
    return load_for(session, [unit]).of(unit)


def replace(session: Session, unit_id: int, terms: Sequence[SchoolTerm]) -> None:
    """Keep these terms of a unit and no others; those that were there keep their names."""
    named = _named(session, unit_id, terms)
    session.execute(delete(SchoolTermRow).where(col(SchoolTermRow.unit_id) == unit_id))
    rows = [
        {
            "unit_id": unit_id,
            "first_day": one.first_day,
            "last_day": one.last_day,
            "name": one.name,
            "period_key": one.key,
        }
        for one in named
    ]
    insert_new(session, SchoolTermRow, rows)


def _named(session: Session, unit_id: int, terms: Sequence[SchoolTerm]) -> tuple[SchoolTerm, ...]:
    if not terms:
        return ()
    unit = units.find_many(session, [unit_id])[unit_id]
    above = unit.ancestor_ids
    # Terms are entered for a few units of thousands: the join begins with those.
    below = session.exec(
        select(SchoolTermRow.unit_id)
        .join(UnitRow, col(UnitRow.id) == col(SchoolTermRow.unit_id))
        .where(col(UnitRow.path).startswith(unit.path, autoescape=True))
        .distinct()
    )
    own = find(session, {*above, *below, unit_id})
    known = own.pop(unit_id, ())
    return keep_names(
        terms,
        known,
        above=SchoolTerms(own={one: own[one] for one in above if one in own}).of(unit),
        line=[term for others in own.values() for term in others],
    )
