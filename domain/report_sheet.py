"""How reports are laid before those who write and those who review them."""

from dataclasses import dataclass
from datetime import date

from domain.obligation import Obligation
from domain.report import Report, days_late
from domain.unit import Unit


@dataclass(frozen=True, kw_only=True)
class ReportSheet:
    """An obligation and the newest version of its report. Its instants are on the local clock."""

    today: date
    obligation: Obligation
    report: Report | None = None
    reviewing: Unit | None = None

    @property
    def days_late(self) -> int:
        """How late it was handed in."""
        if self.report is None or self.report.submitted_at is None:
            return 0
        return days_late(self.report.submitted_at.date(), self.obligation.last_day)


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
class VerdictCard:
    """What the reviewer said, before those who wrote; `may_correct`: a new version is awaited."""

    sheet: ReportSheet
    report: Report
    may_correct: bool = False
