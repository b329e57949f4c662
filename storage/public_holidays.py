"""Countries' holidays and make-up days: what each source says, and what follows from it."""

from collections import defaultdict
from collections.abc import Collection, Iterable
from datetime import date
from functools import lru_cache
from typing import Any

from sqlalchemy import bindparam
from sqlalchemy import select as columns
from sqlmodel import Session, col, delete, select

from domain.public_holiday import (
    CountryCalendar,
    CountrySources,
    HolidayList,
    ListedDay,
    Source,
    SpecialDay,
)
from domain.working_day import WEEKEND
from storage.inserting import insert_new
from storage.tables.calendars import (
    CalendarCountryRow,
    CalendarDayRow,
    CalendarYearRow,
    UnitCountryRow,
)

LONGEST_NAME = 64
CACHED = 64

# What stands of a country in the tables: its days, its complete lists, its weekend.
_Rows = tuple[tuple[Any, ...], frozenset[tuple[int, Source]], frozenset[int]]

_COUNTRIES: Any = bindparam("countries", expanding=True)
# Without entities: an entity costs ten times a row, and these are hundreds of rows at a time.
_DAYS: Any = columns(
    col(CalendarDayRow.country),
    col(CalendarDayRow.day),
    col(CalendarDayRow.works),
    col(CalendarDayRow.name),
    col(CalendarDayRow.source),
    col(CalendarDayRow.list_year),
).where(col(CalendarDayRow.country).in_(_COUNTRIES))
_YEARS: Any = columns(
    col(CalendarYearRow.country), col(CalendarYearRow.year), col(CalendarYearRow.source)
).where(col(CalendarYearRow.country).in_(_COUNTRIES))


def load_countries(session: Session, countries: Collection[str]) -> dict[str, CountryCalendar]:
    """The calendars of some countries in three queries; one that nobody knows has plain weeks."""
    return {one: _calendar(one, *read) for one, read in _read(session, countries).items()}


def load_sources(session: Session, countries: Collection[str]) -> dict[str, CountrySources]:
    """Everything that was ever said of the days of some countries."""
    return {one: _sources(one, *read) for one, read in _read(session, countries).items()}


def _read(session: Session, countries: Collection[str]) -> dict[str, _Rows]:
    wanted = {"countries": list(countries)}
    listed: dict[str, list[Any]] = defaultdict(list)
    for row in session.execute(_DAYS, wanted):
        listed[row.country].append(row)
    published: dict[str, set[tuple[int, Source]]] = defaultdict(set)
    for year in session.execute(_YEARS, wanted):
        published[year.country].add((year.year, Source(year.source)))
    weekends = select(CalendarCountryRow).where(col(CalendarCountryRow.country).in_(countries))
    weekend = {one.country: frozenset(one.weekend) for one in session.exec(weekends)}
    return {
        country: (
            tuple(listed[country]),
            frozenset(published[country]),
            weekend.get(country, WEEKEND),
        )
        for country in countries
    }


# The days of a country hardly ever change, and are asked for all the time.
@lru_cache(CACHED)
def _sources(
    country: str,
    rows: tuple[Any, ...],
    published: frozenset[tuple[int, Source]],
    weekend: frozenset[int],
) -> CountrySources:
    listed = tuple(_as_listed(row) for row in rows)
    return CountrySources(country=country, listed=listed, published=published, weekend=weekend)


@lru_cache(CACHED)
def _calendar(
    country: str,
    rows: tuple[Any, ...],
    published: frozenset[tuple[int, Source]],
    weekend: frozenset[int],
) -> CountryCalendar:
    return _sources(country, rows, published, weekend).calendar()


def _as_listed(row: Any) -> ListedDay:
    return ListedDay(
        day=row.day,
        works=row.works,
        name=row.name,
        source=Source(row.source),
        list_year=row.list_year,
    )


def find_countries_in_use(session: Session) -> set[str]:
    """The countries that units have chosen."""
    return set(session.exec(select(UnitCountryRow.country).distinct()))


def find_weekend(session: Session, country: str) -> frozenset[int] | None:
    """The weekend of a country whose days were seeded; None when they were not."""
    row = session.get(CalendarCountryRow, country)
    return frozenset(row.weekend) if row else None


def keep_weekend(session: Session, country: str, weekend: Collection[int]) -> None:
    """Know that a country is seeded, and the days of its weekend."""
    session.execute(delete(CalendarCountryRow).where(col(CalendarCountryRow.country) == country))
    row = {"country": country, "weekend": sorted(weekend)}
    insert_new(session, CalendarCountryRow, [row])


def replace_list(
    session: Session,
    country: str,
    new: HolidayList,
    *,
    source: Source,
    is_published: bool,
) -> None:
    """Keep a year's list in place of the one that the source gave before."""
    session.execute(
        delete(CalendarDayRow).where(
            col(CalendarDayRow.country) == country,
            col(CalendarDayRow.source) == source.value,
            col(CalendarDayRow.list_year) == new.year,
        )
    )
    mark_unpublished(session, country, new.year, source=source)
    _insert(session, country, new.days, source=source, list_year=new.year)
    if is_published:
        mark_published(session, country, new.year, source=source)


def mark_published(session: Session, country: str, year: int, *, source: Source) -> None:
    """The list of that year is complete."""
    row = {"country": country, "year": year, "source": source.value}
    insert_new(session, CalendarYearRow, [row])


def set_days(session: Session, country: str, days: Collection[SpecialDay]) -> None:
    """Let a command say how these days are, whatever lists say."""
    clear_days(session, country, [one.day for one in days])
    for one in days:
        _insert(session, country, [one], source=Source.COMMAND, list_year=one.day.year)


def clear_days(session: Session, country: str, days: Collection[date]) -> None:
    """Forget what commands said of these days; the lists hold again."""
    session.execute(
        delete(CalendarDayRow).where(
            col(CalendarDayRow.country) == country,
            col(CalendarDayRow.source) == Source.COMMAND.value,
            col(CalendarDayRow.day).in_(days),
        )
    )


def _insert(
    session: Session, country: str, days: Iterable[SpecialDay], *, source: Source, list_year: int
) -> None:
    rows = [
        {
            "country": country,
            "source": source.value,
            "list_year": list_year,
            "day": one.day,
            "works": one.works,
            "name": one.name[:LONGEST_NAME],
        }
        for one in days
    ]
    insert_new(session, CalendarDayRow, rows)


def mark_unpublished(session: Session, country: str, year: int, *, source: Source) -> None:
    """The source no longer says that the list of that year is complete."""
    session.execute(
        delete(CalendarYearRow).where(
            col(CalendarYearRow.country) == country,
            col(CalendarYearRow.year) == year,
            col(CalendarYearRow.source) == source.value,
        )
    )
