"""Begin a plan with what is known: from what is owed, or as last time."""

from dataclasses import replace
from datetime import datetime

from sqlmodel import Session

from actions.activities import find_managed
from actions.activity_plans import KIND, find_draft, keep
from actions.activity_previews import Drafted, InThePast, NothingToPlan, find_last, present
from domain.act import ActKind
from domain.activity import Activity
from domain.activity_plan import ActivityPlan, plan_from_facts
from domain.activity_proposal import propose
from domain.circle import circle_of
from domain.obligation import Obligation, ObligationState
from domain.permission import Actor, may_manage
from domain.place import Place
from storage import activity_people, calendar_days, drafts, duties, obligations


def begin_for(
    session: Session, actor: Actor, obligation_id: int, *, now: datetime, place: Place
) -> Drafted:
    """Begin a plan for what a unit owes, at the moment that its duty names, or with a proposal."""
    owed = obligations.find(session, obligation_id)
    if owed is None or not may_manage(actor, owed.unit.path):
        return NothingToPlan()
    if not owed.has(ActKind.ACTIVITY) or owed.state is not ObligationState.OPEN:
        return NothingToPlan()
    duty = duties.find(session, owed.duty_id)
    plan = ActivityPlan(
        title=owed.name.zh,
        duty_id=owed.duty_id,
        unit_id=owed.unit.id,
        circle=circle_of(duty.audience) if duty else None,
    )
    starts_at = _fixed_moment(owed, now=now, place=place)
    if starts_at is None:
        last = find_last(session, actor, plan)
        plan = replace(plan, proposed=_propose(session, owed, last, now=now, place=place))
    draft = drafts.begin(
        session,
        actor.person,
        KIND,
        now=now,
        subject_id=obligation_id,
        facts=replace(plan, starts_at=starts_at).to_facts(),
    )
    return present(session, actor, draft, now=now, place=place)


def _fixed_moment(owed: Obligation, *, now: datetime, place: Place) -> datetime | None:
    """When it is to happen, where the duty says so; another moment may be given instead."""
    at = place.at(owed.last_day, owed.at) if owed.at else None
    return at if at is not None and at > now else None


def _propose(
    session: Session, owed: Obligation, last: Activity | None, *, now: datetime, place: Place
) -> datetime | None:
    wall = propose(
        place.local(last.starts_at).replace(tzinfo=None) if last else None,
        first_day=owed.first_day,
        last_day=owed.last_day,
        now=place.local(now).replace(tzinfo=None),
        calendar=calendar_days.calendar_for(session, owed.unit),
    )
    return place.at(wall.date(), wall.time()) if wall else None


def begin_again(
    session: Session, actor: Actor, activity_id: int, *, now: datetime, place: Place
) -> Drafted:
    """Begin a plan like an activity of the actor's units; only the time is asked for."""
    activity = find_managed(session, actor, activity_id)
    if activity is None:
        return NothingToPlan()
    plan = _like(session, ActivityPlan(), activity)
    draft = drafts.begin(session, actor.person, KIND, now=now, facts=plan.to_facts())
    return present(session, actor, draft, now=now, place=place)


def take_last(
    session: Session, actor: Actor, draft_id: int, *, now: datetime, place: Place
) -> Drafted:
    """Everything but the time as it was last time."""
    draft = find_draft(session, actor, draft_id)
    plan = plan_from_facts(draft.facts) if draft else ActivityPlan()
    last = find_last(session, actor, plan) if draft else None
    if draft is None or last is None:
        return NothingToPlan()
    drafts.resume(session, draft.id, person_id=actor.person, now=now)
    return keep(session, actor, draft, _like(session, plan, last), now=now, place=place)


def _like(session: Session, plan: ActivityPlan, last: Activity) -> ActivityPlan:
    besides = activity_people.find_besides(session, last)
    return replace(
        plan,
        title=last.title,
        place=last.place,
        duty_id=plan.duty_id or last.duty_id,
        unit_id=plan.unit_id or last.unit.id,
        details=last.details.changed_by(plan.details),
        also=besides.invited,
        observers=besides.observers,
        circle=plan.circle or last.circle,
        proof=last.proof,
        is_copy=True,
    )


def choose_moment(
    session: Session, actor: Actor, draft_id: int, *, wall: datetime, now: datetime, place: Place
) -> Drafted:
    """Take a moment that was proposed, on the local wall."""
    draft = find_draft(session, actor, draft_id)
    if draft is None:
        return NothingToPlan()
    starts_at = place.at(wall.date(), wall.time())
    if starts_at <= now:
        return InThePast(at=place.local(starts_at))
    drafts.resume(session, draft.id, person_id=actor.person, now=now)
    plan = replace(plan_from_facts(draft.facts), starts_at=starts_at, day=None)
    return keep(session, actor, draft, plan, now=now, place=place)
