"""The numbers of Telegram, and the counting of calls against its rate limits."""

from collections import deque
from dataclasses import dataclass
from math import ceil

from sandbox.answers import too_many_requests
from sandbox.clock import Clock

TEXT_LENGTH = 4096
RAW_TEXT_BYTES = 32768
CAPTION_LENGTH = 1024
ENTITIES = 100
CALLBACK_BYTES = 64
CALLBACK_ANSWER_LENGTH = 200
KEYBOARD_BUTTONS = 100
KEYBOARD_BYTES = 10 * 1024
KEYBOARD_ROW = 12
COPY_TEXT_LENGTH = 256
COMMANDS = 100
COMMAND_LENGTH = 32
COMMAND_DESCRIPTION_LENGTH = 256
NAME_LENGTH = 64
TOPIC_NAME_LENGTH = 128
ALBUM = 10
DESCRIPTION_LENGTH = 512
SHORT_DESCRIPTION_LENGTH = 120
UPLOAD_BYTES = 50 * 1024 * 1024
PHOTO_BYTES = 10 * 1024 * 1024
PHOTO_SIDES = 10_000
PHOTO_RATIO = 20
FETCHED_BYTES = 4 * 1024 * 1024
DOWNLOAD_BYTES = 20 * 1024 * 1024
DELETE_SECONDS = 48 * 3600
MESSAGE_LIFETIME_SECONDS = 24 * 3600
PRESS_LIFETIME_SECONDS = 150


@dataclass(frozen=True, kw_only=True, slots=True)
class Rate:
    """How much may be sent: overall, into one private chat, into one group."""

    per_second: int = 30
    chat_per_second: float = 1.0
    chat_burst: int = 5
    group_per_minute: int = 20


class RateLimiter:
    """Counts sends and edits; a chat over the limit stays shut until retry_after is over."""

    def __init__(self, rate: Rate | None, now: Clock) -> None:
        self.rate = rate
        self._now = now
        self._overall: deque[float] = deque()
        self._chats: dict[int, tuple[float, float]] = {}
        self._groups: dict[int, deque[float]] = {}
        self._shut: dict[int, float] = {}
        self._next_webhook = 0.0

    def take(self, chat_id: int, messages: int = 1) -> None:
        """Count a message, or the parts of an album, which pass together; or refuse with 429."""
        if self.rate is None:
            return
        now = self._now().timestamp()
        wait = max(
            self._shut.get(chat_id, 0.0) - now,
            _window_wait(self._overall, now, (self.rate.per_second, 1.0)),
            self._chat_wait(chat_id, now, self.rate),
        )
        if wait > 0:
            retry_after = max(1, ceil(wait))
            self._shut[chat_id] = now + retry_after
            raise too_many_requests(retry_after)
        self._shut.pop(chat_id, None)
        for _ in range(messages):
            self._count(chat_id, now)

    def take_webhook(self) -> None:
        """A webhook is set once a second."""
        now = self._now().timestamp()
        if self.rate is not None and now < self._next_webhook:
            raise too_many_requests(1)
        self._next_webhook = now + 1

    def _chat_wait(self, chat_id: int, now: float, rate: Rate) -> float:
        if chat_id < 0:
            group = self._groups.setdefault(chat_id, deque())
            return _window_wait(group, now, (rate.group_per_minute, 60.0))
        level, at = self._chats.get(chat_id, (0.0, now))
        level = max(0.0, level - (now - at) * rate.chat_per_second)
        self._chats[chat_id] = (level, now)
        return (level + 1 - rate.chat_burst) / rate.chat_per_second

    def _count(self, chat_id: int, now: float) -> None:
        self._overall.append(now)
        if chat_id < 0:
            self._groups[chat_id].append(now)
        else:
            level, at = self._chats[chat_id]
            self._chats[chat_id] = (level + 1, at)


def _window_wait(window: deque[float], now: float, limit: tuple[int, float]) -> float:
    count, seconds = limit
    while window and window[0] <= now - seconds:
        window.popleft()
    return window[0] + seconds - now if len(window) >= count else 0.0
