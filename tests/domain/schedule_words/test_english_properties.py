"""Whatever is typed in English: an answer, never an exception, and nothing dropped in silence."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.schedule_words.reading import Refusal, Refused, Schedule
from tests.domain.schedule_words.telling import NOW, WORDS, reading_of

_TEXT = (
    "every each other second third last first next this by before until from to between and or of "
    "the a in on at for within after except if holiday holidays working day days week weeks month "
    "months quarter half year years term Monday Tuesdays Fri Sat weekday weekend December Jan May "
    "1 2 3 10 15th 31st 2026 2027 9:00 3pm noon midnight morning evening half past quarter twice "
    "once times daily weekly monthly tomorrow today tonight meeting ends expires due Christmas - , "
    "2026-12-05 3/4 end start at least no later than asap Q1 Smith club"
)
_WORDS = _TEXT.split()
_SENTENCES = st.lists(st.sampled_from(_WORDS), min_size=1, max_size=14).map(" ".join)
_CLEAR = (
    "every Friday at 3pm",
    "by December 20",
    "tomorrow at noon",
    "at least twice a month",
    "3 days before the meeting",
    "the last working day of each month",
)


@given(_SENTENCES)
def test_any_row_of_words_gets_an_answer(text: str) -> None:
    assert reading_of(text) is not None


@given(st.text(max_size=WORDS.longest))
def test_any_text_gets_an_answer(text: str) -> None:
    assert reading_of(text) is not None


@given(st.text(min_size=WORDS.longest + 1, max_size=4000))
def test_a_long_text_is_refused_before_it_is_read(text: str) -> None:
    assert reading_of(text) == Refused(refusal=Refusal.TOO_LONG)


@given(_SENTENCES)
def test_a_single_moment_that_is_understood_is_not_past(text: str) -> None:
    reading = reading_of(text)
    if isinstance(reading, Schedule) and reading.at is not None and reading.until is None:
        assert reading.at.day >= NOW.date()


@pytest.mark.parametrize("strange", ["perhaps", "Smith", "unless it rains", "zzz", "not", "25:61"])
@pytest.mark.parametrize("clear", _CLEAR)
def test_a_strange_word_is_never_dropped(clear: str, strange: str) -> None:
    readings = [reading_of(f"{clear} {strange}"), reading_of(f"{strange} {clear}")]
    assert not any(isinstance(reading, Schedule) for reading in readings)


@pytest.mark.parametrize("clear", _CLEAR)
def test_case_spaces_and_a_full_stop_change_nothing(clear: str) -> None:
    plain = reading_of(clear)
    assert reading_of(clear.upper()) == plain
    assert reading_of(f"  {clear.replace(' ', '   ')}.") == plain
