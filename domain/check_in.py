"""One person's presence at one activity, and when a press counts as what."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from domain.activity import UNDO_WITHIN, Activity
from domain.bilingual import Bilingual
from domain.obligation import Obligation
from domain.place import Place
from domain.quorum import Quorum


class CheckInState(StrEnum):
    """Expected until something is recorded; absent is said when the activity is held."""

    EXPECTED = "expected"
    PRESENT = "present"
    LATE = "late"
    EXCUSED = "excused"
    ABSENT = "absent"
    MADE_UP = "made_up"


# What a check-in, an excuse or an officer's mark may still replace.
UNANSWERED = (CheckInState.EXPECTED, CheckInState.EXCUSED)
# Who was at the activity itself, and at an hour of it.
CAME_IN = (CheckInState.PRESENT, CheckInState.LATE)
CAME = (CheckInState.PRESENT, CheckInState.LATE, CheckInState.MADE_UP)
# What an officer's button says about somebody: here, or not after all.
HERE = "here"
NOT_HERE = "not"


class Way(StrEnum):
    """By which way it was recorded: the first three by the person, the last by somebody else."""

    SELF = "self"
    CODE = "code"
    WALL = "wall"
    OFFICER = "officer"


class Reason(StrEnum):
    """Why somebody cannot come; only the officer in charge sees it."""

    ILL = "ill"
    DUTY = "duty"
    TRAVEL = "travel"
    PERSONAL = "personal"
    OTHER = "other"


class Leave(StrEnum):
    """How far a leave came that was asked for; who is on leave without one said so himself."""

    ASKED = "asked"
    GRANTED = "granted"
    DECLINED = "declined"


@dataclass(frozen=True, kw_only=True)
class CheckIn:
    """`recorded_at` is the instant that counts, not the one at which it was written.

    Observers are invited and may check in; they count nowhere.
    `left_at` is when somebody left before the end, `stayed_at` when a code was used at the end.
    """

    activity_id: int
    person_id: int
    state: CheckInState = CheckInState.EXPECTED
    recorded_at: datetime | None = None
    way: Way | None = None
    reason: Reason | None = None
    version: int = 1
    is_observer: bool = False
    leave: Leave | None = None
    left_at: datetime | None = None
    stayed_at: datetime | None = None

    def may_be_undone(self, at: datetime) -> bool:
        """Members take back what they did themselves, for ten minutes."""
        return (
            self.way in (Way.SELF, Way.CODE, Way.WALL)
            and self.recorded_at is not None
            and at - self.recorded_at <= UNDO_WITHIN
        )


def decide_presence(activity: Activity, *, at: datetime) -> CheckInState | None:
    """What a check-in at that instant is: present, late, or None before the window opens."""
    if at < activity.opens_at:
        return None
    return CheckInState.PRESENT if at <= activity.closes_at else CheckInState.LATE


def decide_proven(
    activity: Activity, *, instant: datetime, at: datetime
) -> tuple[CheckInState, datetime] | None:
    """What a code used at `at` is, and the instant that counts; None before the window opens.

    The first code of all may have begun a moment before the window did.
    """
    if at < activity.opens_at:
        return None
    counts_at = max(instant, activity.opens_at)
    state = decide_presence(activity, at=counts_at)
    return (state, counts_at) if state is not None else None


@dataclass(frozen=True, kw_only=True)
class Counts:
    """How many people stand how; `expected` have not answered."""

    expected: int = 0
    present: int = 0
    late: int = 0
    excused: int = 0
    absent: int = 0

    @property
    def total(self) -> int:
        """Everybody on the list."""
        return self.expected + self.present + self.late + self.excused + self.absent


@dataclass(frozen=True, kw_only=True)
class Attendance:
    """What the one person may see: the activity on the local clock and how he stands.

    `recorded_at` is local as well. `is_asked`: he may still check in, with a press or a code.
    `may_withdraw`: he has asked for leave, and nobody has decided. `is_off`: he was on the list.
    """

    activity: Activity
    check_in: CheckIn
    recorded_at: datetime | None = None
    may_undo: bool = False
    may_withdraw: bool = False
    may_check_in: bool = False
    is_asked: bool = False
    may_excuse: bool = False
    is_off: bool = False


def off_list(activity: Activity, person_id: int, place: Place) -> Attendance:
    """What somebody sees who is not on the list any more."""
    gone = CheckIn(activity_id=activity.id, person_id=person_id)
    return Attendance(activity=activity.on_local_clock(place), check_in=gone, is_off=True)


@dataclass(frozen=True, kw_only=True)
class InvitationCard:
    """An invitation, alone as a message."""

    attendance: Attendance


@dataclass(frozen=True, kw_only=True)
class MovedCard:
    """It takes place at another moment."""

    attendance: Attendance


@dataclass(frozen=True, kw_only=True)
class CheckInOpenCard:
    """The check-in has opened, or (not `is_open`) does so within the hour."""

    attendance: Attendance
    is_open: bool = True


@dataclass(frozen=True, kw_only=True)
class CheckedInCard:
    """The answer to a code: how the person stands."""

    attendance: Attendance


@dataclass(frozen=True, kw_only=True)
class LiveCountCard:
    """How many have come at `at`; times are local. `has_ended`: it is not the reader's any more."""

    activity: Activity
    counts: Counts
    at: datetime
    quorum: Quorum | None = None
    has_ended: bool = False


@dataclass(frozen=True, kw_only=True)
class CutOffCard:
    """The bot was down when a check-in was to close; who may have been cut off. Times are local."""

    activity: Activity
    missing: tuple[str, ...]
    count: int
    has_ended: bool = False


@dataclass(frozen=True, kw_only=True)
class ActivityStatus:
    """What the officer in charge sees. It counts for `obligation`, and for the duties `also`.

    `has_added`: somebody is on the list who was named by himself.
    """

    activity: Activity
    counts: Counts
    obligation: Obligation | None = None
    quorum: Quorum | None = None
    also: tuple[Bilingual, ...] = ()
    has_begun: bool = False
    may_reopen: bool = False
    has_added: bool = False


@dataclass(frozen=True, kw_only=True)
class Attendee:
    """One line of a list of names. `is_listed` is False for who joined the unit later."""

    person_id: int
    name: str
    state: CheckInState = CheckInState.EXPECTED
    reason: Reason | None = None
    way: Way | None = None
    has_phone: bool = True
    is_listed: bool = True
    leave: Leave | None = None
    left_at: datetime | None = None


@dataclass(frozen=True, kw_only=True)
class AttendeePage:
    """One page of names; pages count from 1."""

    activity: Activity
    people: tuple[Attendee, ...]
    page: int
    pages: int
    total: int
