"""The beginning and the end of school: recorded by an officer, or known from the terms."""

from collections.abc import Sequence
from datetime import date, timedelta

from domain.cadence import AfterEvent, Cadence, Quota
from domain.period import Period, PeriodKind
from domain.school_period import named_terms
from domain.school_term import SchoolTerm

# The beginning and the end of a school term, as words about when name them.
_BEGINS = ("school_start",)
_ENDS = ("school_end", "term_of_school_end")
# What is recorded in the holidays belongs to the term that is so near.
_NEAR = timedelta(days=45)


def is_about_school(cadence: Cadence) -> bool:
    """Whether its days depend on the school terms, where some are known."""
    match cadence:
        case Quota(per=per):
            return per is PeriodKind.SCHOOL_TERM
        case AfterEvent(event=event):
            return event in (*_BEGINS, *_ENDS)
        case _:
            return False


def day_in(cadence: AfterEvent, term: Period) -> date:
    """The day of a term on which it happens."""
    return term.first_day if cadence.event in _BEGINS else term.last_day


def find_term(cadence: AfterEvent, terms: Sequence[SchoolTerm], day: date) -> Period | None:
    """The term whose beginning or end it was that somebody recorded for a day.

    Who records it on another day of the term, or in the holidays beside it, means that term.
    """
    for term in named_terms(terms):
        first, last = term.first_day, term.last_day
        if cadence.event in _BEGINS:
            first -= _NEAR
        else:
            last += _NEAR
        held = next((one for one in terms if one.holds(day)), None)
        is_another = held is not None and held.first_day != term.first_day
        if first <= day <= last and not is_another:
            return term
    return None


def is_near(one: date, other: date) -> bool:
    """Whether two days may be those of one beginning, or of one end."""
    return abs(one - other) <= _NEAR
