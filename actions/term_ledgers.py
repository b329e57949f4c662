"""Gather the ledger of terms: a handful of questions, however many bodies there are."""

from collections.abc import Collection
from datetime import date, datetime

from sqlmodel import Session

from actions.running import reads
from actions.terms import NotYours, find_terms
from domain.election_rule import TickedStep
from domain.office import Role
from domain.permission import Actor, may_manage
from domain.place import Place
from domain.term import RecordedTerm, Term
from domain.term_answer import Holder
from domain.term_ledger import REQUEST, LedgerRow, TermLedger
from domain.unit import Unit
from storage import election_steps, office_holders, term_answers, terms, units

ROLES = (Role.SECRETARY, Role.HEAD, Role.COMMITTEE_MEMBER)


@reads
def find(
    session: Session, actor: Actor, unit_id: int, *, now: datetime, place: Place
) -> TermLedger | NotYours:
    """The ledger of a unit and everything below it; 0: of all that the actor answers for."""
    unit = units.find(session, unit_id) if unit_id else None
    if unit_id and (unit is None or not may_manage(actor, unit.path)):
        return NotYours()
    rows = load_rows(session, actor, unit, place=place)
    return TermLedger(made_at=place.local(now), rows=rows, unit=unit)


def load_rows(
    session: Session, actor: Actor, unit: Unit | None, *, place: Place
) -> tuple[LedgerRow, ...]:
    """A row for each body of a unit and below it (None: of all the actor's), in order."""
    found = find_terms(session, actor, unit)
    ids = [term.unit.id for term in found]
    above = units.find_many(session, [term.unit.parent_id or 0 for term in found])
    records = terms.find_running_records(session, ids)
    letters = term_answers.find_letters(session, ids)
    ticked = election_steps.find_ticked(session, ids)
    holders = office_holders.find_in(session, ids, ROLES)
    return tuple(
        LedgerRow(
            term=term,
            above=_seen(actor, above.get(term.unit.parent_id or 0)),
            record=_record(term, records.get(term.unit.id)),
            reminded_on=letters.get((term.unit.id, term.key)),
            requested_on=_requested_on(ticked.get((term.unit.id, term.key), {}), place),
            secretaries=_names(holders.get(term.unit.id, ()), (Role.SECRETARY, Role.HEAD)),
            members=_names(holders.get(term.unit.id, ()), (Role.COMMITTEE_MEMBER,)),
        )
        for term in found
    )


def _seen(actor: Actor, above: Unit | None) -> Unit | None:
    """The level above, as far as it is the actor's."""
    return above if above is not None and may_manage(actor, above.path) else None


def _record(term: Term, latest: RecordedTerm | None) -> RecordedTerm | None:
    return latest if latest is not None and latest.began_on == term.began_on else None


def _requested_on(ticked: dict[str, TickedStep], place: Place) -> date | None:
    found = ticked.get(REQUEST)
    return place.today(found.at) if found else None


def _names(holders: Collection[Holder], roles: Collection[Role]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(one.name for one in holders if one.role in roles))
