"""What an officer says about somebody's presence, instead of what is written down, and why."""

from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from domain.activity import Activity, ActivityState
from domain.check_in import CAME, CheckIn, CheckInState, Way


class Standing(StrEnum):
    """How somebody can be said to stand; who left early was there."""

    PRESENT = "present"
    LATE = "late"
    LEFT = "left"
    EXCUSED = "excused"
    ABSENT = "absent"
    EXPECTED = "expected"
    MADE_UP = "made_up"


class Why(StrEnum):
    """Why it is corrected; it is kept in the history."""

    FORGOT = "forgot"  # To check in.
    NO_PHONE = "no_phone"
    TOLD = "told"  # Orally, beforehand.
    MISTAKE = "mistake"
    OTHER = "other"


_STATES = {
    Standing.PRESENT: CheckInState.PRESENT,
    Standing.LATE: CheckInState.LATE,
    Standing.EXCUSED: CheckInState.EXCUSED,
    Standing.ABSENT: CheckInState.ABSENT,
    Standing.EXPECTED: CheckInState.EXPECTED,
    Standing.MADE_UP: CheckInState.MADE_UP,
}
_BEFORE = (Standing.EXCUSED, Standing.EXPECTED)
_WHILE_PLANNED = (*_BEFORE, Standing.PRESENT, Standing.LATE, Standing.LEFT)
_ONCE_HELD = (
    Standing.PRESENT,
    Standing.LATE,
    Standing.LEFT,
    Standing.EXCUSED,
    Standing.ABSENT,
    Standing.MADE_UP,
)


def standing_of(check_in: CheckIn) -> Standing:
    """How somebody stands as it is written down."""
    if check_in.left_at is not None and check_in.state in CAME:
        return Standing.LEFT
    return next(one for one, state in _STATES.items() if state is check_in.state)


def choices(activity: Activity, check_in: CheckIn, *, at: datetime) -> tuple[Standing, ...]:
    """What may be said at an instant; nobody has come before the window opens."""
    match activity.state:
        case ActivityState.CANCELLED:
            possible: tuple[Standing, ...] = ()
        case ActivityState.HELD:
            possible = _ONCE_HELD
        case ActivityState.PLANNED:
            possible = _WHILE_PLANNED if at >= activity.opens_at else _BEFORE
    return tuple(one for one in possible if one is not standing_of(check_in))


def corrected(
    activity: Activity, check_in: CheckIn, standing: Standing, *, at: datetime
) -> CheckIn:
    """The presence as it is said to be; the instant at which somebody came is kept."""
    if standing is Standing.EXPECTED:
        return CheckIn(
            activity_id=check_in.activity_id,
            person_id=check_in.person_id,
            version=check_in.version,
        )
    came = check_in.recorded_at if check_in.state in CAME else None
    if standing is Standing.LEFT:
        state = check_in.state if check_in.state in CAME else CheckInState.PRESENT
        left_at = min(at, activity.ends_at)
    else:
        state, left_at = _STATES[standing], None
    is_there = state in CAME
    recorded_at = (came or min(at, activity.closes_at)) if is_there else at
    return replace(
        check_in,
        state=state,
        recorded_at=recorded_at,
        way=Way.OFFICER,
        reason=None,
        leave=None,
        left_at=left_at,
    )


@dataclass(frozen=True, kw_only=True)
class Correction:
    """What an officer says at an instant; `version` is that of the entry that he was shown."""

    person_id: int
    to: Standing
    why: Why
    version: int
    at: datetime


@dataclass(frozen=True, kw_only=True)
class CorrectionCard:
    """One person at one activity, and what may be said instead; `at` is local.

    `to` is what was chosen and still wants its reason; `is_saved`: it was just written down.
    """

    activity: Activity
    person_id: int
    person: str
    check_in: CheckIn
    recorded_at: datetime | None
    choices: tuple[Standing, ...]
    page: int = 1
    to: Standing | None = None
    is_saved: bool = False
