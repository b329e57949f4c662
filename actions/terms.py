"""Whose term ends when, and record the election that begins the next one."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlmodel import Session

from actions.running import reads
from domain.cadence import TermEnds
from domain.draft import Draft
from domain.obligation import ObligationState
from domain.permission import Actor, may_manage, officer_paths
from domain.place import Place
from domain.term import (
    UNDO_FOR,
    BadDay,
    Election,
    ElectionStep,
    RecordedTerm,
    Term,
    TermPage,
    TermSheet,
    order_terms,
    refuse_day,
)
from storage import drafts, duties, obligations, terms

A_PAGE = 8
DRAFT = "election"


@dataclass(frozen=True, kw_only=True)
class NotYours:
    """It does not exist, or it is somebody else's: both look the same."""


@dataclass(frozen=True, kw_only=True)
class NotUnderstood:
    """The words are no answer to what is asked."""

    election: Election


@dataclass(frozen=True, kw_only=True)
class DayRefused:
    """No election can have been held on that day."""

    election: Election
    day: date
    because: BadDay


@reads
def find_page(
    session: Session, actor: Actor, *, page: int, now: datetime, place: Place
) -> TermPage:
    """The terms of the actor's units and everything below, the earliest end first."""
    kinds, lengths = find_lengths(session)
    found = order_terms(
        terms.find_within(session, officer_paths(actor), kinds=kinds, lengths=lengths)
    )
    pages = max(1, -(-len(found) // A_PAGE))
    here = min(max(page, 1), pages)
    return TermPage(
        today=place.today(now),
        terms=tuple(found[(here - 1) * A_PAGE : here * A_PAGE]),
        page=here,
        pages=pages,
        total=len(found),
    )


@reads
def find_sheet(
    session: Session, actor: Actor, unit_id: int, *, now: datetime, place: Place
) -> TermSheet | NotYours:
    """The term of one unit, and those before."""
    term = find_term(session, actor, unit_id)
    return sheet_of(session, actor, term, now=now, place=place) if term else NotYours()


def ask(
    session: Session, actor: Actor, unit_id: int, *, now: datetime, place: Place
) -> Election | NotYours:
    """Begin to record an election: the next words are its day."""
    term = find_term(session, actor, unit_id)
    if term is None:
        return NotYours()
    draft = drafts.begin(session, actor.person, DRAFT, subject_id=unit_id, now=now)
    return election_of(draft, term, now=now, place=place)


def ask_for(
    session: Session, actor: Actor, obligation_id: int, *, now: datetime, place: Place
) -> Election | TermSheet | NotYours:
    """The same from a reminder; when the election is recorded already, that is shown."""
    owed = obligations.find(session, obligation_id)
    if owed is None or not owed.is_about_a_term:
        return NotYours()
    if owed.state is not ObligationState.OPEN:
        return find_sheet(session, actor, owed.unit.id, now=now, place=place)
    return ask(session, actor, owed.unit.id, now=now, place=place)


def hear(
    session: Session,
    actor: Actor,
    *,
    day: date | None,
    years: int | None,
    now: datetime,
    place: Place,
) -> Election | NotUnderstood | DayRefused | NotYours:
    """Take the answer: a day, or the length where nobody has said it yet.

    Until it is confirmed another day may be given.
    """
    draft = drafts.find_open(session, actor.person)
    if draft is None or draft.kind != DRAFT or draft.subject_id is None:
        return NotYours()
    term = find_term(session, actor, draft.subject_id)
    if term is None:
        drafts.end(session, draft.id, state="discarded", now=now)
        return NotYours()
    election = election_of(draft, term, now=now, place=place)
    if day is not None:
        because = refuse_day(day, today=election.today, began_on=term.began_on)
        if because:
            return DayRefused(election=election, day=day, because=because)
        facts = {**draft.facts, "held_on": day.isoformat()}
    elif years is not None and election.step is ElectionStep.YEARS:
        facts = {**draft.facts, "months": years * 12}
    else:
        return NotUnderstood(election=election)
    drafts.keep(session, draft, facts, now=now)
    kept = drafts.find(session, draft.id, person_id=actor.person) or draft
    return election_of(kept, term, now=now, place=place)


def find_lengths(session: Session) -> tuple[set[str], dict[str, int]]:
    """The kinds of units that owe elections, and their terms in months where a duty says so."""
    kinds: set[str] = set()
    lengths: dict[str, int] = {}
    for duty in duties.find_all(session):
        if isinstance(duty.cadence, TermEnds):
            kinds.update(duty.audience.kinds)
            lengths.update(duty.cadence.months)
    return kinds, lengths


def find_term(
    session: Session, actor: Actor, unit_id: int, *, for_change: bool = False
) -> Term | None:
    """The term of a unit that is the actor's own or below it."""
    _, lengths = find_lengths(session)
    term = terms.find(session, unit_id, lengths=lengths, for_change=for_change)
    return term if term is not None and may_manage(actor, term.unit.path) else None


def election_of(draft: Draft, term: Term, *, now: datetime, place: Place) -> Election:
    """The dialogue as a value."""
    facts: dict[str, Any] = draft.facts
    held_on = facts.get("held_on")
    return Election(
        draft_id=draft.id,
        version=draft.version,
        today=place.today(now),
        term=term,
        held_on=date.fromisoformat(held_on) if held_on else None,
        months=facts.get("months", term.months),
    )


def sheet_of(
    session: Session, actor: Actor, term: Term, *, now: datetime, place: Place
) -> TermSheet:
    """How the term stands now, and whether the actor may take its record back."""
    recorded = terms.find_recorded(session, term.unit.id)
    latest = recorded[0] if recorded else None
    may_undo = latest is not None and may_take_back(actor, term, latest, now=now)
    return TermSheet(
        today=place.today(now),
        term=term,
        past=tuple(one for one in recorded if one.began_on != term.began_on),
        undo_stamp=latest.stamp if latest and may_undo else None,
    )


def may_take_back(actor: Actor, term: Term, record: RecordedTerm, *, now: datetime) -> bool:
    """Whoever recorded it may think again for ten minutes, while nothing was recorded since."""
    return (
        record.recorded_by == actor.person
        and record.began_on == term.began_on
        and now - record.recorded_at <= UNDO_FOR
    )
