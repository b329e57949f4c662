"""The dialogue that somebody's next words belong to."""

from sqlmodel import Session

from actions.running import reads
from domain.draft import Draft
from domain.permission import Actor
from storage import drafts


@reads
def find_open(session: Session, actor: Actor) -> Draft | None:
    """The open dialogue of whoever writes; strangers have none."""
    if not actor.is_linked:
        return None
    return drafts.find_open(session, actor.person)
