"""A period as people write it, at the end of other words or alone."""

from datetime import date

import pytest

from domain.period_words import NamedPeriod, find_period, split_period

TODAY = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("words", "rest", "key"),
    [
        ("", "", None),
        ("2026-H2", "", "2026-H2"),
        ("2026-h2", "", "2026-H2"),
        ("2026", "", "2026"),
        ("2026年度", "", "2026"),
        ("青石小学 2026年下半年", "青石小学", "2026-H2"),
        ("青石小学2026年下半年", "青石小学", "2026-H2"),
        ("青石小学 ２０２６年１１月", "青石小学", "2026-11"),
        ("12月", "", "2025-12"),
        ("四季度", "", "2026-Q4"),
        ("第3季度", "", "2026-Q3"),
        ("上半年", "", "2026-H1"),
        ("上个月", "", "2026-10"),
        ("本季度", "", "2026-Q4"),
        ("去年", "", "2025"),
        ("Bluestone School H2 2026", "Bluestone School", "2026-H2"),
        ("second half of 2026", "", "2026-H2"),
        ("November 2026", "", "2026-11"),
        ("Dec", "", "2025-12"),
        ("last month", "", "2026-10"),
        ("this half-year", "", "2026-H2"),
        ("2026-13", "2026-13", None),
        ("2026-W48", "2026-W48", None),
        ("1999年", "1999年", None),
        ("Grade12026", "Grade12026", None),
        ("Q5", "Q5", None),
    ],
)
def test_words_are_parted_into_what_is_meant_and_when(
    words: str, rest: str, key: str | None
) -> None:
    found = split_period(words, today=TODAY)
    period = find_period(key) if key else None
    assert found == NamedPeriod(rest=rest, period=period)


def test_five_thousand_letters_are_read_in_a_moment_and_name_no_period() -> None:
    for letters in ("x" * 5_000, "年" * 5_000, "2026-" * 1_000, "1" * 5_000):
        assert split_period(letters, today=TODAY).period is None


@pytest.mark.parametrize("key", ["2026-W48", "2026-11-23", "2026-S1", "1999", "2100", "", "x", "-"])
def test_a_button_names_only_periods_that_a_ledger_has(key: str) -> None:
    assert find_period(key) is None
