"""Record an election and what follows from it, and take the record back."""

from dataclasses import dataclass
from datetime import datetime

from sqlmodel import Session

from actions import quieting
from actions.terms import NotYours, election_of, find_term, may_take_back, sheet_of
from domain.obligation import Obligation, ObligationState
from domain.permission import Actor
from domain.place import Place
from domain.term import (
    Election,
    ElectionStep,
    RecordedTerm,
    Term,
    TermSheet,
    refuse_day,
    state_after_election,
    state_without_election,
)
from domain.window import term_key
from storage import drafts, duties, history, notices, obligation_changes, terms

UNIT = "unit"


@dataclass(frozen=True, kw_only=True)
class Recorded:
    """The term as it stands now. `is_stale`: this press changed nothing."""

    sheet: TermSheet
    is_stale: bool = False


def record(
    session: Session, actor: Actor, draft_id: int, *, version: int, now: datetime, place: Place
) -> Recorded | Election | NotYours:
    """Record what was read back and confirmed; an answer that has changed is read back again."""
    draft = drafts.find(session, draft_id, person_id=actor.person)
    unit_id = drafts.find_subject(session, draft_id, person_id=actor.person)
    term = find_term(session, actor, unit_id or 0, for_change=True)
    if term is None:
        return NotYours()
    if draft is None:
        return _show(session, actor, term, is_stale=True, now=now, place=place)
    election = election_of(draft, term, now=now, place=place)
    if draft.version != version or election.step is not ElectionStep.CONFIRM:
        return election
    drafts.end(session, draft.id, state="confirmed", now=now)
    is_new = _is_possible(election) and terms.begin_next(
        session, term, election.next_term, by=actor.person, now=now
    )
    if is_new:
        _fulfil(session, actor, election.next_term, now=now)
        _write_down(session, "record_election", actor, term, election.next_term, now=now)
    after = find_term(session, actor, term.unit.id) or term
    return _show(session, actor, after, is_stale=not is_new, now=now, place=place)


def _is_possible(election: Election) -> bool:
    """Another officer may have recorded it while this one was asked."""
    day, term = election.held_on, election.term
    return day is not None and not refuse_day(day, today=election.today, began_on=term.began_on)


def discard(
    session: Session, actor: Actor, draft_id: int, *, now: datetime, place: Place
) -> Recorded | NotYours:
    """Record nothing."""
    unit_id = drafts.find_subject(session, draft_id, person_id=actor.person)
    if drafts.find(session, draft_id, person_id=actor.person) is not None:
        drafts.end(session, draft_id, state="discarded", now=now)
    term = find_term(session, actor, unit_id or 0)
    if term is None:
        return NotYours()
    return _show(session, actor, term, is_stale=False, now=now, place=place)


def take_back(
    session: Session, actor: Actor, unit_id: int, *, stamp: int, now: datetime, place: Place
) -> Recorded | NotYours:
    """Take a record back within ten minutes: what it had stilled is owed again."""
    term = find_term(session, actor, unit_id, for_change=True)
    if term is None:
        return NotYours()
    latest = next((one for one in terms.find_recorded(session, unit_id)), None)
    is_fresh = (
        latest is not None
        and latest.stamp == stamp
        and may_take_back(actor, term, latest, now=now)
        and terms.take_back(session, unit_id, latest)
    )
    after = find_term(session, actor, unit_id) or term
    if latest is not None and is_fresh:
        _owe_again(session, actor, unit_id, latest, now=now)
        _write_down(session, "undo_election", actor, term, after, now=now)
    return _show(session, actor, after, is_stale=not is_fresh, now=now, place=place)


def _fulfil(session: Session, actor: Actor, after: Term, *, now: datetime) -> None:
    """Both levels are left in peace; the next obligation opens when its time comes."""
    next_key = term_key(after.ends_on) if after.ends_on else ""
    for owed in terms.find_obligations(session, after.unit.id):
        state = state_after_election(owed, next_key)
        _settle(session, owed, state, by=actor.person, now=now)
    duties.forget_openings(session)


def _owe_again(
    session: Session, actor: Actor, unit_id: int, record: RecordedTerm, *, now: datetime
) -> None:
    key = term_key(record.ends_on)
    for owed in terms.find_obligations(session, unit_id):
        state = state_without_election(owed, record, key)
        if _settle(session, owed, state, by=actor.person, now=now) and (
            state is ObligationState.OPEN
        ):
            notices.revive_for_obligation(session, owed.id, now=now)
    duties.forget_openings(session)


def _settle(
    session: Session, owed: Obligation, state: ObligationState, *, by: int, now: datetime
) -> bool:
    if state is owed.state:
        return False
    counted = 1 if state is ObligationState.DONE else 0
    if not obligation_changes.settle(session, owed, state, counted=counted, by=by, now=now):
        return False
    quieting.quiet_obligation(session, owed.id, version=owed.version + 1, now=now)
    return True


def _show(
    session: Session, actor: Actor, term: Term, *, is_stale: bool, now: datetime, place: Place
) -> Recorded:
    sheet = sheet_of(session, actor, term, now=now, place=place)
    return Recorded(sheet=sheet, is_stale=is_stale)


def _write_down(
    session: Session, verb: str, actor: Actor, before: Term, after: Term, *, now: datetime
) -> None:
    history.write_down(
        session,
        verb,
        (UNIT, before.unit.id),
        now=now,
        by=actor.person,
        before=_facts(before),
        after=_facts(after),
    )


def _facts(term: Term) -> dict[str, str | int | None]:
    began_on = term.began_on.isoformat() if term.began_on else None
    return {"began_on": began_on, "months": term.months}
