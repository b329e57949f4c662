"""What is answered when a term ends: an election set or held, an extension, an office left."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from domain.election_rule import NO_RULE, ElectionRule
from domain.office import Role
from domain.term import Extension, Term, longest_extension

FURTHEST_AHEAD = timedelta(days=366)
# An extension may be longer than is usual; a year of the next century is a slip of the finger.
FURTHEST_EXTENSION = timedelta(days=366 * 10)
MOST_VOTERS = 100_000


class AnswerKind(StrEnum):
    """What somebody says about the end of a term."""

    PLANNED = "planned"
    HELD = "held"
    EXTENDED = "extended"
    VACATED = "vacated"


class AnswerStep(StrEnum):
    """What is asked next."""

    DAY = "day"
    YEARS = "years"
    TURNOUT = "turnout"
    APPROVAL = "approval"
    HOLDER = "holder"
    NO_QUORUM = "no_quorum"
    CONFIRM = "confirm"


class BadDay(StrEnum):
    """Why an answer cannot name that day."""

    FUTURE = "future"
    BEFORE_THE_TERM = "before_the_term"
    PAST = "past"
    TOO_FAR = "too_far"
    NO_LATER = "no_later"


@dataclass(frozen=True, kw_only=True)
class Holder:
    """Somebody who holds an office in the body."""

    office_id: int
    person_id: int
    name: str
    role: Role


@dataclass(frozen=True, kw_only=True)
class Turnout:
    """How many with a vote were due, and how many of them came."""

    due: int
    present: int


@dataclass(frozen=True, kw_only=True)
class TermAnswer:
    """An answer about to be kept. `term` is the one that runs, `rule` what its plan says."""

    draft_id: int
    version: int
    today: date
    term: Term
    kind: AnswerKind
    rule: ElectionRule = NO_RULE
    day: date | None = None
    months: int | None = None
    turnout: Turnout | None = None
    approved_by: str = ""
    approved_on: date | None = None
    holder: Holder | None = None
    holders: tuple[Holder, ...] = ()

    @property
    def step(self) -> AnswerStep:
        """The first thing that is not known yet."""
        if self.kind is AnswerKind.VACATED:
            return AnswerStep.CONFIRM if self.holder else AnswerStep.HOLDER
        if self.day is None:
            return AnswerStep.DAY
        match self.kind:
            case AnswerKind.EXTENDED:
                is_approved = self.approved_by and self.approved_on
                return AnswerStep.CONFIRM if is_approved else AnswerStep.APPROVAL
            case AnswerKind.HELD:
                return self._step_of_election()
            case AnswerKind.PLANNED:
                return AnswerStep.CONFIRM

    def _step_of_election(self) -> AnswerStep:
        if self.rule.quorum is not None:
            if self.turnout is None:
                return AnswerStep.TURNOUT
            if not self.is_quorate:
                return AnswerStep.NO_QUORUM
        return AnswerStep.YEARS if self.months is None else AnswerStep.CONFIRM

    @property
    def is_quorate(self) -> bool:
        """Whether so many came that the election is valid."""
        quorum, turnout = self.rule.quorum, self.turnout
        if quorum is None or turnout is None:
            return True
        return quorum.is_met(due=turnout.due, present=turnout.present)

    @property
    def next_term(self) -> Term:
        """The term that the election begins."""
        return Term(unit=self.term.unit, began_on=self.day, months=self.months)

    @property
    def extension(self) -> Extension | None:
        """The extension that is said."""
        if self.kind is not AnswerKind.EXTENDED or self.day is None:
            return None
        return Extension(until=self.day, approved_by=self.approved_by, approved_on=self.approved_on)

    @property
    def is_long(self) -> bool:
        """Whether the extension is longer than is usual: it is warned of, not refused."""
        ends_on, extension = self.term.ends_on, self.extension
        if ends_on is None or extension is None:
            return False
        return extension.until > longest_extension(ends_on)

    @property
    def is_after_the_end(self) -> bool:
        """Whether the election is set for a day on which the term is over."""
        due_on = self.term.due_on
        if self.kind is not AnswerKind.PLANNED or self.day is None or due_on is None:
            return False
        return self.day > due_on


@dataclass(frozen=True, kw_only=True)
class KeptAnswer:
    """An answer as it is kept; `stamp` is what a button names it by."""

    id: int
    kind: AnswerKind
    term_key: str
    unit_id: int
    day: date
    approved_by: str = ""
    approved_on: date | None = None
    office_id: int | None = None
    given_at: datetime


def refuse_day(kind: AnswerKind, day: date, *, today: date, term: Term) -> BadDay | None:
    """Why an answer of this kind cannot name that day; None when it can."""
    match kind:
        case AnswerKind.HELD:
            return refuse_election(day, today=today, began_on=term.began_on)
        case AnswerKind.PLANNED:
            if day < today:
                return BadDay.PAST
            return BadDay.TOO_FAR if day - today > FURTHEST_AHEAD else None
        case AnswerKind.EXTENDED:
            due_on = term.due_on
            if due_on is not None and day <= due_on:
                return BadDay.NO_LATER
            if day < today:
                return BadDay.PAST
            return BadDay.TOO_FAR if day - today > FURTHEST_EXTENSION else None
        case AnswerKind.VACATED:
            return None


def refuse_election(held_on: date, *, today: date, began_on: date | None) -> BadDay | None:
    """An election lies between the one before and today; None when the day is possible."""
    if held_on > today:
        return BadDay.FUTURE
    if began_on is not None and held_on <= began_on:
        return BadDay.BEFORE_THE_TERM
    return None


def turnout_of(due: int, present: int) -> Turnout | None:
    """Numbers that can be: nobody more than were due, and somebody."""
    if not 0 < due <= MOST_VOTERS or not 0 <= present <= due:
        return None
    return Turnout(due=due, present=present)
