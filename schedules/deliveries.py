"""Empty the outbox: claim, render, send, write down how it ended."""

import asyncio
import logging
from collections import deque
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Protocol

from actions import outbox
from actions.outbox import Result, Unsaid, result_of
from actions.running import Runner
from domain.card import Letter
from domain.delivery import Ending, Refused
from domain.place import Place
from schedules.studio import Studio
from texts.cards import render
from texts.replies import Reply

log = logging.getLogger("muduo.deliveries")

IDLE_SECONDS = 1.0
# Letters prepared at a time: what they say is loaded for all of them together.
AHEAD = 64
# With so few left the next ones are prepared, while these are sent.
FEW = 24
# Older ones may speak of yesterday, or go out at night.
FRESH_FOR = timedelta(seconds=60)
NEIGHBOURS_SECONDS = 0.004
STOP_SECONDS = 10.0


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

    What has ended and what comes next are written in one transaction. None is claimed before it
    can go out: a second crash would take one that was claimed twice for sent.
    """

    def __init__(
        self,
        runner: Runner,
        sender: Sender,
        *,
        now: Callable[[], datetime],
        place: Place,
        default_language: str = "zh",
        on_turn: Callable[[], None] = lambda: None,
    ) -> None:
        self._runner = runner
        self._sender = sender
        self._now = now
        self._place = place
        self._on_turn = on_turn
        self._under_way: set[asyncio.Task[Result]] = set()
        self._ended: list[Result] = []
        self._wanted = asyncio.Event()
        self._is_stopping = False
        self._prepared: deque[Letter] = deque()
        self._unsaid = Unsaid()
        self._prepared_at = now()
        self._preparing: asyncio.Task[None] | None = None
        self._may_be_more = True
        self._carried: set[int] = set()
        self._writing: asyncio.Task[None] | None = None
        self._studio = Studio(default_language, self.wake)

    def wake(self) -> None:
        """Something may have been queued."""
        self._wanted.set()

    async def run(self) -> None:
        """Deliver until stopped."""
        while not self._is_stopping:
            self._on_turn()
            if not await self._turn():
                self._wanted.clear()
                await _wait(self._wanted, IDLE_SECONDS)

    async def drain(self) -> None:
        """Deliver everything that is due now."""
        self._prepared.clear()
        while await self._turn() or await self._is_claiming() or await self._studio.wait():
            continue

    async def stop(self) -> None:
        """Claim nothing more, finish what is under way, and write down how it ended."""
        self._is_stopping = True
        self.wake()
        await self._written()
        until = asyncio.get_running_loop().time() + STOP_SECONDS
        while self._under_way and (left := until - asyncio.get_running_loop().time()) > 0:
            await asyncio.wait(self._under_way, timeout=left)
        if self._preparing is not None:
            await asyncio.wait({self._preparing}, timeout=STOP_SECONDS)
        self._studio.close()
        await self._written()
        await self._settle_and_claim(room=0)

    async def _written(self) -> None:
        if self._writing is not None:
            await asyncio.wait({self._writing}, timeout=STOP_SECONDS)

    async def _turn(self) -> bool:
        """One round; False when there is nothing to do now."""
        slots = 0 if self._is_stopping else self._sender.slots()
        # What has ended is written with the claim: its slot is free by then, and what ends
        # meanwhile keeps its own until the next turn. So a crash doubles no more than the slots.
        room = max(0, slots - len(self._under_way))
        if room:
            await self._look_ahead()
        has_work = bool(self._ended or self._unsaid or (room and self._prepared))
        if has_work:
            await self._settle_and_claim(room=room)
        if self._under_way:
            await self._wait_for_some()
            return True
        return has_work

    async def _is_claiming(self) -> bool:
        """Whether another turn was just claiming messages; waits until it has them."""
        if self._writing is None or self._writing.done():
            return False
        await asyncio.wait({self._writing})
        return True

    async def _wait_for_some(self) -> None:
        """Wait for one to end, and a moment for its neighbours: one transaction serves them all."""
        _, others = await asyncio.wait(self._under_way, return_when=asyncio.FIRST_COMPLETED)
        if others:
            await asyncio.wait(others, timeout=NEIGHBOURS_SECONDS)

    async def _look_ahead(self) -> None:
        """Have letters ready, and those behind them under preparation."""
        if self._now() - self._prepared_at > FRESH_FOR:
            self._prepared.clear()
        is_few = self._may_be_more and len(self._prepared) <= FEW
        is_older = self._preparing is not None
        if not self._prepared or is_few:
            await self._await_prepared()
        if not self._prepared and is_older:
            # That one may have begun before the newest messages were queued.
            await self._await_prepared()

    async def _await_prepared(self) -> None:
        """Begin to prepare if nobody has; wait for it only with nothing to send meanwhile."""
        preparing = self._preparing or asyncio.create_task(self._prepare())
        self._preparing = preparing
        if not self._prepared or preparing.done():
            await asyncio.wait({preparing})
            if self._preparing is preparing:
                self._preparing = None
            preparing.result()

    async def _prepare(self) -> None:
        now = self._now()
        in_hand = self._carried | {letter.delivery.id for letter in self._prepared}
        in_hand |= self._studio.in_hand
        found = await self._runner.read(
            lambda session: outbox.prepare(
                session, limit=AHEAD, in_hand=in_hand, now=now, place=self._place
            )
        )
        if not self._prepared:
            self._prepared_at = now
        self._prepared.extend(self._studio.ready(found.letters))
        self._may_be_more = len(found.letters) == AHEAD
        self._unsaid = found.unsaid

    def _end(self, task: asyncio.Task[Result]) -> None:
        self._under_way.discard(task)
        if not task.cancelled():
            self._ended.append(task.result())

    async def _settle_and_claim(self, *, room: int) -> None:
        # A stop ends the loop, but not a commit that has begun: what that claims must be sent.
        self._writing = asyncio.create_task(self._write_turn(room=room))
        await asyncio.shield(self._writing)

    async def _write_turn(self, *, room: int) -> None:
        ended, self._ended = self._ended, []
        unsaid, self._unsaid = self._unsaid, Unsaid()
        letters = [self._prepared.popleft() for _ in range(min(room, len(self._prepared)))]
        now = self._now()
        try:
            claimed = await self._runner.write(
                lambda session: outbox.turn(
                    session, ended, letters=letters, unsaid=unsaid, now=now, place=self._place
                )
            )
        except BaseException:
            # Telegram has these: whatever is wrong with the disk, how they ended is not forgotten.
            self._ended[:0] = ended
            raise
        self._carried.difference_update(one.delivery_id for one in ended)
        self._carried.update(letter.delivery.id for letter in claimed)
        for letter in claimed:
            task = asyncio.create_task(self._deliver(letter))
            self._under_way.add(task)
            task.add_done_callback(self._end)

    async def _deliver(self, letter: Letter) -> Result:
        ending: Ending
        try:
            reply = self._studio.dress(letter, render(self._studio.speak(letter), letter.card))
            ending = await self._sender.deliver(letter, reply)
        except Exception:
            # A message that cannot be worded must not stop those behind it.
            log.exception("delivery_broke", extra={"facts": {"delivery": letter.delivery.id}})
            ending = Refused(reason="it could not be worded; see the log")
        return result_of(letter, ending)


async def _wait(event: asyncio.Event, seconds: float) -> None:
    try:
        await asyncio.wait_for(event.wait(), seconds)
    except TimeoutError:
        return
