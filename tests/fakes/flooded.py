"""Telegram behind a gate, in played time: it notes when what came, and can refuse."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from telegram.error import RetryAfter

from bot.gate import Gate, Pause
from bot.lanes import Lane
from tests.fakes.played_time import PlayedTime

ROUNDING = 1e-6


@dataclass(frozen=True, kw_only=True)
class Came:
    """One request, as Telegram saw it."""

    at: float
    chat: int | None
    lane: Lane
    endpoint: str


class GatedTelegram:
    """A gate with Telegram behind it. `refusals` are the seconds of its first 429 answers."""

    def __init__(
        self,
        *,
        rate: float = 30,
        latency: float = 0.0,
        refusals: Iterable[int] = (),
        pauses: Iterable[Pause] = (),
        oversleep: float = 0.0,
    ) -> None:
        self.time = PlayedTime(oversleep=oversleep)
        self.came: list[Came] = []
        self.reported: list[Pause] = []
        self.latency = latency
        self.refusals = list(refusals)
        self.gate = Gate(
            rate=rate,
            now=self.time.now,
            monotonic=self.time.monotonic,
            sleep=self.time.sleep,
            on_pause=self.reported.append,
            pauses=pauses,
        )

    async def call(
        self,
        chat: int | None,
        lane: Lane = Lane.ANSWER,
        *,
        endpoint: str = "sendMessage",
        after: float = 0.0,
    ) -> float:
        """Make one call, after so many seconds; how long it took to be answered."""
        if after:
            await self.time.sleep(after)
        begun = self.time.seconds

        async def arrive() -> bool:
            self.came.append(Came(at=self.time.seconds, chat=chat, lane=lane, endpoint=endpoint))
            if self.latency:
                await self.time.sleep(self.latency)
            if self.refusals:
                raise RetryAfter(self.refusals.pop(0))
            return True

        asked: dict[str, Any] = {} if chat is None else {"chat_id": chat}
        await self.gate.process_request(arrive, (), {}, endpoint, asked, lane)
        return self.time.seconds - begun

    async def push_all(self, chats: Iterable[int], *, workers: int) -> None:
        """Push to each chat, so many at a time."""
        waiting = iter(chats)

        async def work() -> None:
            for chat in waiting:
                await self.call(chat, Lane.PUSH)

        await self.time.play(*(work() for _ in range(workers)))

    def times(self) -> list[float]:
        """When requests came."""
        return [came.at for came in self.came]


def busiest(times: list[float], *, within: float) -> int:
    """The most of these instants in any window so long."""
    most, first = 0, 0
    for last, at in enumerate(times):
        while times[first] <= at - within + ROUNDING:
            first += 1
        most = max(most, last - first + 1)
    return most
