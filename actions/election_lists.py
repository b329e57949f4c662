"""The list of what an election asks for: look at it, tick a step, take a tick away."""

from dataclasses import dataclass
from datetime import datetime

from sqlmodel import Session

from actions import term_effects
from actions.running import reads
from actions.term_rules import find_rules
from actions.terms import NotYours, find_term
from domain.permission import Actor
from domain.place import Place
from domain.term import Term
from domain.term_sheet import ElectionLine, ElectionList
from storage import election_steps, history

UNIT = "unit"


@dataclass(frozen=True, kw_only=True)
class Ticked:
    """The list as it stands now. `is_stale`: this press changed nothing."""

    found: ElectionList
    is_stale: bool = False


@reads
def find(
    session: Session, actor: Actor, unit_id: int, *, now: datetime, place: Place
) -> ElectionList | NotYours:
    """The list of one body."""
    term = find_term(session, actor, unit_id)
    return _list(session, term, now=now, place=place) if term else NotYours()


def tick(
    session: Session,
    actor: Actor,
    unit_id: int,
    code: str,
    *,
    is_done: bool,
    now: datetime,
    place: Place,
) -> Ticked | NotYours:
    """Tick a step, or take the tick away; the reminder names the next one from then on."""
    term = find_term(session, actor, unit_id, for_change=True)
    if term is None:
        return NotYours()
    known = [step.code for step in find_rules(session).rule(term.unit).checklist]
    if code not in known:
        return Ticked(found=_list(session, term, now=now, place=place), is_stale=True)
    if is_done:
        is_new = election_steps.tick(session, term, code, by=actor.person, now=now)
    else:
        is_new = election_steps.untick(session, term, code)
    if is_new:
        if term.election_on is not None:
            term_effects.follow_step(session, unit_id, code, is_done=is_done, now=now)
        history.write_down(
            session,
            "election_step",
            (UNIT, unit_id),
            now=now,
            by=actor.person,
            before={"done": not is_done},
            after={"code": code, "done": is_done},
        )
    return Ticked(found=_list(session, term, now=now, place=place), is_stale=not is_new)


def _list(session: Session, term: Term, *, now: datetime, place: Place) -> ElectionList:
    rule = find_rules(session).rule(term.unit)
    done = election_steps.find_ticked(session, [term.unit.id]).get((term.unit.id, term.key), {})
    lines = []
    for step in sorted(rule.checklist, key=lambda one: one.days):
        ticked = done.get(step.code)
        lines.append(
            ElectionLine(
                step=step,
                due_on=step.due_on(term.election_on) if term.election_on else None,
                ticked=ticked,
                ticked_on=place.today(ticked.at) if ticked else None,
            )
        )
    return ElectionList(today=place.today(now), term=term, lines=tuple(lines))
