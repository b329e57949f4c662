"""A quarter of a unit's working calendar as people look at it."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from domain.month_arithmetic import add_months
from domain.own_day import OwnDays
from domain.public_holiday import CountryCalendar, SpecialDay
from domain.school_term import SchoolTerm
from domain.unit import Unit
from domain.working_day import WorkingCalendar

QUARTERS = 4
YEARS_BACK, YEARS_AHEAD = 1, 2

_ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, kw_only=True)
class Stretch:
    """Days off in a row, weekends at its ends included, and the festivals in it."""

    first_day: date
    last_day: date
    names: tuple[str, ...] = ()

    @property
    def length(self) -> int:
        """How many days it has."""
        return (self.last_day - self.first_day).days + 1


@dataclass(frozen=True, kw_only=True)
class Month:
    """How many days of a month are worked, for this unit."""

    first_day: date
    working_days: int


@dataclass(frozen=True, kw_only=True)
class OwnEntry:
    """Own days; the unit above that has set them, None for the unit's own."""

    days: OwnDays
    set_by: Unit | None = None


@dataclass(frozen=True, kw_only=True)
class CalendarPage:
    """`is_provisional`: the list of the year is not known; `may_still_turn`: the next year's is
    not, so that the last days of December may change.

    `may_change` the unit's own days; `may_import` what holds for everybody.
    """

    unit: Unit
    country: str
    today: date
    year: int
    quarter: int
    months: tuple[Month, ...]
    holidays: tuple[Stretch, ...]
    make_up_days: tuple[SpecialDay, ...]
    own: tuple[OwnEntry, ...] = ()
    terms: tuple[SchoolTerm, ...] = ()
    is_provisional: bool = False
    may_still_turn: bool = False
    may_change: bool = False
    may_import: bool = False


@dataclass(frozen=True, kw_only=True)
class Span:
    """The days that a page shows."""

    first: date
    last: date


def quarter_span(year: int, quarter: int) -> Span:
    """The days of a quarter; quarters count from 1."""
    first = date(year, 3 * (min(max(quarter, 1), QUARTERS) - 1) + 1, 1)
    return Span(first=first, last=add_months(first, 3) - _ONE_DAY)


def quarter_of(day: date) -> int:
    """The quarter that a day lies in."""
    return (day.month - 1) // 3 + 1


def years_to_show(today: date) -> range:
    """Last year to the year after next."""
    return range(today.year - YEARS_BACK, today.year + YEARS_AHEAD + 1)


def months_of(span: Span, calendar: WorkingCalendar) -> tuple[Month, ...]:
    """The months of a quarter."""
    firsts = (add_months(span.first, number) for number in range(3))
    return tuple(
        Month(
            first_day=first,
            working_days=calendar.working_days_between(first, add_months(first, 1) - _ONE_DAY),
        )
        for first in firsts
    )


def holidays_of(span: Span, known: CountryCalendar) -> tuple[Stretch, ...]:
    """The days off in a row that hold a day of the list, and touch the span."""
    calendar = known.working()
    off = [day for day, one in known.days.items() if not one.works]
    shown: list[Stretch] = []
    for day in sorted(off):
        if not shown or day > shown[-1].last_day:
            shown.append(_stretch(day, known, calendar))
    return tuple(one for one in shown if one.first_day <= span.last and span.first <= one.last_day)


def _stretch(day: date, known: CountryCalendar, calendar: WorkingCalendar) -> Stretch:
    first, last = day, day
    while not calendar.is_working_day(first - _ONE_DAY):
        first -= _ONE_DAY
    while not calendar.is_working_day(last + _ONE_DAY):
        last += _ONE_DAY
    return Stretch(first_day=first, last_day=last, names=tuple(_names(first, last, known)))


def _names(first: date, last: date, known: CountryCalendar) -> Iterable[str]:
    days = (first + _ONE_DAY * offset for offset in range((last - first).days + 1))
    found = (known.days[day].name for day in days if day in known.days)
    return dict.fromkeys(part for name in found for part in name.split("、") if part)


def make_up_days_of(span: Span, known: CountryCalendar) -> tuple[SpecialDay, ...]:
    """The working days of the list that fall on a weekend."""
    return tuple(
        one
        for day, one in sorted(known.days.items())
        if one.works and span.first <= day <= span.last
    )


def own_entries(
    span: Span, chain: Sequence[Unit], own: dict[int, tuple[OwnDays, ...]]
) -> Iterator[OwnEntry]:
    """What the unit, the first of the chain, and those above have set for the days of a span."""
    for unit in chain:
        for days in own.get(unit.id, ()):
            if days.touches(span.first, span.last):
                yield OwnEntry(days=days, set_by=None if unit == chain[0] else unit)
