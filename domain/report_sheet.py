"""How reports are laid before those who write and those who review them."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from domain.obligation import Obligation
from domain.record_figure import Entry, RecordedFigure
from domain.report import Report, ReportState, days_late
from domain.report_file import ReportFile
from domain.report_form import Section
from domain.unit import Unit


@dataclass(frozen=True, kw_only=True)
class ReportSheet:
    """An obligation and the newest version of its report. Its instants are on the local clock.

    `section` is the code of the one that is being asked for; without it the whole is shown.
    `heads` are the names of those who may confirm, `may_confirm` whether the reader is one.
    `returned` is what the reviewer said of the version before.
    """

    today: date
    obligation: Obligation
    report: Report | None = None
    reviewing: Unit | None = None
    section: str = ""
    heads: tuple[str, ...] = ()
    may_confirm: bool = False
    returned: Report | None = None

    @property
    def days_late(self) -> int:
        """How late it was handed in."""
        if self.report is None or self.report.submitted_at is None:
            return 0
        return days_late(self.report.submitted_at.date(), self.obligation.last_day)


class Refusal(StrEnum):
    """Why what was sent does not answer the section."""

    NO_NUMBER = "no_number"
    NOT_WHOLE = "not_whole"
    TOO_MANY_DECIMALS = "too_many_decimals"
    TOO_LITTLE = "too_little"
    TOO_MUCH = "too_much"
    WANTS_NUMBER = "wants_number"
    WANTS_WORDS = "wants_words"
    WANTS_FILES = "wants_files"
    OTHER_TYPE = "other_type"
    TOO_MANY_FILES = "too_many_files"
    NO_SECTION = "no_section"


@dataclass(frozen=True, kw_only=True)
class NotTaken:
    """Nothing was added. `is_told`: of this album it has been said already."""

    section: Section
    why: Refusal
    is_told: bool = False


@dataclass(frozen=True, kw_only=True)
class DraftCard:
    """The draft as it stands, for a message that answers a whole album."""

    sheet: ReportSheet


@dataclass(frozen=True, kw_only=True)
class FileRefusedCard:
    """A file that came late and is not taken, for the one who wrote the report."""

    obligation: Obligation
    section: Section
    file: ReportFile
    state: ReportState


@dataclass(frozen=True, kw_only=True)
class FirstDraftCard:
    """What the record knows for a report that is due soon. `is_open` until somebody begins it."""

    sheet: ReportSheet
    figures: tuple[tuple[Section, RecordedFigure], ...]
    is_open: bool = True


@dataclass(frozen=True, kw_only=True)
class ReportPage:
    """One page of what is owed in writing; pages count from 1."""

    sheets: tuple[ReportSheet, ...]
    page: int
    pages: int
    total: int


@dataclass(frozen=True, kw_only=True)
class ReviewCard:
    """A report before a reviewer; `others` wait beside it, `may_undo` is the reader's right."""

    sheet: ReportSheet
    report: Report
    may_undo: bool = False
    others: int = 0


@dataclass(frozen=True, kw_only=True)
class ConfirmationCard:
    """A report before the head of the unit that hands it in."""

    sheet: ReportSheet
    report: Report


@dataclass(frozen=True, kw_only=True)
class VerdictCard:
    """What the reviewer said, before those who wrote; `may_correct`: a new version is awaited."""

    sheet: ReportSheet
    report: Report
    may_correct: bool = False


@dataclass(frozen=True, kw_only=True)
class EntriesPage:
    """One page of what is behind a figure; pages count from 1."""

    sheet: ReportSheet
    section: Section
    number: int
    figure: RecordedFigure
    entries: tuple[Entry, ...]
    page: int
    pages: int
