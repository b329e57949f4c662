"""The dialogue that somebody's next words belong to."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlmodel import Session

from actions.running import reads
from domain.draft import Draft
from domain.permission import Actor
from storage import drafts

TAKEN_BACK_WITHIN = timedelta(seconds=60)


@dataclass(frozen=True, kw_only=True)
class Stranger:
    """Nobody knows who writes."""


@reads
def find_open(session: Session, actor: Actor) -> Draft | Stranger | None:
    """The open dialogue of whoever writes; strangers have none."""
    if not actor.is_linked:
        return Stranger()
    return drafts.find_open(session, actor.person)


def drop_open(session: Session, actor: Actor, *, now: datetime) -> Draft | None:
    """End the open dialogue; None when nothing is open."""
    draft = drafts.find_open(session, actor.person)
    if draft is None or not drafts.end(session, draft.id, state="discarded", now=now):
        return None
    return draft


def reopen(session: Session, actor: Actor, draft_id: int, *, pressed_at: datetime) -> bool:
    """Take back a dialogue that was dropped within the last minute."""
    since = pressed_at - TAKEN_BACK_WITHIN
    return drafts.reopen(session, draft_id, person_id=actor.person, since=since)


def resume(session: Session, actor: Actor, draft_id: int, *, now: datetime) -> Draft | None:
    """Let the actor's next words belong to a dialogue of his own that is not over."""
    return drafts.resume(session, draft_id, person_id=actor.person, now=now)
