"""How reports grow, how late they are, and who reviews them."""

from datetime import date

import pytest

from domain.report import MOST_CHARACTERS, TooMuch, add_words, choose_reviewing_unit, days_late
from domain.unit import Unit

COMMITTEE = Unit(id=1, name="committee", kind="committee", path="/1/")
DISTRICT = Unit(id=2, name="district", kind="district", path="/1/2/", parent_id=1)
SCHOOL = Unit(id=3, name="school", kind="school", path="/1/2/3/", parent_id=2)
BRANCH = Unit(id=4, name="branch", kind="branch", path="/1/2/3/4/", parent_id=3)
ABOVE = {unit.id: unit for unit in (COMMITTEE, DISTRICT, SCHOOL)}


@pytest.mark.parametrize(
    ("kinds", "hearing", "expected"),
    [
        (("committee",), {1, 2, 3}, COMMITTEE),
        (("district", "committee"), {1, 2, 3}, DISTRICT),
        ((), {1, 2, 3}, SCHOOL),
        (("union",), {1, 2, 3}, SCHOOL),
        ((), {1}, COMMITTEE),
        (("district",), {1, 3}, COMMITTEE),
        ((), set(), SCHOOL),
    ],
    ids=[
        "of the kind",
        "the nearest of several kinds",
        "the parent without a kind",
        "the parent when no unit is of the kind",
        "upward to whoever hears",
        "never below the kind",
        "nobody hears at all",
    ],
)
def test_the_reviewing_unit_is_above_and_can_hear(
    kinds: tuple[str, ...], hearing: set[int], expected: Unit
) -> None:
    assert choose_reviewing_unit(BRANCH, kinds, ABOVE, hearing=hearing) == expected


def test_the_root_is_reviewed_by_its_own_officers() -> None:
    assert (
        choose_reviewing_unit(COMMITTEE, ("committee",), {1: COMMITTEE}, hearing={1}) == COMMITTEE
    )


@pytest.mark.parametrize(
    ("handed_in_on", "late"),
    [(date(2026, 11, 29), 0), (date(2026, 11, 30), 0), (date(2026, 12, 2), 2)],
    ids=["before", "on the last day", "two days after"],
)
def test_late_is_a_comparison_of_dates(handed_in_on: date, late: int) -> None:
    assert days_late(handed_in_on, date(2026, 11, 30)) == late


@pytest.mark.parametrize(
    ("so_far", "more", "expected"),
    [
        ("", "a", "a"),
        ("a", "b", "a\nb"),
        ("a", "", "a"),
        ("a" * MOST_CHARACTERS, "", "a" * MOST_CHARACTERS),
        ("a" * MOST_CHARACTERS, "b", TooMuch(excess=2)),
    ],
    ids=["the first", "on its own line", "a file without words", "full", "one line too many"],
)
def test_words_are_appended_until_the_report_is_full(
    so_far: str, more: str, expected: str | TooMuch
) -> None:
    assert add_words(so_far, more) == expected
