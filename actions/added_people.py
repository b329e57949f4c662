"""Take somebody off the list of an activity again whom an officer has named by himself."""

from datetime import datetime

from sqlmodel import Session

from actions.activities import NotYours, find_managed, find_to_change, status_of
from actions.invitations import CHECK_IN, USEFUL_AFTER_CLOSE
from actions.quieting import ACTIVITY, refresh_people
from actions.running import reads
from domain.activity import Activity, invitation_due
from domain.added_person import AddedPage, AddedPerson, TakingOff
from domain.check_in import ActivityStatus
from domain.delivery import Kind, NewDelivery
from domain.permission import Actor
from domain.place import Place
from storage import activity_changes, activity_people, deliveries, expecting, history

A_PAGE = 8

Listed = AddedPage | ActivityStatus | NotYours
Asked = TakingOff | Listed


@reads
def find_page(
    session: Session, actor: Actor, activity_id: int, *, page: int, now: datetime, place: Place
) -> Listed:
    """Who was named besides the unit; once it is settled, how the activity stands."""
    activity = find_managed(session, actor, activity_id)
    return _page(session, activity, page, now=now, place=place)


@reads
def ask(
    session: Session, actor: Actor, activity_id: int, *, person_id: int, now: datetime, place: Place
) -> Asked:
    """Is he to be taken off the list? Who has come meanwhile, or is off already, is not."""
    activity = find_managed(session, actor, activity_id)
    person = _find(session, activity, person_id)
    if activity is None or person is None:
        return _page(session, activity, 1, now=now, place=place)
    is_told = activity_changes.is_invited(session, activity.id, person_id)
    shown = activity.on_local_clock(place)
    return TakingOff(activity=shown, person=person, is_told=is_told)


def take_off(
    session: Session,
    actor: Actor,
    activity_id: int,
    *,
    person_id: int,
    version: int,
    now: datetime,
    place: Place,
) -> Listed:
    """Take him off, as he was shown; whoever was invited hears of it."""
    activity = find_to_change(session, actor, activity_id)
    person = _find(session, activity, person_id)
    if activity is None or person is None or person.version != version:
        return _page(session, activity, 1, now=now, place=place)
    if activity_people.take_off(session, activity.id, person):
        expecting.leave_out(session, activity, person_id)
        _tell(session, actor, activity, person, now=now, place=place)
    return _page(session, activity, 1, now=now, place=place)


def _tell(
    session: Session,
    actor: Actor,
    activity: Activity,
    person: AddedPerson,
    *,
    now: datetime,
    place: Place,
) -> None:
    history.write_down(
        session,
        "taken_off",
        (CHECK_IN, activity.id),
        now=now,
        by=actor.person,
        before={"state": person.state.value, "is_observer": person.is_observer},
        after={"people": [person.person_id]},
    )
    change = f"off:{person.version}:{now.timestamp():.0f}"
    refresh_people(session, activity.id, [person.person_id], change=change, now=now)
    if activity_changes.is_invited(session, activity.id, person.person_id):
        deliveries.queue(session, [_message(activity, person, now, place)], now=now)


def _message(activity: Activity, person: AddedPerson, now: datetime, place: Place) -> NewDelivery:
    waking_at = place.next_waking(now)
    return NewDelivery(
        once_key=f"{Kind.TAKEN_OFF}:{activity.id}:{person.person_id}:{now.timestamp():.0f}",
        person_id=person.person_id,
        kind=Kind.TAKEN_OFF,
        due_at=invitation_due(now, waking_at=waking_at, opens_at=activity.opens_at),
        useful_until=max(now, activity.closes_at) + USEFUL_AFTER_CLOSE,
        subject_id=activity.id,
        subjects=((ACTIVITY, activity.id),),
    )


def _find(session: Session, activity: Activity | None, person_id: int) -> AddedPerson | None:
    if activity is None or not activity.is_planned:
        return None
    found = activity_people.find_added(session, activity)
    return next((one for one in found if one.person_id == person_id and one.may_be_taken_off), None)


def _page(
    session: Session, activity: Activity | None, page: int, *, now: datetime, place: Place
) -> Listed:
    if activity is None:
        return NotYours()
    if not activity.is_planned:
        return status_of(session, activity, now=now, place=place)
    found = activity_people.find_added(session, activity)
    pages = max(1, -(-len(found) // A_PAGE))
    page = min(max(page, 1), pages)
    return AddedPage(
        activity=activity.on_local_clock(place),
        people=tuple(found[(page - 1) * A_PAGE : page * A_PAGE]),
        page=page,
        pages=pages,
    )
