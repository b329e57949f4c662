"""Keep what was ruled, and take it back within a minute."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlmodel import Session

from actions import quieting
from actions.quieting import OBLIGATION
from actions.ruling_cards import RULING, tell_owners
from domain.obligation import ObligationState
from domain.permission import Actor
from domain.place import Place
from domain.ruling import ExcuseReason, RuledItem, Ruling, RulingKind
from storage import history, notices, obligation_changes, rulings
from storage.rulings import NewItem


@dataclass(frozen=True, kw_only=True)
class NotYours:
    """It is not there, or it is not the actor's to say."""


@dataclass(frozen=True, kw_only=True)
class Ruled:
    """It is ruled, or taken back; `passed_over` could not be given that day."""

    ruling: Ruling
    passed_over: int = 0
    may_undo: bool = False


@dataclass(frozen=True, kw_only=True)
class NewRuling:
    """A ruling about to be kept."""

    kind: RulingKind
    items: Sequence[NewItem]
    reason: ExcuseReason | None = None
    passed_over: int = 0


def keep(
    session: Session, actor: Actor, new: NewRuling, *, now: datetime, place: Place
) -> Ruled | NotYours:
    """Write it down and tell those who owe it, when it can no longer be taken back."""
    if not new.items:
        return NotYours()
    ruling_id = rulings.write(
        session, new.kind, new.items, by=actor.person, reason=new.reason, now=now
    )
    for item in new.items:
        _write_down(session, actor, new.kind.value, item, now=now)
    session.expire_all()
    ruling = rulings.find_many(session, [ruling_id])[ruling_id]
    tell_owners(session, ruling, now=now, place=place)
    return Ruled(ruling=ruling, passed_over=new.passed_over, may_undo=True)


def undo(
    session: Session,
    actor: Actor,
    ruling_id: int,
    *,
    pressed_at: datetime,
    now: datetime,
    place: Place,
) -> Ruled | NotYours:
    """Put back what nothing has happened to since; the owners hear nothing, or that it is owed."""
    ruling = rulings.find(session, ruling_id)
    if ruling is None or ruling.person_id != actor.person:
        return NotYours()
    if ruling.may_be_undone(pressed_at) and rulings.undo(session, ruling_id, now=now):
        for item in ruling.items:
            if item.is_as_ruled and _put_back(session, ruling, item, now=now, place=place):
                notices.revive_for_obligation(session, item.obligation.id, now=now)
                subject = (OBLIGATION, item.obligation.id)
                quieting.refresh_cards(session, subject, version=item.version + 1, now=now)
                _note_undone(session, actor, ruling, item, now=now)
        session.expire_all()
        ruling = rulings.find_many(session, [ruling_id])[ruling_id]
        quieting.refresh_cards(session, (RULING, ruling_id), version=2, now=now)
    return Ruled(ruling=ruling)


def _put_back(
    session: Session, ruling: Ruling, item: RuledItem, *, now: datetime, place: Place
) -> bool:
    owed = item.obligation
    if ruling.kind is RulingKind.EXTEND:
        # What fell on today is looked at once more; what was told already is not told again.
        told_through = place.today(now) - timedelta(days=1)
        return obligation_changes.take_back_extension(
            session, owed, to=item.from_day, look_at=now, told_through=told_through
        )
    return obligation_changes.settle(
        session, owed, ObligationState.OPEN, counted=owed.counted, by=None, now=now
    )


def _write_down(session: Session, actor: Actor, verb: str, item: NewItem, *, now: datetime) -> None:
    history.write_down(
        session,
        verb,
        (OBLIGATION, item.obligation_id),
        now=now,
        by=actor.person,
        before={"last_day": str(item.from_day)},
        after={"last_day": str(item.to_day)},
    )


def _note_undone(
    session: Session, actor: Actor, ruling: Ruling, item: RuledItem, *, now: datetime
) -> None:
    history.write_down(
        session,
        f"undo_{ruling.kind}",
        (OBLIGATION, item.obligation.id),
        now=now,
        by=actor.person,
        before={"last_day": str(item.to_day)},
        after={"last_day": str(item.from_day)},
    )
