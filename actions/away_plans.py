"""The dialogue of somebody who will be away: the days, the deputy, and whether it is right so."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from sqlmodel import Session

from actions.aways import Asked, NotYours, Refused, ask, own_offices, refuse
from domain.away import AwayPlan, AwayRefusal, Candidate
from domain.draft import Draft
from domain.office import HeldOffice
from domain.permission import Actor
from domain.place import Place
from storage import away_candidates, drafts

DRAFT = "away"
MOST_CANDIDATES = 8


@dataclass(frozen=True, kw_only=True)
class Planned:
    """The dialogue goes on."""

    plan: AwayPlan


@dataclass(frozen=True, kw_only=True)
class NobodyNamed:
    """Nobody of that name can stand in."""

    plan: AwayPlan


@dataclass(frozen=True, kw_only=True)
class Said:
    """What was said: the days where they were named, and a name or a code."""

    days: tuple[date, date] | None = None
    name: str = ""


Outcome = Planned | NobodyNamed | Refused


def begin(session: Session, actor: Actor, said: Said, *, now: datetime, place: Place) -> Outcome:
    """Begin with what the command said already."""
    if not own_offices(actor):
        return Refused(why=AwayRefusal.NO_OFFICE)
    if said.days is not None:
        refused = refuse(session, actor, said.days, None, today=place.today(now))
        if refused is not None:
            return refused
    draft = drafts.begin(session, actor.person, DRAFT, facts={}, now=now)
    return _take(session, actor, draft, said, now=now, place=place)


def hear(
    session: Session, actor: Actor, said: Said, *, now: datetime, place: Place
) -> Outcome | NotYours:
    """Take the next words."""
    draft = drafts.find_open(session, actor.person)
    if draft is None or draft.kind != DRAFT:
        return NotYours()
    return _take(session, actor, draft, said, now=now, place=place)


def _take(
    session: Session, actor: Actor, draft: Draft, said: Said, *, now: datetime, place: Place
) -> Outcome:
    facts = dict(draft.facts)
    if said.days is not None:
        refused = refuse(session, actor, said.days, None, today=place.today(now))
        if refused is not None:
            return refused
        facts |= {"first_day": said.days[0].isoformat(), "last_day": said.days[1].isoformat()}
        facts.pop("deputy", None)
    found: list[Candidate] = []
    if said.name:
        found = away_candidates.find_named(
            session, own_offices(actor), said.name, limit=MOST_CANDIDATES
        )
        # A button takes one of these, and nobody else who is far away.
        facts["named"] = [one.person_id for one in found]
        if len(found) == 1:
            facts["deputy"] = found[0].person_id
    if facts != draft.facts:
        drafts.keep(session, draft, facts, now=now)
    kept = drafts.find(session, draft.id, person_id=actor.person) or draft
    plan = plan_of(session, actor, kept, found=found, now=now, place=place)
    if said.name and not found:
        return NobodyNamed(plan=plan)
    return _checked(session, actor, plan)


def _checked(session: Session, actor: Actor, plan: AwayPlan) -> Planned | Refused:
    if plan.first_day is None or plan.last_day is None or plan.deputy is None:
        return Planned(plan=plan)
    days = (plan.first_day, plan.last_day)
    refused = refuse(session, actor, days, plan.deputy.person_id, today=plan.today)
    return refused or Planned(plan=plan)


def choose(
    session: Session,
    actor: Actor,
    draft_id: int,
    person_id: int,
    *,
    now: datetime,
    place: Place,
) -> Outcome | NotYours:
    """Take the deputy whose button was pressed."""
    draft = drafts.find(session, draft_id, person_id=actor.person)
    if draft is None or draft.kind != DRAFT:
        return NotYours()
    is_named = person_id in draft.facts.get("named", ())
    if not is_named and not away_candidates.find_by_id(session, own_offices(actor), person_id):
        return NotYours()
    drafts.keep(session, draft, draft.facts | {"deputy": person_id}, now=now)
    kept = drafts.find(session, draft_id, person_id=actor.person) or draft
    return _checked(session, actor, plan_of(session, actor, kept, found=[], now=now, place=place))


def confirm(
    session: Session, actor: Actor, draft_id: int, *, version: int, now: datetime, place: Place
) -> Asked | Outcome | NotYours:
    """Ask the deputy, if the plan is still as it was read back."""
    draft = drafts.find(session, draft_id, person_id=actor.person)
    if draft is None or draft.kind != DRAFT:
        return NotYours()
    plan = plan_of(session, actor, draft, found=[], now=now, place=place)
    if plan.first_day is None or plan.last_day is None or plan.deputy is None:
        return Planned(plan=plan)
    if draft.version != version:
        return _checked(session, actor, plan)
    days = (plan.first_day, plan.last_day)
    outcome = ask(session, actor, days, plan.deputy.person_id, now=now, place=place)
    if isinstance(outcome, Asked):
        drafts.end(session, draft.id, state="confirmed", now=now)
    return outcome


def drop(session: Session, actor: Actor, draft_id: int, *, now: datetime) -> bool:
    """Arrange nothing; False when there is nothing to drop."""
    draft = drafts.find(session, draft_id, person_id=actor.person)
    if draft is None or draft.kind != DRAFT:
        return False
    return drafts.end(session, draft.id, state="discarded", now=now)


def _find_deputy(
    session: Session, offices: Sequence[HeldOffice], person_id: int
) -> Candidate | None:
    """Where somebody far away belongs is not told: only the name was known."""
    near = away_candidates.find_by_id(session, offices, person_id)
    far = away_candidates.find_linked(session, person_id)
    return near or (replace(far, unit_name="") if far else None)


def plan_of(
    session: Session,
    actor: Actor,
    draft: Draft,
    *,
    found: list[Candidate],
    now: datetime,
    place: Place,
) -> AwayPlan:
    """The dialogue as a value; the candidates only while a deputy is to be chosen."""
    facts, offices = draft.facts, own_offices(actor)
    deputy = None
    if "deputy" in facts:
        deputy = _find_deputy(session, offices, int(facts["deputy"]))
    days = [date.fromisoformat(facts[key]) for key in ("first_day", "last_day") if key in facts]
    if days and deputy is None and not found:
        found = away_candidates.find_near(
            session, offices, besides=actor.person, limit=MOST_CANDIDATES
        )
    return AwayPlan(
        draft_id=draft.id,
        version=draft.version,
        today=place.today(now),
        first_day=days[0] if days else None,
        last_day=days[1] if days else None,
        deputy=deputy,
        candidates=tuple(found) if deputy is None else (),
        offices=offices,
    )
