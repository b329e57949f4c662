"""Let an activity count for more duties than the one that it was planned for."""

from dataclasses import dataclass
from datetime import datetime

from sqlmodel import Session

from actions.activities import NotYours, find_managed, find_to_change, status_of
from actions.activity_previews import find_owed_in
from actions.quieting import ACTIVITY
from actions.running import reads
from domain.activity import Activity
from domain.activity_plan import OwedDuty
from domain.check_in import ActivityStatus
from domain.permission import Actor
from domain.place import Place
from storage import activity_duties, history


@dataclass(frozen=True, kw_only=True)
class Linkable:
    """The duties that it could count for; it does for `chosen`. Its own is not among them."""

    activity: Activity
    duties: tuple[OwedDuty, ...]
    chosen: frozenset[int]


Links = Linkable | ActivityStatus | NotYours


@reads
def find(session: Session, actor: Actor, activity_id: int, *, now: datetime, place: Place) -> Links:
    """What else it could count for; once it is settled, how it stands."""
    activity = find_managed(session, actor, activity_id)
    return _present(session, activity, now=now, place=place)


def choose(
    session: Session,
    actor: Actor,
    activity_id: int,
    *,
    duty_id: int,
    counts: bool,
    now: datetime,
    place: Place,
) -> Links:
    """Let it count for a duty, or no more; once more changes nothing."""
    activity = find_to_change(session, actor, activity_id)
    found = _present(session, activity, now=now, place=place)
    if not isinstance(found, Linkable):
        return found
    if not counts:
        is_done = activity_duties.remove(session, activity_id, duty_id)
    else:
        is_offered = duty_id in {duty.id for duty in found.duties}
        is_done = is_offered and activity_duties.add(session, activity_id, duty_id)
    if not is_done:
        return found
    history.write_down(
        session,
        "linked",
        (ACTIVITY, activity_id),
        now=now,
        by=actor.person,
        before={"duty": duty_id, "counts": not counts},
        after={"duty": duty_id, "counts": counts},
    )
    return _linkable(session, found.activity, place)


def _present(session: Session, activity: Activity | None, *, now: datetime, place: Place) -> Links:
    if activity is None:
        return NotYours()
    if not activity.is_planned:
        return status_of(session, activity, now=now, place=place)
    return _linkable(session, activity, place)


def _linkable(session: Session, activity: Activity, place: Place) -> Linkable:
    day = place.today(activity.starts_at)
    owed = find_owed_in(session, [activity.unit], today=day)
    return Linkable(
        activity=activity,
        duties=tuple(duty for duty in owed if duty.id != activity.duty_id),
        chosen=frozenset(activity_duties.find(session, activity.id)),
    )
