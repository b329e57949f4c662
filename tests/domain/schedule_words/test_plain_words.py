"""Words that people use without a second thought are understood, and names stay whole."""

import pytest

from bot.schedule_command import known_calendar
from domain.schedule_words.line import find_schedule
from domain.schedule_words.reader import read_from
from domain.schedule_words.reading import Ask, Schedule
from domain.schedule_words.rule import rule_text
from domain.schedule_words.standpoint import Standpoint
from domain.schedule_words.word_settings import WordSettings
from tests.harness.world import SHANGHAI, at

WORDS = WordSettings()
FRIDAY = Standpoint(
    now=at("2026-11-20 08:20").replace(tzinfo=None),
    zone=SHANGHAI,
    calendar=known_calendar(WORDS.working_calendar, 2026),
    words=WORDS,
)


def _told(reading: object) -> str:
    assert isinstance(reading, Schedule)
    return rule_text(reading.rule) if reading.rule else str(reading.at and reading.at.day)


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("每周五一次", "FREQ=WEEKLY;BYDAY=FR"),
        ("每个星期一1次", "FREQ=WEEKLY;BYDAY=MO"),
        ("下下周五", "2026-12-04"),
        ("月底前", "2026-11-30"),
        ("Friday in two weeks", "2026-12-04"),
        ("in two weeks on Friday", "2026-12-04"),
        ("by Friday in 2 weeks", "2026-12-04"),
        ("every other Friday", "FREQ=WEEKLY;INTERVAL=2;BYDAY=FR"),
    ],
)
def test_plain_words_are_not_asked_about(words: str, told: str) -> None:
    assert _told(read_from(words, FRIDAY)) == told


@pytest.mark.parametrize(
    ("line", "name", "rest"),
    [
        ("annual report by 10 January every year, schools", "annual report", "schools"),
        ("report by 5 December, schools", "report", "schools"),
        ("incident report within 3 days after the meeting, school", "incident report", "school"),
        ("talks at least 2 times a quarter 学校", "talks", "学校"),
        ("safety check on the 5th of every month, every 学校s", "safety check", "every 学校s"),
        ("study every Friday, all except Bluestone", "study", "all except Bluestone"),
    ],
)
def test_the_name_and_the_owners_of_an_english_line_stay_whole(
    line: str, name: str, rest: str
) -> None:
    found = find_schedule(line, FRIDAY)
    assert (found.name, found.rest) == (name, rest)
    assert isinstance(found.reading, Schedule)


@pytest.mark.parametrize(
    "line",
    [
        "staff study every Friday except the last week",
        "staff study every Friday 15:00 except the last week of the month",
        "staff study every Friday except for the last one",
    ],
)
def test_days_left_out_behind_a_name_are_asked_about_and_never_dropped(line: str) -> None:
    found = find_schedule(line, FRIDAY)
    assert (found.name, found.rest) == ("staff study", "")
    assert isinstance(found.reading, Ask)
