"""Carry a change of an activity out, and tell those whom another time or place concerns, once."""

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any

from sqlmodel import Session

from actions import day_off_marks, invitations
from actions.activity_making import invite_at_for
from actions.quieting import ACTIVITY, refresh_cards
from domain.activity import Activity, invitation_due
from domain.activity_change import ActivityChangedCard, changed, concerns_everybody
from domain.activity_plan import ActivityPlan
from domain.check_in import CheckInState, off_list
from domain.circle import circle_to_data
from domain.delivery import Delivery, Kind, NewDelivery
from domain.permission import Actor
from domain.place import Place
from storage import (
    activities,
    activity_changes,
    activity_people,
    check_ins,
    expecting,
    history,
    presence_rules,
    series,
)

# Several changes in a short time are told as one.
GATHERED_FOR = timedelta(minutes=2)
WAITING_KINDS = (Kind.INVITATION, Kind.ACTIVITY_CHANGED)


def apply_change(
    session: Session,
    actor: Actor,
    activity: Activity,
    change: ActivityPlan,
    *,
    is_quiet: bool = False,
    with_series: bool = False,
    now: datetime,
    place: Place,
) -> Activity:
    """Change it; an activity that somebody else has changed meanwhile stays as it is.

    A quiet change is shown by the cards and told to nobody. Unless its series changes alike, one
    that is given a time or place of its own is moved by no calendar any more.
    """
    after = changed(activity, change)
    if not activity_changes.change(session, activity, after, now=now):
        return activities.find(session, activity.id) or activity
    new = _put_down(session, activity.id, change)
    _expect_others(session, activity, after)
    if activity.starts_at != after.starts_at:
        _move(session, activity, after, now=now, place=place)
    if not with_series and concerns_everybody(activity, after):
        day_off_marks.set_by_hand(session, after, place=place)
    _note(session, actor, activity, after, change, now=now)
    session.expire_all()
    made = activities.find(session, activity.id)
    if made is None:
        raise LookupError("an activity that was just changed is there")
    if made.is_planned and made.invite_from is None:
        if change.also or change.observers:
            # Whoever is invited now hears of the present time and place, and of no change.
            again = activity_changes.find_invited(session, made.id, new)
            version = str(made.version)
            invitations.queue(session, made, again=again, change=version, now=now, place=place)
        if not is_quiet and concerns_everybody(activity, made):
            _tell(session, actor, activity, made, now=now, place=place)
    refresh_cards(session, (ACTIVITY, made.id), version=made.version, now=now)
    return made


def _expect_others(session: Session, before: Activity, after: Activity) -> None:
    """Where it is for others now, these are expected."""
    if before.circle != after.circle:
        expecting.forget_others(session, after)
        expecting.expect_circle(session, after.id, after.unit.path, after.circle)


def _put_down(session: Session, activity_id: int, change: ActivityPlan) -> list[int]:
    """Put whom it names on the list; returns who was not on it."""
    named = [*change.also, *change.observers]
    known = check_ins.find_many(session, [activity_id], named)
    activity_people.put_down(session, activity_id, change.also, is_observer=False)
    activity_people.put_down(session, activity_id, change.observers, is_observer=True)
    return [one for one in named if (activity_id, one) not in known]


def _move(
    session: Session, before: Activity, after: Activity, *, now: datetime, place: Place
) -> None:
    if now >= before.opens_at:
        activity_changes.forget_presence(session, before.id)
    if before.invite_from is not None:
        series.set_invitation(session, before.id, invite_at_for(after.starts_at, place))
    activity_changes.reschedule(
        session,
        before.id,
        WAITING_KINDS,
        now=now,
        due_at=invitation_due(now, waking_at=place.next_waking(now), opens_at=after.opens_at),
        useful_until=after.closes_at + invitations.USEFUL_AFTER_CLOSE,
    )


def _tell(
    session: Session,
    actor: Actor,
    before: Activity,
    after: Activity,
    *,
    now: datetime,
    place: Place,
) -> None:
    told_at = now + GATHERED_FOR
    due_at = invitation_due(told_at, waking_at=place.next_waking(told_at), opens_at=after.opens_at)
    facts = {"starts_at": before.starts_at.isoformat(), "place": before.place}
    messages = [
        NewDelivery(
            once_key=f"{Kind.ACTIVITY_CHANGED}:{after.id}:{person_id}:{after.version}",
            person_id=person_id,
            kind=Kind.ACTIVITY_CHANGED,
            due_at=due_at,
            useful_until=after.closes_at + invitations.USEFUL_AFTER_CLOSE,
            subject_id=after.id,
            subjects=((ACTIVITY, after.id),),
            facts=facts,
        )
        for person_id in activity_changes.find_untold(session, after.id, besides=actor.person)
    ]
    invitations.queue_in_chunks(session, messages, now=now)


def _note(
    session: Session,
    actor: Actor,
    before: Activity,
    after: Activity,
    change: ActivityPlan,
    *,
    now: datetime,
) -> None:
    history.write_down(
        session,
        "changed",
        (ACTIVITY, before.id),
        now=now,
        by=actor.person,
        before=_facts(before),
        after=_facts(after) | {"also": list(change.also), "observers": list(change.observers)},
    )


def _facts(activity: Activity) -> dict[str, Any]:
    """What of an activity the history keeps; its notes are nobody's business there."""
    return {
        "title": activity.title,
        "place": activity.place,
        "starts_at": activity.starts_at.isoformat(),
        "minutes": activity.details.minutes,
        "audience": circle_to_data(activity.circle),
        "study_minutes": activity.details.study_minutes,
    }


def load_cards(
    session: Session, claimed: Sequence[Delivery], *, now: datetime, place: Place
) -> Mapping[int, ActivityChangedCard]:
    """What changed, and how the receiver stands; nothing to say once it is as it was."""
    found = activities.find_many(session, {one.subject_id or 0 for one in claimed})
    known = check_ins.find_many(session, found, {one.person_id for one in claimed})
    rules = presence_rules.load(session)
    loaded = {}
    for one in claimed:
        activity = found.get(one.subject_id or 0)
        check_in = known.get((one.subject_id or 0, one.person_id))
        if activity is None or (check_in is None and one.edits is None):
            continue
        was_at = datetime.fromisoformat(one.facts["starts_at"])
        is_other = (was_at, one.facts["place"]) != (activity.starts_at, activity.place)
        is_news = (
            activity.is_planned
            and is_other
            and (check_in is not None and check_in.state is not CheckInState.ABSENT)
        )
        if is_news or one.edits is not None:
            loaded[one.id] = ActivityChangedCard(
                attendance=off_list(activity, one.person_id, place)
                if check_in is None
                else invitations.attendance_of(activity, check_in, rules, at=now, place=place),
                was_at=place.local(was_at),
                was_in=one.facts["place"],
            )
    return loaded
