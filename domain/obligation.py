"""One duty, one unit, one period: what is owed, until when, and how it stands."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from domain.bilingual import Bilingual
from domain.duty import DutyKind
from domain.ladder import ReminderPolicy
from domain.period import next_period, period_named
from domain.report import ReportState
from domain.unit import Unit


class ObligationState(StrEnum):
    """Overdue is not a state: it is a comparison of dates."""

    OPEN = "open"
    DONE = "done"
    MISSED = "missed"
    EXCUSED = "excused"


@dataclass(frozen=True, kw_only=True)
class Obligation:
    """`first_day` to `last_day` is the period; `counted` of `at_least` are there.

    `report` is the state of the newest report, where one is owed and begun.
    """

    id: int
    duty_id: int
    kind: DutyKind
    name: Bilingual
    unit: Unit
    period_key: str
    first_day: date
    last_day: date
    state: ObligationState
    policy: ReminderPolicy
    at_least: int = 1
    counted: int = 0
    version: int = 1
    told_through: date | None = None
    settled_at: datetime | None = None
    report: ReportState | None = None

    @property
    def is_under_review(self) -> bool:
        """The unit has done its part; the next move is the reviewer's."""
        return self.state is ObligationState.OPEN and self.report is ReportState.SUBMITTED

    @property
    def is_owed(self) -> bool:
        """Whether the unit may still be reminded."""
        return self.state is ObligationState.OPEN and not self.is_under_review

    def is_overdue(self, today: date) -> bool:
        """Open although its last day is over."""
        return self.state is ObligationState.OPEN and today > self.last_day


def lapses_after(obligation: Obligation) -> date | None:
    """The last day on which it can still be made good unasked: the end of the period that follows.

    A term never lapses; it is asked for until a vote is recorded.
    """
    if obligation.kind is DutyKind.TERM:
        return None
    return next_period(period_named(obligation.period_key)).last_day
