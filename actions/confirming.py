"""The frame around Confirm: what an administrator sent waits as a draft until it is decided."""

from dataclasses import dataclass
from datetime import datetime

from sqlmodel import Session

from actions.administration import administers_all
from actions.running import reads
from domain.draft import Draft
from domain.permission import Actor
from storage import drafts


@dataclass(frozen=True, kw_only=True)
class NotOfTheWhole:
    """An administrator of a part asks to change the whole."""


@dataclass(frozen=True, kw_only=True)
class Begun:
    """The next file belongs to this dialogue."""


@dataclass(frozen=True, kw_only=True)
class Gone:
    """It was confirmed or discarded before, or something newer took its place."""


@dataclass(frozen=True, kw_only=True)
class Discarded:
    """Nothing was changed, and what was sent is forgotten."""


def begin(session: Session, actor: Actor, kind: str, *, now: datetime) -> Begun | NotOfTheWhole:
    """Wait for a file of this kind."""
    if not administers_all(session, actor):
        return NotOfTheWhole()
    drafts.begin(session, actor.person, kind, now=now)
    return Begun()


@reads
def may_send(session: Session, actor: Actor) -> bool:
    """Whether a file of this actor is worth fetching."""
    return administers_all(session, actor)


def find(session: Session, actor: Actor, draft_id: int, *, kind: str, version: int) -> Draft | None:
    """The draft as it stood when the button was shown; None when it is over, or another by now."""
    draft = drafts.find(session, draft_id, person_id=actor.person)
    if draft is None or draft.kind != kind or draft.version != version:
        return None
    return draft


def discard(
    session: Session, actor: Actor, kind: str, draft_id: int, *, now: datetime
) -> Discarded | Gone:
    """Forget what was sent."""
    draft = drafts.find(session, draft_id, person_id=actor.person)
    if draft is None or draft.kind != kind:
        return Gone()
    return Discarded() if drafts.end(session, draft_id, state="discarded", now=now) else Gone()
