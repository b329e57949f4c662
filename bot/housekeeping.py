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
from storage.backups import back_up, keep_newest

log = logging.getLogger("muduo.housekeeping")

BACKUPS_KEPT = 14


def plan_housekeeping(process: Process, claim: Claim) -> None:
    """Prune, copy, and make sure that nobody else has taken the database."""
    muduo = process.muduo

    async def prune() -> None:
        await muduo.runner.write(partial(inbox.prune, now=muduo.parts.now()))

    async def copy() -> None:
        await asyncio.to_thread(_copy, muduo)

    async def stay_alone() -> None:
        if not await asyncio.to_thread(claim.still_stands):
            fact(log, "claim_lost", level=logging.CRITICAL)
            process.give_up(Exit.ANOTHER_INSTANCE)

    async def keep_calendar() -> None:
        if years := await seed_calendar(muduo.runner, muduo.parts.now()):
            fact(log, "calendar_seeded", years=years)

    process.every(timedelta(hours=1), prune, name="prune")
    process.every(timedelta(hours=24), keep_calendar, name="calendar")
    process.every(timedelta(seconds=20), stay_alone, name="claim")
    if folder_of(muduo.parts.database.url) is not None:
        process.every(timedelta(hours=24), copy, name="backup")


def _copy(muduo: Muduo) -> None:
    database = muduo.parts.database
    folder = folder_of(database.url)
    if folder is not None:
        backups = folder / "backups" / "daily"
        back_up(database, backups / f"{muduo.parts.now():%Y%m%d}.db")
        keep_newest(backups, how_many=BACKUPS_KEPT)
