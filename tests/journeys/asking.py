"""What journeys ask about a message or about the history."""

from typing import Any

from sqlmodel import Session, col, select

from sandbox.chats import Message
from storage.tables.process import HistoryRow
from tests.harness.world import World


def buttons_of(message: Message) -> list[str]:
    """The labels under a message."""
    return [button.text for row in message.buttons for button in row]


def facts_of_history(world: World, condition: Any) -> list[HistoryRow]:
    """The lines of history that fulfil a condition, oldest first."""

    def look(session: Session) -> list[HistoryRow]:
        return list(session.exec(select(HistoryRow).where(condition).order_by(col(HistoryRow.id))))

    return world.look(look)
