"""A body's term: when it began, how long it lasts, and the election that begins the next one."""

import re
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from unicodedata import normalize

from domain.month_arithmetic import add_months
from domain.obligation import Obligation, ObligationState
from domain.unit import Unit

# Branch regulations, article 22: the superior reminds a branch six months before its term ends.
WARNED_MONTHS = 6
UNDO_FOR = timedelta(minutes=10)
MOST_YEARS = 10
_YEARS = re.compile(r"(?P<number>\d{1,2}|[一二两三四五六七八九十]) ?(?:年|years?)?", re.ASCII)
_CHINESE = {word: number for number, word in enumerate("一二三四五六七八九十", start=1)} | {"两": 2}


class TermState(StrEnum):
    """How a term stands on a day."""

    RUNNING = "running"
    ENDING = "ending"
    EXPIRED = "expired"
    UNKNOWN = "unknown"


@dataclass(frozen=True, kw_only=True)
class Term:
    """The running term of a unit's body. `months` is its length, None when nobody has said it."""

    unit: Unit
    began_on: date | None = None
    months: int | None = None

    @property
    def ends_on(self) -> date | None:
        """The day it ends; None while beginning or length are unknown."""
        if self.began_on is None or self.months is None:
            return None
        return add_months(self.began_on, self.months)

    def state(self, today: date) -> TermState:
        """A comparison of dates, nothing else."""
        ends_on = self.ends_on
        if ends_on is None:
            return TermState.UNKNOWN
        if today > ends_on:
            return TermState.EXPIRED
        if today >= add_months(ends_on, -WARNED_MONTHS):
            return TermState.ENDING
        return TermState.RUNNING


@dataclass(frozen=True, kw_only=True)
class RecordedTerm:
    """A line of the history of terms: the running one or one before."""

    id: int
    began_on: date
    ends_on: date
    months: int
    recorded_at: datetime
    recorded_by: int | None = None

    @property
    def stamp(self) -> int:
        """What a button names the record by; ids may be used again, instants are not."""
        return int(self.recorded_at.timestamp())


@dataclass(frozen=True, kw_only=True)
class TermPage:
    """One page of terms, the earliest end first; pages count from 1."""

    today: date
    terms: tuple[Term, ...]
    page: int
    pages: int
    total: int


@dataclass(frozen=True, kw_only=True)
class TermSheet:
    """One body: its term, those before, and the stamp of a record that may be taken back still."""

    today: date
    term: Term
    past: tuple[RecordedTerm, ...] = ()
    undo_stamp: int | None = None


class ElectionStep(StrEnum):
    """What is asked next."""

    DAY = "day"
    YEARS = "years"
    CONFIRM = "confirm"


@dataclass(frozen=True, kw_only=True)
class Election:
    """An election about to be recorded. `term` is the one that runs."""

    draft_id: int
    version: int
    today: date
    term: Term
    held_on: date | None = None
    months: int | None = None

    @property
    def step(self) -> ElectionStep:
        """The first thing that is not known yet."""
        if self.held_on is None:
            return ElectionStep.DAY
        return ElectionStep.YEARS if self.months is None else ElectionStep.CONFIRM

    @property
    def next_term(self) -> Term:
        """The term that the election begins."""
        return Term(unit=self.term.unit, began_on=self.held_on, months=self.months)


class BadDay(StrEnum):
    """Why no election can be recorded for a day."""

    FUTURE = "future"
    BEFORE_THE_TERM = "before_the_term"


def refuse_day(held_on: date, *, today: date, began_on: date | None) -> BadDay | None:
    """An election lies between the one before and today; None when the day is possible."""
    if held_on > today:
        return BadDay.FUTURE
    if began_on is not None and held_on <= began_on:
        return BadDay.BEFORE_THE_TERM
    return None


def order_terms(terms: list[Term]) -> list[Term]:
    """The earliest end first; those of which nothing is known last."""
    return sorted(terms, key=lambda term: (term.ends_on or date.max, term.unit.path))


def state_after_election(obligation: Obligation, next_key: str) -> ObligationState:
    """What an election makes of an obligation about a term: all but the next one are fulfilled."""
    if obligation.period_key == next_key:
        is_set_aside = obligation.state is ObligationState.EXCUSED
        return ObligationState.OPEN if is_set_aside else obligation.state
    is_open = obligation.state is ObligationState.OPEN
    return ObligationState.DONE if is_open else obligation.state


def state_without_election(
    obligation: Obligation, record: RecordedTerm, key: str
) -> ObligationState:
    """What taking an election back makes of it: what it fulfilled is owed again."""
    if obligation.period_key == key and obligation.state is ObligationState.OPEN:
        return ObligationState.EXCUSED
    was_fulfilled = obligation.settled_at == record.recorded_at
    if obligation.state is ObligationState.DONE and was_fulfilled:
        return ObligationState.OPEN
    return obligation.state


def read_years(words: str) -> int | None:
    """A number of years from one to ten: 3, 3年, 三年, 3 years."""
    found = _YEARS.fullmatch(" ".join(normalize("NFKC", words).lower().split()))
    if found is None:
        return None
    number = found["number"]
    years = _CHINESE[number] if number in _CHINESE else int(number)
    return years if 1 <= years <= MOST_YEARS else None
