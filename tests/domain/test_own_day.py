"""Days that a unit sets for itself: the later word wins, and nothing else is lost."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.own_day import OwnDays, as_days, cut, put

FIRST = date(2027, 1, 4)


def stretch(first: int, last: int, *, works: bool = False, name: str = "") -> OwnDays:
    return OwnDays(
        first_day=FIRST + timedelta(days=first),
        last_day=FIRST + timedelta(days=last),
        works=works,
        name=name,
    )


EXAMS = stretch(0, 9, name="考试周")


@pytest.mark.parametrize(
    ("new", "expected"),
    [
        pytest.param(stretch(20, 21), [EXAMS, stretch(20, 21)], id="beside it"),
        pytest.param(stretch(0, 9, works=True), [stretch(0, 9, works=True)], id="the same days"),
        pytest.param(
            stretch(3, 4, works=True),
            [stretch(0, 2, name="考试周"), stretch(3, 4, works=True), stretch(5, 9, name="考试周")],
            id="in the middle of it",
        ),
        pytest.param(
            stretch(8, 12), [stretch(0, 7, name="考试周"), stretch(8, 12)], id="over its end"
        ),
        pytest.param(
            stretch(-3, 0), [stretch(-3, 0), stretch(1, 9, name="考试周")], id="over its beginning"
        ),
        pytest.param(stretch(-1, 30), [stretch(-1, 30)], id="all around it"),
    ],
)
def test_of_overlapping_ranges_the_later_word_wins(new: OwnDays, expected: list[OwnDays]) -> None:
    assert list(put([EXAMS], new)) == expected


def test_cleared_days_leave_the_rest() -> None:
    first, last = FIRST + timedelta(days=2), FIRST + timedelta(days=30)
    assert cut([EXAMS], first, last) == (stretch(0, 1, name="考试周"),)


def test_a_range_that_runs_backwards_is_refused() -> None:
    with pytest.raises(ValueError, match="runs backwards"):
        stretch(3, 2)


_RANGES = st.builds(
    lambda first, length, works: stretch(first, first + length, works=works),
    st.integers(0, 40),
    st.integers(0, 15),
    st.booleans(),
)


@given(said=st.lists(st.tuples(st.booleans(), _RANGES), max_size=12))
def test_each_day_is_what_was_said_of_it_last(said: list[tuple[bool, OwnDays]]) -> None:
    ranges: tuple[OwnDays, ...] = ()
    expected: dict[date, bool] = {}
    for is_set, one in said:
        if is_set:
            ranges = put(ranges, one)
            expected |= dict.fromkeys(one.each_day(), one.works)
        else:
            ranges = cut(ranges, one.first_day, one.last_day)
            expected = {day: works for day, works in expected.items() if not _holds(one, day)}
    assert as_days(ranges) == expected
    assert sum(one.length for one in ranges) == len(expected)


def _holds(one: OwnDays, day: date) -> bool:
    return one.first_day <= day <= one.last_day
