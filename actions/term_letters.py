"""Make the letter of reminder, and note for the ledger that it was made."""

from datetime import datetime

from sqlmodel import Session

from actions.term_rules import find_rules
from actions.terms import NotYours, find_term
from domain.office import OFFICER_ROLES
from domain.permission import Actor
from domain.place import Place
from domain.term_ledger import REQUEST
from domain.term_letter import TermLetter
from domain.unit import Unit, is_within
from storage import history, term_answers

UNIT = "unit"


def make(
    session: Session, actor: Actor, unit_id: int, *, now: datetime, place: Place
) -> TermLetter | NotYours:
    """Only the level above reminds; a term without an end gives no letter."""
    term = find_term(session, actor, unit_id)
    sender = find_sender(actor, term.unit) if term else None
    if term is None or sender is None or term.due_on is None:
        return NotYours()
    today = place.today(now)
    written = term_answers.find_letters(session, [unit_id]).get((unit_id, term.key))
    if written != today:
        term_answers.keep(session, term, term_answers.LETTER, today, by=actor.person, now=now)
        history.write_down(
            session,
            "term_letter",
            (UNIT, unit_id),
            now=now,
            by=actor.person,
            after={"day": today.isoformat()},
        )
    steps = find_rules(session).rule(term.unit).checklist
    request = next((step for step in steps if step.code == REQUEST), None)
    days = -request.days if request is not None and request.days < 0 else None
    return TermLetter(today=today, sender=sender, term=term, request_days=days)


def find_sender(actor: Actor, unit: Unit) -> str | None:
    """The nearest unit above that the actor holds an office in."""
    above = [
        office
        for office in actor.offices
        if office.role in OFFICER_ROLES
        and office.unit_id != unit.id
        and is_within(unit.path, office.unit_path)
    ]
    nearest = max(above, key=lambda office: len(office.unit_path), default=None)
    return nearest.unit_name if nearest else None
