"""Every expression of the corpora means what careful secretaries say, or is asked about."""

from pathlib import Path
from typing import Any

import pytest

from domain.schedule_words.json_form import to_fields
from domain.schedule_words.reader import read
from papers.holiday_library import read_country
from tests.domain.schedule_words.telling import SHANGHAI, WORDS
from tests.oracles.schedule_words_judge import Verdict, judge
from tests.oracles.schedule_words_row import NOW, read_rows

CORPORA = sorted((Path(__file__).parents[2] / "data").glob("schedule_words_*.tsv"))
CALENDAR = read_country("CN", range(2025, 2030)).as_working_calendar()
# Figures alone are read in both languages, where the fifth of December is the twelfth of May.
ASKED = {"12/5 15:00"}


@pytest.mark.parametrize("corpus", CORPORA, ids=[path.stem for path in CORPORA])
def test_nothing_is_misunderstood_and_what_is_plain_is_not_asked(corpus: Path) -> None:
    verdicts = {row.text: judge(row, _answer(row.text)) for row in read_rows(corpus)}
    others = {text for text, verdict in verdicts.items() if verdict is not Verdict.RIGHT}
    assert others <= ASKED


def _answer(text: str) -> dict[str, Any]:
    reading = read(text, now_local=NOW, zone=SHANGHAI, calendar=CALENDAR, words=WORDS)
    return {"text": text, **to_fields(reading, WORDS)}
