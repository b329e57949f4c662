"""What is owed, by whom, how often."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from domain.bilingual import Bilingual
from domain.ladder import ReminderPolicy
from domain.period import PeriodKind


class DutyKind(StrEnum):
    """What fulfils a duty: an activity held, a report accepted, or a vote that begins a term."""

    ACTIVITY = "activity"
    REPORT = "report"
    TERM = "term"


@dataclass(frozen=True, kw_only=True)
class Duty:
    """A duty as it is set up now. Obligations that run carry the policy they began with."""

    id: int
    code: str
    kind: DutyKind
    name: Bilingual
    source: Bilingual
    owner_kinds: tuple[str, ...]
    begins_on: date
    policy: ReminderPolicy
    reviewer_kinds: tuple[str, ...] = ()
    per: PeriodKind | None = None
    at_least: int = 1
    term_months: Mapping[str, int] = field(default_factory=dict)
    version: int = 1
    is_paused: bool = False
    opened_key: str | None = None
