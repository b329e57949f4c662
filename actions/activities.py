"""What an officer does with an activity: look at it, take *held* back, call it off."""

from dataclasses import dataclass
from datetime import datetime

from sqlmodel import Session

from actions import absences
from actions.activity_counting import find_obligation
from actions.quieting import ACTIVITY, refresh_cards
from actions.quorums import quorums_of
from actions.running import reads
from domain.activity import Activity, ActivityState
from domain.check_in import ActivityStatus
from domain.office import OFFICER_ROLES
from domain.permission import Actor, may_manage
from domain.place import Place
from storage import activities, activity_duties, activity_people, check_ins, duties, history


@dataclass(frozen=True, kw_only=True)
class NotBegun:
    """Nobody can say yet that it was held; `starts_at` is local."""

    starts_at: datetime


@dataclass(frozen=True, kw_only=True)
class NotYours:
    """There is no such activity for the actor."""


Shown = ActivityStatus | NotYours


@dataclass(frozen=True, kw_only=True)
class Planned:
    """What the actor's units have planned, on the local clock."""

    activities: tuple[Activity, ...]


def find_managed(session: Session, actor: Actor, activity_id: int) -> Activity | None:
    """The activity if the actor answers for its unit."""
    activity = activities.find(session, activity_id)
    return activity if activity and may_manage(actor, activity.unit.path) else None


def find_to_change(session: Session, actor: Actor, activity_id: int) -> Activity | None:
    """The same, as it stands once everybody else who is changing it has done so."""
    activities.lock(session, activity_id)
    return find_managed(session, actor, activity_id)


def status_of(
    session: Session, activity: Activity, *, now: datetime, place: Place
) -> ActivityStatus:
    """How an activity stands."""
    return ActivityStatus(
        activity=activity.on_local_clock(place),
        counts=check_ins.count(session, activity.id),
        obligation=find_obligation(session, activity, place),
        quorum=quorums_of(session, [activity]).get(activity.id),
        also=tuple(
            duty.name
            for duty in duties.find_many(
                session, list(activity_duties.find(session, activity.id))
            ).values()
        ),
        has_begun=activity.has_begun(now),
        may_reopen=activity.may_be_reopened(now),
        has_added=activity.is_planned and activity_people.has_added(session, activity),
    )


@reads
def find_planned(session: Session, actor: Actor, *, place: Place) -> Planned:
    """What the actor's units have planned and not settled."""
    unit_ids = [office.unit_id for office in actor.offices if office.role in OFFICER_ROLES]
    found = activities.find_planned_of_units(session, unit_ids)
    return Planned(activities=tuple(one.on_local_clock(place) for one in found))


@reads
def find_status(
    session: Session, actor: Actor, activity_id: int, *, now: datetime, place: Place
) -> Shown:
    """How an activity stands, for who answers for its unit."""
    activity = find_managed(session, actor, activity_id)
    if activity is None:
        return NotYours()
    return status_of(session, activity, now=now, place=place)


def call_off(
    session: Session, actor: Actor, activity_id: int, *, now: datetime, place: Place
) -> Shown:
    """It does not take place: queued messages vanish, sent ones say so."""
    activity = find_to_change(session, actor, activity_id)
    if activity is None:
        return NotYours()
    if activity.is_planned and activities.settle(
        session, activity, ActivityState.CANCELLED, now=now
    ):
        absences.call_off_missed(session, actor, activity, now=now)
        note_settled(session, actor, activity, ActivityState.CANCELLED, now=now)
    return present_now(session, activity.id, now=now, place=place)


def note_settled(
    session: Session, actor: Actor, activity: Activity, state: ActivityState, *, now: datetime
) -> None:
    """Write it down, and let everybody see it who was told of the activity."""
    subject = (ACTIVITY, activity.id)
    history.write_down(
        session,
        state.value,
        subject,
        now=now,
        by=actor.person,
        before={"state": activity.state.value},
        after={"state": state.value},
    )
    refresh_cards(session, subject, version=activity.version + 1, now=now)


def present_now(session: Session, activity_id: int, *, now: datetime, place: Place) -> Shown:
    """How it stands after what was just done."""
    session.expire_all()
    activity = activities.find(session, activity_id)
    return status_of(session, activity, now=now, place=place) if activity else NotYours()
