"""The rule of two: what reaches many people is asked by one administrator and done by another."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from pydantic import TypeAdapter
from sqlmodel import Session

from actions.quieting import refresh_cards
from domain.approval import (
    NOTHING_SAID,
    About,
    Approval,
    ApprovalKind,
    ApprovalState,
    WaitingForSecond,
)
from domain.delivery import Kind, NewDelivery
from domain.permission import Actor
from domain.place import Place
from storage import approvals, deliveries, history, kept_answers, units

APPROVAL = "approval"
ABOUT = "about"
_ABOUT = TypeAdapter(About)
USEFUL_FOR = timedelta(days=7)
# What makes two questions the same: the change, and whether it takes hold of what is open.
SAME = ("mark", "includes_open")


def about_of(approval: Approval) -> About:
    """What it is about, also when it is over."""
    kept = approval.facts.get(ABOUT)
    return _ABOUT.validate_python(kept) if kept else NOTHING_SAID


def find_others(session: Session, person_id: int) -> dict[int, str]:
    """The other administrators of the whole who can be written to: names by id."""
    root = units.find_root(session)
    found = approvals.find_administrators(session, root.id) if root else {}
    return {one: name for one, name in found.items() if one != person_id}


@dataclass(frozen=True, kw_only=True)
class Question:
    """What is to be confirmed. `shown_in` is the message that will say that it waits.

    `is_about_rule`: it would change who decides here. `about` is told when it is over;
    `is_answered` when whoever asks hears at once that it waits.
    """

    kind: ApprovalKind
    facts: dict[str, Any]
    is_about_rule: bool = False
    shown_in: int | None = None
    about: About = NOTHING_SAID
    is_answered: bool = False


def ask(
    session: Session, actor: Actor, question: Question, *, now: datetime, place: Place
) -> WaitingForSecond:
    """Put a change before every other administrator; nothing of it happens yet.

    What the same one has asked already waits as it is: pressing twice asks once.
    """
    others = find_others(session, actor.person)
    approval = _find_same(session, actor, question, now=now)
    if approval is None:
        kind = question.kind
        facts = question.facts | {ABOUT: _ABOUT.dump_python(question.about, mode="json")}
        approval = approvals.add(session, kind, facts, asked_by=actor.person, now=now)
        is_answered = question.is_answered or question.shown_in is not None
        asker = () if is_answered else (actor.person,)
        _put_before(session, approval, (*others, *asker), now=now, place=place)
        note(session, "asked", approval, by=actor.person, now=now)
    if question.shown_in is not None:
        _follow(session, actor, approval, question.shown_in, now=now)
    return WaitingForSecond(
        approval_id=approval.id,
        others=tuple(others.values()),
        is_about_rule=question.is_about_rule,
    )


def _find_same(
    session: Session, actor: Actor, question: Question, *, now: datetime
) -> Approval | None:
    asked = approvals.find_asked(session, question.kind, asked_by=actor.person, now=now)
    for waiting in asked:
        if all(waiting.facts.get(one) == question.facts.get(one) for one in SAME):
            return waiting
    return None


def _put_before(
    session: Session, approval: Approval, person_ids: Iterable[int], *, now: datetime, place: Place
) -> None:
    cards = [
        _card(approval, f"approval:{approval.id}:{person_id}", person_id, place.next_waking(now))
        for person_id in person_ids
    ]
    deliveries.queue(session, cards, now=now)


def _follow(
    session: Session, actor: Actor, approval: Approval, message_id: int, *, now: datetime
) -> None:
    """Let the message that says that it waits tell later how it ended."""
    card = _card(approval, f"approval:{approval.id}:m{message_id}", actor.person, now)
    kept_answers.keep(session, card, (actor.telegram_user_id, message_id), now=now)


def _card(approval: Approval, once_key: str, person_id: int, due_at: datetime) -> NewDelivery:
    return NewDelivery(
        once_key=once_key,
        person_id=person_id,
        kind=Kind.APPROVAL,
        due_at=due_at,
        useful_until=approval.expires_at,
        subject_id=approval.id,
        subjects=((APPROVAL, approval.id),),
    )


def settle(
    session: Session,
    approval: Approval,
    state: ApprovalState,
    *,
    by: int | None,
    now: datetime,
    place: Place,
) -> bool:
    """End the waiting: everybody's card says so, and whoever asked is told."""
    if not approvals.settle(session, approval, state, by=by, now=now):
        return False
    subject = (APPROVAL, approval.id)
    refresh_cards(session, subject, version=approval.version + 1, now=now)
    told = {approval.asked_by} - {by}
    if state is ApprovalState.CONFIRMED:
        told |= {*approval.facts.get("told", ())}
    if state is ApprovalState.EXPIRED:
        told |= set(find_others(session, approval.asked_by))
    _tell(session, approval, told, now=now, place=place)
    note(session, state.value, approval, by=by, now=now)
    return True


def expire_due(session: Session, *, now: datetime, place: Place) -> int:
    """What nobody decided in three days is over; returns how many."""
    found = approvals.find_expired(session, now=now)
    for approval in found:
        settle(session, approval, ApprovalState.EXPIRED, by=None, now=now, place=place)
    return len(found)


def note(session: Session, verb: str, approval: Approval, *, by: int | None, now: datetime) -> None:
    """Write a line into the change log."""
    history.write_down(
        session,
        verb,
        (APPROVAL, approval.id),
        now=now,
        by=by,
        way="chat" if by else "clock",
        after={"kind": approval.kind.value, "asked_by": approval.asked_by},
    )


def _tell(
    session: Session, approval: Approval, person_ids: Iterable[int], *, now: datetime, place: Place
) -> None:
    told = [
        NewDelivery(
            once_key=f"approval-end:{approval.id}:{person_id}",
            person_id=person_id,
            kind=Kind.APPROVAL_ENDED,
            due_at=place.next_waking(now),
            useful_until=now + USEFUL_FOR,
            subject_id=approval.id,
            facts={"is_subject": person_id in approval.facts.get("told", ())},
        )
        for person_id in sorted(person_ids)
    ]
    deliveries.queue(session, told, now=now)
