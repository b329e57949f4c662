"""What is known of a country's holidays and make-up working days, and which source wins."""

from collections.abc import Iterable, Mapping, Set
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from domain.working_day import WEEKEND, WorkingCalendar, list_years

CHINA = "CN"


class Source(StrEnum):
    """Who says so, from the weakest to the strongest."""

    LIBRARY = "library"
    FILE = "file"
    COMMAND = "command"


@dataclass(frozen=True, kw_only=True)
class SpecialDay:
    """A holiday (`works` is False) or a make-up working day."""

    day: date
    works: bool
    name: str = ""


@dataclass(frozen=True, kw_only=True)
class ListedDay(SpecialDay):
    """A day as one source has it; `list_year` is the year of the list that it stands in."""

    source: Source
    list_year: int


@dataclass(frozen=True, kw_only=True)
class HolidayList:
    """What was published for a year: its days, some of them perhaps in December before it."""

    year: int
    days: tuple[SpecialDay, ...]
    papers: tuple[str, ...] = ()

    @property
    def has_make_up_days(self) -> bool:
        """Whether it says which weekends work."""
        return any(day.works for day in self.days)


@dataclass(frozen=True, kw_only=True)
class CountryLists:
    """Some years of a country; `published` are those whose list is known to be complete."""

    country: str
    weekend: frozenset[int]
    lists: tuple[HolidayList, ...]
    published: frozenset[int]

    def as_working_calendar(self) -> WorkingCalendar:
        """The calendar of somebody who has nothing else to go by."""
        return WorkingCalendar(
            special_days={day.day: day.works for one in self.lists for day in one.days},
            published_years=self.published,
            weekend=self.weekend,
        )


@dataclass(frozen=True, kw_only=True)
class CountryCalendar:
    """The days of a country that differ from its weeks, each once, and the years that are known."""

    country: str
    days: Mapping[date, SpecialDay]
    published_years: frozenset[int]
    weekend: frozenset[int] = WEEKEND

    def working(self) -> WorkingCalendar:
        """The same without names, as the rules want it."""
        return WorkingCalendar(
            special_days={day: one.works for day, one in self.days.items()},
            published_years=self.published_years,
            weekend=self.weekend,
        )


@dataclass(frozen=True, kw_only=True)
class CountrySources:
    """Everything that was ever said of a country's days; `published` names year and source."""

    country: str
    listed: tuple[ListedDay, ...] = ()
    published: frozenset[tuple[int, Source]] = frozenset()
    weekend: frozenset[int] = WEEKEND

    def calendar(self) -> CountryCalendar:
        """What follows from all of it."""
        by_file = {year for year, source in self.published if source is Source.FILE}
        return CountryCalendar(
            country=self.country,
            days=resolve(self.listed, years_by_file=by_file),
            published_years=frozenset(year for year, _ in self.published),
            weekend=self.weekend,
        )

    def with_file(self, new: HolidayList) -> "CountrySources":
        """What would be known with this file in place of the one before it."""
        kept = [
            one for one in self.listed if (one.source, one.list_year) != (Source.FILE, new.year)
        ]
        added = [
            ListedDay(
                day=one.day,
                works=one.works,
                name=one.name,
                source=Source.FILE,
                list_year=new.year,
            )
            for one in new.days
        ]
        return replace(
            self,
            listed=(*kept, *added),
            published=self.published | {(new.year, Source.FILE)},
        )

    def commanded(self, year: int) -> int:
        """How many days of a year stand as a command has it, whatever a file says."""
        return sum(one.source is Source.COMMAND and one.day.year == year for one in self.listed)


def resolve(listed: Iterable[ListedDay], *, years_by_file: Set[int]) -> dict[date, SpecialDay]:
    """One standing for each day: a command outweighs the files, a file the library.

    Where a year's file is there, nothing is left of what the library foresaw for that year. Of
    two files that speak of the same late December, the next year's is the later word.
    """
    found: dict[date, SpecialDay] = {}
    for one in sorted(listed, key=_weight):
        if one.source is Source.LIBRARY and years_by_file & set(list_years(one.day)[-1:]):
            continue
        found[one.day] = SpecialDay(day=one.day, works=one.works, name=one.name)
    return dict(sorted(found.items()))


def _weight(one: ListedDay) -> tuple[int, int]:
    return list(Source).index(one.source), one.list_year
