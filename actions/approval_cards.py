"""What administrators see of a change that takes two of them."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

from sqlmodel import Session

from actions import (
    account_approvals,
    approvals,
    calendar_approvals,
    config_carrying,
    roster_approvals,
)
from domain.approval import Approval, ApprovalCard, ApprovalKind, Change, is_over
from domain.delivery import Delivery
from domain.place import Place
from storage import approvals as kept
from storage import people

Describer = Callable[..., Change]

DESCRIBERS: dict[ApprovalKind, Describer] = {
    ApprovalKind.CONFIGURATION: config_carrying.describe_asked,
    ApprovalKind.ROSTER: roster_approvals.describe_asked,
    ApprovalKind.CONNECTING: account_approvals.describe_asked,
    ApprovalKind.CUTTING: account_approvals.describe_asked,
    ApprovalKind.CALENDAR: calendar_approvals.describe_asked,
}


def load_cards(
    session: Session, claimed: Sequence[Delivery], *, now: datetime, place: Place
) -> dict[int, ApprovalCard]:
    """What each of the others is asked; a question that is over is only told where it was asked."""
    found = kept.find_many(session, [one.subject_id or 0 for one in claimed])
    cards: dict[int, ApprovalCard] = {}
    for one in claimed:
        approval = found.get(one.subject_id or 0)
        if approval is None or (one.edits is None and is_over(approval, now)):
            continue
        cards[one.id] = describe(session, approval, reader=one.person_id, now=now, place=place)
    return cards


def load_endings(
    session: Session, claimed: Sequence[Delivery], *, now: datetime, place: Place
) -> dict[int, ApprovalCard]:
    """How a question ended, for whoever asked and was not there."""
    found = kept.find_many(session, [one.subject_id or 0 for one in claimed])
    return {
        one.id: replace(
            describe(
                session, found[one.subject_id or 0], reader=one.person_id, now=now, place=place
            ),
            is_ending=True,
            is_for_subject=bool(one.facts.get("is_subject")),
        )
        for one in claimed
        if (one.subject_id or 0) in found
    }


def describe(
    session: Session, approval: Approval, *, reader: int, now: datetime, place: Place
) -> ApprovalCard:
    """The question with what would change, or how it ended."""
    named = people.find_many(session, [approval.asked_by, approval.decided_by or 0])
    card = ApprovalCard(
        approval_id=approval.id,
        state=approval.state,
        kind=approval.kind,
        about=approvals.about_of(approval),
        asker=_name(named, approval.asked_by),
        decider=_name(named, approval.decided_by),
        is_for_asker=approval.asked_by == reader,
    )
    if is_over(approval, now):
        return card
    describe_asked = DESCRIBERS[approval.kind]
    change = describe_asked(session, approval.facts, now=now, place=place)
    others = approvals.find_others(session, approval.asked_by)
    return replace(card, change=change, others=tuple(others.values()))


def _name(named: Mapping[int, Any], person_id: int | None) -> str:
    person = named.get(person_id or 0)
    return person.name if person else ""
