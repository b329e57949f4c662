"""The next working day in words is one day, and never a rule."""

import pytest

from tests.domain.schedule_words.telling import told


@pytest.mark.parametrize(
    ("text", "meaning"),
    [
        ("下个工作日15:00", "once 2026-11-23T15:00"),
        ("下一个工作日上午9点", "once 2026-11-23T09:00"),
        ("下个工作日前", "deadline 2026-11-23T23:59"),
        ("下个工作日内", "deadline 2026-11-23T23:59"),
        ("下个工作日下班前", "deadline 2026-11-23T18:00"),
        ("next working day at 3pm", "once 2026-11-23T15:00"),
        ("每月下个工作日", "ask: not all understood"),
        ("12月前三个工作日", "ask: which meaning"),
        ("国庆节前三个工作日", "once 2027-09-28"),
        ("by end of play on Friday", "deadline 2026-11-27T18:00"),
        ("腊八前", "deadline 2027-01-15T23:59"),
        ("腊月二十三前", "deadline 2027-01-30T23:59"),
    ],
)
def test_what_it_means(text: str, meaning: str) -> None:
    assert told(text) == meaning
