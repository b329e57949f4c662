"""Time that passes only when everybody sleeps."""

import asyncio
import heapq
import itertools
import random
from collections.abc import Coroutine
from datetime import UTC, datetime, timedelta
from typing import Any

EPOCH = datetime(2026, 11, 2, 12, tzinfo=UTC)

# How often the loop goes round before all who can run have run: more than any chain here needs.
_ROUNDS = 6


class PlayedTime:
    """A clock, a stopwatch and a sleep that agree; sleepers may wake up late by `oversleep` s."""

    def __init__(self, *, oversleep: float = 0.0) -> None:
        self.seconds = 0.0
        self._oversleep = oversleep
        self._chance = random.Random(7)
        self._sleepers: list[tuple[float, int, asyncio.Future[None]]] = []
        self._order = itertools.count()

    def now(self) -> datetime:
        """The wall clock."""
        return EPOCH + timedelta(seconds=self.seconds)

    def monotonic(self) -> float:
        """The stopwatch."""
        return self.seconds

    async def sleep(self, seconds: float) -> None:
        """Wait until time has been played so far."""
        waking: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        at = self.seconds + seconds + self._chance.uniform(0, self._oversleep)
        heapq.heappush(self._sleepers, (at, next(self._order), waking))
        await waking

    async def play(self, *stories: Coroutine[Any, Any, Any]) -> list[Any]:
        """Run all stories to their ends; what they returned or raised."""
        tasks = [asyncio.ensure_future(story) for story in stories]
        while not all(task.done() for task in tasks):
            for _ in range(_ROUNDS):
                await asyncio.sleep(0)
            if self._sleepers:
                at, _, waking = heapq.heappop(self._sleepers)
                self.seconds = max(self.seconds, at)
                if not waking.done():
                    waking.set_result(None)
        return await asyncio.gather(*tasks, return_exceptions=True)
