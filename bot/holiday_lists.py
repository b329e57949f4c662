"""China's public holidays and make-up working days, brought into the working calendar."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from importlib.metadata import version

from sqlmodel import Session

from actions.running import reads
from storage import memory
from storage.calendar_days import SpecialDay, replace_year

SOURCE = "China"
KEPT = "calendar_kept"
YEARS_AHEAD = 1


@dataclass(frozen=True, kw_only=True)
class YearList:
    """A year's days that differ from Monday to Friday.

    The State Council publishes a year's list in the November before. Until then the statutory
    days are known, and everything that depends on the rest is provisional.
    """

    year: int
    days: tuple[SpecialDay, ...]
    is_published: bool


@reads
def are_kept(session: Session, *, today: date) -> bool:
    """Whether the lists that this version knows are in the calendar."""
    return memory.recall(session, KEPT) == _mark(today)


def keep(session: Session, lists: Sequence[YearList], *, today: date) -> None:
    """Put the lists in the place of those before."""
    for one in lists:
        replace_year(session, one.year, one.days, is_published=one.is_published, source=SOURCE)
    memory.remember(session, KEPT, _mark(today))


def read_lists(today: date) -> list[YearList]:
    """The lists of this year and the next. Takes a second: not for a transaction."""
    return [read_year(year) for year in range(today.year, today.year + YEARS_AHEAD + 1)]


def read_year(year: int) -> YearList:
    """One year's list."""
    # The package takes half a second to import, and is wanted about once a year.
    import holidays

    listed = holidays.country_holidays("CN", years=year, language="zh_CN")
    made_up = {day for day in listed.weekend_workdays if day.year == year}
    days = {day: SpecialDay(day=day, works=False, name=str(listed[day])[:64]) for day in listed}
    days |= {day: SpecialDay(day=day, works=True, name="调休上班") for day in made_up}
    inside = tuple(days[day] for day in sorted(days) if day.year == year)
    return YearList(year=year, days=inside, is_published=bool(made_up))


def _mark(today: date) -> str:
    return f"{version('holidays')}:{today.year}"
