"""Days and years are read from a few strict forms."""

from datetime import date

import pytest

from handlers.day_words import read_day, read_years

TODAY = date(2026, 11, 22)


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("2026-11-20", date(2026, 11, 20)),
        ("2026/11/20", date(2026, 11, 20)),
        ("２０２６-１１-２０", date(2026, 11, 20)),
        ("2025年11月20日", date(2025, 11, 20)),
        ("11月20日", date(2026, 11, 20)),
        ("11月20号", date(2026, 11, 20)),
        ("Nov 20", date(2026, 11, 20)),
        ("november 20, 2025", date(2025, 11, 20)),
        ("20 Nov 2025", date(2025, 11, 20)),
        ("12月1日", date(2026, 12, 1)),
        (" Today ", TODAY),
        ("今天", TODAY),
        ("yesterday", date(2026, 11, 21)),
        ("昨天", date(2026, 11, 21)),
        ("2月30日", None),
        ("2026-13-01", None),
        ("2026-11/20", None),
        ("11-20", None),
        ("20", None),
        ("明天", None),
        ("on Nov 20", None),
        ("", None),
        ("1" * 5000, None),
    ],
)
def test_a_day_is_read_or_not_understood(words: str, day: date | None) -> None:
    assert read_day(words, today=TODAY) == day


@pytest.mark.parametrize(
    ("words", "years"),
    [
        ("3", 3),
        ("３年", 3),
        ("三年", 3),
        ("两年", 2),
        ("1 year", 1),
        ("5 years", 5),
        ("十年", 10),
        ("0", None),
        ("11", None),
        ("3.5", None),
        ("eleven", None),
        ("", None),
    ],
)
def test_years_are_read_or_not_understood(words: str, years: int | None) -> None:
    assert read_years(words) == years
