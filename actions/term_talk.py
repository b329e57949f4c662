"""The dialogue about the end of a term: what is answered, asked for until nothing is missing."""

from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

from sqlmodel import Session

from actions import terms as looks
from actions import word_standpoint
from actions.running import reads
from actions.term_rules import find_rules
from actions.terms import NotYours, find_term, is_above
from domain import term_words
from domain.draft import Draft
from domain.obligation import ObligationState
from domain.permission import Actor
from domain.place import Place
from domain.term import Term
from domain.term_answer import (
    AnswerKind,
    AnswerStep,
    BadDay,
    Holder,
    TermAnswer,
    Turnout,
    refuse_day,
)
from domain.term_sheet import TermSheet
from domain.term_words import TermWords
from storage import drafts, obligations, office_holders

DRAFT = "election"


@dataclass(frozen=True, kw_only=True)
class NotUnderstood:
    """The words are no answer to what is asked."""

    answer: TermAnswer


@dataclass(frozen=True, kw_only=True)
class DayRefused:
    """The answer cannot name that day."""

    answer: TermAnswer
    day: date
    because: BadDay


def ask(
    session: Session,
    actor: Actor,
    unit_id: int,
    *,
    kind: AnswerKind,
    now: datetime,
    place: Place,
) -> TermAnswer | TermSheet | NotYours:
    """Begin an answer: the next words belong to it."""
    term = find_term(session, actor, unit_id)
    if term is None:
        return NotYours()
    if kind is AnswerKind.EXTENDED and term.ends_on is None:
        return looks.sheet_of(session, actor, term, now=now, place=place)
    facts = {"kind": kind.value}
    draft = drafts.begin(session, actor.person, DRAFT, subject_id=unit_id, facts=facts, now=now)
    return answer_of(session, actor, draft, term, now=now, place=place)


def ask_for(
    session: Session, actor: Actor, obligation_id: int, *, now: datetime, place: Place
) -> TermAnswer | TermSheet | NotYours:
    """Begin with an election held, from a reminder; one that is recorded is shown."""
    owed = obligations.find(session, obligation_id)
    if owed is None or not owed.is_about_a_term:
        return NotYours()
    if owed.state is not ObligationState.OPEN:
        return looks.find_sheet(session, actor, owed.unit.id, now=now, place=place)
    return ask(session, actor, owed.unit.id, kind=AnswerKind.HELD, now=now, place=place)


@reads
def read_words(
    session: Session, actor: Actor, words: str, *, now: datetime, place: Place
) -> TermWords:
    """What the words say, before anything is written."""
    draft = drafts.find_open(session, actor.person)
    asked = kind_of(draft) if draft is not None and draft.kind == DRAFT else None
    here = word_standpoint.find_for(session, actor, now=now, place=place)
    return term_words.read(words, here, asked=asked)


def hear(
    session: Session,
    actor: Actor,
    said: TermWords,
    *,
    years: int | None,
    now: datetime,
    place: Place,
) -> TermAnswer | NotUnderstood | DayRefused | NotYours:
    """Take what was said; until it is confirmed any of it may be said again."""
    draft = drafts.find_open(session, actor.person)
    if draft is None or draft.kind != DRAFT or draft.subject_id is None:
        return NotYours()
    term = find_term(session, actor, draft.subject_id)
    if term is None:
        drafts.end(session, draft.id, state="discarded", now=now)
        return NotYours()
    before = answer_of(session, actor, draft, term, now=now, place=place)
    facts = _facts_after(before, draft.facts, said, years=years)
    if facts == draft.facts:
        return NotUnderstood(answer=before)
    after = answer_of(session, actor, replace(draft, facts=facts), term, now=now, place=place)
    if said.day is not None and after.day is not None:
        because = refuse_day(after.kind, after.day, today=after.today, term=term)
        if because:
            return DayRefused(answer=replace(before, kind=after.kind), day=after.day,
                              because=because)  # fmt: skip
    drafts.keep(session, draft, facts, now=now)
    kept = drafts.find(session, draft.id, person_id=actor.person) or draft
    return answer_of(session, actor, kept, term, now=now, place=place)


def _facts_after(
    before: TermAnswer, facts: dict[str, Any], said: TermWords, *, years: int | None
) -> dict[str, Any]:
    """The facts with what was said; the same facts where nothing was."""
    kind = said.kind or before.kind
    found = dict(facts) if kind is before.kind else {}
    found["kind"] = kind.value
    if said.day is not None and before.step is not AnswerStep.APPROVAL:
        found["day"] = said.day.isoformat()
    elif years is not None and before.step is AnswerStep.YEARS:
        found["months"] = years * 12
    if said.turnout is not None:
        found["turnout"] = [said.turnout.due, said.turnout.present]
    if kind is AnswerKind.EXTENDED:
        found |= _approval(before, said)
    if kind is AnswerKind.VACATED and said.rest:
        named = next((one for one in before.holders if one.name == said.rest), None)
        found |= {"office": named.office_id} if named else {}
    return found


def _approval(before: TermAnswer, said: TermWords) -> dict[str, str]:
    """Whoever is named beside a day has approved; a day alone is asked for after a name."""
    by, on = said.approved_by, said.approved_on
    if before.step is AnswerStep.APPROVAL or said.day is not None:
        by, on = by or said.rest, on or said.rest_on
    if before.step is AnswerStep.APPROVAL and on is None:
        on = said.day
    known = {"approved_by": by, "approved_on": on.isoformat() if on else ""}
    return {key: value for key, value in known.items() if value}


def choose_holder(
    session: Session, actor: Actor, draft_id: int, office_id: int, *, now: datetime, place: Place
) -> TermAnswer | NotYours:
    """Take the one whose button was pressed."""
    draft = drafts.find(session, draft_id, person_id=actor.person)
    if draft is None or draft.kind != DRAFT:
        return NotYours()
    term = find_term(session, actor, draft.subject_id or 0)
    if term is None:
        return NotYours()
    answer = answer_of(session, actor, draft, term, now=now, place=place)
    if answer.kind is not AnswerKind.VACATED:
        return answer
    if office_id not in [one.office_id for one in answer.holders]:
        return NotYours()
    drafts.keep(session, draft, draft.facts | {"office": office_id}, now=now)
    kept = drafts.find(session, draft_id, person_id=actor.person) or draft
    return answer_of(session, actor, kept, term, now=now, place=place)


def kind_of(draft: Draft) -> AnswerKind:
    """What the dialogue is about."""
    return AnswerKind(draft.facts.get("kind", AnswerKind.HELD))


def answer_of(
    session: Session, actor: Actor, draft: Draft, term: Term, *, now: datetime, place: Place
) -> TermAnswer:
    """The dialogue as a value."""
    facts, kind = draft.facts, kind_of(draft)
    holders: tuple[Holder, ...] = ()
    if kind is AnswerKind.VACATED:
        holders = tuple(_may_leave(session, actor, term))
    turnout = facts.get("turnout")
    return TermAnswer(
        draft_id=draft.id,
        version=draft.version,
        today=place.today(now),
        term=term,
        kind=kind,
        rule=find_rules(session).rule(term.unit),
        day=_day(facts.get("day")),
        months=facts.get("months", term.months),
        turnout=Turnout(due=turnout[0], present=turnout[1]) if turnout else None,
        approved_by=facts.get("approved_by", ""),
        approved_on=_day(facts.get("approved_on")),
        holder=next((one for one in holders if one.office_id == facts.get("office")), None),
        holders=holders,
    )


def _may_leave(session: Session, actor: Actor, term: Term) -> list[Holder]:
    """One's own office; whoever answers for a level above speaks for everybody."""
    found = office_holders.find(session, term.unit.id)
    if is_above(actor, term.unit):
        return found
    return [one for one in found if one.person_id == actor.person_id]


def _day(written: str | None) -> date | None:
    return date.fromisoformat(written) if written else None
