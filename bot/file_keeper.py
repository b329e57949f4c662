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
from domain.place import Place
from domain.report_file import MOST_BYTES, FileRefusal, RefusedFile, ReportFile
from papers.file_types import look_into
from storage.file_store import FileStore
from storage.report_files import Copy

log = logging.getLogger("muduo.files")


class FileKeeper:
    """Works on the copies between the updates; each job can be run at any time."""

    def __init__(
        self,
        bot: ExtBot[Any],
        runner: Runner,
        copies: FileStore,
        *,
        now: Callable[[], datetime],
        place: Place,
    ) -> None:
        self._bot = bot
        self._runner = runner
        self._copies = copies
        self._now = now
        self._place = place

    async def fetch(self) -> None:
        """Ask Telegram for what is missing; what it does not hand over is asked for again."""
        for one in await self._runner.read(file_keeping.find_awaited):
            content = await self._ask(one)
            if content is None:
                await self._write(file_keeping.note_try, one.id)
            elif not await self._take(one, content):
                return

    async def _take(self, file: ReportFile, content: bytes | RefusedFile) -> bool:
        """Look into it and keep a copy; False when the disk takes nothing more."""
        if isinstance(content, RefusedFile):
            await self._write(file_keeping.refuse, file.id, content)
            return True
        found = await asyncio.to_thread(look_into, file, content)
        if isinstance(found, RefusedFile):
            await self._write(file_keeping.refuse, file.id, found)
            return True
        try:
            mark = await asyncio.to_thread(self._copies.keep, content, now=self._now())
        except OSError as error:
            # Telegram still has it; it is asked for again once there is room.
            fact(log, "copy_not_kept", reason=error.strerror)
            return False
        copy = Copy(mark=mark, size=len(content), type=found)
        await self._write(file_keeping.take_copy, file.id, copy)
        return True

    async def _write(self, action: Callable[..., None], *subject: object) -> None:
        now, place = self._now(), self._place
        await self._runner.write(lambda session: action(session, *subject, now=now, place=place))

    async def _ask(self, one: ReportFile) -> bytes | RefusedFile | None:
        too_big = RefusedFile(why=FileRefusal.TOO_BIG)
        try:
            file = await self._bot.get_file(one.file_id)
            if (file.file_size or 0) > MOST_BYTES:
                return too_big
            return bytes(await file.download_as_bytearray())
        except TelegramError as error:
            fact(log, "file_not_fetched", file=one.id, reason=error.message)
            return too_big if "too big" in error.message.lower() else None

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
