"""Somebody who proved to be at an activity without being expected there."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from domain.activity import Activity
from domain.check_in import Attendance


class GuestState(StrEnum):
    """Asked until an officer in charge decides; nobody is counted by himself."""

    ASKED = "asked"
    ADDED = "added"
    DECLINED = "declined"


@dataclass(frozen=True, kw_only=True)
class Guest:
    """`came_at` is the instant that would count."""

    id: int
    activity_id: int
    person_id: int
    name: str
    unit_name: str
    came_at: datetime
    state: GuestState = GuestState.ASKED


@dataclass(frozen=True, kw_only=True)
class GuestCard:
    """What the officer in charge is asked, in private; times are local.

    `may_decide` is False once it is decided, or the activity is called off. `has_ended`: it is not
    the reader's any more.
    """

    guest: Guest
    activity: Activity
    came_at: datetime
    may_decide: bool
    has_ended: bool = False


@dataclass(frozen=True, kw_only=True)
class GuestAnswerCard:
    """What the guest hears. Without `attendance` he was not added."""

    activity: Activity
    attendance: Attendance | None = None
