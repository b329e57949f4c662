"""A school term keeps the name of its period when others are added and when it is corrected."""

from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise, permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.period import PeriodKind
from domain.school_period import periods_within
from domain.school_term import SchoolTerm, put
from domain.term_identity import keep_names

AUTUMN = SchoolTerm(name="秋季", first_day=date(2026, 9, 1), last_day=date(2027, 1, 22))
SPRING = SchoolTerm(name="春季", first_day=date(2027, 2, 15), last_day=date(2027, 7, 9))
CAMP = SchoolTerm(name="军训", first_day=date(2026, 8, 17), last_day=date(2026, 8, 30))
SUMMER = SchoolTerm(name="短学期", first_day=date(2027, 7, 12), last_day=date(2027, 7, 30))
NEXT = SchoolTerm(name="秋季", first_day=date(2027, 9, 1), last_day=date(2028, 1, 20))


def keys(terms: tuple[SchoolTerm, ...]) -> dict[date, str]:
    return {one.first_day: one.key for one in terms}


@pytest.mark.parametrize("order", list(permutations([AUTUMN, SPRING, CAMP, SUMMER])))
def test_names_do_not_depend_on_what_was_entered_first(order: tuple[SchoolTerm, ...]) -> None:
    known: tuple[SchoolTerm, ...] = ()
    for one in order:
        before = keys(known)
        known = keep_names(put(known, one), known)
        assert before.items() <= keys(known).items()
    assert [one.key for one in known] == ["2026-S-军训", "2026-S1", "2026-S2", "2026-S-短学期"]


@pytest.mark.parametrize(
    ("corrected", "key"),
    [
        pytest.param(replace(AUTUMN, last_day=date(2027, 2, 5)), "2026-S1", id="it ends later"),
        pytest.param(replace(AUTUMN, name="第一学期"), "2026-S1", id="it is renamed"),
        pytest.param(replace(AUTUMN, last_day=date(2026, 9, 20)), "2026-S1", id="it is cut short"),
        pytest.param(
            SchoolTerm(name="秋季", first_day=date(2027, 1, 25), last_day=date(2027, 3, 12)),
            "2026-S1",
            id="it is moved behind where it was",
        ),
        pytest.param(
            SchoolTerm(name="第一学期", first_day=date(2026, 10, 8), last_day=date(2027, 2, 1)),
            "2026-S1",
            id="it is moved and renamed",
        ),
    ],
)
def test_a_corrected_term_is_the_same_term(corrected: SchoolTerm, key: str) -> None:
    known = keep_names([AUTUMN])
    assert [one.key for one in keep_names(put(known, corrected), known)] == [key]


def test_next_years_term_of_the_same_name_is_another_one() -> None:
    known = keep_names([AUTUMN])
    assert [one.key for one in keep_names(put(known, NEXT), known)] == ["2026-S1", "2027-S1"]
    assert [one.key for one in keep_names([NEXT], known)] == ["2027-S1"]


def test_of_a_short_term_moved_into_another_ones_time_both_keep_their_names() -> None:
    known = keep_names([CAMP, AUTUMN])
    later = replace(CAMP, first_day=date(2026, 9, 1), last_day=date(2026, 9, 14))
    shorter = replace(AUTUMN, first_day=date(2026, 9, 15))
    named = keep_names([later, shorter], known)
    assert [(one.name, one.key) for one in named] == [("军训", "2026-S-军训"), ("秋季", "2026-S1")]


def test_own_terms_are_those_from_above_at_the_same_time() -> None:
    above = keep_names([CAMP, AUTUMN])
    own = SchoolTerm(name="入学教育", first_day=date(2026, 8, 20), last_day=date(2026, 8, 31))
    [named] = keep_names([own], above=above, line=above)
    assert named.key == "2026-S-军训"


def test_two_terms_of_a_line_at_other_times_never_share_a_name() -> None:
    above = keep_names([CAMP])
    own = replace(CAMP, first_day=date(2027, 7, 12), last_day=date(2027, 7, 25))
    [named] = keep_names([own], above=above, line=above)
    assert named.key == "2026-S-军训-2"


def test_a_long_name_fits_its_column() -> None:
    long = replace(CAMP, name="训" * 64)
    assert max(len(one.key) for one in keep_names([long])) <= 64


DAYS = st.dates(date(2026, 7, 1), date(2027, 8, 31))


@given(st.lists(st.tuples(DAYS, st.integers(1, 160), st.sampled_from("甲乙丙丁")), max_size=8))
def test_whatever_is_entered_no_name_is_given_twice_and_none_goes_over_to_another(
    said: list[tuple[date, int, str]],
) -> None:
    known: tuple[SchoolTerm, ...] = ()
    for first, length, name in said:
        new = SchoolTerm(name=name, first_day=first, last_day=first + timedelta(days=length))
        untouched = [one for one in known if one.name != name and not one.overlaps(new)]
        named = keep_names(put(known, new), known)
        found = keys(named)
        assert all(found[one.first_day] == one.key for one in untouched)
        span = date(2026, 1, 1), date(2028, 12, 31)
        periods = list(periods_within(PeriodKind.SCHOOL_TERM, named, *span))
        assert len({one.key for one in periods}) == len(periods)
        assert all(before.last_day < after.first_day for before, after in pairwise(periods))
        known = named
