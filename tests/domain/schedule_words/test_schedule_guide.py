"""The guide to schedules tells the truth: each of its examples is understood as it says."""

import re
from pathlib import Path

import pytest

from domain.schedule_words.json_form import to_fields
from domain.schedule_words.reader import read
from tests.domain.schedule_words.telling import CALENDAR, NOW, SHANGHAI, WORDS

GUIDE = Path(__file__).parents[3] / "docs" / "schedules.md"
KINDS = "recurring|deadline|period|once|ask"
EXAMPLES = re.findall(rf"^\| (.+?) \| ({KINDS}) \|$", GUIDE.read_text("utf-8"), re.MULTILINE)


def test_the_guide_has_examples_in_both_languages() -> None:
    assert {kind for _, kind in EXAMPLES} == set(KINDS.split("|"))
    assert sum(words.isascii() for words, _ in EXAMPLES) not in (0, len(EXAMPLES))


@pytest.mark.parametrize(("words", "kind"), EXAMPLES)
def test_an_example_of_the_guide_is_understood_as_it_says(words: str, kind: str) -> None:
    reading = read(words, now_local=NOW, zone=SHANGHAI, calendar=CALENDAR, words=WORDS)
    assert to_fields(reading, WORDS)["kind"] == kind
