"""Days that somebody names, of what is to come and of what has happened."""

from datetime import date, datetime

import pytest

from domain.schedule_words.leaning import Lean
from domain.schedule_words.standpoint import Standpoint
from domain.schedule_words.typed import TypedDays, read_day, read_days, split_day
from tests.domain.schedule_words.telling import CALENDAR, SHANGHAI, WORDS

TODAY = date(2026, 11, 22)
HERE = Standpoint(
    now=datetime.fromisoformat("2026-11-22T10:00"), zone=SHANGHAI, calendar=CALENDAR, words=WORDS
)


@pytest.mark.parametrize("lean", Lean)
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
        ("on Nov 20", date(2026, 11, 20)),
        ("十一月二十日", date(2026, 11, 20)),
        ("明天", date(2026, 11, 23)),
        ("上周五", date(2026, 11, 13)),
        ("12月20日前", date(2026, 12, 20)),
        ("2月30日", None),
        ("2026-13-01", None),
        ("2026-11/20", None),
        ("11-20", None),
        ("20", None),
        ("5/11", None),
        ("11月20日 15:00", None),
        ("11月20日-22日", None),
        ("每月1日", None),
        ("", None),
        ("1" * 5000, None),
    ],
)
def test_a_day_is_read_or_not_understood(words: str, day: date | None, lean: Lean) -> None:
    assert read_day(words, HERE, lean=lean) == day


@pytest.mark.parametrize(
    ("words", "ahead", "back"),
    [
        ("1月5日", date(2027, 1, 5), date(2026, 1, 5)),
        ("Oct 1", date(2027, 10, 1), date(2026, 10, 1)),
        ("周五", date(2026, 11, 27), date(2026, 11, 20)),
        ("2月29日", date(2028, 2, 29), date(2024, 2, 29)),
        # Near enough to be meant, though it is on the other side.
        ("11月1日", date(2026, 11, 1), date(2026, 11, 1)),
        ("12月1日", date(2026, 12, 1), date(2026, 12, 1)),
    ],
)
def test_a_day_without_a_year_is_the_next_one_or_the_last_one(
    words: str, ahead: date, back: date
) -> None:
    assert read_day(words, HERE, lean=Lean.AHEAD) == ahead
    assert read_day(words, HERE, lean=Lean.BACK) == back


@pytest.mark.parametrize(
    ("words", "first", "last", "rest"),
    [
        ("12月10日-24日 林岚", date(2026, 12, 10), date(2026, 12, 24), "林岚"),
        ("12月28日-1月5日@周敏", date(2026, 12, 28), date(2027, 1, 5), "@周敏"),
        ("10-24 Dec May Chen", date(2026, 12, 10), date(2026, 12, 24), "May Chen"),
        ("28 Dec - 5 Jan 2025", date(2024, 12, 28), date(2025, 1, 5), ""),
        ("2026-10-01 至 2026-10-07 林岚", date(2026, 10, 1), date(2026, 10, 7), "林岚"),
        ("11月10日-24日", date(2026, 11, 10), date(2026, 11, 24), ""),
        ("10月1日-7日", date(2027, 10, 1), date(2027, 10, 7), ""),
        ("12月10日 周一鸣", date(2026, 12, 10), date(2026, 12, 10), "周一鸣"),
        ("下周 林岚", date(2026, 11, 23), date(2026, 11, 29), "林岚"),
        # Backwards, as it was said.
        ("12月10日-5日", date(2026, 12, 10), date(2026, 12, 5), ""),
    ],
)
def test_the_first_and_the_last_day_are_read(
    words: str, first: date, last: date, rest: str
) -> None:
    assert read_days(words, HERE) == TypedDays(days=(first, last), rest=rest)


@pytest.mark.parametrize("words", ["哪天都行", "林岚", "明天下午 林岚", "2月30日 林岚", "每周五"])
def test_what_does_not_begin_with_days_is_all_rest(words: str) -> None:
    assert read_days(words, HERE) == TypedDays(days=None, rest=words)


@pytest.mark.parametrize(
    ("words", "rest", "day"),
    [
        ("第一支部 11月2日", "第一支部", date(2026, 11, 2)),
        ("2 Nov", "", date(2026, 11, 2)),
        ("2 November 2026 First branch", "First branch", date(2026, 11, 2)),
        ("第一支部", "第一支部", None),
        ("", "", None),
    ],
)
def test_the_day_of_what_has_happened_stands_first_or_last(
    words: str, rest: str, day: date | None
) -> None:
    assert split_day(words, HERE, lean=Lean.BACK) == (rest, day)
