"""The periods of school terms: a unit's own terms, and half-years of the default in between."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from domain.period import Period, PeriodKind, periods_between
from domain.school_term import LONGEST_TERM, SchoolTerm
from domain.term_identity import keep_names, what_is_left

_ONE_DAY = timedelta(days=1)
# From any day the next term begins before that: none is longer, and none is missing for a year.
_NEXT_BEGINS_WITHIN = timedelta(days=800)
_REACH = timedelta(days=LONGEST_TERM)


def periods_within(
    kind: PeriodKind, terms: Sequence[SchoolTerm], first: date, last: date
) -> Iterator[Period]:
    """Every period that shares a day with `first` to `last` (both included), in order.

    School terms are those that are known; where none is, the first one of a school year runs from
    August to January and the second one from February to July, without the days of other terms.
    """
    if kind is not PeriodKind.SCHOOL_TERM or not terms:
        return periods_between(kind, first, last)
    known = _terms(terms, first - _REACH, last + _REACH)
    return (one for one in known if one.first_day <= last and first <= one.last_day)


def period_after(kind: PeriodKind, terms: Sequence[SchoolTerm], day: date) -> Period:
    """The first period that begins after a day."""
    first = day + _ONE_DAY
    found = periods_within(kind, terms, first, first + _NEXT_BEGINS_WITHIN)
    return next(one for one in found if one.first_day > day)


def _terms(terms: Sequence[SchoolTerm], first: date, last: date) -> list[Period]:
    own = list(named_terms(terms))
    keys = {one.key for one in own}
    default = (
        what_is_left(one, terms)
        for one in periods_between(PeriodKind.SCHOOL_TERM, first, last)
        if one.key not in keys
    )
    return sorted((*own, *(one for one in default if one)), key=lambda one: one.first_day)


def named_terms(terms: Sequence[SchoolTerm]) -> Iterator[Period]:
    """The terms that were entered, each under the name that it keeps."""
    named = terms if all(one.key for one in terms) else keep_names(terms)
    for one in named:
        yield Period(
            kind=PeriodKind.SCHOOL_TERM,
            key=one.key,
            first_day=one.first_day,
            last_day=one.last_day,
        )
