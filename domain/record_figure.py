"""What the record can say about a unit and a period, each figure with its entries."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from domain.bilingual import Bilingual


class Figure(StrEnum):
    """The names that a kind of report uses for what the record knows."""

    SESSIONS_HELD = "sessions_held"
    SESSIONS_MOVED = "sessions_moved"
    SESSIONS_CANCELLED = "sessions_cancelled"
    ATTENDANCE = "attendance_percent"
    TALKS_HELD = "talks_held"
    REPORTS_IN_TIME = "reports_in_time"
    REPORTS_LATE = "reports_late"


@dataclass(frozen=True, kw_only=True)
class Recorder:
    """Who has said so, and on which day; the path is that of his home."""

    name: str
    home_path: str
    day: date | None = None


@dataclass(frozen=True, kw_only=True)
class Entry:
    """One line behind a figure: when, where, what, and perhaps how many of how many.

    `other_day` is the one it stood on at first, or the last one on which it was due.
    """

    day: date
    unit: str
    title: Bilingual
    count: int | None = None
    total: int | None = None
    other_day: date | None = None
    activity_id: int | None = None
    by: Recorder | None = None


@dataclass(frozen=True, kw_only=True)
class RecordedFigure:
    """`value` is written as a report keeps numbers; None where there is nothing to divide by."""

    figure: Figure
    value: str | None
    entries: tuple[Entry, ...] = ()


Record = Mapping[Figure, RecordedFigure]
