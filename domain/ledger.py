"""What a unit and everything below it did in a period, to be handed up as one file."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from domain.activity import ActivityState
from domain.bilingual import Bilingual
from domain.check_in import CAME, CAME_IN, CheckInState, Reason, Way
from domain.notice import NoticeKind
from domain.obligation import ObligationState
from domain.period import Period
from domain.quorum import Quorum
from domain.report import ReportState, days_late
from domain.term_ledger import LedgerRow
from domain.unit import Unit

# Beyond this nobody prints a sheet, and the file would take minutes.
MOST_ROWS = 30_000


class Sheet(StrEnum):
    """The sheets of a ledger, in their order."""

    ACTIVITIES = "activities"
    ATTENDANCE = "attendance"
    REPORTS = "reports"
    TERMS = "terms"
    REMINDERS = "reminders"


class Format(StrEnum):
    """How a ledger is written: one workbook, or one text file for each sheet."""

    XLSX = "xlsx"
    CSV = "csv"


class Arrival(StrEnum):
    """How far a reminder came. Arrived is not read."""

    WAITING = "waiting"
    ARRIVED = "arrived"
    IN_DOUBT = "in_doubt"
    NOT_ARRIVED = "not_arrived"


@dataclass(frozen=True, kw_only=True)
class Turnout:
    """How many people on the list of an activity stand how."""

    total: int = 0
    present: int = 0
    late: int = 0
    made_up: int = 0
    excused: int = 0
    absent: int = 0
    left_early: int = 0

    @property
    def came(self) -> int:
        """Who was there, in time, late or to make it up."""
        return self.present + self.late + self.made_up

    @property
    def rate(self) -> float | None:
        """The share that came; None where nobody was expected."""
        return self.came / self.total if self.total else None


@dataclass(frozen=True, kw_only=True)
class ActivityEntry:
    """One activity; its times are on the local clock."""

    id: int = 0
    unit: str
    title: str
    duty: Bilingual | None
    place: str
    starts_at: datetime
    state: ActivityState
    turnout: Turnout = Turnout()
    topic: str = ""
    moved_from: datetime | None = None
    quorum: Quorum | None = None


@dataclass(frozen=True, kw_only=True)
class AttendanceEntry:
    """One person at one activity. `home` is empty where the reader has no business there."""

    unit: str
    title: str
    duty: Bilingual | None
    starts_at: datetime
    person: str
    home: str
    state: CheckInState
    recorded_at: datetime | None = None
    way: Way | None = None
    reason: Reason | None = None
    left_at: datetime | None = None

    @property
    def came_at(self) -> datetime | None:
        """When he checked in; a leave and a make-up session have other hours."""
        return self.recorded_at if self.state in CAME_IN else None

    @property
    def came_by(self) -> Way | None:
        """By which way his having been there was recorded."""
        return self.way if self.state in CAME else None


@dataclass(frozen=True, kw_only=True)
class ReportEntry:
    """One report that was due. `state` is None while nothing was handed in.

    `person` owes it, where it is not the unit; `author` has handed it in, `versions` times.
    """

    unit: str
    person: str
    duty: Bilingual
    period_key: str
    last_day: date
    obligation: ObligationState
    state: ReportState | None = None
    author: str = ""
    submitted_at: datetime | None = None
    reviewed_at: datetime | None = None
    versions: int = 0
    has_file: bool = False

    @property
    def days_late(self) -> int | None:
        """How late it was handed in; None while it was not."""
        if self.submitted_at is None:
            return None
        return days_late(self.submitted_at.date(), self.last_day)


@dataclass(frozen=True, kw_only=True)
class ReminderEntry:
    """One thing that one person was told. `person` is empty for somebody above the reader."""

    at: datetime
    unit: str
    duty: Bilingual
    period_key: str
    kind: NoticeKind
    person: str
    arrival: Arrival


@dataclass(frozen=True, kw_only=True)
class Ledger:
    """Everything for the file. `made_at` is local; terms are those that run on that day."""

    unit: Unit
    period: Period
    made_at: datetime
    activities: tuple[ActivityEntry, ...] = ()
    attendance: tuple[AttendanceEntry, ...] = ()
    reports: tuple[ReportEntry, ...] = ()
    terms: tuple[LedgerRow, ...] = ()
    reminders: tuple[ReminderEntry, ...] = ()


@dataclass(frozen=True, kw_only=True)
class AttendanceSheet:
    """One activity on a sheet of paper."""

    activity: ActivityEntry
    people: tuple[AttendanceEntry, ...]
    made_at: datetime


@dataclass(frozen=True, kw_only=True)
class LedgerChoice:
    """What would be made: a unit and a period, and where to go from there.

    `above` is the unit to go up to, where the reader may; pages count from 1.
    """

    unit: Unit
    period: Period
    today: date
    below: tuple[Unit, ...] = ()
    above: Unit | None = None
    page: int = 1
    pages: int = 1

    @property
    def key(self) -> str:
        """As it stands in a button: `12-2026-H2`."""
        return ledger_key(self.unit.id, self.period)


@dataclass(frozen=True, kw_only=True)
class UnitsForLedger:
    """Several units could be meant."""

    units: tuple[Unit, ...]
    period: Period


@dataclass(frozen=True, kw_only=True)
class NothingOfThatName:
    """No unit of the reader's and no period is called so; absent and forbidden look the same."""


@dataclass(frozen=True, kw_only=True)
class TooLong:
    """A sheet would have more rows than a file may hold."""

    sheet: Sheet
    rows: int


def ledger_key(unit_id: int, period: Period) -> str:
    """A unit and a period in a button."""
    return f"{unit_id}-{period.key}"
