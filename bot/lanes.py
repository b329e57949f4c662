"""How fast calls may follow each other: for the whole bot, for one chat, and how many at a time."""

from bisect import bisect_left, insort
from collections import deque
from enum import StrEnum
from math import ceil

# Differences below this are rounding, not time.
_AN_INSTANT = 1e-6

_CHAT_BURST = 3.0
_CHAT_PER_SECOND = 1.0
_GROUP_WINDOW = 60.0
_MOST_CHATS = 4096


class Lane(StrEnum):
    """Who waits for a call: a person for an answer, or nobody for a push."""

    ANSWER = "answer"
    PUSH = "push"


# What one chat takes. Pushes leave something over, so that an answer need not wait behind them.
_TOKENS_NEEDED = {Lane.ANSWER: 1.0, Lane.PUSH: 2.0}
_GROUP_PER_MINUTE = {Lane.ANSWER: 20, Lane.PUSH: 18}


class Line:
    """Tickets that wait their turn, lowest first."""

    def __init__(self) -> None:
        self._tickets: list[int] = []

    def __len__(self) -> int:
        return len(self._tickets)

    def join(self, ticket: int) -> int:
        """Stand in line, once; the number of tickets ahead."""
        ahead = bisect_left(self._tickets, ticket)
        if not self._holds(ticket, ahead):
            insort(self._tickets, ticket)
        return ahead

    def leave(self, ticket: int) -> None:
        """Stand in line no more, if it did."""
        place = bisect_left(self._tickets, ticket)
        if self._holds(ticket, place):
            del self._tickets[place]

    def _holds(self, ticket: int, place: int) -> bool:
        return place < len(self._tickets) and self._tickets[place] == ticket


class SteadyPace:
    """Calls evenly spaced; after a pause in the stream a few may catch up."""

    def __init__(self, rate: float, *, catch_up: int = 3) -> None:
        """`rate` is in calls per second."""
        self._gap = 1 / rate
        self._slack = (catch_up - 1) * self._gap
        self._next = 0.0

    def wait(self, now: float, *, ahead: int) -> float:
        """Seconds until the turn of a call with so many before it; 0 is now."""
        return _seconds(self._next - self._slack + ahead * self._gap - now)

    def take(self, now: float) -> None:
        """A call goes out."""
        self._next = max(self._next, now) + self._gap


class ChatPace:
    """What one chat takes: about one a second, three at once; a group twenty a minute."""

    def __init__(self, *, group: bool, now: float) -> None:
        self._tokens = _CHAT_BURST
        self._counted_at = now
        self._recent: deque[float] | None = deque(maxlen=20) if group else None

    def wait(self, now: float, lane: Lane) -> float:
        """Seconds until this chat takes another one; 0 is now."""
        wait = (_TOKENS_NEEDED[lane] - self._tokens_at(now)) / _CHAT_PER_SECOND
        most = _GROUP_PER_MINUTE[lane]
        if self._recent is not None and len(self._recent) >= most:
            wait = max(wait, self._recent[-most] + _GROUP_WINDOW - now)
        return _seconds(wait)

    def take(self, now: float) -> None:
        """A call goes out to this chat."""
        self._tokens = self._tokens_at(now) - 1
        self._counted_at = now
        if self._recent is not None:
            self._recent.append(now)

    def is_rested(self, now: float) -> bool:
        """Whether nothing is left to remember about this chat."""
        return now - self._counted_at > _GROUP_WINDOW

    def _tokens_at(self, now: float) -> float:
        refilled = self._tokens + (now - self._counted_at) * _CHAT_PER_SECOND
        return min(_CHAT_BURST, refilled)


class ChatPaces:
    """The pace of every chat written to lately."""

    def __init__(self) -> None:
        self._chats: dict[int, ChatPace] = {}

    def of(self, chat: int, now: float) -> ChatPace:
        """The pace of this chat."""
        pace = self._chats.get(chat)
        if pace is None:
            if len(self._chats) >= _MOST_CHATS:
                kept = self._chats.items()
                self._chats = {chat: pace for chat, pace in kept if not pace.is_rested(now)}
            # Telegram gives groups negative ids.
            pace = self._chats[chat] = ChatPace(group=chat < 0, now=now)
        return pace


class InFlight:
    """How many pushes may be under way at once: as few as keep up with the rate.

    Each one under way may be doubled by a crash; too few would idle while Telegram is slow.
    """

    def __init__(self, *, rate: float, fewest: int = 4, most: int = 16) -> None:
        """`rate` is in messages per second; 0 is without limit, so never too fast."""
        self._rate = rate
        self._fewest = fewest
        self._most = most
        self._latency: float | None = None

    @property
    def limit(self) -> int:
        """How many may be under way now."""
        if self._latency is None:
            return self._fewest
        if self._rate == 0:
            return self._most
        # Little's law, with a quarter more since latencies vary.
        needed = ceil(self._rate * self._latency * 1.25)
        return min(self._most, max(self._fewest, needed))

    def record(self, latency: float) -> None:
        """One call took so many seconds."""
        before = latency if self._latency is None else self._latency
        self._latency = before + (latency - before) / 5


def _seconds(wait: float) -> float:
    return wait if wait > _AN_INSTANT else 0.0
