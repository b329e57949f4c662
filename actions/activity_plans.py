"""Plan an activity: from words, or step by step in a dialogue; nothing is made before Confirm."""

from dataclasses import dataclass, replace
from datetime import datetime

from sqlmodel import Session

from actions import invitations
from actions.activities import status_of
from actions.activity_moments import Unclear, timed
from actions.activity_previews import (
    Drafted,
    InThePast,
    NothingToPlan,
    find_owed,
    fixed_moment,
    own_units,
    present,
    with_unit,
)
from actions.quieting import ACTIVITY
from actions.running import reads
from domain.act import ActKind
from domain.activity_plan import (
    ActivityPlan,
    PlanPreview,
    Question,
    plan_from_facts,
    with_rest,
)
from domain.check_in import ActivityStatus
from domain.draft import Draft
from domain.obligation import ObligationState
from domain.permission import Actor, may_manage
from domain.place import Place
from domain.schedule_words.typed import Typed
from domain.unit import Unit
from storage import activities, check_ins, drafts, history, obligations, presence_rules

KIND = "activity"


@dataclass(frozen=True, kw_only=True)
class NobodyExpected:
    """The unit has no people."""

    unit: Unit


@dataclass(frozen=True, kw_only=True)
class Made:
    """The activity is there."""

    status: ActivityStatus


Confirmed = Made | NobodyExpected | Drafted


@dataclass(frozen=True, kw_only=True)
class Heard:
    """What was typed, and the moment at its beginning where one was asked for."""

    words: str = ""
    typed: Typed | None = None


def begin(
    session: Session, actor: Actor, heard: Heard, *, now: datetime, place: Place
) -> Drafted | Unclear:
    """Begin a plan with what was written after the command."""
    owed = find_owed(session, actor, today=place.today(now))
    plan, typed = ActivityPlan(), heard.typed
    if typed is not None:
        when = timed(plan, typed, now=now, place=place)
        if not isinstance(when, ActivityPlan):
            return when
        plan = with_rest(when, typed.rest, owed)
    plan = with_unit(plan, owed, own_units(session, actor))
    draft = drafts.begin(session, actor.person, KIND, now=now, facts=plan.to_facts())
    return present(session, actor, draft, place=place, doubt=typed.reading if typed else None)


def begin_for(
    session: Session, actor: Actor, obligation_id: int, *, now: datetime, place: Place
) -> Drafted:
    """Begin a plan for what a unit owes."""
    owed = obligations.find(session, obligation_id)
    if owed is None or not may_manage(actor, owed.unit.path):
        return NothingToPlan()
    if not owed.has(ActKind.ACTIVITY) or owed.state is not ObligationState.OPEN:
        return NothingToPlan()
    plan = ActivityPlan(
        title=owed.name.zh,
        duty_id=owed.duty_id,
        unit_id=owed.unit.id,
        starts_at=fixed_moment(owed, now=now, place=place),
    )
    facts = plan.to_facts()
    draft = drafts.begin(
        session, actor.person, KIND, now=now, subject_id=obligation_id, facts=facts
    )
    return present(session, actor, draft, place=place)


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
    plan, typed = plan_from_facts(draft.facts), heard.typed
    owed = find_owed(session, actor, today=place.today(now))
    if plan.question in (Question.WHEN, None):
        if typed is None:
            return present(session, actor, draft, place=place)
        when = timed(plan, typed, now=now, place=place)
        if isinstance(when, InThePast):
            return when
        if isinstance(when, Unclear):
            return present(session, actor, draft, place=place, doubt=when.reading)
        plan = with_rest(when, typed.rest, owed)
    elif plan.question is Question.TITLE:
        plan = with_rest(plan, heard.words, owed)
    else:
        plan = plan.answered(heard.words)
    plan = with_unit(plan, owed, own_units(session, actor))
    draft = _kept(session, draft, plan, now=now)
    return present(session, actor, draft, place=place, doubt=typed.reading if typed else None)


def choose_unit(
    session: Session, actor: Actor, draft_id: int, *, unit_id: int, now: datetime, place: Place
) -> Drafted:
    """Say for which of several units it is."""
    draft = _find_draft(session, actor, draft_id)
    if draft is None or unit_id not in {unit.id for unit in own_units(session, actor)}:
        return NothingToPlan()
    plan = replace(plan_from_facts(draft.facts), unit_id=unit_id)
    return _keep(session, actor, draft, plan, now=now, place=place)


def link(
    session: Session, actor: Actor, draft_id: int, *, duty_id: int, now: datetime, place: Place
) -> Drafted:
    """Let the activity count for a duty that the unit owes."""
    draft = _find_draft(session, actor, draft_id)
    owed = {duty.id: duty for duty in find_owed(session, actor, today=place.today(now))}
    if draft is None or duty_id not in owed:
        return NothingToPlan()
    plan = replace(plan_from_facts(draft.facts), duty_id=duty_id)
    plan = with_unit(plan, list(owed.values()), own_units(session, actor))
    return _keep(session, actor, draft, plan, now=now, place=place)


def discard(session: Session, actor: Actor, draft_id: int, *, now: datetime) -> bool:
    """Throw the plan away; False when it was closed already."""
    draft = _find_draft(session, actor, draft_id)
    return draft is not None and drafts.end(session, draft.id, state="discarded", now=now)


def confirm(
    session: Session, actor: Actor, draft_id: int, *, version: int, now: datetime, place: Place
) -> Confirmed:
    """Make the activity as it was shown, expect its people and invite them."""
    draft = _find_draft(session, actor, draft_id)
    if draft is None:
        return NothingToPlan()
    shown = present(session, actor, draft, place=place)
    if not isinstance(shown, PlanPreview) or shown.unit is None or draft.version != version:
        return shown
    if shown.starts_at <= now:
        return InThePast(at=shown.starts_at)
    if not shown.expected:
        return NobodyExpected(unit=shown.unit)
    if not drafts.end(session, draft.id, state="confirmed", now=now):
        return NothingToPlan()
    return _make(session, actor, plan_from_facts(draft.facts), shown.unit, now=now, place=place)


def _make(
    session: Session,
    actor: Actor,
    plan: ActivityPlan,
    unit: Unit,
    *,
    now: datetime,
    place: Place,
) -> Confirmed:
    if plan.starts_at is None:
        return NothingToPlan()
    rules = presence_rules.load(session)
    opens_at, closes_at = rules.window(plan.starts_at)
    new = activities.NewActivity(
        unit_id=unit.id,
        duty_id=plan.duty_id,
        title=plan.title,
        place=plan.place or "",
        starts_at=plan.starts_at,
        opens_at=opens_at,
        closes_at=closes_at,
        made_by=actor.person,
        quorum=rules.quorum,
        scans_twice=rules.second_scan,
    )
    activity_id = activities.add(session, new, now=now)
    expected = check_ins.expect_everybody(session, activity_id, unit.path)
    after = {"unit": unit.id, "duty": plan.duty_id, "expected": expected}
    history.write_down(
        session, "made", (ACTIVITY, activity_id), now=now, by=actor.person, after=after
    )
    activity = activities.find(session, activity_id)
    if activity is None:
        raise LookupError("an activity that was just written down is there")
    invitations.queue(session, activity, now=now, place=place)
    return Made(status=status_of(session, activity, now=now, place=place))


def _keep(
    session: Session,
    actor: Actor,
    draft: Draft,
    plan: ActivityPlan,
    *,
    now: datetime,
    place: Place,
) -> Drafted:
    return present(session, actor, _kept(session, draft, plan, now=now), place=place)


def _kept(session: Session, draft: Draft, plan: ActivityPlan, *, now: datetime) -> Draft:
    facts = plan.to_facts()
    if drafts.keep(session, draft, facts, now=now):
        return replace(draft, facts=facts, version=draft.version + 1)
    return draft


def _find_draft(session: Session, actor: Actor, draft_id: int) -> Draft | None:
    draft = drafts.find(session, draft_id, person_id=actor.person)
    return draft if draft is not None and draft.kind == KIND else None
