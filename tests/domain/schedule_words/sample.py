"""The sample of real expressions, and whether an answer says what a row means."""

import csv
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from itertools import islice
from pathlib import Path
from typing import Any

from dateutil.rrule import rrulestr

from domain.schedule_words.json_form import to_fields
from domain.schedule_words.reading import Ask, Reading, Refused
from tests.domain.schedule_words.telling import NOW, WORDS

SAMPLE = Path(__file__).parents[2] / "data" / "schedule_words_sample.tsv"
HOW_MANY = 8


@dataclass(frozen=True, kw_only=True)
class Row:
    """An expression, its meaning, and in the note what one column cannot hold."""

    text: str
    language: str
    kind: str
    meaning: str
    note: str

    def noted(self, name: str) -> str:
        found = re.search(rf"\b{name}=([^\s;]+)", self.note)
        return found[1] if found else ""


def rows() -> Iterator[Row]:
    with SAMPLE.open(encoding="utf-8", newline="") as lines:
        for cells in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE):
            yield Row(**cells)


def verdict(row: Row, reading: Reading) -> str:
    """right, asked (without need), or wrong: rules are compared by their occurrences."""
    must_ask = row.meaning == "?" or "past:" in row.note
    if isinstance(reading, Refused):
        return "right" if must_ask else "asked"
    if not isinstance(reading, Ask):
        is_right = not must_ask and _says(row, to_fields(reading, WORDS))
        return "right" if is_right else "wrong"
    fields: Any = to_fields(reading, WORDS)["readings"]
    is_open = "ambiguous" in row.note and any(_says(row, one) for one in fields)
    return "right" if must_ask or is_open else "asked"


def _says(row: Row, fields: dict[str, Any]) -> bool:
    if fields["kind"] != row.kind:
        return False
    if row.meaning.startswith("{"):
        told = [f"{{{one['event']}}}{one['offset']}" for one in fields["relative_to"]]
        return told == [row.meaning]
    if row.meaning.startswith("FREQ="):
        return _recurs_alike(row, fields)
    begins, _, ends = row.meaning.partition("/")
    return fields.get("at") == begins and fields.get("until", "") == ends


def _recurs_alike(row: Row, fields: dict[str, Any]) -> bool:
    meant, _, duration = row.meaning.partition("/")
    if fields.get("duration", "") != duration or "rrule" not in fields:
        return False
    anchor = row.noted("anchor")[:10]
    told = _occurrences(fields["rrule"], fields.get("anchor", ""))
    first, second = (row.noted(name) for name in ("first", "second"))
    listed = [one for one in (first, second) if one]
    return told == _occurrences(meant, anchor) and fields["next"][: len(listed)] == listed


def _occurrences(rule: str, anchor: str) -> list[datetime]:
    start = datetime.fromisoformat(anchor or f"{NOW:%Y-%m-%d}")
    following = rrulestr(rule, dtstart=start).xafter(NOW)
    return list(islice(following, HOW_MANY))
