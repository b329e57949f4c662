"""Choose by a button whom an activity is for: the same as to write it."""

from datetime import datetime

from sqlmodel import Session

from actions import activity_changes, activity_plans
from actions.activity_changes import Changing
from actions.activity_hearing import Heard
from actions.activity_previews import Drafted, NothingToPlan
from actions.running import reads
from domain.activity_plan import plan_from_facts
from domain.activity_words import Label
from domain.circle import (
    EVERYBODY_CHOICE,
    OWN_UNIT_CHOICE,
    CircleChoice,
    choice_of_role,
    choice_of_tag,
)
from domain.draft import Draft
from domain.permission import Actor, may_manage
from domain.place import Place
from domain.unit import Unit
from storage import activities, circles, drafts, units


@reads
def find_choices(session: Session, actor: Actor, draft_id: int) -> list[CircleChoice]:
    """The offices that are held in the unit of a dialogue, and its tags; none without a unit."""
    return _find(session, actor, drafts.find(session, draft_id, person_id=actor.person))


def choose_for_plan(
    session: Session, actor: Actor, draft_id: int, *, code: str, now: datetime, place: Place
) -> Drafted:
    """Let the activity that is planned be for these."""
    heard = _hear(session, actor, draft_id, activity_plans.KIND, code=code, now=now)
    if heard is None:
        return NothingToPlan()
    return activity_plans.answer(session, actor, heard, now=now, place=place)


def choose_for_change(
    session: Session, actor: Actor, draft_id: int, *, code: str, now: datetime, place: Place
) -> Changing:
    """Let the activity that is changed be for these."""
    heard = _hear(session, actor, draft_id, activity_changes.KIND, code=code, now=now)
    if heard is None:
        return NothingToPlan()
    return activity_changes.answer(session, actor, heard, now=now, place=place)


def _hear(
    session: Session, actor: Actor, draft_id: int, kind: str, *, code: str, now: datetime
) -> Heard | None:
    """What the button says, once its dialogue is the open one."""
    draft = drafts.find(session, draft_id, person_id=actor.person)
    if draft is None or draft.kind != kind:
        return None
    choices = [EVERYBODY_CHOICE, OWN_UNIT_CHOICE, *_find(session, actor, draft)]
    words = next((one.words for one in choices if one.code == code), None)
    if words is None or not drafts.resume(session, draft_id, person_id=actor.person, now=now):
        return None
    return Heard(fields={Label.WHO: words})


def _find(session: Session, actor: Actor, draft: Draft | None) -> list[CircleChoice]:
    unit = _unit_of(session, draft) if draft else None
    if unit is None or not may_manage(actor, unit.path):
        return []
    held = circles.count_offices(session, unit.path)
    offices = (choice_of_role(role, people) for role, people in held.items())
    tags = circles.count_tags(session, unit.path)
    return [
        *sorted((one for one in offices if one), key=lambda one: one.code),
        *(choice_of_tag(tag, people) for tag, people in tags.items()),
    ]


def _unit_of(session: Session, draft: Draft) -> Unit | None:
    if draft.kind == activity_changes.KIND and draft.subject_id is not None:
        activity = activities.find(session, draft.subject_id)
        return activity.unit if activity else None
    unit_id = plan_from_facts(draft.facts).unit_id if draft.kind == activity_plans.KIND else None
    return units.find(session, unit_id) if unit_id else None
