"""Fetch the files that did not come at once, and delete the copies that nobody needs."""

import asyncio
import logging
from collections.abc import Callable
from datetime import datetime
from functools import partial
from typing import Any

from telegram.error import TelegramError
from telegram.ext import ExtBot

from actions import file_keeping
from actions.running import Runner
from bot.logs import fact
from papers.file_types import find_type
from storage.file_store import FileStore
from storage.report_files import Awaited

log = logging.getLogger("muduo.files")


class FileKeeper:
    """Works on the copies between the updates; each job can be run at any time."""

    def __init__(
        self, bot: ExtBot[Any], runner: Runner, copies: FileStore, *, now: Callable[[], datetime]
    ) -> None:
        self._bot = bot
        self._runner = runner
        self._copies = copies
        self._now = now

    async def fetch(self) -> None:
        """Ask Telegram for what is missing; what it does not hand over is asked for again."""
        for one in await self._runner.read(file_keeping.find_awaited):
            content = await self._ask(one)
            if content is None:
                await self._runner.write(partial(file_keeping.note_try, file_id=one.id))
                continue
            mark = await asyncio.to_thread(self._copies.keep, content, now=self._now())
            found = await asyncio.to_thread(find_type, content)
            note = partial(
                file_keeping.note_copy,
                file_id=one.id,
                mark=mark,
                size=len(content),
                file_type=found,
            )
            await self._runner.write(note)

    async def _ask(self, one: Awaited) -> bytes | None:
        try:
            file = await self._bot.get_file(one.file_id)
            return bytes(await file.download_as_bytearray())
        except TelegramError as error:
            fact(log, "file_not_fetched", file=one.id, reason=error.message)
            return None

    async def clean(self) -> None:
        """Let go of what is kept long enough, then delete every copy that no report names."""
        while await self._runner.write(partial(file_keeping.let_go, now=self._now())):
            continue
        young = self._now() - file_keeping.YOUNG_FOR
        folders = await asyncio.to_thread(lambda: list(self._copies.find_older(than=young)))
        for marks in folders:
            needless = await self._runner.read(partial(file_keeping.find_needless, marks=marks))
            for mark in needless:
                await asyncio.to_thread(self._copies.delete, mark, older_than=young)
            if needless:
                fact(log, "copies_deleted", count=len(needless))
