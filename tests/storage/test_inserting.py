"""Both databases say how many rows were new: a link or an office is decided by it."""

from sqlmodel import Session

from storage.engine import Database
from storage.inserting import insert_new
from storage.tables.calendars import CalendarYearRow


def test_only_the_new_rows_are_counted(database: Database) -> None:
    years = [{"country": "CN", "year": year, "source": "file"} for year in (2026, 2027, 2028)]
    with Session(database.writer) as session:
        assert insert_new(session, CalendarYearRow, years[:1]) == 1
        assert insert_new(session, CalendarYearRow, years) == 2
        assert insert_new(session, CalendarYearRow, years) == 0
        assert insert_new(session, CalendarYearRow, []) == 0
