"""Plan an activity: from words, or step by step in a dialogue; nothing is made before Confirm."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from sqlmodel import Session

from actions.activities import status_of
from actions.activity_hearing import Heard, take_fields
from actions.activity_making import make
from actions.activity_moments import Unclear, timed
from actions.activity_previews import (
    Drafted,
    InThePast,
    NothingToPlan,
    find_owed,
    own_units,
    present,
    with_unit,
)
from actions.activity_series import SeriesMade
from actions.activity_series import begin as begin_series
from actions.running import reads
from domain.activity_details import Fault
from domain.activity_plan import (
    ActivityPlan,
    OwedDuty,
    PlanPreview,
    Question,
    plan_from_facts,
    with_rest,
)
from domain.activity_words import Faulty, Label, about_whom
from domain.check_in import ActivityStatus
from domain.circle import Circle
from domain.draft import Draft
from domain.permission import Actor
from domain.place import Place
from domain.unit import Unit
from storage import drafts

KIND = "activity"


@dataclass(frozen=True, kw_only=True)
class NobodyExpected:
    """The unit has no people."""

    unit: Unit
    circle: Circle


@dataclass(frozen=True, kw_only=True)
class Made:
    """The activity is there."""

    status: ActivityStatus


Confirmed = Made | SeriesMade | NobodyExpected | Drafted


def begin(
    session: Session, actor: Actor, heard: Heard, *, now: datetime, place: Place
) -> Drafted | Unclear:
    """Begin a plan with what was written after the command."""
    owed = find_owed(session, actor, today=place.today(now))
    plan, typed = take_fields(session, ActivityPlan(), heard.fields, owed), heard.typed
    if typed is not None:
        when = timed(plan, typed, now=now, place=place)
        if not isinstance(when, ActivityPlan):
            return when
        plan = with_rest(when, typed.rest, owed)
    plan = with_unit(plan, owed, own_units(session, actor))
    draft = drafts.begin(session, actor.person, KIND, now=now, facts=plan.to_facts())
    return present(
        session, actor, draft, now=now, place=place, doubt=typed.reading if typed else None
    )


@reads
def find_plan(session: Session, actor: Actor) -> ActivityPlan | None:
    """The plan that is open."""
    draft = drafts.find_open(session, actor.person)
    return plan_from_facts(draft.facts) if draft else None


def answer(session: Session, actor: Actor, heard: Heard, *, now: datetime, place: Place) -> Drafted:
    """Take what was typed as the answer to the open question, or as another moment."""
    draft = drafts.find_open(session, actor.person)
    if draft is None or draft.kind != KIND:
        return NothingToPlan()
    typed = heard.typed
    owed = find_owed(session, actor, today=place.today(now))
    known = plan_from_facts(draft.facts)
    plan = take_fields(session, known, heard.fields, owed)
    if Label.WHO not in heard.fields:
        plan = replace(plan, faults=(*about_whom(known.faults), *plan.faults))
    if typed is not None:
        when = timed(plan, typed, now=now, place=place)
        if isinstance(when, InThePast):
            return when
        plan = _dated(plan, when, typed.rest, owed)
    elif heard.words and known.question is not Question.WHEN:
        plan = _named(plan, heard.words, owed)
    plan = with_unit(plan, owed, own_units(session, actor))
    draft = kept(session, draft, plan, now=now)
    return present(
        session, actor, draft, now=now, place=place, doubt=typed.reading if typed else None
    )


def _dated(
    plan: ActivityPlan, when: ActivityPlan | Unclear, rest: str, owed: Sequence[OwedDuty]
) -> ActivityPlan:
    if isinstance(when, ActivityPlan):
        return with_rest(when, rest, owed)
    if plan.question is Question.WHEN:
        return plan
    return replace(plan, faults=(*plan.faults, Faulty(fault=Fault.WHEN)))


def _named(plan: ActivityPlan, words: str, owed: Sequence[OwedDuty]) -> ActivityPlan:
    if plan.question is Question.TITLE:
        return with_rest(plan, words, owed)
    return plan.answered(words)


def ask_field(
    session: Session, actor: Actor, draft_id: int, *, label: Label | None, now: datetime
) -> ActivityPlan | NothingToPlan:
    """Let the next words say one thing of the plan; without a label, say what can be said."""
    draft = find_draft(session, actor, draft_id)
    if draft is None or not drafts.resume(session, draft.id, person_id=actor.person, now=now):
        return NothingToPlan()
    known = plan_from_facts(draft.facts)
    plan = replace(known, asked=label, faults=about_whom(known.faults))
    kept(session, draft, plan, now=now)
    return plan


def choose_unit(
    session: Session, actor: Actor, draft_id: int, *, unit_id: int, now: datetime, place: Place
) -> Drafted:
    """Say for which of several units it is."""
    draft = find_draft(session, actor, draft_id)
    if draft is None or unit_id not in {unit.id for unit in own_units(session, actor)}:
        return NothingToPlan()
    plan = replace(plan_from_facts(draft.facts), unit_id=unit_id)
    return keep(session, actor, draft, plan, now=now, place=place)


def link(
    session: Session, actor: Actor, draft_id: int, *, duty_id: int, now: datetime, place: Place
) -> Drafted:
    """Let the activity count for a duty that the unit owes."""
    draft = find_draft(session, actor, draft_id)
    owed = {duty.id: duty for duty in find_owed(session, actor, today=place.today(now))}
    if draft is None or duty_id not in owed:
        return NothingToPlan()
    plan = replace(plan_from_facts(draft.facts), duty_id=duty_id)
    plan = with_unit(plan, list(owed.values()), own_units(session, actor))
    return keep(session, actor, draft, plan, now=now, place=place)


def discard(session: Session, actor: Actor, draft_id: int, *, now: datetime) -> bool:
    """Throw the plan away; False when it was closed already."""
    draft = find_draft(session, actor, draft_id)
    return draft is not None and drafts.end(session, draft.id, state="discarded", now=now)


def confirm(
    session: Session, actor: Actor, draft_id: int, *, version: int, now: datetime, place: Place
) -> Confirmed:
    """Make the activity as it was shown, expect its people and invite them."""
    draft = find_draft(session, actor, draft_id)
    if draft is None:
        return NothingToPlan()
    shown = present(session, actor, draft, now=now, place=place)
    if not isinstance(shown, PlanPreview) or shown.unit is None or draft.version != version:
        return shown
    if about_whom(shown.faults):
        return shown
    if shown.starts_at <= now:
        return InThePast(at=shown.starts_at)
    if not shown.expected:
        return NobodyExpected(unit=shown.unit, circle=shown.circle)
    if not drafts.end(session, draft.id, state="confirmed", now=now):
        return NothingToPlan()
    plan = plan_from_facts(draft.facts)
    made = begin_series(session, actor, plan, shown.unit, now=now, place=place)
    if made is not None:
        return made
    if plan.starts_at is None:
        return NothingToPlan()
    activity = make(
        session, actor, plan, shown.unit, starts_at=plan.starts_at, now=now, place=place
    )
    return Made(status=status_of(session, activity, now=now, place=place))


def keep(
    session: Session,
    actor: Actor,
    draft: Draft,
    plan: ActivityPlan,
    *,
    now: datetime,
    place: Place,
) -> Drafted:
    """Keep what is known by now, and show it."""
    return present(session, actor, kept(session, draft, plan, now=now), now=now, place=place)


def kept(session: Session, draft: Draft, plan: ActivityPlan, *, now: datetime) -> Draft:
    """The draft with what is known by now."""
    facts = plan.to_facts()
    if drafts.keep(session, draft, facts, now=now):
        return replace(draft, facts=facts, version=draft.version + 1)
    return draft


def find_draft(session: Session, actor: Actor, draft_id: int) -> Draft | None:
    """A plan of the actor that is not closed."""
    draft = drafts.find(session, draft_id, person_id=actor.person)
    return draft if draft is not None and draft.kind == KIND else None
