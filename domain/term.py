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
# Opinion on the terms of local bodies (2018), item 2: usually at most a year longer. The same year
# without an election is what a superior's audit looks for.
LONGEST_EXTENSION_MONTHS = 12
UNDO_FOR = timedelta(minutes=10)
MOST_YEARS = 10
NINE_DIGITS = 10**9
_YEARS = re.compile(r"(?P<number>\d{1,2}|[一二两三四五六七八九十]) ?(?:年|years?)?", re.ASCII)
_CHINESE = {word: number for number, word in enumerate("一二三四五六七八九十", start=1)} | {"两": 2}


class TermState(StrEnum):
    """How a term stands on a day."""

    RUNNING = "running"
    ENDING = "ending"
    EXTENDED = "extended"
    EXPIRED = "expired"
    OVERDUE = "overdue"
    UNKNOWN = "unknown"


# The body sits on although its time is over: who holds an office in it is acting.
ACTING_STATES = (TermState.EXPIRED, TermState.OVERDUE)


@dataclass(frozen=True, kw_only=True)
class Extension:
    """The superior has approved, on a day, that the body sits until a later one."""

    until: date
    approved_by: str
    approved_on: date | None = None


@dataclass(frozen=True, kw_only=True)
class Term:
    """The running term of a unit's body. `months` is its length, None when nobody has said it.

    `election_on` is the day that is set for the next election, as far as one is.
    """

    unit: Unit
    began_on: date | None = None
    months: int | None = None
    extension: Extension | None = None
    election_on: date | None = None

    @property
    def key(self) -> str:
        """What tells this term of the unit from those before and after it."""
        return self.began_on.isoformat() if self.began_on else "-"

    @property
    def ends_on(self) -> date | None:
        """The day it ends; None while beginning or length are unknown.

        The same day of the month as the beginning; where the month is too short its last day. A
        term of three years from 29 February ends on 28 February, one of four on the 29th. Source:
        Civil Code, articles 201 and 202, on periods counted in years and months.
        """
        if self.began_on is None or self.months is None:
            return None
        return add_months(self.began_on, self.months)

    @property
    def due_on(self) -> date | None:
        """The last day for an election: the end, or the one until which it was extended."""
        return self.extension.until if self.extension else self.ends_on

    def state(self, today: date) -> TermState:
        """A comparison of dates, nothing else.

        Overdue is what an audit objects to: more than a year past the term's own end, however
        that was approved, or past the end of an extension.
        """
        ends_on = self.ends_on
        if ends_on is None:
            return TermState.UNKNOWN
        if today > longest_extension(ends_on):
            return TermState.OVERDUE
        if self.extension is not None:
            is_over = today > self.extension.until
            return TermState.OVERDUE if is_over else TermState.EXTENDED
        if today > ends_on:
            return TermState.EXPIRED
        if today >= add_months(ends_on, -WARNED_MONTHS):
            return TermState.ENDING
        return TermState.RUNNING


def longest_extension(ends_on: date) -> date:
    """The last day of the usual extension. A later one is worth a warning, not a ban."""
    return add_months(ends_on, LONGEST_EXTENSION_MONTHS)


@dataclass(frozen=True, kw_only=True)
class RecordedTerm:
    """A line of the history of terms: the running one or one before.

    `present` of `due` with a vote were at the election that began it, where they were counted.
    """

    id: int
    began_on: date
    ends_on: date
    months: int
    recorded_at: datetime
    recorded_by: int | None = None
    due: int | None = None
    present: int | None = None

    @property
    def stamp(self) -> int:
        """What a button names the record by; ids may be used again, instants are not.

        Buttons carry nine digits: the same ones come again after thirty years.
        """
        return int(self.recorded_at.timestamp()) % NINE_DIGITS


def order_terms(terms: list[Term]) -> list[Term]:
    """The earliest end first; those of which nothing is known last."""
    return sorted(terms, key=lambda term: (term.due_on or date.max, term.unit.path))


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
