"""What units set for themselves: days off, working days, and the country they live in."""

from collections import defaultdict
from collections.abc import Collection, Sequence

from sqlmodel import Session, col, delete, select

from domain.own_day import OwnDays
from storage.inserting import insert_new
from storage.tables.calendars import OwnDaysRow, UnitCountryRow
from storage.tables.columns import is_any


def find(session: Session, unit_ids: Collection[int]) -> dict[int, tuple[OwnDays, ...]]:
    """The own days of these units in order; a unit without any is left out."""
    rows = session.exec(
        select(OwnDaysRow)
        .where(is_any(col(OwnDaysRow.unit_id), unit_ids))
        .order_by(col(OwnDaysRow.unit_id), col(OwnDaysRow.first_day))
    )
    found: dict[int, list[OwnDays]] = defaultdict(list)
    for row in rows:
        found[row.unit_id].append(
            OwnDays(first_day=row.first_day, last_day=row.last_day, works=row.works, name=row.name)
        )
    return {unit_id: tuple(ranges) for unit_id, ranges in found.items()}


def replace(session: Session, unit_id: int, ranges: Sequence[OwnDays]) -> None:
    """Keep these days of a unit and no others."""
    session.execute(delete(OwnDaysRow).where(col(OwnDaysRow.unit_id) == unit_id))
    rows = [
        {
            "unit_id": unit_id,
            "first_day": one.first_day,
            "last_day": one.last_day,
            "works": one.works,
            "name": one.name,
        }
        for one in ranges
    ]
    insert_new(session, OwnDaysRow, rows)


def find_countries(session: Session, unit_ids: Collection[int]) -> dict[int, str]:
    """Which of these units have chosen a country, and which one."""
    rows = session.exec(
        select(UnitCountryRow.unit_id, UnitCountryRow.country).where(
            is_any(col(UnitCountryRow.unit_id), unit_ids)
        )
    )
    return dict(rows.all())


def choose_country(session: Session, unit_id: int, country: str | None) -> None:
    """Let a unit live in a country; None: in that of the unit above."""
    session.execute(delete(UnitCountryRow).where(col(UnitCountryRow.unit_id) == unit_id))
    if country is not None:
        insert_new(session, UnitCountryRow, [{"unit_id": unit_id, "country": country}])
