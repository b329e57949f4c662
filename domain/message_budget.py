"""How many messages a duty's ladder means for the person who hears for one unit."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import takewhile

from domain.duty import Duty, DutyKind
from domain.ladder import Step, hears_as_owner, steps
from domain.month_arithmetic import add_months
from domain.period import period_of, periods_between
from domain.working_day import WorkingCalendar

MONTHS = 12


@dataclass(frozen=True, kw_only=True)
class MessageBudget:
    """`per_month` when everything is done on its last day, `at_most` in the worst month of a
    year in which nothing is ever done."""

    per_month: float
    at_most: int


def budget(duties: Iterable[Duty], calendar: WorkingCalendar, *, begins_on: date) -> MessageBudget:
    """Walk a year of the ladders of everything that one unit owes.

    What falls on one day is one message, as a digest gathers it. A term is taken to end in the
    middle of the year for the worst month, and counts by its length for the average.
    """
    ends_on = add_months(begins_on, MONTHS) - timedelta(days=1)
    usual: set[date] = set()
    worst: set[date] = set()
    from_terms = 0.0
    for duty in duties:
        if duty.kind is DutyKind.TERM:
            told, before = _term_days(duty, calendar, begins_on)
            worst |= told
            from_terms += before / min(duty.term_months.values(), default=MONTHS)
        else:
            before_the_end, all_days = _period_days(duty, calendar, begins_on, ends_on)
            usual |= before_the_end
            worst |= all_days
    in_the_year = [day for day in worst if begins_on <= day <= ends_on]
    by_month = Counter((day.year, day.month) for day in in_the_year)
    usual = {day for day in usual if begins_on <= day <= ends_on}
    return MessageBudget(
        per_month=round(len(usual) / MONTHS + from_terms, 1),
        at_most=max(by_month.values(), default=0),
    )


def _period_days(
    duty: Duty, calendar: WorkingCalendar, first: date, last: date
) -> tuple[set[date], set[date]]:
    """The days on which the owner hears: until the end of each period, and all of them."""
    if duty.per is None:
        return set(), set()
    before: set[date] = set()
    told: set[date] = set()
    # A period that ended just before the year still speaks in its first days.
    for period in periods_between(
        duty.per, period_of(duty.per, first - timedelta(1)).first_day, last
    ):
        for step in steps(duty.policy, period.first_day, period.last_day, calendar):
            if hears_as_owner(step.hearer):
                told.add(step.on)
                before |= {step.on} if step.on <= period.last_day else set()
    return before, told


def _term_days(duty: Duty, calendar: WorkingCalendar, first: date) -> tuple[set[date], int]:
    """The days of a term that ends in mid-year, and how many of them lie before its end."""
    end = add_months(first, MONTHS // 2)
    year_end = add_months(first, MONTHS)

    def is_in_the_year(step: Step) -> bool:
        return step.on < year_end

    ladder = takewhile(is_in_the_year, steps(duty.policy, first, end, calendar))
    told = [step.on for step in ladder if hears_as_owner(step.hearer)]
    return set(told), sum(day <= end for day in told)
