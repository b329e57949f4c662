"""A sandbox that runs inside a test: its server on a free port, and a tiny bot that echoes."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass
from html import escape

from starlette.types import ASGIApp, Message, Receive, Scope, Send
from telegram import Bot, InlineKeyboardButton, InlineKeyboardMarkup, Update

from sandbox.clock import TimeMachine
from sandbox.core import StandIn
from sandbox.extension import NOTHING_MORE, Extension
from sandbox.server import create_app, listen, server_for
from tests.fakes.stand_in_request import StandInRequest

SECRET = "a-secret-for-tests-only"


@dataclass(frozen=True, kw_only=True, slots=True)
class Address:
    """Where a running sandbox listens."""

    port: int

    @property
    def root(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    @property
    def page(self) -> str:
        return f"{self.root}/{SECRET}/"


class Noting:
    """Writes down with which status each call on people's side was answered."""

    def __init__(self, app: ASGIApp, *, statuses: list[int]) -> None:
        self._app = app
        self._statuses = statuses

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        async def note(message: Message) -> None:
            if message["type"] == "http.response.start":
                self._statuses.append(message["status"])
            await send(message)

        await self._app(scope, receive, note)


@asynccontextmanager
async def serving(
    stand_in: StandIn,
    time_machine: TimeMachine | None = None,
    *,
    extension: Extension = NOTHING_MORE,
    statuses: list[int] | None = None,
) -> AsyncIterator[Address]:
    listener = listen()
    app = create_app(stand_in, time_machine=time_machine, extension=extension, secret=SECRET)
    if statuses is not None:
        app.add_middleware(Noting, statuses=statuses)
    server = server_for(app)
    task = asyncio.create_task(server.serve(sockets=[listener]))
    try:
        yield Address(port=listener.getsockname()[1])
    finally:
        server.should_exit = True
        await task


@asynccontextmanager
async def echoing(stand_in: StandIn) -> AsyncIterator[None]:
    """Run a bot that repeats what it hears, with a button below."""
    wire = StandInRequest(stand_in)
    async with Bot(stand_in.token, request=wire, get_updates_request=wire) as bot:
        task = asyncio.create_task(_echo_for_ever(bot))
        try:
            yield
        finally:
            task.cancel()
            with suppress(asyncio.CancelledError):
                await task


async def _echo_for_ever(bot: Bot) -> None:
    offset = 0
    while True:
        for update in await bot.get_updates(offset=offset, timeout=30):
            offset = update.update_id + 1
            await _echo(bot, update)


async def _echo(bot: Bot, update: Update) -> None:
    query = update.callback_query
    if query is not None:
        await query.answer("记下了 ✅", show_alert=query.data == "alert")
        await query.edit_message_text(f"你按了 <b>{query.data}</b>", parse_mode="HTML")
    elif update.message is not None and update.message.text:
        keyboard = InlineKeyboardMarkup(
            [
                [
                    InlineKeyboardButton("完成", callback_data="done"),
                    InlineKeyboardButton("请假", callback_data="alert"),
                ],
                [InlineKeyboardButton("打开", url=f"https://t.me/{bot.username}?start=link")],
            ]
        )
        words = f"你说：<b>{escape(update.message.text)}</b>"
        await bot.send_message(update.message.chat.id, words, "HTML", reply_markup=keyboard)
