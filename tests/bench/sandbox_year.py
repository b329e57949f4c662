"""How long a year of the sandbox takes: `python -m tests.bench.sandbox_year`."""

import asyncio
import sys
import tempfile
from dataclasses import replace
from datetime import time, timedelta
from pathlib import Path
from time import process_time
from zoneinfo import ZoneInfo

from sqlmodel import Session

from bot.assembly import Muduo, Parts
from bot.clock import SystemClock, monotonic
from bot.database import open_ready
from bot.sandbox_clock import SandboxClock, TimeMachine
from bot.sandbox_scene import demo_scene, opening_day, set_scene
from bot.wire import AiohttpRequest
from domain.place import Place
from sandbox.core import StandIn
from storage.engine import Database
from tests.harness.serving import served_here

A_YEAR = timedelta(days=365)
PLACE = Place(zone=ZoneInfo("Asia/Shanghai"))


def give_phones(database: Database, stand_in: StandIn, clock: SandboxClock) -> None:
    """The demo organisation, in which everybody has a phone."""
    today = opening_day(PLACE.today(clock()))
    clock.set(PLACE.at(today, time(8, 20)))
    scene = replace(demo_scene(today, "zh"), labels=None, group=None)
    with Session(database.writer) as session:
        set_scene(session, stand_in, scene, place=PLACE, language="zh", now=clock())
        session.commit()


async def play(database: Database) -> None:
    """The real bot over real HTTP; nobody does anything, so everybody is reminded of everything."""
    clock = SandboxClock(SystemClock(), database)
    stand_in = StandIn(now=clock)
    give_phones(database, stand_in, clock)
    async with served_here(stand_in) as address:
        muduo = Muduo(
            Parts(
                token=stand_in.token,
                api_url=address,
                request=AiohttpRequest,
                database=database,
                now=clock,
                place=PLACE,
                files=Path(tempfile.gettempdir()) / "muduo-bench-files",
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
