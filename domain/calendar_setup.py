"""Everything that a unit has set for its calendar, as one value: what a file says of it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import reduce

from domain import own_day, school_term
from domain.own_day import MOST_RANGES, OwnDays
from domain.school_term import MOST_TERMS, SchoolTerm


@dataclass(frozen=True, kw_only=True)
class CalendarSetup:
    """The country (None: that of the unit above), the own days and the school terms of a unit."""

    country: str | None = None
    own_days: tuple[OwnDays, ...] = ()
    terms: tuple[SchoolTerm, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Whether the unit has set nothing."""
        return self == CalendarSetup()

    @property
    def has_too_much(self) -> bool:
        """Whether it is more than a unit can keep."""
        return len(self.own_days) > MOST_RANGES or len(self.terms) > MOST_TERMS

    def in_order(self) -> "CalendarSetup":
        """The same without overlaps: of two that have a day in common the later one wins."""
        no_days: tuple[OwnDays, ...] = ()
        no_terms: tuple[SchoolTerm, ...] = ()
        return CalendarSetup(
            country=self.country,
            own_days=reduce(own_day.put, self.own_days, no_days),
            terms=reduce(school_term.put, self.terms, no_terms),
        )


@dataclass(frozen=True, kw_only=True)
class UnitSetup:
    """What the unit with this code has set."""

    unit: str
    setup: CalendarSetup


@dataclass(frozen=True, kw_only=True)
class SetupChange:
    """What a unit had set before, and what it will have set."""

    unit: str
    before: CalendarSetup
    after: CalendarSetup


def find_changes(known: Iterable[UnitSetup], wanted: Iterable[UnitSetup]) -> Iterator[SetupChange]:
    """What must change so that each unit that is named has set this and nothing else."""
    before = {one.unit: one.setup for one in known}
    for one in wanted:
        had = before.get(one.unit, CalendarSetup())
        if had != one.setup.in_order():
            yield SetupChange(unit=one.unit, before=had, after=one.setup.in_order())
