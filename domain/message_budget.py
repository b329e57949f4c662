"""How many messages the ladders of some duties mean for one person who hears them."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import takewhile
from typing import assert_never

from domain.cadence import AfterEvent, ByDate, NoCadence, OnDates, Quota, TermEnds
from domain.duty import Duty
from domain.ladder import Step, hears_as_owner, steps
from domain.month_arithmetic import add_months
from domain.offset import shifted
from domain.window import windows_between
from domain.working_day import WorkingCalendar

MONTHS = 12


@dataclass(frozen=True, kw_only=True)
class MessageBudget:
    """`per_month` when everything is done on its last day, `at_most` in the worst month of a
    year in which nothing is ever done."""

    per_month: float
    at_most: int


@dataclass(frozen=True, kw_only=True)
class LadderDays:
    """The days of a year on which a duty speaks to whoever owes it.

    `usual` when it is done on its last day, `worst` when it is never done; `seldom` are messages
    a month of what comes at its own time, on days that nobody knows beforehand.
    """

    usual: frozenset[date] = frozenset()
    worst: frozenset[date] = frozenset()
    seldom: float = 0.0


def budget(duties: Iterable[Duty], calendar: WorkingCalendar, *, begins_on: date) -> MessageBudget:
    """The year that begins on a day, for somebody who hears all of these duties."""
    return budget_of(ladder_days(duty, calendar, begins_on=begins_on) for duty in duties)


def budget_of(heard: Iterable[LadderDays]) -> MessageBudget:
    """What falls on one day is one message, as a digest gathers it."""
    usual: set[date] = set()
    worst: set[date] = set()
    seldom = 0.0
    for days in heard:
        usual |= days.usual
        worst |= days.worst
        seldom += days.seldom
    by_month = Counter((day.year, day.month) for day in worst)
    return MessageBudget(
        per_month=round(len(usual) / MONTHS + seldom, 1),
        at_most=max(by_month.values(), default=0),
    )


def ladder_days(duty: Duty, calendar: WorkingCalendar, *, begins_on: date) -> LadderDays:
    """Walk a year of a duty's ladders.

    A term is taken to end in the middle of the year for the worst month, and counts by its length
    for the average. An event is taken to happen once a year, in its middle.
    """
    middle = add_months(begins_on, MONTHS // 2)
    match duty.cadence:
        case Quota() | OnDates() | ByDate():
            return _of_windows(duty, calendar, begins_on)
        case TermEnds():
            length = min(duty.cadence.months.values(), default=MONTHS)
            return _of_one_end(duty, calendar, begins_on, middle, every=length)
        case AfterEvent():
            end = shifted(middle, duty.cadence.within, calendar)
            return _of_one_end(duty, calendar, begins_on, end, every=MONTHS)
        case NoCadence():
            return LadderDays()
        case _:
            assert_never(duty.cadence)


def _of_windows(duty: Duty, calendar: WorkingCalendar, first: date) -> LadderDays:
    last = add_months(first, MONTHS) - timedelta(days=1)
    # What ended shortly before the year still speaks in its first days.
    since = min(first - timedelta(days=1), calendar.add_working_days(first, -_last_rung(duty)))
    usual: set[date] = set()
    worst: set[date] = set()
    for window in windows_between(duty, calendar, since, last):
        for step in steps(duty.policy, window.first_day, window.last_day, calendar):
            if hears_as_owner(step.hearer) and first <= step.on <= last:
                worst.add(step.on)
                usual |= {step.on} if step.on <= window.last_day else set()
    return LadderDays(usual=frozenset(usual), worst=frozenset(worst))


def _last_rung(duty: Duty) -> int:
    return max(duty.policy.working_days_after, default=0)


def _of_one_end(
    duty: Duty, calendar: WorkingCalendar, first: date, end: date, *, every: int
) -> LadderDays:
    """One end in the year, and how many of its days lie before it."""
    year_end = add_months(first, MONTHS)

    def is_in_the_year(step: Step) -> bool:
        return step.on < year_end

    ladder = takewhile(is_in_the_year, steps(duty.policy, first, end, calendar))
    told = {step.on for step in ladder if hears_as_owner(step.hearer) and step.on >= first}
    before = sum(day <= end for day in told)
    return LadderDays(worst=frozenset(told), seldom=before / every)
