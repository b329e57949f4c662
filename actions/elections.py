"""Keep what was confirmed about a term: an election held, or another answer, and take it back."""

from dataclasses import dataclass
from datetime import datetime

from sqlmodel import Session

from actions import term_decisions, term_effects
from actions.term_talk import DRAFT, answer_of
from actions.terms import NotYours, find_term, may_take_back, sheet_of
from domain.permission import Actor
from domain.place import Place
from domain.term import Term
from domain.term_answer import AnswerKind, AnswerStep, TermAnswer, refuse_day
from domain.term_sheet import TermSheet
from storage import drafts, history, terms

UNIT = "unit"


@dataclass(frozen=True, kw_only=True)
class Recorded:
    """The term as it stands now. `is_stale`: this press changed nothing."""

    sheet: TermSheet
    kind: AnswerKind = AnswerKind.HELD
    is_stale: bool = False


@dataclass(frozen=True, kw_only=True)
class Unseen:
    """Taken back by somebody who, by what he took back, could not see the body any more."""


def record(
    session: Session, actor: Actor, draft_id: int, *, version: int, now: datetime, place: Place
) -> Recorded | TermAnswer | NotYours:
    """Keep what was read back and confirmed; an answer that has changed is read back again."""
    draft = drafts.find(session, draft_id, person_id=actor.person)
    unit_id = drafts.find_subject(session, draft_id, person_id=actor.person)
    term = find_term(session, actor, unit_id or 0, for_change=True)
    if term is None:
        return NotYours()
    if draft is None or draft.kind != DRAFT:
        return _show(session, actor, term, is_stale=True, now=now, place=place)
    answer = answer_of(session, actor, draft, term, now=now, place=place)
    if draft.version != version or answer.step is not AnswerStep.CONFIRM:
        return answer
    drafts.end(session, draft.id, state="confirmed", now=now)
    is_new = _is_possible(answer) and _keep(session, actor, answer, now=now, place=place)
    after = find_term(session, actor, term.unit.id) or term
    shown = _show(session, actor, after, is_stale=not is_new, now=now, place=place)
    return Recorded(sheet=shown.sheet, kind=answer.kind, is_stale=shown.is_stale)


def _is_possible(answer: TermAnswer) -> bool:
    """Another officer may have recorded something while this one was asked."""
    if answer.kind is AnswerKind.VACATED:
        return answer.holder is not None
    day = answer.day
    return day is not None and not refuse_day(
        answer.kind, day, today=answer.today, term=answer.term
    )


def _keep(
    session: Session, actor: Actor, answer: TermAnswer, *, now: datetime, place: Place
) -> bool:
    if answer.kind is not AnswerKind.HELD:
        return term_decisions.keep(session, actor, answer, now=now, place=place)
    is_new = terms.begin_next(
        session,
        answer.term,
        answer.next_term,
        turnout=answer.turnout,
        by=actor.person,
        now=now,
    )
    if is_new:
        term_effects.fulfil(session, actor, answer.next_term, now=now)
        _write_down(session, "record_election", actor, answer.term, answer.next_term, now=now)
    return is_new


def discard(
    session: Session, actor: Actor, draft_id: int, *, now: datetime, place: Place
) -> Recorded | NotYours:
    """Record nothing."""
    unit_id = drafts.find_subject(session, draft_id, person_id=actor.person)
    draft = drafts.find(session, draft_id, person_id=actor.person)
    if draft is not None and draft.kind == DRAFT:
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
        term_effects.owe_again(session, actor, unit_id, latest, now=now)
        _write_down(session, "undo_election", actor, term, after, now=now)
    return _show(session, actor, after, is_stale=not is_fresh, now=now, place=place)


def take_back_answer(
    session: Session, actor: Actor, answer_id: int, *, now: datetime, place: Place
) -> Recorded | Unseen | NotYours:
    """Take another answer back within ten minutes."""
    undone = term_decisions.take_back(session, actor, answer_id, now=now, place=place)
    if undone is None:
        return NotYours()
    term = find_term(session, actor, undone.unit_id)
    if term is None:
        return Unseen() if undone.is_new else NotYours()
    shown = _show(session, actor, term, is_stale=not undone.is_new, now=now, place=place)
    return Recorded(sheet=shown.sheet, kind=undone.kind, is_stale=shown.is_stale)


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
