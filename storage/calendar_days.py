"""The working-day calendar as it is kept: only the days that differ from Monday to Friday."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from sqlmodel import Session, col, delete, select

from domain.working_day import WorkingCalendar
from storage.inserting import insert_new
from storage.tables.process import CalendarDayRow, CalendarYearRow


@dataclass(frozen=True, kw_only=True)
class SpecialDay:
    """A holiday (`works` is False) or a make-up working day."""

    day: date
    works: bool
    name: str = ""


def load(session: Session) -> WorkingCalendar:
    """Everything known, as the pure rules want it."""
    days = session.exec(select(col(CalendarDayRow.day), col(CalendarDayRow.works))).all()
    years = session.exec(select(CalendarYearRow.year)).all()
    return WorkingCalendar(special_days=dict(days), published_years=frozenset(years))


def replace_year(
    session: Session, year: int, days: Iterable[SpecialDay], *, is_published: bool, source: str
) -> None:
    """Keep a year's list in place of the one before; what another source said stays."""
    session.execute(
        delete(CalendarDayRow).where(
            col(CalendarDayRow.day).between(date(year, 1, 1), date(year, 12, 31)),
            col(CalendarDayRow.source) == source,
        )
    )
    session.execute(
        delete(CalendarYearRow).where(
            col(CalendarYearRow.year) == year, col(CalendarYearRow.source) == source
        )
    )
    rows = [{"day": d.day, "works": d.works, "name": d.name, "source": source} for d in days]
    insert_new(session, CalendarDayRow, rows)
    if is_published:
        insert_new(session, CalendarYearRow, [{"year": year, "source": source}])


def find_special_days(session: Session, year: int) -> list[SpecialDay]:
    """A year's holidays and make-up days in order."""
    rows = session.exec(
        select(CalendarDayRow)
        .where(col(CalendarDayRow.day).between(date(year, 1, 1), date(year, 12, 31)))
        .order_by(col(CalendarDayRow.day))
    )
    return [SpecialDay(day=row.day, works=row.works, name=row.name) for row in rows]
