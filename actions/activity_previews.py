"""Show a plan as it was understood: what it lacks, for which unit, for which duty."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from sqlmodel import Session

from domain.act import ActKind
from domain.activity import Activity
from domain.activity_plan import (
    ActivityPlan,
    Asked,
    OwedDuty,
    PlanPreview,
    Question,
    plan_from_facts,
)
from domain.activity_series import upcoming
from domain.audience import OwnerKind
from domain.circle import EVERYBODY
from domain.draft import Draft
from domain.duty import Duty
from domain.office import OFFICER_ROLES
from domain.permission import Actor, may_manage
from domain.place import Place
from domain.schedule_words.reading import Reading
from domain.unit import Unit, is_within
from domain.window import windows_between
from storage import (
    activities,
    activity_people,
    calendar_days,
    circles,
    duties,
    owners,
    people,
    units,
)


@dataclass(frozen=True, kw_only=True)
class InThePast:
    """The moment has passed; `at` is local."""

    at: datetime


@dataclass(frozen=True, kw_only=True)
class NothingToPlan:
    """The obligation is done, gone or not the actor's; or the dialogue is closed or foreign."""


Drafted = Asked | PlanPreview | InThePast | NothingToPlan


def find_owed(session: Session, actor: Actor, *, today: date) -> list[OwedDuty]:
    """The running duties that an activity of the actor's own units can count for."""
    return find_owed_in(session, own_units(session, actor), today=today)


def find_owed_in(session: Session, own: Sequence[Unit], *, today: date) -> list[OwedDuty]:
    """The running duties that an activity of one of these units can count for."""
    found = []
    for duty in duties.find_all(session):
        if duty.is_paused or not duty.has(ActKind.ACTIVITY):
            continue
        places = _units_with_owners(session, duty, own, today)
        if places:
            found.append(OwedDuty(id=duty.id, name=duty.name, unit_ids=places))
    return found


def _units_with_owners(
    session: Session, duty: Duty, own: Sequence[Unit], today: date
) -> tuple[int, ...]:
    """For which of these units an activity counts: they owe it, or people in or below them do."""
    if duty.audience.owner is OwnerKind.UNIT:
        return tuple(unit.id for unit in own if duty.audience.names_unit(unit))
    if duty.audience.owner is OwnerKind.TIE:
        return ()
    found = owners.find(session, duty.audience, today=today)
    # Who leads a unit is an ordinary member at home, and is counted where he comes to.
    at_home = people.find_many(session, [one.person_id for one in found if one.person_id])
    owing = {owner.unit_id for owner in found} | {one.unit_id for one in at_home.values()}
    homes = units.find_many(session, list(owing)).values()
    return tuple(unit.id for unit in own if any(is_within(home.path, unit.path) for home in homes))


def own_units(session: Session, actor: Actor) -> list[Unit]:
    """The units that the actor is an officer of, in the order of the tree."""
    ids = [office.unit_id for office in actor.offices if office.role in OFFICER_ROLES]
    return sorted(units.find_many(session, ids).values(), key=lambda unit: unit.path)


def with_unit(plan: ActivityPlan, owed: Sequence[OwedDuty], own: Sequence[Unit]) -> ActivityPlan:
    """The plan with its unit, where only one comes into question."""
    possible = _possible_units(plan, owed, own)
    if plan.unit_id is None and len(possible) == 1:
        return replace(plan, unit_id=possible[0].id)
    return plan


def _possible_units(
    plan: ActivityPlan, owed: Sequence[OwedDuty], own: Sequence[Unit]
) -> tuple[Unit, ...]:
    owners = {unit_id for duty in owed if duty.id == plan.duty_id for unit_id in duty.unit_ids}
    return tuple(unit for unit in own if plan.duty_id is None or unit.id in owners)


def present(
    session: Session,
    actor: Actor,
    draft: Draft,
    *,
    now: datetime,
    place: Place,
    doubt: Reading | None = None,
) -> Drafted:
    """The next question, or the whole plan as it was understood."""
    plan = plan_from_facts(draft.facts)
    duty, unit = _named(session, plan)
    coming = _upcoming(session, plan, unit, now=now, place=place)
    first = coming[0] if coming else plan.starts_at
    if plan.question is not None or first is None:
        return _asked(session, actor, draft, plan, duty, doubt=doubt, place=place)
    if unit is not None and not may_manage(actor, unit.path):
        return NothingToPlan()
    starts_at = place.local(first)
    owed = find_owed(session, actor, today=starts_at.date())
    return PlanPreview(
        draft_id=draft.id,
        version=draft.version,
        starts_at=starts_at,
        title=plan.title,
        place=plan.place or "",
        expected=_count_expected(session, plan, unit) if unit else 0,
        unit=unit,
        units=() if unit else _possible_units(plan, owed, own_units(session, actor)),
        duty_name=duty.name if duty else None,
        period_key=_period_key(session, duty, unit, starts_at.date()),
        owed=() if duty else _linkable(owed, unit),
        details=plan.details,
        also=activity_people.find_names(session, plan.also),
        observers=activity_people.find_names(session, plan.observers),
        faults=plan.faults,
        cadence=plan.cadence,
        upcoming=tuple(place.local(one) for one in coming),
        circle=plan.circle or EVERYBODY,
    )


def _named(session: Session, plan: ActivityPlan) -> tuple[Duty | None, Unit | None]:
    """The duty that it counts for and the unit that it is of, as far as they are known."""
    duty = duties.find(session, plan.duty_id) if plan.duty_id else None
    return duty, units.find(session, plan.unit_id) if plan.unit_id else None


def _asked(
    session: Session,
    actor: Actor,
    draft: Draft,
    plan: ActivityPlan,
    duty: Duty | None,
    *,
    doubt: Reading | None,
    place: Place,
) -> Asked:
    """The next thing to ask, with what can be pressed instead of writing when."""
    question = plan.question or Question.WHEN
    is_when = question is Question.WHEN
    last = find_last(session, actor, plan) if is_when and not plan.is_copy else None
    return Asked(
        question=question,
        draft_id=draft.id,
        duty_name=duty.name if duty else None,
        doubt=doubt if is_when else None,
        proposed=place.local(plan.proposed) if plan.proposed and is_when else None,
        has_last=last is not None,
    )


def _upcoming(
    session: Session, plan: ActivityPlan, unit: Unit | None, *, now: datetime, place: Place
) -> list[datetime]:
    """The next moments of what comes again."""
    if plan.cadence is None or plan.cadence.at is None:
        return []
    calendar = calendar_days.calendar_for(session, unit) if unit else calendar_days.load(session)
    wall = place.local(now).replace(tzinfo=None)
    walls = upcoming(plan.cadence, calendar, wall=wall)
    return [place.at(one.date(), one.time()) for one in walls]


def find_last(session: Session, actor: Actor, plan: ActivityPlan) -> Activity | None:
    """What the unit, or one of the actor's, has planned last: for the duty that is named."""
    own = own_units(session, actor)
    unit_ids = [plan.unit_id] if plan.unit_id else [unit.id for unit in own]
    return activities.find_last(session, unit_ids, duty_id=plan.duty_id)


def _count_expected(session: Session, plan: ActivityPlan, unit: Unit) -> int:
    """Whom of the unit it is for and who is invited besides, without those who look on."""
    circle = plan.circle or EVERYBODY
    return circles.count(session, unit.path, circle, also=plan.also, besides=plan.observers)


def _period_key(session: Session, duty: Duty | None, unit: Unit | None, day: date) -> str | None:
    """The period for which it will count; None where that is no matter of the calendar."""
    if duty is None:
        return None
    calendar = calendar_days.calendar_for(session, unit) if unit else calendar_days.load(session)
    windows = windows_between(duty, calendar, day, day)
    return next((window.key for window in windows), None)


def _linkable(owed: Sequence[OwedDuty], unit: Unit | None) -> tuple[OwedDuty, ...]:
    return tuple(duty for duty in owed if unit is None or unit.id in duty.unit_ids)
