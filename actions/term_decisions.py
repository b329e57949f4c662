"""Keep an answer that is no election held: a day that is set, an extension, an office left."""

from dataclasses import dataclass
from datetime import datetime

from sqlmodel import Session

from actions import term_effects
from actions.terms import find_term
from domain.permission import Actor
from domain.place import Place
from domain.term import UNDO_FOR
from domain.term_answer import AnswerKind, TermAnswer
from storage import duties, history, office_holders, term_answers, terms

UNIT = "unit"


@dataclass(frozen=True, kw_only=True)
class TakenBack:
    """Which body it was about; `is_new`: this press took it back."""

    unit_id: int
    kind: AnswerKind
    is_new: bool


def keep(
    session: Session, actor: Actor, answer: TermAnswer, *, now: datetime, place: Place
) -> bool:
    """Write it down with what follows from it; False when there was nothing left to do."""
    term, holder = answer.term, answer.holder
    is_vacated = answer.kind is AnswerKind.VACATED
    if is_vacated and (
        holder is None or not office_holders.end(session, holder.office_id, now=now)
    ):
        return False
    term_answers.keep(
        session,
        term,
        answer.kind,
        answer.day or answer.today,
        extension=answer.extension,
        office_id=holder.office_id if is_vacated and holder else None,
        by=actor.person,
        now=now,
    )
    _follow(session, actor, answer.kind, term.unit.id, now=now, place=place)
    _write_down(session, actor, answer, now=now)
    return True


def _follow(
    session: Session,
    actor: Actor,
    kind: AnswerKind,
    unit_id: int,
    *,
    now: datetime,
    place: Place,
) -> None:
    if kind is AnswerKind.VACATED:
        # Whoever owes something by his office may be somebody else now, or nobody.
        duties.forget_openings(session)
        return
    term = find_term(session, actor, unit_id)
    if kind is AnswerKind.EXTENDED and term is not None:
        term_effects.extend(session, term, now=now, place=place)
    else:
        term_effects.look_anew(session, unit_id, now=now, place=place)


def take_back(
    session: Session, actor: Actor, answer_id: int, *, now: datetime, place: Place
) -> TakenBack | None:
    """Within ten minutes, whoever gave it; None for what is not the actor's to see.

    What was said about a term stands once an election has begun the next one.
    """
    kept = term_answers.find(session, answer_id)
    if kept is None:
        return None
    term = terms.find(session, kept.unit_id, lengths={}, for_change=True)
    last = term_answers.find_last(session, kept.unit_id, by=actor.person, since=now - UNDO_FOR)
    is_last = last is not None and last.id == kept.id
    if not is_last and find_term(session, actor, kept.unit_id) is None:
        return None
    is_running = term is not None and term.key == kept.term_key
    is_new = is_last and is_running and term_answers.revoke(session, kept.id, now=now)
    if is_new and kept.office_id is not None:
        is_new = office_holders.take_up_again(session, kept.office_id)
    if is_new:
        _follow(session, actor, kept.kind, kept.unit_id, now=now, place=place)
        term_effects.remind_again(session, kept.unit_id, since=kept.given_at, now=now, place=place)
        history.write_down(
            session,
            f"undo_{kept.kind}",
            (UNIT, kept.unit_id),
            now=now,
            by=actor.person,
            before={"day": kept.day.isoformat()},
        )
    return TakenBack(unit_id=kept.unit_id, kind=kept.kind, is_new=is_new)


def _write_down(session: Session, actor: Actor, answer: TermAnswer, *, now: datetime) -> None:
    before = answer.term
    after = {
        "day": answer.day.isoformat() if answer.day else None,
        "approved_by": answer.approved_by or None,
        "approved_on": answer.approved_on.isoformat() if answer.approved_on else None,
        "office": answer.holder.office_id if answer.holder else None,
    }
    history.write_down(
        session,
        f"term_{answer.kind}",
        (UNIT, before.unit.id),
        now=now,
        by=actor.person,
        before={"due_on": before.due_on.isoformat() if before.due_on else None},
        after={key: value for key, value in after.items() if value is not None},
    )
