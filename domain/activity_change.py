"""An activity as it is and as it is to be, before the change is confirmed."""

from dataclasses import dataclass, replace
from datetime import datetime, time

from domain.activity import Activity, ActivityState
from domain.activity_plan import ActivityPlan
from domain.activity_words import Faulty
from domain.check_in import Attendance
from domain.circle import Circle
from domain.place import Place


@dataclass(frozen=True, kw_only=True)
class ChangePreview:
    """Both are on the local clock. `told` is how many will hear of another time or place.

    `may_follow`: it is one of a series, and those after it can be changed alike.
    """

    draft_id: int
    version: int
    before: Activity
    after: Activity
    also: tuple[str, ...] = ()
    observers: tuple[str, ...] = ()
    faults: tuple[Faulty, ...] = ()
    told: int = 0
    may_follow: bool = False

    @property
    def is_empty(self) -> bool:
        """Whether nothing would change."""
        return self.before == self.after and not self.also and not self.observers


@dataclass(frozen=True, kw_only=True)
class ActivityChangedCard:
    """Time or place are others than they were; both times are local."""

    attendance: Attendance
    was_at: datetime
    was_in: str


def changed(activity: Activity, change: ActivityPlan) -> Activity:
    """The activity after a change; what the change does not name stays."""
    after = replace(
        activity,
        title=change.title or activity.title,
        place=activity.place if change.place is None else change.place,
        details=activity.details.changed_by(change.details),
        circle=_circle(activity, change),
    )
    if change.starts_at is None:
        return after
    later = change.starts_at - activity.starts_at
    return replace(
        after,
        starts_at=change.starts_at,
        opens_at=activity.opens_at + later,
        closes_at=activity.closes_at + later,
    )


def _circle(activity: Activity, change: ActivityPlan) -> Circle:
    """Once people are invited, they are added and taken off one by one."""
    if change.circle is None or not may_choose_people(activity):
        return activity.circle
    return change.circle


def may_choose_people(activity: Activity) -> bool:
    """Whether it may still become one for others: nobody is invited yet."""
    return activity.is_planned and activity.invite_from is not None


def concerns_everybody(before: Activity, after: Activity) -> bool:
    """Whether people must hear of it who do not look at their cards."""
    return (before.starts_at, before.place) != (after.starts_at, after.place)


def may_change(activity: Activity) -> bool:
    """What was held keeps its day and its list, but may be described better."""
    return activity.state is not ActivityState.CANCELLED


def change_of_hour(change: ActivityPlan, activity: Activity, place: Place) -> time | None:
    """The new hour, where nothing else of the time changes; None for any other change of time."""
    if change.starts_at is None:
        return None
    before, after = place.local(activity.starts_at), place.local(change.starts_at)
    return after.time() if before.date() == after.date() else None


def may_follow(change: ActivityPlan, activity: Activity, place: Place) -> bool:
    """Whether those that follow in a series can be changed alike: on their own days."""
    is_series = activity.series_id is not None and activity.is_planned
    is_same_day = change.starts_at is None or change_of_hour(change, activity, place) is not None
    return is_series and is_same_day
