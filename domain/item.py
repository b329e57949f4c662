"""One obligation in full: what it is, what comes next, and what the reader can do about it."""

from dataclasses import dataclass
from datetime import date

from domain.easing import Easing
from domain.election_rule import ElectionPlan
from domain.obligation import Obligation
from domain.outlook import Outlook
from domain.problem import Problem


@dataclass(frozen=True, kw_only=True)
class Item:
    """`is_own`: the reader owes it or answers for the unit; `may_rule`: he is the level above.

    `tomorrow` is the day to which the next telling can be put off, None when it cannot. `election`
    is the one that is set, where the obligation is about a term.
    """

    today: date
    obligation: Obligation
    easing: Easing
    outlook: Outlook
    is_own: bool = False
    may_answer: bool = False
    may_rule: bool = False
    may_tell: bool = False
    tomorrow: date | None = None
    problem: Problem | None = None
    election: ElectionPlan | None = None

    @property
    def is_in_hand(self) -> bool:
        """Whether the reader's own reminders are stilled for now."""
        until = self.easing.quiet_until
        return until is not None and until > self.today


@dataclass(frozen=True, kw_only=True)
class SilentPage:
    """The silent units of a duty that the reader was told of; pages count from 1.

    `may_rule`: all of them may be extended or excused by the reader.
    """

    duty_id: int
    today: date
    items: tuple[Obligation, ...]
    page: int
    pages: int
    total: int
    may_rule: bool = False
