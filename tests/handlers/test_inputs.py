"""What our own grammar does not know is read by dateparser, with its traps closed."""

from datetime import datetime, time

import pytest

from domain.schedule_words.reading import Kind, LocalMoment, Schedule
from domain.schedule_words.typed import Typed
from handlers.inputs import read_loosely

# A Wednesday.
NOW = datetime.fromisoformat("2026-11-18T10:00")


@pytest.mark.parametrize(
    ("words", "wall", "rest"),
    [
        ("3pm Friday", "2026-11-20 15:00", ""),
        ("15:00 27 Nov Staff study", "2026-11-27 15:00", "Staff study"),
        ("3pm on the 27th of November", "2026-11-27 15:00", ""),
        ("at 3pm tomorrow", "2026-11-19 15:00", ""),
        ("noon tomorrow", "2026-11-19 12:00", ""),
        ("in 90 minutes", "2026-11-18 11:30", ""),
        ("in 3 hours Fire drill", "2026-11-18 13:00", "Fire drill"),
        ("in 2 days 3pm Talk", "2026-11-20 15:00", "Talk"),
        ("in 2 weeks at 15:00", "2026-12-02 15:00", ""),
        # Of this year, and so over: the next year must be said.
        ("3pm on the 1st of November", "2026-11-01 15:00", ""),
    ],
)
async def test_a_moment_that_dateparser_knows(words: str, wall: str, rest: str) -> None:
    found = await read_loosely(words, local_now=NOW)
    at = datetime.fromisoformat(wall)
    moment = LocalMoment(day=at.date(), clock=at - datetime.combine(at, time.min))
    assert found == Typed(reading=Schedule(kind=Kind.ONCE, at=moment), rest=rest)


@pytest.mark.parametrize(
    "words",
    [
        "tonight at 8",
        "next month on the 1st 3pm",
        "next Friday 3pm",
        "26 3pm",
        "15:00 Friday 26 November",
        "end of month 3pm",
        "1 Dec at 9",
        "by June 30 3pm",
        "in half an hour",
        "15:00 27 Nov to 17:00",
        "3pm Friday - 5pm",
        "In the garden tomorrow 3pm",
        "yesterday 3pm",
        "in 2 weeks",
        "a week from Friday 3pm",
        "6月30日前 15:00",
        "tomorrow " * 600,
        "in " + "9" * 60 + " minutes",
    ],
)
async def test_what_dateparser_would_guess_is_not_read(words: str) -> None:
    assert await read_loosely(words, local_now=NOW) is None
