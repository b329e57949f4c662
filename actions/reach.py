"""Who can be written to, and who cannot."""

from datetime import datetime

from sqlmodel import Session

from domain.permission import Actor
from storage import accounts


def note_change(session: Session, actor: Actor, *, is_lost: bool, now: datetime) -> None:
    """Somebody has blocked the bot or let it in again."""
    because = "blocked" if is_lost else None
    accounts.mark_lost(session, actor.telegram_user_id, because=because, now=now)
