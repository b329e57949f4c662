"""Put together what an administrator sees of a duty in the making."""

from dataclasses import replace
from datetime import date, datetime

from sqlmodel import Session

from actions import owner_calendars
from actions.config_comparing import Compared, compare_now
from actions.duty_views import view_all
from domain.act import Needs
from domain.bilingual import NO_NAME
from domain.configuration import Configuration, PlanEntry
from domain.draft import Draft
from domain.draft_ladder import policy_of
from domain.duty import Duty
from domain.duty_change import begins_by_new_rule
from domain.duty_draft import (
    OWN_PLAN,
    OWN_PLAN_NAME,
    DutyDraft,
    Step,
    acts_of,
    draft_from_facts,
    names_of,
)
from domain.duty_entry import entry_of
from domain.duty_making import MOST_KINDS, MOST_TAGS, DutyInTheMaking, Trouble
from domain.place import Place
from domain.plan_view import KindChoice
from domain.timeline import first_month
from domain.working_day import WorkingCalendar
from storage import configurations, duties, open_items, tags, units

MADE = "made"


def present(
    session: Session,
    draft: Draft,
    *,
    now: datetime,
    place: Place,
    trouble: Trouble | None = None,
    unknown: tuple[str, ...] = (),
) -> DutyInTheMaking:
    """The draft as it stands, with everything that would follow once nothing is missing."""
    made = draft_from_facts(draft.facts)
    shown = DutyInTheMaking(
        draft_id=draft.id,
        version=draft.version,
        draft=made,
        kinds=_kinds(session, made),
        tags=find_tags(session),
        trouble=trouble,
        unknown=unknown,
    )
    if made.step is not Step.CONFIRM:
        return shown
    duty = duty_of(session, made, draft_id=draft.id, now=now, place=place)
    today = place.today(now)
    calendar = owner_calendars.find_most_shared(session, duty, today=today)
    duty = _as_confirmed(session, duty, calendar, today=today)
    [view] = view_all(session, [duty], today=today)
    return replace(
        shown,
        view=view,
        timeline=first_month(duty, calendar, today=today),
        open_items=open_items.count(session, [duty.id]) if duty.id else 0,
        has_namesake=_has_namesake(session, duty),
    )


def _as_confirmed(session: Session, duty: Duty, calendar: WorkingCalendar, *, today: date) -> Duty:
    """What runs keeps its rule to the end of its period."""
    before = duties.find_by_code(session, duty.code)
    if before is None:
        return duty
    return replace(duty, begins_on=begins_by_new_rule(before, duty, calendar, today=today))


def duty_of(
    session: Session, made: DutyDraft, *, draft_id: int, now: datetime, place: Place
) -> Duty:
    """The duty that a complete draft asks for; one that exists keeps its id and its beginning."""
    if made.cadence is None:
        raise ValueError("a duty without dates is asked for")
    before = duties.find_by_code(session, made.code) if made.code else None
    return Duty(
        id=before.id if before else 0,
        code=made.code or f"{OWN_PLAN}.{draft_id}",
        name=names_of(made),
        source=before.source if before else NO_NAME,
        plan=before.plan if before else OWN_PLAN_NAME,
        audience=made.audience,
        acts=acts_of(made),
        needs=made.needs if made.acts else Needs.ANY,
        cadence=made.cadence,
        policy=policy_of(made),
        reviewer_kinds=before.reviewer_kinds if before else (),
        exempt_months=made.exempt_months,
        begins_on=before.begins_on if before else place.today(now),
        is_paused=before.is_paused if before else False,
    )


def compare_duty(session: Session, duty: Duty, *, now: datetime, place: Place) -> Compared:
    """What making or changing this duty, and nothing else, would change."""
    codes = configurations.load_codes(session)
    known = configurations.load(session, codes)
    plan = next((one.plan for one in known.duties if one.code == duty.code), OWN_PLAN)
    has_plan = any(one.code == plan for one in known.plans)
    wanted = Configuration(
        # A plan that is named brings all of its duties; here only this one is meant.
        plans=() if has_plan else (PlanEntry(code=OWN_PLAN, name=OWN_PLAN_NAME),),
        duties=(entry_of(duty, plan=plan, codes=codes),),
    )
    return compare_now(session, wanted, cause=MADE, now=now, place=place)


def _has_namesake(session: Session, duty: Duty) -> bool:
    others = (one for one in duties.find_all(session) if one.code != duty.code)
    return any(duty.name.zh in (one.name.zh, one.name.en) for one in others)


def find_tags(session: Session) -> tuple[str, ...]:
    """The labels on offer, the commonest first."""
    found = tags.count_each(session)
    return tuple(sorted(found, key=lambda tag: (-found[tag], tag)))[:MOST_TAGS]


def _kinds(session: Session, made: DutyDraft) -> tuple[KindChoice, ...]:
    counts = units.count_kinds(session)
    return tuple(
        KindChoice(name=kind, count=count, is_chosen=kind in made.audience.kinds)
        for kind, count in list(counts.items())[:MOST_KINDS]
    )
