"""Figures of other scripts, clocks that no clock shows, and endless rows of figures."""

import pytest

from domain.schedule_words.reading import Ask, Refusal, Refused
from tests.domain.schedule_words.telling import WORDS, reading_of, told


@pytest.mark.parametrize(
    "text",
    ["٣点", "每月٣日", "3月٣日", "第٣周", "٣年级", "²年前", "in ٣ days", "٣", "12:٣٠", "٣会"],
)
def test_figures_of_another_script_are_not_taken_for_figures(text: str) -> None:
    assert isinstance(reading_of(text), Ask | Refused)


@pytest.mark.parametrize(
    "text", ["15pm tomorrow", "13pm Friday", "11:60", "13:75", "明天11:60", "0:60"]
)
def test_a_clock_that_no_clock_shows_is_refused(text: str) -> None:
    assert told(text) == "refused: not understood"


@pytest.mark.parametrize(
    ("text", "meaning"),
    [
        ("15:00 in the afternoon", "once 2026-11-22T15:00"),
        ("tomorrow 7.30am", "once 2026-11-22T07:30"),
        ("each Thursday, 7.30pm", "recurring FREQ=WEEKLY;BYDAY=TH;BYHOUR=19;BYMINUTE=30"),
    ],
)
def test_a_clock_written_in_another_way_is_understood(text: str, meaning: str) -> None:
    assert told(text) == meaning


@pytest.mark.parametrize("text", ["1,", "1、", "1-", "1h", "、", "1 ", "a, "])
def test_more_words_than_anybody_says_are_not_looked_at(text: str) -> None:
    endless = (text * WORDS.longest)[: WORDS.longest]
    assert reading_of(endless) == Refused(refusal=Refusal.TOO_LONG)


@pytest.mark.parametrize("text", ["每6年第四季度，每年第四季度至少1次", "每2年3月，每3年3月"])
def test_two_gaps_of_years_are_never_made_one(text: str) -> None:
    assert isinstance(reading_of(text), Ask | Refused)
