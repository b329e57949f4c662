"""A unit says that it has a problem; the level above is told once."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from domain.obligation import Obligation

MOST_WORDS = 300


class ProblemReason(StrEnum):
    """What the difficulty is; the words for `other` are the unit's own."""

    TIME = "time"
    PEOPLE = "people"
    MATERIAL = "material"
    OTHER = "other"


@dataclass(frozen=True, kw_only=True)
class Problem:
    """`by` and `seen_by` are names; instants are local where people read them."""

    id: int
    obligation_id: int
    last_day: date
    by: str
    reason: ProblemReason
    words: str = ""
    told_at: datetime
    seen_by: str = ""


@dataclass(frozen=True, kw_only=True)
class ProblemCard:
    """What the officer above is shown, in private. `may_rule`: more time or an excuse are his."""

    today: date
    problem: Problem
    obligation: Obligation
    may_rule: bool = False
