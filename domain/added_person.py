"""Somebody who is on the list of an activity because an officer has named him."""

from dataclasses import dataclass

from domain.activity import Activity
from domain.check_in import CAME, CheckInState


@dataclass(frozen=True, kw_only=True)
class AddedPerson:
    """He belongs to another unit, or looks on; `version` is that of his entry."""

    person_id: int
    name: str
    unit: str
    state: CheckInState
    version: int
    is_observer: bool = False

    @property
    def may_be_taken_off(self) -> bool:
        """Whoever has come has come."""
        return self.state not in CAME


@dataclass(frozen=True, kw_only=True)
class AddedPage:
    """A page of them; pages count from 1. The activity is on the local clock."""

    activity: Activity
    people: tuple[AddedPerson, ...]
    page: int = 1
    pages: int = 1


@dataclass(frozen=True, kw_only=True)
class TakingOff:
    """One of them is about to be taken off the list; `is_told` says whether he will hear of it."""

    activity: Activity
    person: AddedPerson
    is_told: bool
