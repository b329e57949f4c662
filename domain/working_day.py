"""Which days people work, and where a date goes that falls on a day off."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import assert_never

from domain.school_term import SchoolTerm

_ONE_DAY = timedelta(days=1)
WEEKEND = frozenset({5, 6})
# The list of a year has more than once turned round the last days of the year before it.
FIRST_LATE_DAY = 29


@dataclass(frozen=True)
class WorkingCalendar:
    """Monday to Friday, except the days that a published list turns round.

    `special_days` holds True for a make-up working day and False for a holiday;
    `published_years` are the years whose list is known to be complete;
    `weekend` are the days of the week on which nobody works, Monday being 0. `terms` are the
    school terms in order: they make the periods that are counted in terms, and move no day.
    """

    special_days: Mapping[date, bool]
    published_years: frozenset[int]
    weekend: frozenset[int] = WEEKEND
    terms: tuple[SchoolTerm, ...] = ()

    def is_working_day(self, day: date) -> bool:
        """Whether people work on it, as far as is known."""
        return self.special_days.get(day, day.weekday() not in self.weekend)

    def is_weekend(self, day: date) -> bool:
        """Whether it is a day of the weekend, made a working day or not."""
        return day.weekday() in self.weekend

    def is_provisional(self, day: date) -> bool:
        """Whether a list that may turn it round is still unpublished."""
        return not self.published_years.issuperset(list_years(day))

    def previous_working_day(self, day: date) -> date:
        """The day itself when it works, else the nearest one before."""
        return self._first_working(day, -_ONE_DAY)

    def next_working_day(self, day: date) -> date:
        """The day itself when it works, else the nearest one after."""
        return self._first_working(day, _ONE_DAY)

    def add_working_days(self, day: date, n: int) -> date:
        """The n-th working day after `day` (before it when negative); zero leaves it alone.

        `day` itself is never counted: one working day after a holiday is the first
        working day that follows.
        """
        step = _ONE_DAY if n > 0 else -_ONE_DAY
        for _ in range(abs(n)):
            day = self._first_working(day + step, step)
        return day

    def working_days_between(self, first: date, last: date) -> int:
        """How many working days lie in `first` to `last`, both included."""
        length = (last - first).days + 1
        return sum(self.is_working_day(first + _ONE_DAY * offset) for offset in range(length))

    def _first_working(self, day: date, step: timedelta) -> date:
        while not self.is_working_day(day):
            day += step
        return day


def list_years(day: date) -> tuple[int, ...]:
    """The years whose lists may speak of a day: its own, and in late December the next one's."""
    is_late = day.month == 12 and day.day >= FIRST_LATE_DAY
    return (day.year, day.year + 1) if is_late else (day.year,)


class Shift(StrEnum):
    """What becomes of a date on which nobody works.

    The last two move what falls on a weekend, and leave a public holiday in the week alone.
    """

    KEEP = "keep"
    BEFORE = "before"
    AFTER = "after"
    SKIP = "skip"
    WEEKEND_BEFORE = "weekend-before"
    WEEKEND_AFTER = "weekend-after"


MOVED_OFF_WEEKENDS = {
    Shift.BEFORE: Shift.WEEKEND_BEFORE,
    Shift.AFTER: Shift.WEEKEND_AFTER,
}


def shift(day: date, how: Shift, calendar: WorkingCalendar) -> date | None:
    """Where `day` ends up; None when it is skipped. A working day stays where it is."""
    match how:
        case Shift.KEEP:
            return day
        case Shift.BEFORE:
            return calendar.previous_working_day(day)
        case Shift.AFTER:
            return calendar.next_working_day(day)
        case Shift.SKIP:
            return day if calendar.is_working_day(day) else None
        case Shift.WEEKEND_BEFORE:
            return calendar.previous_working_day(day) if calendar.is_weekend(day) else day
        case Shift.WEEKEND_AFTER:
            return calendar.next_working_day(day) if calendar.is_weekend(day) else day
        case _:
            assert_never(how)
