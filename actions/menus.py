"""The menus that private chats show: which must change, and which have."""

from collections.abc import Sequence

from sqlmodel import Session

from actions.running import reads
from domain.menu import MenuChange
from storage import menus


@reads
def find_changes(session: Session, *, edition: str, limit: int) -> list[MenuChange]:
    """Menus to write and menus to take away, a few of them."""
    drifted = menus.find_drifted(session, edition=edition, limit=limit)
    return [*drifted, *menus.find_orphaned(session, limit=limit)][:limit]


def note_changed(session: Session, changes: Sequence[MenuChange]) -> None:
    """These chats show what they should."""
    for change in changes:
        menus.remember(session, change)
