"""How long a year of the sandbox takes: `python -m tests.bench.sandbox_year`."""

import asyncio
import sys
import tempfile
from datetime import timedelta
from pathlib import Path
from time import process_time
from zoneinfo import ZoneInfo

from bot.assembly import Muduo, Parts
from bot.clock import SystemClock, monotonic
from bot.database import open_ready
from bot.sandbox_clock import SandboxClock, TimeMachine
from bot.sandbox_scenery import Scenery
from bot.wire import AiohttpRequest
from domain.place import Place
from sandbox.core import StandIn
from storage.engine import Database
from tests.harness.serving import served_here

A_YEAR = timedelta(days=365)


async def play(database: Database) -> None:
    """The real bot over real HTTP; nobody does anything, so everybody is reminded of everything."""
    clock = SandboxClock(SystemClock(), database)
    stand_in = StandIn(now=clock)
    place = Place(zone=ZoneInfo("Asia/Shanghai"))
    Scenery(database, stand_in, clock, place=place, language="zh").begin()
    async with served_here(stand_in) as address:
        muduo = Muduo(
            Parts(
                token=stand_in.token,
                api_url=address,
                request=AiohttpRequest,
                database=database,
                now=clock,
                place=place,
                send_rate=0,
            )
        )
        await muduo.open()
        begun, used = monotonic(), process_time()
        await TimeMachine(clock, muduo).move_to(clock() + A_YEAR)
        seconds, used = monotonic() - begun, process_time() - used
        await muduo.close()
    people, sent = len(stand_in.world.persons), stand_in.calls["sendMessage"]
    sys.stdout.write(f"a year, {people} phones, {sent} messages: ")
    sys.stdout.write(f"{seconds:.1f} s on the clock, {used:.1f} s of work\n")


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        url = f"sqlite:///{Path(folder) / 'muduo.db'}"
        database = open_ready(url, now=SystemClock()())
        try:
            asyncio.run(play(database))
        finally:
            database.close()


if __name__ == "__main__":
    main()
