"""Who of a unit can be written to, and who cannot."""

from dataclasses import dataclass
from enum import StrEnum


class Standing(StrEnum):
    """What our way to a person is like. `CUT_OFF` covers deleted accounts too."""

    LINKED = "linked"
    BLOCKED = "blocked"
    CUT_OFF = "cut_off"
    NEVER_STARTED = "never_started"


def standing_of(*, has_account: bool, lost: str | None) -> Standing:
    """What the account says; Telegram's reasons are more than people need."""
    if not has_account or lost == "never_started":
        return Standing.NEVER_STARTED
    if lost is None:
        return Standing.LINKED
    return Standing.BLOCKED if lost in ("blocked", "kicked") else Standing.CUT_OFF


@dataclass(frozen=True, kw_only=True)
class ReachCount:
    """How many people are reached how."""

    linked: int = 0
    blocked: int = 0
    cut_off: int = 0
    never_started: int = 0

    @property
    def total(self) -> int:
        return self.linked + self.blocked + self.cut_off + self.never_started

    def plus(self, other: "ReachCount") -> "ReachCount":
        """Both together."""
        return ReachCount(
            linked=self.linked + other.linked,
            blocked=self.blocked + other.blocked,
            cut_off=self.cut_off + other.cut_off,
            never_started=self.never_started + other.never_started,
        )


@dataclass(frozen=True, kw_only=True)
class PersonEntry:
    """Somebody who may need a personal link; `may_invite` when the reader can make it."""

    id: int
    name: str
    standing: Standing
    may_invite: bool = True


@dataclass(frozen=True, kw_only=True)
class UnitEntry:
    """A unit of the level below with everybody in it."""

    id: int
    name: str
    count: ReachCount


@dataclass(frozen=True, kw_only=True)
class ReachPage:
    """One page of a unit, or of what a search found (then `unit_id` is None)."""

    unit_id: int | None
    unit_name: str
    count: ReachCount
    entries: tuple[PersonEntry | UnitEntry, ...]
    page: int = 1
    pages: int = 1
    above_id: int | None = None
