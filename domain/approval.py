"""What reaches many people takes two administrators: one asks, another one confirms."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Any

from domain.bilingual import Bilingual
from domain.calendar_words import Statement
from domain.configuration import ConfigurationDifference, Reach
from domain.holiday_file import FileDifference
from domain.roster_summary import RosterSummary

EXPIRES_AFTER = timedelta(days=3)


class ApprovalKind(StrEnum):
    """What is to be done; each kind has its own way to be applied."""

    CONFIGURATION = "configuration"
    ROSTER = "roster"
    CONNECTING = "connecting"
    CUTTING = "cutting"
    CALENDAR = "calendar"


class ApprovalState(StrEnum):
    """How it stands. *Outdated*: what was shown is no longer what would happen."""

    WAITING = "waiting"
    CONFIRMED = "confirmed"
    DISCARDED = "discarded"
    EXPIRED = "expired"
    OUTDATED = "outdated"


@dataclass(frozen=True, kw_only=True)
class Approval:
    """A change that waits for a second administrator; `facts` are what its kind needs."""

    id: int
    kind: ApprovalKind
    facts: dict[str, Any]
    asked_by: int
    asked_at: datetime
    expires_at: datetime
    state: ApprovalState = ApprovalState.WAITING
    version: int = 1
    decided_by: int | None = None
    decided_at: datetime | None = None


@dataclass(frozen=True, kw_only=True)
class ConfigurationChange:
    """A difference that would be applied, and whether what is open follows it."""

    difference: ConfigurationDifference
    reach: Reach
    open_items: int = 0
    includes_open: bool = False


@dataclass(frozen=True, kw_only=True)
class RosterChange:
    """A roster that would be taken in, in figures."""

    summary: RosterSummary


@dataclass(frozen=True, kw_only=True)
class AccountChange:
    """An administrator would act from another account, or from none any more (`is_cut`)."""

    name: str
    account_name: str = ""
    is_cut: bool = False


@dataclass(frozen=True, kw_only=True)
class CalendarRequest:
    """Days of everybody in a country, or of a `unit` and everything below it, would change.

    By words, or by the file of a `year` with what it would turn round.
    """

    country: str
    today: date
    unit: str = ""
    statements: tuple[Statement, ...] = ()
    year: int = 0
    file: FileDifference | None = None


Change = ConfigurationChange | RosterChange | AccountChange | CalendarRequest


@dataclass(frozen=True, kw_only=True)
class About:
    """What a change is about in a few names, known when everything else of it is forgotten.

    `more` are those that are not named.
    """

    names: tuple[Bilingual, ...] = ()
    more: int = 0


NOTHING_SAID = About()
_NAMES_KEPT = 3


def about(names: Sequence[Bilingual], *, more: int = 0) -> About:
    """The first few of the names."""
    unlike = tuple(dict.fromkeys(names))
    kept = unlike[:_NAMES_KEPT]
    return About(names=kept, more=more + len(unlike) - len(kept))


@dataclass(frozen=True, kw_only=True)
class ApprovalCard:
    """What an administrator sees of it. Without a change, only how it ended is told.

    `is_ending` is a message of its own, to those who were not there when it was decided. Whoever
    asked sees the names of the `others` who may confirm.
    """

    approval_id: int
    state: ApprovalState
    asker: str
    kind: ApprovalKind = ApprovalKind.CONFIGURATION
    about: About = NOTHING_SAID
    decider: str = ""
    change: Change | None = None
    others: tuple[str, ...] = ()
    is_ending: bool = False
    is_for_asker: bool = False
    is_for_subject: bool = False


def needs_second(people: int, *, limit: int, others: int) -> bool:
    """Whether so many people are reached that one administrator alone does not do it.

    Where there is no other one, nobody could confirm: then one is enough.
    """
    return people > limit and others > 0


def lacks_second(people: int, *, limit: int, others: int) -> bool:
    """Whether a second one would be asked, if there were one."""
    return people > limit and not others


def is_over(approval: Approval, now: datetime) -> bool:
    """Whether nothing can be decided any more."""
    return approval.state is not ApprovalState.WAITING or now >= approval.expires_at


@dataclass(frozen=True, kw_only=True)
class WaitingForSecond:
    """The change was put before the other administrators, by name; nothing has changed yet.

    `is_about_rule`: it would change who decides here, however few people it reaches.
    """

    approval_id: int
    others: tuple[str, ...] = ()
    is_about_rule: bool = False
