"""No part of an English sentence is dropped: what is left over is asked about."""

import pytest

from tests.domain.schedule_words.telling import told


@pytest.mark.parametrize(
    ("text", "meaning"),
    [
        ("next Tuesday or Wednesday", "ask: not all understood"),
        ("Tuesday or Thursday at 3pm", "ask: not all understood"),
        ("once in two years", "ask: not all understood"),
        ("from tomorrow", "ask: not all understood"),
        ("from 2pm", "ask: not all understood"),
        ("since Monday", "ask: not all understood"),
        ("in three weeks on Friday", "ask: not all understood"),
        ("three Fridays from now", "ask: not all understood"),
        ("for three days from Monday", "ask: not all understood"),
        ("once a month in March", "ask: not all understood"),
        ("Friday in December", "ask: not all understood"),
        ("every Tuesday at 9 until further notice", "ask: not all understood"),
        ("every Friday except the last one", "ask: not all understood"),
        ("not on Fridays", "ask: not all understood"),
        ("3pm Friday week", "ask: not all understood"),
        ("every six months on 1 June", "ask: not all understood"),
        ("day before yesterday", "ask: not all understood"),
        ("in two weeks' time on Monday", "ask: not all understood"),
        ("three quarters of an hour before the meeting", "ask: not all understood"),
        ("Mon to Wed and Fri at 9", "ask: not all understood"),
        ("moved to the next working day", "ask: not all understood"),
        ("monthly on March 5", "ask: not all understood"),
        ("next month 31", "ask: not all understood"),
        ("by by Friday", "ask: not all understood"),
        ("Monday at 9 at 10", "ask: not all understood"),
        ("at 9 Monday at 10", "ask: not all understood"),
        ("every Monday every Tuesday", "ask: not all understood"),
        ("every Friday at 3pm at 4pm", "ask: not all understood"),
        ("every Friday the 13th", "ask: not all understood"),
        ("next next Friday", "ask: not all understood"),
        ("this next Friday", "ask: not all understood"),
        ("Monday two weeks from now", "ask: not all understood"),
        ("twice a year, 30 June, every other Wednesday, Sunday", "ask: not all understood"),
        ("April 15 and October 155each year", "ask: not all understood"),
    ],
)
def test_a_part_that_was_not_understood_is_asked_about(text: str, meaning: str) -> None:
    assert told(text) == meaning
