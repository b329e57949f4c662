"""Change an activity: say what is to be otherwise, see it, confirm it."""

from dataclasses import dataclass, replace
from datetime import datetime

from sqlmodel import Session

from actions.activities import find_managed, status_of
from actions.activity_following import change_following
from actions.activity_hearing import Heard, take_fields
from actions.activity_moments import Unclear, timed
from actions.activity_news import apply_change
from actions.activity_previews import InThePast, NothingToPlan
from actions.running import reads
from domain.activity import Activity
from domain.activity_change import (
    ChangePreview,
    changed,
    concerns_everybody,
    may_change,
    may_choose_people,
    may_follow,
)
from domain.activity_details import Fault
from domain.activity_plan import ActivityPlan, plan_from_facts
from domain.activity_words import Faulty, Label
from domain.check_in import ActivityStatus
from domain.draft import Draft
from domain.permission import Actor
from domain.place import Place
from storage import activity_changes, activity_people, circles, drafts

KIND = "activity_change"


@dataclass(frozen=True, kw_only=True)
class Asking:
    """A change is begun, or goes on with one field; without one all can be chosen."""

    draft_id: int
    label: Label | None = None


@dataclass(frozen=True, kw_only=True)
class AsIsNow:
    """When the change is about: the local moment of the activity, and the field asked for."""

    starts_at: datetime
    asked: Label | None


Changing = ChangePreview | NothingToPlan


def begin(
    session: Session, actor: Actor, activity_id: int, *, now: datetime
) -> Asking | NothingToPlan:
    """Begin to change an activity that was not called off."""
    activity = find_managed(session, actor, activity_id)
    if activity is None or not may_change(activity):
        return NothingToPlan()
    facts = ActivityPlan().to_facts()
    draft = drafts.begin(session, actor.person, KIND, now=now, subject_id=activity_id, facts=facts)
    return Asking(draft_id=draft.id)


def ask_field(
    session: Session, actor: Actor, draft_id: int, *, label: Label | None, now: datetime
) -> Asking | NothingToPlan:
    """Let the next words say one thing; without a label, say what can be said."""
    found = _find(session, actor, draft_id)
    if found is None or not drafts.resume(session, draft_id, person_id=actor.person, now=now):
        return NothingToPlan()
    draft, _ = found
    change = replace(plan_from_facts(draft.facts), asked=label, faults=())
    drafts.keep(session, draft, change.to_facts(), now=now)
    return Asking(draft_id=draft.id, label=label)


@reads
def find_standing(session: Session, actor: Actor, *, place: Place) -> AsIsNow | None:
    """What the open change is about."""
    draft = drafts.find_open(session, actor.person)
    found = _find(session, actor, draft.id) if draft else None
    if found is None:
        return None
    _, activity = found
    asked = plan_from_facts(found[0].facts).asked
    return AsIsNow(starts_at=place.local(activity.starts_at), asked=asked)


def answer(
    session: Session, actor: Actor, heard: Heard, *, now: datetime, place: Place
) -> Changing:
    """Take what was typed as a part of the change."""
    opened = drafts.find_open(session, actor.person)
    found = _find(session, actor, opened.id) if opened else None
    if found is None:
        return NothingToPlan()
    draft, activity = found
    change = take_fields(session, plan_from_facts(draft.facts), heard.fields, ())
    if heard.typed is not None:
        change = _moved(change, activity, heard, now=now, place=place)
    change = _without_impossible(session, change, activity, now=now)
    draft = _kept(session, draft, change, now=now)
    return present(session, actor, draft, activity, place=place)


def _kept(session: Session, draft: Draft, change: ActivityPlan, *, now: datetime) -> Draft:
    facts = change.to_facts()
    if drafts.keep(session, draft, facts, now=now):
        return replace(draft, facts=facts, version=draft.version + 1)
    return draft


def _without_impossible(
    session: Session, change: ActivityPlan, activity: Activity, *, now: datetime
) -> ActivityPlan:
    """Without what can no longer be, which stands in its faults."""
    at = change.starts_at
    if at is not None and (at <= now or activity.has_begun(now)):
        change = _faulty(replace(change, starts_at=None), Fault.PAST)
    if not activity.is_planned and (change.also or change.observers):
        change = _faulty(replace(change, also=(), observers=()), Fault.CLOSED)
    if change.circle is not None and not may_choose_people(activity):
        change = _faulty(replace(change, circle=None), Fault.INVITED)
    if change.circle and not circles.count(session, activity.unit.path, change.circle):
        change = _faulty(replace(change, circle=None), Fault.EMPTY)
    return change


def _moved(
    change: ActivityPlan, activity: Activity, heard: Heard, *, now: datetime, place: Place
) -> ActivityPlan:
    """With another moment; an hour alone is one of the same day, a day alone at the same hour."""
    if heard.typed is None:
        return change
    if not activity.is_planned or activity.has_begun(now):
        return _faulty(change, Fault.BEGUN)
    standing = replace(change, starts_at=change.starts_at or activity.starts_at)
    when = timed(standing, heard.typed, now=now, place=place)
    if isinstance(when, InThePast):
        return _faulty(change, Fault.PAST)
    if isinstance(when, Unclear) or when.starts_at is None:
        return _faulty(change, Fault.WHEN)
    return when


def _faulty(change: ActivityPlan, fault: Fault) -> ActivityPlan:
    return replace(change, faults=(*change.faults, Faulty(fault=fault)))


def present(
    session: Session, actor: Actor, draft: Draft, activity: Activity, *, place: Place
) -> ChangePreview:
    """What the change would make of the activity as it is now."""
    change = plan_from_facts(draft.facts)
    after = changed(activity, change)
    told = 0
    is_known = activity.is_planned and activity.invite_from is None
    if is_known and concerns_everybody(activity, after):
        told = len(activity_changes.find_untold(session, activity.id, besides=actor.person))
    return ChangePreview(
        draft_id=draft.id,
        version=draft.version,
        before=activity.on_local_clock(place),
        after=after.on_local_clock(place),
        also=activity_people.find_names(session, change.also),
        observers=activity_people.find_names(session, change.observers),
        faults=change.faults,
        told=told,
        may_follow=may_follow(change, activity, place),
    )


def confirm(
    session: Session,
    actor: Actor,
    draft_id: int,
    *,
    version: int,
    with_following: bool = False,
    now: datetime,
    place: Place,
) -> Changing | ActivityStatus:
    """Change it as it was shown; `with_following` those of its series that come after it too."""
    found = _find(session, actor, draft_id)
    if found is None:
        return NothingToPlan()
    draft, activity = found
    change = plan_from_facts(draft.facts)
    possible = _without_impossible(session, replace(change, faults=()), activity, now=now)
    if possible.faults:
        draft = _kept(session, draft, possible, now=now)
        return present(session, actor, draft, activity, place=place)
    if draft.version != version:
        return present(session, actor, draft, activity, place=place)
    if not drafts.end(session, draft_id, state="confirmed", now=now):
        return NothingToPlan()
    with_series = with_following and may_follow(change, activity, place)
    if with_series:
        change_following(session, actor, activity, change, now=now, place=place)
    activity = apply_change(
        session, actor, activity, change, with_series=with_series, now=now, place=place
    )
    return status_of(session, activity, now=now, place=place)


def discard(session: Session, actor: Actor, draft_id: int, *, now: datetime) -> bool:
    """Leave the activity as it is; False when the dialogue was closed already."""
    found = _find(session, actor, draft_id)
    return found is not None and drafts.end(session, draft_id, state="discarded", now=now)


def _find(session: Session, actor: Actor, draft_id: int) -> tuple[Draft, Activity] | None:
    """A change in progress and its activity, while the actor may change it."""
    draft = drafts.find(session, draft_id, person_id=actor.person)
    if draft is None or draft.kind != KIND or draft.subject_id is None:
        return None
    activity = find_managed(session, actor, draft.subject_id)
    return (draft, activity) if activity is not None and may_change(activity) else None
