"""What people say about when, and what it was meant to be before the grammar was asked."""

import csv
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.domain.schedule_words.telling import told

SPOKEN = sorted((Path(__file__).parents[2] / "data").glob("spoken_times_*.tsv"))


def _rows(path: Path) -> Iterator[tuple[str, str]]:
    with path.open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE):
            yield row["text"], row["meaning"]


@pytest.mark.parametrize("path", SPOKEN, ids=[path.stem for path in SPOKEN])
def test_what_was_said_means_what_was_meant(path: Path) -> None:
    rows = list(_rows(path))
    others = [(text, meaning) for text, meaning in rows if not _agrees(told(text), meaning)]
    assert rows
    assert others == []


def _agrees(answer: str, meaning: str) -> bool:
    """Of what must be asked or refused only that is written down."""
    if meaning in ("ask", "refused"):
        return answer.startswith(("ask: ", "refused: "))
    return answer == meaning
