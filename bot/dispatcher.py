"""Hand updates from the inbox to the people's door: many people at once, each in his own order."""

import asyncio
import json
import logging
import re
import secrets
from collections import deque
from collections.abc import Awaitable, Callable
from datetime import datetime
from typing import Any, Protocol

from telegram import Update
from telegram.error import TelegramError
from telegram.ext import ExtBot

from actions import inbox
from actions.running import AlreadyHandledError, Runner
from bot.logs import fact
from bot.telegram_errors import Outcome, classify
from domain.incoming import Incoming
from handlers.context import Context

log = logging.getLogger("muduo.dispatcher")

AT_ONCE = 32
LOADED_AT_MOST = 400
LOAD_AGAIN_SECONDS = 5.0
# U+0000 in JSON: PostgreSQL keeps no text that holds it, and nobody can see it.
_NUL = re.compile(r"(?<!\\)((?:\\\\)*)\\u0000")

Handle = Callable[[Context], Awaitable[None]]
MakeContext = Callable[[Update, Incoming], Context]


class Apologise(Protocol):
    """Tells whoever asked that something failed. `is_done`: what was asked for stands."""

    async def __call__(
        self, update: Update, incoming: Incoming, reference: str, *, is_done: bool
    ) -> None: ...


class Dispatcher:
    """Takes what waits in the inbox; an update that cannot be handled stops nobody behind it."""

    def __init__(
        self,
        bot: ExtBot[None],
        runner: Runner,
        *,
        handle: Handle,
        make_context: MakeContext,
        apologise: Apologise,
        now: Callable[[], datetime],
    ) -> None:
        self._bot = bot
        self._runner = runner
        self._handle = handle
        self._make_context = make_context
        self._apologise = apologise
        self._now = now
        self._arrived = asyncio.Event()
        self._arrived.set()
        self._finished = asyncio.Event()
        self._queues: dict[int, deque[Incoming]] = {}
        self._running: set[asyncio.Task[None]] = set()
        # Loaded and not yet settled in the database; ids may start anew, so no cursor would do.
        self._in_hand: set[int] = set()
        self._settled: list[int] = []
        self._places = asyncio.Semaphore(AT_ONCE)

    def wake(self) -> None:
        """There is something new in the inbox."""
        self._arrived.set()

    async def run(self) -> None:
        """Hand out until cancelled."""
        while True:
            await self._arrived.wait()
            self._arrived.clear()
            while await self._load():
                await self._room()

    async def drain(self) -> int:
        """Handle everything that waits now; returns how many updates that were.

        What was under way already is waited for, too.
        """
        handled = 0
        while (loaded := await self._load()) or self._running:
            handled += loaded
            while self._running:
                await asyncio.gather(*self._running)
        await self._settle()
        return handled

    async def stop(self) -> None:
        """Let the running ones finish; whatever is only loaded stays in the inbox."""
        self._queues.clear()
        if self._running:
            await asyncio.wait(self._running, timeout=10)
        await self._settle()

    async def _load(self) -> int:
        limit = LOADED_AT_MOST + len(self._in_hand)
        found = await self._runner.read(lambda session: inbox.find_waiting(session, limit=limit))
        waiting = [one for one in found if one.update_id not in self._in_hand]
        for incoming in waiting:
            self._in_hand.add(incoming.update_id)
            queue = self._queues.setdefault(incoming.sender, deque())
            queue.append(incoming)
            if len(queue) == 1:
                task = asyncio.create_task(self._work_off(incoming.sender))
                self._running.add(task)
                task.add_done_callback(self._running.discard)
        return len(waiting)

    async def _room(self) -> None:
        """Do not load without end: wait until most of what is loaded is handled.

        One person's messages are handled one by one, so however many there are, they fill little.
        """
        while sum(min(len(one), AT_ONCE) for one in self._queues.values()) > LOADED_AT_MOST // 2:
            self._finished.clear()
            await self._finished.wait()

    async def _work_off(self, sender: int) -> None:
        try:
            while queue := self._queues.get(sender):
                async with self._places:
                    await self._take(queue[0])
                queue.popleft()
                self._finished.set()
            self._queues.pop(sender, None)
            if not self._queues:
                # Nobody may come for hours, and what is answered must not wait that long.
                await self._settle()
        except Exception:
            # The memory itself failed. What this person sent is still in the inbox.
            log.exception("inbox_unreachable")
            self._load_again(sender)

    def _load_again(self, sender: int) -> None:
        for incoming in self._queues.pop(sender, ()):
            self._in_hand.discard(incoming.update_id)
        self._finished.set()
        asyncio.get_running_loop().call_later(LOAD_AGAIN_SECONDS, self.wake)

    async def _take(self, incoming: Incoming) -> None:
        update: Update | None = None
        context: Context | None = None
        while True:
            try:
                update = Update.de_json(_read(incoming.raw), self._bot)
                context = self._make_context(update, incoming)
                await self._handle(context)
            except AlreadyHandledError:
                self._in_hand.discard(incoming.update_id)
            except Exception as error:  # Whatever goes wrong in here is counted, logged and told.
                if context is not None and context.has_written:
                    # It is done and settled; only the answer was lost. Again it would be another.
                    reference = secrets.token_hex(4)
                    facts = {"update": incoming.update_id, "reference": reference}
                    log.exception("answer_lost", extra={"facts": facts})
                    if not _may_have_arrived(error):
                        await self._say_sorry(context.update, incoming, reference, is_done=True)
                elif not await self._note_failure(incoming, update):
                    continue
                self._in_hand.discard(incoming.update_id)
            else:
                await self._note_done(context)
            return

    async def _say_sorry(
        self, update: Update, incoming: Incoming, reference: str, *, is_done: bool
    ) -> None:
        """Whoever cannot even be told this loses nothing more by it: the log has the reference."""
        try:
            await self._apologise(update, incoming, reference, is_done=is_done)
        except TelegramError as error:
            fact(log, "apology_lost", reference=reference, reason=error.message)

    async def _note_done(self, context: Context) -> None:
        if context.has_written:
            self._in_hand.discard(context.incoming.update_id)
            return
        self._settled.append(context.incoming.update_id)
        if len(self._settled) >= AT_ONCE or len(self._queues) <= 1:
            await self._settle()

    async def _settle(self) -> None:
        settled, self._settled = self._settled, []
        if settled:
            now = self._now()
            try:
                await self._runner.write(lambda session: inbox.settle(session, settled, now=now))
            except BaseException:
                self._settled[:0] = settled
                raise
            self._in_hand.difference_update(settled)

    async def _note_failure(self, incoming: Incoming, update: Update | None) -> bool:
        reference = secrets.token_hex(4)
        facts = {"update": incoming.update_id, "reference": reference}
        log.exception("update_failed", extra={"facts": facts})
        now = self._now()
        is_dead = await self._runner.write(
            lambda session: inbox.note_failure(
                session, incoming.update_id, reference=reference, now=now
            )
        )
        if is_dead:
            fact(log, "update_given_up", update=incoming.update_id, reference=reference)
            if update is not None:
                await self._say_sorry(update, incoming, reference, is_done=False)
        return is_dead


def _read(raw: str) -> dict[str, Any]:
    """Telegram's JSON as an object, without what no database could keep."""
    return json.loads(_NUL.sub(r"\1", raw) if "\\u0000" in raw else raw)  # type: ignore[no-any-return]


def _may_have_arrived(error: Exception) -> bool:
    """Whether the answer is perhaps there: then nobody is told that it is not."""
    return isinstance(error, TelegramError) and classify(error).kind is Outcome.AMBIGUOUS
