"""What the bot did: every accepted send, edit and answer, in order."""

from collections import Counter, deque
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any


@dataclass(frozen=True, kw_only=True, slots=True)
class Entry:
    at: datetime
    method: str
    chat_id: int
    message_id: int
    params: Mapping[str, Any]


@dataclass(frozen=True, kw_only=True, slots=True)
class CallbackAnswer:
    text: str
    show_alert: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class Press:
    """A press that the bot was told of."""

    query_id: str
    person_id: int
    chat_id: int
    message_id: int
    data: str
    at: datetime


class Journal:
    """Keeps the last `size` entries, or all of them."""

    def __init__(self, size: int | None) -> None:
        self.entries: deque[Entry] = deque(maxlen=size)
        self.calls: Counter[str] = Counter()
        self.presses: dict[str, Press] = {}
        self.callback_answers: dict[str, CallbackAnswer | None] = {}
        self.unknown_methods: list[str] = []

    def unanswered(self) -> list[Press]:
        return [
            press for key, press in self.presses.items() if self.callback_answers.get(key) is None
        ]
