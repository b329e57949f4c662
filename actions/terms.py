"""Whose term ends when, and how one body stands."""

from dataclasses import dataclass
from datetime import datetime

from sqlmodel import Session

from actions.running import reads
from actions.term_rules import TermRules, find_rules
from domain.election_rule import ElectionPlan, plan_election
from domain.office import HEARING_ORDER
from domain.permission import Actor, may_manage, officer_paths
from domain.place import Place
from domain.status import top_paths
from domain.term import ACTING_STATES, UNDO_FOR, RecordedTerm, Term, order_terms
from domain.term_sheet import TermPage, TermSheet
from domain.unit import Unit
from storage import election_steps, office_holders, term_answers, terms, units

A_PAGE = 8


@dataclass(frozen=True, kw_only=True)
class NotYours:
    """It does not exist, or it is somebody else's: both look the same."""


@dataclass(frozen=True, kw_only=True)
class SeveralUnits:
    """Several units could be meant."""

    units: tuple[Unit, ...]


@reads
def find_page(
    session: Session, actor: Actor, *, unit_id: int = 0, page: int, now: datetime, place: Place
) -> TermPage | NotYours:
    """The terms of a unit and everything below (0: of all the actor's), the earliest end first."""
    unit = units.find(session, unit_id) if unit_id else None
    if unit_id and (unit is None or not may_manage(actor, unit.path)):
        return NotYours()
    return page_of(session, actor, unit, page=page, now=now, place=place)


@reads
def find_named(
    session: Session, actor: Actor, name: str, *, now: datetime, place: Place
) -> TermPage | SeveralUnits | NotYours:
    """The terms of a unit by its name, looked for among the actor's own units only."""
    found = units.find_named(session, name, within=officer_paths(actor))
    exact = [unit for unit in found if unit.name == name] or found
    if not exact:
        return NotYours()
    if len(exact) > 1:
        return SeveralUnits(units=tuple(exact))
    return page_of(session, actor, exact[0], page=1, now=now, place=place)


def find_terms(session: Session, actor: Actor, unit: Unit | None) -> list[Term]:
    """Everything that a page or a ledger shows, in order."""
    rules = find_rules(session)
    paths = (unit.path,) if unit else top_paths(officer_paths(actor))
    found = terms.find_within(session, paths, kinds=rules.kinds, lengths=rules.lengths)
    return order_terms(found)


def page_of(
    session: Session, actor: Actor, unit: Unit | None, *, page: int, now: datetime, place: Place
) -> TermPage:
    """One page of them."""
    found = find_terms(session, actor, unit)
    pages = max(1, -(-len(found) // A_PAGE))
    here = min(max(page, 1), pages)
    today = place.today(now)
    shown = tuple(found[(here - 1) * A_PAGE : here * A_PAGE])
    over = [term.unit.id for term in shown if term.state(today) in ACTING_STATES]
    return TermPage(
        today=today,
        terms=shown,
        page=here,
        pages=pages,
        total=len(found),
        unit=unit,
        acting=find_acting(session, over),
    )


def find_acting(session: Session, unit_ids: list[int]) -> dict[int, tuple[str, ...]]:
    """Who holds the offices of bodies whose term is over."""
    held = office_holders.find_in(session, unit_ids, HEARING_ORDER)
    return {
        unit_id: tuple(dict.fromkeys(one.name for one in found)) for unit_id, found in held.items()
    }


@reads
def find_sheet(
    session: Session, actor: Actor, unit_id: int, *, now: datetime, place: Place
) -> TermSheet | NotYours:
    """The term of one unit, and those before."""
    term = find_term(session, actor, unit_id)
    return sheet_of(session, actor, term, now=now, place=place) if term else NotYours()


def find_term(
    session: Session, actor: Actor, unit_id: int, *, for_change: bool = False
) -> Term | None:
    """The term of a unit that is the actor's own or below it."""
    lengths = find_rules(session).lengths
    term = terms.find(session, unit_id, lengths=lengths, for_change=for_change)
    return term if term is not None and may_manage(actor, term.unit.path) else None


def sheet_of(
    session: Session, actor: Actor, term: Term, *, now: datetime, place: Place
) -> TermSheet:
    """How the term stands now, and what the actor may do or take back."""
    recorded = terms.find_recorded(session, term.unit.id)
    latest = recorded[0] if recorded else None
    may_undo = latest is not None and may_take_back(actor, term, latest, now=now)
    rules = find_rules(session)
    kept = term_answers.find_last(session, term.unit.id, by=actor.person, since=now - UNDO_FOR)
    is_fresh = kept is not None and kept.term_key == term.key
    return TermSheet(
        today=place.today(now),
        term=term,
        past=tuple(one for one in recorded if one.began_on != term.began_on),
        undo_stamp=latest.stamp if latest and may_undo else None,
        undo_id=kept.id if kept and is_fresh else None,
        source=rules.source(term),
        rule=rules.rule(term.unit),
        plan=find_plan(session, term, rules),
        holders=tuple(office_holders.find(session, term.unit.id)),
        may_remind=is_above(actor, term.unit),
    )


def find_plan(session: Session, term: Term, rules: TermRules) -> ElectionPlan | None:
    """The election that is set, with the steps that are still to be done."""
    if term.election_on is None:
        return None
    ticked = election_steps.find_ticked(session, [term.unit.id])
    done = ticked.get((term.unit.id, term.key), {})
    return plan_election(rules.rule(term.unit), term.election_on, done)


def is_above(actor: Actor, unit: Unit) -> bool:
    """Whether the actor answers for a level above the unit."""
    above = unit.path.removesuffix(f"{unit.id}/")
    return bool(above.strip("/")) and may_manage(actor, above)


def may_take_back(actor: Actor, term: Term, record: RecordedTerm, *, now: datetime) -> bool:
    """Whoever recorded it may think again for ten minutes, while nothing was recorded since."""
    return (
        record.recorded_by == actor.person
        and record.began_on == term.began_on
        and now - record.recorded_at <= UNDO_FOR
    )
