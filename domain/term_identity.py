"""Which school term is which: each keeps the name of its period, however it is corrected."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta
from itertools import count

from domain.period import Period, PeriodKind, period_of
from domain.school_term import SchoolTerm

_ONE_DAY = timedelta(days=1)
# Longer than a summer term, shorter than the shortest of four a year.
_FILLS_A_HALF = 50
_LONGEST_NAME = 40


def keep_names(
    wanted: Sequence[SchoolTerm],
    known: Sequence[SchoolTerm] = (),
    *,
    above: Sequence[SchoolTerm] = (),
    line: Sequence[SchoolTerm] = (),
) -> tuple[SchoolTerm, ...]:
    """The terms that a unit wants, in order, each with the name that it keeps.

    `known` are those that it had until now: one that is corrected, moved or renamed stays what it
    was. `above` are those that would hold without its own; one that it has at the same time is
    the same term. `line` are all terms of units above and below, whose names are theirs.
    """
    names: dict[int, str] = {}
    for number, old in _pairs(wanted, known):
        names[number] = old.key
    beside = [one for one in above if not any(map(one.overlaps, wanted))]
    for number, new in sorted(enumerate(wanted), key=lambda one: _rank(one[1])):
        if not names.get(number):
            others = {one.key for one in line if not one.overlaps(new)}
            taken = {*names.values(), *others}
            found = _possible_names(new, above, (*wanted, *beside))
            names[number] = next(name for name in found if name not in taken)
    named = [replace(one, key=names[number]) for number, one in enumerate(wanted)]
    return tuple(sorted(named, key=lambda one: one.first_day))


def what_is_left(half: Period, terms: Sequence[SchoolTerm]) -> Period | None:
    """The half-year that stands in where no term is known: without the days of others in it.

    None where a term fills it, or where less than half of it is left in one piece.
    """
    if any(_fills(one, half) for one in terms):
        return None
    free: list[tuple[date, date]] = []
    since = half.first_day
    for one in sorted(terms, key=lambda one: one.first_day):
        if one.first_day <= half.last_day and half.first_day <= one.last_day:
            free.append((since, one.first_day - _ONE_DAY))
            since = one.last_day + _ONE_DAY
    free.append((since, half.last_day))
    first, last = max(free, key=lambda stretch: _days(*stretch))
    if 2 * _days(first, last) < _days(half.first_day, half.last_day):
        return None
    return replace(half, first_day=first, last_day=last)


def _fills(term: SchoolTerm, half: Period) -> bool:
    """Whether it is the term of a half-year, and no short one beside it."""
    inside = _days(max(term.first_day, half.first_day), min(term.last_day, half.last_day))
    return half.first_day <= _middle(term) <= half.last_day and inside >= _FILLS_A_HALF


def _half_of(term: SchoolTerm) -> Period:
    return period_of(PeriodKind.SCHOOL_TERM, _middle(term))


def _rank(term: SchoolTerm) -> tuple[bool, date]:
    """The names of half-years are for those that fill them, the first one first."""
    return not _fills(term, _half_of(term)), term.first_day


def _possible_names(
    new: SchoolTerm, above: Sequence[SchoolTerm], all_terms: Sequence[SchoolTerm]
) -> Iterator[str]:
    yield from (one.key for one in above if one.key and _is_at_the_same_time(one, new))
    half = _half_of(new)
    is_free = not any(_fills(one, half) for one in all_terms)
    if _fills(new, half) or (is_free and what_is_left(half, all_terms) is None):
        yield half.key
    year, _, _ = half.key.partition("-")
    own = f"{year}-S-{new.name[:_LONGEST_NAME]}"
    yield own
    yield from (f"{own}-{number}" for number in count(2))


def _pairs(
    wanted: Sequence[SchoolTerm], known: Sequence[SchoolTerm]
) -> Iterator[tuple[int, SchoolTerm]]:
    """The number of each term that was there before, with what it was: the most alike first."""
    alike = sorted(
        (
            (_likeness(old, new), number, at)
            for number, new in enumerate(wanted)
            for at, old in enumerate(known)
        ),
        reverse=True,
    )
    matched, used = set[int](), set[int]()
    for likeness, number, at in alike:
        if any(likeness) and number not in matched and at not in used:
            matched.add(number)
            used.add(at)
            yield number, known[at]


def _likeness(old: SchoolTerm, new: SchoolTerm) -> tuple[bool, bool, int]:
    """At the same time counts more than a name, and a name more than a few days in common."""
    apart = max(old.first_day, new.first_day) - min(old.last_day, new.last_day)
    shared = max(0, _ONE_DAY.days - apart.days)
    return _is_at_the_same_time(old, new), old.has_the_name_of(new), shared


def _is_at_the_same_time(one: SchoolTerm, other: SchoolTerm) -> bool:
    return one.holds(_middle(other)) and other.holds(_middle(one))


def _middle(term: SchoolTerm) -> date:
    return term.first_day + (term.last_day - term.first_day) / 2


def _days(first: date, last: date) -> int:
    return (last - first).days + 1
