"""Fill the working calendar with the public holidays that the installed library knows."""

from collections.abc import Iterator
from datetime import datetime
from functools import partial
from importlib.metadata import version
from typing import Protocol

from sqlmodel import Session

from actions.running import Work
from storage import calendar_days, memory
from storage.calendar_days import SpecialDay

SOURCE = "holidays"
YEARS_BACK, YEARS_AHEAD = 1, 2
NAMES_IN = {"CN": "zh_CN"}
LONGEST_NAME = 64
MEMORY_KEY = "calendar_seeded"


class Writer(Protocol):
    """The part of the action runner that is needed."""

    async def write(self, work: Work[int]) -> int:
        """Run work and commit it."""
        ...


async def seed_calendar(runner: Writer, now: datetime, country: str = "CN") -> int:
    """Seed last year to the year after next; returns how many years were written.

    Call at the start and once a day: it costs nothing unless the year or the library's version
    has changed since. Days from other sources stay and win.
    """
    return await runner.write(partial(_seed_unless_known, now=now, country=country))


def _seed_unless_known(session: Session, *, now: datetime, country: str) -> int:
    mark = f"{country} {version('holidays')} {now.year}"
    if memory.recall(session, MEMORY_KEY) == mark:
        return 0
    years = range(now.year - YEARS_BACK, now.year + YEARS_AHEAD + 1)
    for year in years:
        days = tuple(days_of(country, year))
        # The statutory days of a year are known long before its make-up days; only a list
        # with make-up days is the published one.
        calendar_days.replace_year(
            session,
            year,
            days,
            is_published=any(day.works for day in days),
            source=SOURCE,
        )
    memory.remember(session, MEMORY_KEY, mark)
    return len(years)


def days_of(country: str, year: int) -> Iterator[SpecialDay]:
    """A year's holidays and make-up working days, as far as they are known."""
    import holidays  # Late: it takes half a second, and only once in a while.

    # The list of a year may set days of late December before it.
    known = holidays.country_holidays(
        country, years=(year, year + 1), language=NAMES_IN.get(country)
    )
    for day in sorted(known.weekend_workdays):
        if day.year == year:
            yield SpecialDay(day=day, works=True)
    for day, name in sorted(known.items()):
        if day.year == year and day not in known.weekend_workdays:
            yield SpecialDay(day=day, works=False, name=name[:LONGEST_NAME])
