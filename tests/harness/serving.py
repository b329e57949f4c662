"""A stand-in over real HTTP in the event loop of the test: people act between its answers."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import datetime
from os import getpid
from pathlib import Path
from tempfile import gettempdir

from bot.assembly import Muduo, Parts
from bot.wire import AiohttpRequest
from domain.place import Place
from sandbox.core import StandIn
from sandbox.server import create_app, listen, server_for
from storage.engine import Database
from tests.fakes.clock import FakeClock
from tests.harness.processes import SECRET
from tests.harness.world import SHANGHAI, World


@asynccontextmanager
async def served_here(stand_in: StandIn) -> AsyncIterator[str]:
    """Serve on a free port of loopback; yields the address."""
    listener = listen(0)
    server = server_for(create_app(stand_in, secret=SECRET))
    serving = asyncio.create_task(server.serve(sockets=[listener]))
    try:
        yield f"http://127.0.0.1:{listener.getsockname()[1]}"
    finally:
        server.should_exit = True
        server.force_exit = True
        await serving


@asynccontextmanager
async def open_served_world(database: Database, *, start: datetime) -> AsyncIterator[World]:
    """A world whose bot reaches Telegram over sockets, as it does for real."""
    clock = FakeClock(start)
    stand_in = StandIn(now=clock, journal_size=None)
    place = Place(zone=SHANGHAI)
    async with served_here(stand_in) as address:
        muduo = Muduo(
            Parts(
                token=stand_in.token,
                api_url=address,
                request=AiohttpRequest,
                database=database,
                now=clock,
                place=place,
                files=Path(gettempdir()) / f"muduo-files-{getpid()}",
                send_rate=0,
            )
        )
        await muduo.open()
        try:
            yield World(clock=clock, stand_in=stand_in, muduo=muduo, database=database, place=place)
        finally:
            await muduo.close()
