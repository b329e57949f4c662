"""A report for an obligation: its states, its parts, and which unit reviews it."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from domain.unit import Unit

MOST_CHARACTERS = 3_500
MOST_IN_A_COMMENT = 1_000
# Telegram hands larger files to no bot.
MOST_BYTES = 20 * 1024 * 1024
UNDO_FOR = timedelta(minutes=10)


class ReportState(StrEnum):
    """How far one version of a report has come."""

    DRAFT = "draft"
    SUBMITTED = "submitted"
    RETURNED = "returned"
    ACCEPTED = "accepted"
    DISCARDED = "discarded"


class FileKind(StrEnum):
    """Telegram sends each kind back in its own way."""

    DOCUMENT = "document"
    PHOTO = "photo"


@dataclass(frozen=True, kw_only=True)
class ReportFile:
    """A file that Telegram keeps; we keep how to ask for it. `size` is in bytes."""

    kind: FileKind
    file_id: str
    unique_id: str
    name: str = ""
    size: int = 0


@dataclass(frozen=True, kw_only=True)
class Part:
    """One message of somebody who writes a report. `album` joins the photos of one album."""

    words: str = ""
    file: ReportFile | None = None
    album: str | None = None


@dataclass(frozen=True, kw_only=True)
class Report:
    """One version. `author` and `reviewer` are names."""

    id: int
    obligation_id: int
    number: int
    state: ReportState
    version: int = 1
    words: str = ""
    file: ReportFile | None = None
    author_id: int
    author: str = ""
    reviewer_unit_id: int | None = None
    submitted_at: datetime | None = None
    reviewed_by: int | None = None
    reviewer: str = ""
    reviewed_at: datetime | None = None
    comment: str = ""

    @property
    def is_empty(self) -> bool:
        """Neither words nor a file."""
        return not self.words and self.file is None


@dataclass(frozen=True, kw_only=True)
class TooMuch:
    """So many characters more than a report can hold."""

    excess: int


def add_words(so_far: str, more: str) -> str | TooMuch:
    """Append a message to what was written before, on a line of its own."""
    whole = "\n".join(words for words in (so_far, more) if words)
    if len(whole) > MOST_CHARACTERS:
        return TooMuch(excess=len(whole) - MOST_CHARACTERS)
    return whole


def days_late(handed_in_on: date, last_day: date) -> int:
    """Calendar days after the last one; 0 is in time. A comparison of dates, nothing else."""
    return max(0, (handed_in_on - last_day).days)


def choose_reviewing_unit(
    unit: Unit, kinds: Collection[str], above: Mapping[int, Unit], *, hearing: Collection[int]
) -> Unit:
    """The nearest unit above of such a kind, else the parent; from there upward who can hear.

    The root has nobody above: its other officers review what it owes.
    """
    line = [above[unit_id] for unit_id in unit.ancestor_ids if unit_id in above]
    if not line:
        return unit
    start = next((at for at, one in enumerate(line) if one.kind in kinds), 0)
    return next((one for one in line[start:] if one.id in hearing), line[start])


def may_take_back(report: Report, person_id: int, now: datetime) -> bool:
    """Whoever accepted may think again for ten minutes."""
    return (
        report.state is ReportState.ACCEPTED
        and report.reviewed_by == person_id
        and report.reviewed_at is not None
        and now - report.reviewed_at <= UNDO_FOR
    )
