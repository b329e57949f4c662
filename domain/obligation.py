"""One duty, one owner, one period: what is owed, until when, and how it stands."""

import re
from dataclasses import dataclass, field
from datetime import date, datetime, time
from enum import StrEnum

from domain.act import Act, ActKind, Needs, Progress, count_done, find_missing
from domain.bilingual import Bilingual
from domain.ladder import ReminderPolicy
from domain.permission import Actor, answers_for, may_manage, officer_paths
from domain.report import ReportState
from domain.unit import Unit, is_within

# The last day of what may be done at any time.
NO_END = date.max
# How the periods of such a duty are named: any-1, any-2 …
ANY_TIME = "any-"
# … and those that follow an event: event-2026-11-03-17.
AFTER_EVENT = "event-"
_DATE = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)


class ObligationState(StrEnum):
    """Overdue is not a state: it is a comparison of dates."""

    OPEN = "open"
    DONE = "done"
    MISSED = "missed"
    EXCUSED = "excused"


@dataclass(frozen=True, kw_only=True)
class Obligation:
    """`first_day` to `last_day` is the period; `counted` of `at_least` are there.

    It belongs to `person` of `unit` where it names one, else to the unit as a whole; `towards`
    names the other side of a tie. `acts`, `needs`, `at_least` and `policy` are those of the duty
    when it opened. `progress` counts each act by its code. `lapses_on` is the last day on which
    it can still be made good unasked; None: it is asked for until it is done. `report` is the
    state of the newest report, where one is owed and begun; `extended_from` the last day before
    it was extended.
    """

    id: int
    duty_id: int
    name: Bilingual
    unit: Unit
    period_key: str
    first_day: date
    last_day: date
    state: ObligationState
    policy: ReminderPolicy
    acts: tuple[Act, ...] = ()
    needs: Needs = Needs.ANY
    owner_key: str = ""
    person_id: int | None = None
    person: str = ""
    towards: str = ""
    at: time | None = None
    at_least: int = 1
    counted: int = 0
    progress: Progress = field(default_factory=dict)
    lapses_on: date | None = None
    version: int = 1
    told_through: date | None = None
    extended_from: date | None = None
    settled_at: datetime | None = None
    report: ReportState | None = None

    @property
    def is_under_review(self) -> bool:
        """The owner has done all of that part; the next move is the reviewer's."""
        if self.state is not ObligationState.OPEN or self.report is not ReportState.SUBMITTED:
            return False
        is_rest = all(act.kind is ActKind.REPORT for act in self.missing_acts)
        return is_rest or self.needs is Needs.ANY

    @property
    def is_owed(self) -> bool:
        """Whether the owner may still be reminded."""
        return self.state is ObligationState.OPEN and not self.is_under_review

    @property
    def is_any_time(self) -> bool:
        """Open without an end: it is never overdue."""
        return self.last_day == NO_END

    @property
    def has_no_plan(self) -> bool:
        """Whether its duty has no cadence; once done, its last day is the day of the deed."""
        return self.period_key.startswith(ANY_TIME)

    @property
    def is_on_a_date(self) -> bool:
        """Whether its period is a single date; the last day is where that date has moved to."""
        return _DATE.fullmatch(self.period_key) is not None

    @property
    def follows_an_event(self) -> bool:
        """Whether something that happened on the first day asks for it."""
        return self.period_key.startswith(AFTER_EVENT)

    @property
    def is_about_a_term(self) -> bool:
        """Whether an election fulfils it."""
        return self.has(ActKind.VOTE)

    @property
    def missing_acts(self) -> tuple[Act, ...]:
        """What would take it forward."""
        return find_missing(self.acts, self.needs, self.progress)

    def has(self, kind: ActKind) -> bool:
        """Whether an act of this kind counts for it."""
        return any(act.kind is kind for act in self.acts)

    def find_act(self, kind: ActKind, code: str | None = None) -> Act | None:
        """The act of this kind, the one with this code where a code is given."""
        return next(
            (act for act in self.acts if act.kind is kind and code in (None, act.code)), None
        )

    def counts(self, progress: Progress) -> int:
        """How often it is fulfilled with such progress."""
        return count_done(self.acts, self.needs, progress)

    def is_overdue(self, today: date) -> bool:
        """Open although its last day is over."""
        return self.state is ObligationState.OPEN and today > self.last_day


def may_act(actor: Actor, obligation: Obligation) -> bool:
    """What a unit owes its officers do; what a person owes he does, or an officer for him."""
    is_own = obligation.person_id is not None and obligation.person_id == actor.person_id
    return is_own or may_manage(actor, obligation.unit.path)


def is_own(actor: Actor, obligation: Obligation) -> bool:
    """Whether the actor is told of it as the one who owes it."""
    if obligation.person_id is not None:
        return obligation.person_id == actor.person_id
    return answers_for(actor, obligation.unit)


def may_rule(actor: Actor, obligation: Obligation) -> bool:
    """Officers above may grant more time: for a person his own unit's; nobody to himself."""
    unit = obligation.unit
    if not actor.is_linked or is_own(actor, obligation):
        return False
    if obligation.person_id is not None:
        return may_manage(actor, unit.path)
    return any(path != unit.path and is_within(unit.path, path) for path in officer_paths(actor))
