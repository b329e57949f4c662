"""Leave: who may ask for it, until when, and whether an officer must grant it."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from domain.activity import Activity, ActivityState
from domain.check_in import CheckIn, CheckInState, Leave, Reason
from domain.place import Place
from domain.presence_rules import LeaveApproval, PresenceRules

# Who is expected or was absent may still be excused.
EXCUSABLE = (CheckInState.EXPECTED, CheckInState.ABSENT)


class LeaveWay(StrEnum):
    """What becomes of a leave that is asked for now."""

    COUNTS = "counts"  # It is taken as it is said.
    ASKED = "asked"  # An officer decides.


def decide_leave(
    activity: Activity, rules: PresenceRules, *, at: datetime, place: Place
) -> LeaveWay | None:
    """None: it is too late, or nobody needs one any more.

    Beforehand means until the check-in closes. A sudden leave may be written down within a week
    (a rule of branches), counted in local days from the day of the activity.
    """
    if activity.state is ActivityState.CANCELLED:
        return None
    is_beforehand = activity.is_planned and at <= activity.closes_at
    last_day = place.today(activity.starts_at) + timedelta(days=rules.leave_days_after)
    if not is_beforehand and (rules.leave_days_after == 0 or place.today(at) > last_day):
        return None
    match rules.leave_approval:
        case LeaveApproval.NEVER:
            return LeaveWay.COUNTS
        case LeaveApproval.AFTERWARDS:
            return LeaveWay.COUNTS if is_beforehand else LeaveWay.ASKED
        case LeaveApproval.ALWAYS:
            return LeaveWay.ASKED


def may_ask(
    activity: Activity, check_in: CheckIn, rules: PresenceRules, *, at: datetime, place: Place
) -> bool:
    """Whether the person may ask for leave now. What was declined is not asked for again."""
    is_free = check_in.state in EXCUSABLE and check_in.leave is None
    return is_free and decide_leave(activity, rules, at=at, place=place) is not None


@dataclass(frozen=True, kw_only=True)
class LeaveCard:
    """What an officer decides, in private; times are local. The reason fades.

    `has_ended`: it is not the reader's any more.
    """

    activity: Activity
    person_id: int
    person: str
    leave: Leave | None
    reason: Reason | None
    is_afterwards: bool
    may_decide: bool
    has_ended: bool = False
