"""Put the parts together: one bot, its database, its doors and its clock."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial
from pathlib import Path
from typing import Any

from telegram import Update
from telegram.ext import ExtBot
from telegram.request import BaseRequest

from actions import group_cards, outages, outbox
from bot.action_runner import ActionRunner
from bot.clock import monotonic
from bot.dispatcher import Dispatcher
from bot.file_keeper import FileKeeper
from bot.gate import Gate, Pause
from bot.groups import TelegramGroups
from bot.menus import TelegramMenus
from bot.polling import Poller
from bot.profile import introduce
from bot.pulse import Pulse
from bot.sender import TelegramSender
from domain.code import CODES_GOOD_FOR
from domain.incoming import Incoming
from domain.place import Place
from handlers.context import PRESS_PATIENCE, Context
from handlers.routes import ROUTES, handle
from schedules.deliveries import Courier
from schedules.group_cards import GroupCardKeeper
from schedules.menus import MenuKeeper
from schedules.ticks import tick
from storage.engine import Database
from storage.file_store import FileStore
from texts import refusals
from texts.languages import Code, language

TICK_SECONDS = 20.0


@dataclass(frozen=True, kw_only=True)
class Parts:
    """What differs between the real bot, the sandbox and a test."""

    token: str
    api_url: str
    request: Callable[[], BaseRequest]
    database: Database
    now: Callable[[], datetime]
    place: Place
    files: Path
    language: Code = "zh"
    send_rate: float = 30
    codes_good_for: timedelta = CODES_GOOD_FOR
    press_patience: float = PRESS_PATIENCE
    web_address: str | None = None
    sleep: Callable[[float], Awaitable[None]] = asyncio.sleep
    pauses: Sequence[Pause] = ()
    doubt: Callable[[], str | None] = lambda: None


class Muduo:
    """The assembled bot. Nothing runs until `start`; tests call the steps one by one."""

    def __init__(self, parts: Parts) -> None:
        self.parts = parts
        self.username = ""
        self.pulse = Pulse()
        self.copies = FileStore(parts.files)
        self.runner = ActionRunner(parts.database, pulse=self.pulse)
        self._tasks: set[asyncio.Task[None]] = set()
        self.gate = _make_gate(parts, self._remember_pause)
        self.bot: ExtBot[Any] = _make_bot(parts, self.gate)
        self.files = self._make_file_keeper()
        self.sender = TelegramSender(
            self.bot, self.gate, now=parts.now, doubt=parts.doubt, pulse=self.pulse
        )
        self.courier = self._make_courier()
        self.menus = MenuKeeper(
            self.runner,
            TelegramMenus(self.bot, ROUTES.offers, default_language=parts.language),
        )
        self.group_cards = GroupCardKeeper(
            self.runner,
            TelegramGroups(self.bot, default_language=parts.language),
            now=parts.now,
            place=parts.place,
        )
        self.dispatcher = Dispatcher(
            self.bot,
            self.runner,
            handle=self._handle,
            make_context=self._context,
            apologise=self._apologise,
            now=parts.now,
        )
        self.poller = Poller(
            self.bot,
            self.runner,
            now=parts.now,
            on_arrival=self.dispatcher.wake,
            sleep=parts.sleep,
            pulse=self.pulse,
        )

    def _make_file_keeper(self) -> FileKeeper:
        now, place = self.parts.now, self.parts.place
        return FileKeeper(self.bot, self.runner, self.copies, now=now, place=place)

    def _make_courier(self) -> Courier:
        parts = self.parts
        return Courier(
            self.runner,
            self.sender,
            now=parts.now,
            place=parts.place,
            default_language=parts.language,
            on_turn=partial(self.pulse.beat, "courier"),
        )

    @property
    def bot_id(self) -> int:
        """Whose token this is; known before Telegram is asked."""
        return int(self.parts.token.partition(":")[0])

    async def open(self) -> None:
        """Meet Telegram and pick up what an earlier run left under way."""
        await self.bot.initialize()
        self.username = self.bot.username
        now = self.parts.now()
        await self.runner.write(partial(outbox.recover, now=now))
        await self.runner.write(partial(group_cards.recover, now=now))
        await self.runner.write(partial(outages.note_return, now=now, place=self.parts.place))

    async def introduce(self) -> bool:
        """Say in Telegram who the bot is; False when some of it must be tried another time."""
        offers = ROUTES.offers
        return await introduce(self.bot, offers, default_language=self.parts.language)

    async def close(self) -> None:
        """Finish what is under way and let go of everything."""
        await asyncio.gather(self.courier.stop(), self.dispatcher.stop())
        # A copy: whichever ends takes itself out.
        await asyncio.gather(*self._tasks, return_exceptions=True)
        await self.bot.shutdown()
        self.runner.close()

    async def tick(self) -> int:
        """One tick of the clock's door; none while the clock is in doubt."""
        self.pulse.beat("timetable", quiet_for=TICK_SECONDS)
        if self.parts.doubt() is not None:
            return 0
        did = await tick(self.runner, now=self.parts.now(), place=self.parts.place)
        self.pulse.note("tick")
        self.courier.wake()
        return did

    async def settle(self) -> None:
        """Run until quiet: fetch, handle, tick and deliver until nothing is left to do now."""
        while True:
            fetched = await self.poller.poll_once()
            if not await self.work_off() and not fetched:
                return

    async def work_off(self) -> int:
        """Handle, tick and deliver what there is to do now; returns how much that was."""
        handled = await self.dispatcher.drain()
        did = await self.tick()
        await self.courier.drain()
        await self.menus.drain()
        await self.group_cards.drain()
        return handled + did

    async def _handle(self, context: Context) -> None:
        await handle(context)
        if context.has_queued_answer:
            self.courier.wake()

    def _context(self, update: Update, incoming: Incoming) -> Context:
        spoken = update.effective_user.language_code if update.effective_user else None
        return Context(
            bot=self.bot,
            runner=self.runner,
            update=update,
            incoming=incoming,
            lang=language(incoming.language or spoken, default=self.parts.language),
            now=self.parts.now,
            place=self.parts.place,
            bot_username=self.bot.username,
            copies=self.copies,
            codes_good_for=self.parts.codes_good_for,
            web_address=self.parts.web_address,
            press_patience=self.parts.press_patience,
        )

    async def _apologise(
        self, update: Update, incoming: Incoming, reference: str, *, is_done: bool
    ) -> None:
        context = self._context(update, incoming)
        if update.callback_query is not None:
            await context.toast("")
        if update.effective_chat is not None and update.effective_chat.type == "private":
            words = refusals.answer_lost if is_done else refusals.broken
            await context.say(words(context.lang, reference))

    def _remember_pause(self, pause: Pause) -> None:
        work = partial(outbox.remember_pause, scope=str(pause.scope), until=pause.until)
        task = asyncio.get_running_loop().create_task(self.runner.write(work))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)


def _make_gate(parts: Parts, on_pause: Callable[[Pause], None]) -> Gate:
    return Gate(
        rate=parts.send_rate,
        now=parts.now,
        monotonic=monotonic,
        sleep=parts.sleep,
        on_pause=on_pause,
        pauses=parts.pauses,
    )


def _make_bot(parts: Parts, gate: Gate) -> ExtBot[Any]:
    return ExtBot(
        parts.token,
        base_url=f"{parts.api_url}/bot",
        base_file_url=f"{parts.api_url}/file/bot",
        request=parts.request(),
        get_updates_request=parts.request(),
        rate_limiter=gate,
    )
