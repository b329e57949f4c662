"""Somebody is away and another person stands in: from which day to which, and who agreed."""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from domain.office import HeldOffice

LONGEST = timedelta(days=183)
ASKED_AHEAD = timedelta(days=366)


class AwayState(StrEnum):
    """Asked, agreed to, in force, refused, over."""

    ASKED = "asked"
    CONFIRMED = "confirmed"
    RUNNING = "running"
    DECLINED = "declined"
    ENDED = "ended"


OPEN_STATES = (AwayState.ASKED, AwayState.CONFIRMED, AwayState.RUNNING)


class AwayEvent(StrEnum):
    """What one of the two is told."""

    ASKED = "asked"
    CONFIRMED = "confirmed"
    DECLINED = "declined"
    UNANSWERED = "unanswered"
    ENDED_EARLY = "ended_early"
    HANDED_BACK = "handed_back"
    LOST = "lost"


class AwayRefusal(StrEnum):
    """Why it cannot be arranged so."""

    NO_OFFICE = "no_office"
    SELF = "self"
    PAST = "past"
    TOO_LONG = "too_long"
    OVERLAP = "overlap"
    STANDS_IN = "stands_in"
    DEPUTY_AWAY = "deputy_away"
    UNREACHABLE = "unreachable"


@dataclass(frozen=True, kw_only=True)
class Away:
    """`person` is away, `deputy` stands in, both by name; the last day is included."""

    id: int
    person_id: int
    person: str
    deputy_id: int
    deputy: str
    first_day: date
    last_day: date
    state: AwayState
    version: int = 1
    is_deputy_reachable: bool = True

    @property
    def is_open(self) -> bool:
        """Whether it is still to come, or in force."""
        return self.state in OPEN_STATES

    def overlaps(self, first_day: date, last_day: date) -> bool:
        """Whether the two stretches share a day."""
        return self.first_day <= last_day and first_day <= self.last_day


@dataclass(frozen=True, kw_only=True)
class Candidate:
    """Somebody who could stand in."""

    person_id: int
    name: str
    # Empty for somebody far away who was named.
    unit_name: str


@dataclass(frozen=True, kw_only=True)
class AwayPlan:
    """The dialogue so far. What is missing is asked for: the days, then the deputy."""

    draft_id: int
    version: int
    today: date
    first_day: date | None = None
    last_day: date | None = None
    deputy: Candidate | None = None
    candidates: tuple[Candidate, ...] = ()
    offices: tuple[HeldOffice, ...] = ()


@dataclass(frozen=True, kw_only=True)
class AwayList:
    """What is arranged: the reader's own absences, and those for which he stands in."""

    today: date
    own: tuple[Away, ...] = ()
    for_others: tuple[Away, ...] = ()


@dataclass(frozen=True, kw_only=True)
class AwayCard:
    """What one of the two is told; `may_answer` while the deputy's answer is awaited."""

    today: date
    event: AwayEvent
    away: Away
    is_deputy: bool
    may_answer: bool = False


def decide_turn(away: Away, today: date) -> AwayState | None:
    """What the calendar makes of it today; None when it stays as it is."""
    if not away.is_open:
        return None
    if today > away.last_day or (
        away.state is not AwayState.ASKED and not away.is_deputy_reachable
    ):
        return AwayState.ENDED
    if away.state is AwayState.CONFIRMED and today >= away.first_day:
        return AwayState.RUNNING
    return None


def refuse_days(first_day: date, last_day: date, *, today: date) -> AwayRefusal | None:
    """Days that lie in the future and are not too many; None when they are possible."""
    if last_day < first_day or last_day < today:
        return AwayRefusal.PAST
    if last_day - first_day > LONGEST or first_day - today > ASKED_AHEAD:
        return AwayRefusal.TOO_LONG
    return None
