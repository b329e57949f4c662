"""A row of the schedule words corpus: what people say about time, and what it must mean."""

import csv
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

NOW = datetime(2026, 11, 21, 22, 0)  # noqa: DTZ001 - a wall reading, a Saturday in Shanghai
ZONE = "Asia/Shanghai"


@dataclass(frozen=True, kw_only=True)
class Row:
    """One expression; `note` holds what one column of meaning cannot."""

    text: str
    language: str
    kind: str
    meaning: str
    note: str = ""

    @property
    def remarks(self) -> list[str]:
        """The parts of the note."""
        return [part.strip() for part in self.note.split("; ")]

    def values(self, name: str) -> tuple[str, ...]:
        """What the note says after `name=`, without trailing explanations."""
        return tuple(re.findall(rf"(?:^|[\s(:]){name}=(\S+?)(?=;\s|;$|\s|\)|$)", self.note))

    @property
    def acceptable(self) -> tuple[str, ...]:
        """The meaning, and the other meanings that reasonable people have in mind."""
        return (self.meaning, *self.values("alt"))

    @property
    def must_ask(self) -> bool:
        """Nobody can know the moment, or it has passed: only a question or a refusal is honest."""
        return self.meaning == "?" or "must_ask" in self.note or "past:" in self.note

    @property
    def may_ask(self) -> bool:
        """Understanding it is welcome, asking or declining is no fault."""
        return "may_ask" in self.note

    @property
    def ambiguous(self) -> bool:
        """People differ, so a question that offers one of the meanings is right as well."""
        return "ambiguous" in self.note or bool(self.values("alt"))

    @property
    def any_anchor(self) -> bool:
        """Which week or month of an interval comes first is open."""
        return "ambiguous anchor" in self.note

    @property
    def follows_china(self) -> bool:
        """The Chinese working calendar decides the dates."""
        return "workday=CN" in self.note

    @property
    def quota(self) -> int | None:
        """At least how many in each window."""
        for part in self.remarks:
            if part.startswith("quota>="):
                return int(part.removeprefix("quota>=").split(" ")[0])
        return None


def read_rows(path: Path) -> Iterator[Row]:
    """The rows of a file of tab-separated values, in order."""
    with path.open(encoding="utf-8", newline="") as lines:
        for cells in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE):
            yield Row(
                text=cells["text"],
                language=cells["language"],
                kind=cells["kind"],
                meaning=cells["meaning"],
                note=cells["note"] or "",
            )
