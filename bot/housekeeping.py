"""What the running bot does at long intervals to stay in order."""

import asyncio
import logging
from datetime import timedelta
from functools import partial

from actions import inbox
from bot.assembly import Muduo
from bot.calendar_seed import seed_calendar
from bot.database import folder_of
from bot.exits import Exit
from bot.logs import fact
from bot.process import Process
from bot.single_instance import Claim
from domain.group import EDITED_EVERY
from storage.backups import back_up, keep_newest

log = logging.getLogger("muduo.housekeeping")

BACKUPS_KEPT = 14


class Housekeeping:
    """Jobs of the timetable; each does what is left to do and can be run at any time."""

    def __init__(self, process: Process) -> None:
        self._process = process
        self._muduo = process.muduo
        self._is_introduced = False

    def plan(self) -> None:
        """What every bot needs, in the sandbox too."""
        self._process.every(timedelta(seconds=10), self._muduo.menus.drain, name="menus")
        self._process.every(EDITED_EVERY, self._muduo.group_cards.drain, name="group cards")
        self._process.every(timedelta(hours=1), self.introduce, name="introduce")
        self._process.every(timedelta(hours=1), self.prune, name="prune")
        self._process.every(timedelta(minutes=5), self._muduo.files.fetch, name="files")
        self._process.every(timedelta(minutes=10), self.keep_calendar, name="calendar")

    def plan_for_real(self, claim: Claim) -> None:
        """What only the real database needs."""
        alone = partial(self.stay_alone, claim)
        self._process.every(timedelta(seconds=20), alone, name="claim")
        if folder_of(self._muduo.parts.database.url) is not None:
            self._process.every(timedelta(hours=24), self.copy, name="backup")

    async def introduce(self) -> None:
        """Say in Telegram who the bot is, until Telegram has taken all of it."""
        if not self._is_introduced:
            self._is_introduced = await self._muduo.introduce()

    async def prune(self) -> None:
        """Forget the updates of last week, and the files that nobody needs."""
        await self._muduo.runner.write(partial(inbox.prune, now=self._muduo.parts.now()))
        await self._muduo.files.clean()

    async def keep_calendar(self) -> None:
        """Know the public holidays of the years around."""
        if years := await seed_calendar(self._muduo.runner, self._muduo.parts.now()):
            fact(log, "calendar_seeded", years=years)

    async def copy(self) -> None:
        """Copy the database, once for each day."""
        await asyncio.to_thread(_copy, self._muduo)

    async def stay_alone(self, claim: Claim) -> None:
        """End when another process may have taken the database."""
        if not await asyncio.to_thread(claim.still_stands):
            fact(log, "claim_lost", level=logging.CRITICAL)
            self._process.give_up(Exit.ANOTHER_INSTANCE)


def _copy(muduo: Muduo) -> None:
    database = muduo.parts.database
    folder = folder_of(database.url)
    if folder is not None:
        backups = folder / "backups" / "daily"
        back_up(database, backups / f"{muduo.parts.now():%Y%m%d}.db")
        keep_newest(backups, how_many=BACKUPS_KEPT)
