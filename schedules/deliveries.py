"""Empty the outbox: claim, render, send, write down how it ended."""

import asyncio
from collections.abc import Callable
from datetime import datetime
from typing import Protocol

from actions import outbox
from actions.outbox import Result
from actions.running import Runner
from domain.card import Letter
from domain.delivery import Ending
from domain.place import Place
from texts.cards import render
from texts.languages import language
from texts.replies import Reply

IDLE_SECONDS = 1.0


class Sender(Protocol):
    """Carries one message, or one edit, to Telegram. It never raises for what Telegram says."""

    async def deliver(self, letter: Letter, reply: Reply) -> Ending:
        """Send it and say how that ended."""
        ...

    def slots(self) -> int:
        """How many may be under way now; 0 while nothing may be sent."""
        ...


class Courier:
    """Keeps as many messages under way as the sender allows.

    What has ended and what comes next are written in one transaction, so the messages that a
    crash leaves in doubt are never more than those under way.
    """

    def __init__(
        self,
        runner: Runner,
        sender: Sender,
        *,
        now: Callable[[], datetime],
        place: Place,
        default_language: str = "zh",
    ) -> None:
        self._runner = runner
        self._sender = sender
        self._now = now
        self._place = place
        self._default = default_language
        self._under_way: set[asyncio.Task[Result]] = set()
        self._ended: list[Result] = []
        self._wanted = asyncio.Event()
        self._is_stopping = False

    def wake(self) -> None:
        """Something may have been queued."""
        self._wanted.set()

    async def run(self) -> None:
        """Deliver until stopped."""
        while not self._is_stopping:
            if not await self._turn():
                self._wanted.clear()
                await _wait(self._wanted, IDLE_SECONDS)

    async def drain(self) -> None:
        """Deliver everything that is due now."""
        while await self._turn():
            continue

    async def stop(self) -> None:
        """Claim nothing more, finish what is under way, and write down how it ended."""
        self._is_stopping = True
        self.wake()
        if self._under_way:
            done, _ = await asyncio.wait(self._under_way, timeout=10)
            self._collect(done)
        await self._settle_and_claim(slots=0)

    async def _turn(self) -> bool:
        """One round; False when there is nothing to do now."""
        slots = max(0, self._sender.slots() - len(self._under_way))
        letters = []
        if self._ended or slots:
            letters = await self._settle_and_claim(slots=0 if self._is_stopping else slots)
        for letter in letters:
            self._under_way.add(asyncio.create_task(self._deliver(letter)))
        if not self._under_way:
            return False
        done, _ = await asyncio.wait(self._under_way, return_when=asyncio.FIRST_COMPLETED)
        self._collect(done)
        return True

    def _collect(self, done: set[asyncio.Task[Result]]) -> None:
        self._under_way -= done
        self._ended += [task.result() for task in done]

    async def _settle_and_claim(self, *, slots: int) -> list[Letter]:
        ended, self._ended = self._ended, []
        now = self._now()
        return await self._runner.write(
            lambda session: outbox.turn(session, ended, slots=slots, now=now, place=self._place)
        )

    async def _deliver(self, letter: Letter) -> Result:
        lang = language(letter.language, default="en" if self._default == "en" else "zh")
        ending = await self._sender.deliver(letter, render(lang, letter.card))
        delivery = letter.delivery
        return Result(
            delivery_id=delivery.id,
            attempts=delivery.attempts,
            importance=delivery.importance,
            ending=ending,
        )


async def _wait(event: asyncio.Event, seconds: float) -> None:
    try:
        await asyncio.wait_for(event.wait(), seconds)
    except TimeoutError:
        return
