"""A second administrator decides: the change happens now, or never."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any, Protocol

from sqlmodel import Session

from actions import (
    account_approvals,
    approvals,
    calendar_approvals,
    config_carrying,
    roster_approvals,
)
from actions.administration import administers_all, still_administers_all
from actions.approval_cards import describe
from actions.config_versions import Author
from domain.approval import Approval, ApprovalCard, ApprovalKind, ApprovalState, is_over
from domain.permission import Actor
from domain.place import Place
from storage import approvals as kept


class Applier(Protocol):
    """Does what was asked for; False when that would be something else than what was shown."""

    def __call__(
        self,
        session: Session,
        facts: dict[str, Any],
        author: Author,
        *,
        now: datetime,
        place: Place,
    ) -> bool:
        """Apply in this transaction."""
        ...


APPLIERS: dict[ApprovalKind, Applier] = {
    ApprovalKind.CONFIGURATION: config_carrying.apply_approved,
    ApprovalKind.ROSTER: roster_approvals.apply_approved,
    ApprovalKind.CONNECTING: account_approvals.apply_connection,
    ApprovalKind.CUTTING: account_approvals.apply_cut,
    ApprovalKind.CALENDAR: calendar_approvals.apply_approved,
}


@dataclass(frozen=True, kw_only=True)
class Decided:
    """The card as it stands now; `is_news` when this very press has decided it."""

    card: ApprovalCard
    is_news: bool


@dataclass(frozen=True, kw_only=True)
class NotYours:
    """There is no such question for this administrator."""


def confirm(
    session: Session, actor: Actor, approval_id: int, *, now: datetime, place: Place
) -> Decided | NotYours:
    """Do it. Whoever asked cannot confirm, and must still be entitled to ask."""
    approval = _find(session, actor, approval_id)
    if approval is None or approval.asked_by == actor.person:
        return NotYours()
    if is_over(approval, now):
        return _as_it_is(session, actor, approval, now=now, place=place)
    author = Author(
        person_id=approval.asked_by, confirmed_by=actor.person, cause=approval.kind.value
    )
    done = _may_still_ask(session, approval) and (
        APPLIERS[approval.kind](session, approval.facts, author, now=now, place=place)
    )
    state = ApprovalState.CONFIRMED if done else ApprovalState.OUTDATED
    return _settle(session, actor, approval, state, now=now, place=place)


def discard(
    session: Session, actor: Actor, approval_id: int, *, now: datetime, place: Place
) -> Decided | NotYours:
    """Let it be. Whoever asked may take it back so, also an officer for his own units."""
    approval = kept.find_for_change(session, approval_id)
    is_own = approval is not None and approval.asked_by == actor.person
    if approval is None or not (is_own or administers_all(session, actor)):
        return NotYours()
    if is_over(approval, now):
        return _as_it_is(session, actor, approval, now=now, place=place)
    state = ApprovalState.DISCARDED
    return _settle(session, actor, approval, state, now=now, place=place)


def _find(session: Session, actor: Actor, approval_id: int) -> Approval | None:
    """Locked: while one decides, nobody else does."""
    return kept.find_for_change(session, approval_id) if administers_all(session, actor) else None


def _may_still_ask(session: Session, approval: Approval) -> bool:
    """The calendar of a unit may be its officer's: its way to be applied looks at that."""
    is_calendar = approval.kind is ApprovalKind.CALENDAR
    is_of_a_unit = is_calendar and bool(approval.facts["request"].get("unit"))
    return is_of_a_unit or still_administers_all(session, approval.asked_by)


def _settle(
    session: Session,
    actor: Actor,
    approval: Approval,
    state: ApprovalState,
    *,
    now: datetime,
    place: Place,
) -> Decided:
    approvals.settle(session, approval, state, by=actor.person, now=now, place=place)
    card = _card(session, actor, approval, now=now, place=place)
    return Decided(card=card, is_news=True)


def _as_it_is(
    session: Session, actor: Actor, approval: Approval, *, now: datetime, place: Place
) -> Decided:
    if approval.state is ApprovalState.WAITING:
        expired = ApprovalState.EXPIRED
        approvals.settle(session, approval, expired, by=None, now=now, place=place)
    card = _card(session, actor, approval, now=now, place=place)
    return Decided(card=card, is_news=False)


def _card(
    session: Session, actor: Actor, approval: Approval, *, now: datetime, place: Place
) -> ApprovalCard:
    settled = kept.find(session, approval.id) or approval
    return describe(session, settled, reader=actor.person, now=now, place=place)
