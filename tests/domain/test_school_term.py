"""School terms: whose hold for a unit, and which week of the term a day lies in."""

from datetime import date

import pytest

from domain.school_term import SchoolTerm, SchoolTerms, drop, put, term_at
from domain.unit import Unit

ROOT = Unit(id=1, name="局党委", kind="委员会", path="/1/")
SCHOOL = Unit(id=2, name="青石小学", kind="学校", path="/1/2/", parent_id=1)

AUTUMN = SchoolTerm(name="2026秋季学期", first_day=date(2026, 9, 1), last_day=date(2027, 1, 22))
SPRING = SchoolTerm(name="2027春季学期", first_day=date(2027, 2, 22), last_day=date(2027, 7, 9))
LATE_SPRING = SchoolTerm(name="春季", first_day=date(2027, 3, 1), last_day=date(2027, 7, 16))


def test_a_unit_has_the_terms_from_above_except_where_it_has_its_own() -> None:
    terms = SchoolTerms(own={1: (AUTUMN, SPRING), 2: (LATE_SPRING,)})
    assert terms.of(ROOT) == (AUTUMN, SPRING)
    assert terms.of(SCHOOL) == (AUTUMN, LATE_SPRING)
    assert SchoolTerms(own={}).of(SCHOOL) == ()


def test_a_new_term_takes_the_place_of_one_of_its_name_or_its_time() -> None:
    renamed = SchoolTerm(name="第一学期", first_day=AUTUMN.first_day, last_day=AUTUMN.last_day)
    assert put([AUTUMN, SPRING], renamed) == (renamed, SPRING)
    moved = SchoolTerm(name=SPRING.name, first_day=date(2027, 7, 19), last_day=date(2027, 8, 13))
    assert put([AUTUMN, SPRING], moved) == (AUTUMN, moved)


def test_next_years_term_may_have_the_same_name_and_goes_first() -> None:
    following = SchoolTerm(name=SPRING.name, first_day=date(2028, 2, 21), last_day=date(2028, 7, 7))
    both = put([AUTUMN, SPRING], following)
    assert both == (AUTUMN, SPRING, following)
    assert drop(both, SPRING.name) == (AUTUMN, SPRING)
    assert drop((AUTUMN, SPRING), SPRING.name) == (AUTUMN,)
    assert drop((AUTUMN,), SPRING.name) == (AUTUMN,)


@pytest.mark.parametrize(
    ("day", "week"),
    [
        pytest.param(date(2026, 8, 31), None, id="the Monday before the first day"),
        pytest.param(date(2026, 9, 1), 1, id="the first day, a Tuesday"),
        pytest.param(date(2026, 9, 6), 1, id="the Sunday after it"),
        pytest.param(date(2026, 9, 7), 2, id="the first Monday"),
        pytest.param(date(2027, 1, 22), 21, id="the last day"),
        pytest.param(date(2027, 1, 23), None, id="the day after"),
    ],
)
def test_teaching_weeks_begin_on_monday(day: date, week: int | None) -> None:
    assert AUTUMN.week_of(day) == week
    assert (term_at([AUTUMN, SPRING], day) is AUTUMN) is (week is not None)


def test_a_term_that_runs_backwards_is_refused() -> None:
    with pytest.raises(ValueError, match="runs backwards"):
        SchoolTerm(name="x", first_day=date(2027, 1, 2), last_day=date(2027, 1, 1))
