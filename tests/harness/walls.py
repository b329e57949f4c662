"""A world whose bot serves its own pages on loopback, and a browser's memory of them."""

import asyncio
import json
import socket
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

import httpx

from actions.running import Runner
from domain.health import Vitals
from sandbox.chats import Message
from storage.engine import Database
from tests.harness.activities import School
from tests.harness.world import World, open_world
from web.pages import create_app
from web.server import listen, serve, server_for
from web.wall import WallDoor

OPEN = {"zh": "📺 打开大屏", "en": "📺 Open the wall"}
PATIENCE = 60


@asynccontextmanager
async def open_web_world(database: Database, *, start: datetime) -> AsyncIterator[World]:
    """The world, and the pages at the address that its bot names."""
    listener = listen("127.0.0.1", 0)
    address = f"http://127.0.0.1:{listener.getsockname()[1]}"
    async with (
        open_world(database, start=start, web_address=address) as world,
        pages_served(world, listener),
    ):
        yield world


@asynccontextmanager
async def pages_served(world: World, listener: socket.socket) -> AsyncIterator[None]:
    """The pages of the world's bot, for a while."""
    server = server_for(create_app(_nothing_to_tell, _door(world)))
    serving = asyncio.create_task(serve(server, listener))
    try:
        yield
    finally:
        serving.cancel()
        await asyncio.gather(serving, return_exceptions=True)


def _door(world: World) -> WallDoor:
    async def runner() -> Runner:
        return world.muduo.runner

    return WallDoor(
        runner=runner,
        now=world.clock,
        place=world.place,
        username=lambda: world.muduo.username,
    )


async def _nothing_to_tell() -> Vitals:
    return Vitals(ages={})


async def ask_link(school: School, card: Message, language: str = "zh") -> str:
    """Press the button on the secretary's card; the link that comes."""
    world = school.world
    await world.press(school.lin, OPEN[language], message=card)
    rows = [row for message in world.messages(school.lin) for row in message.buttons]
    return [button.url for row in rows for button in row if button.url][-1]


@dataclass(kw_only=True)
class Screen:
    """A browser without a screen: it opens links and keeps cookies."""

    client: httpx.AsyncClient
    wall: int = 0
    answers: list[httpx.Response] = field(default_factory=list)

    async def open(self, link: str, **headers: str) -> httpx.Response:
        """What the page does with a link."""
        address, _, secret = link.partition("#")
        answer = await self.client.post(f"{address}open", json={"secret": secret}, headers=headers)
        if answer.is_success:
            self.wall = answer.json()["wall"]
            self.client.base_url = httpx.URL(address)
        return answer

    async def board(self) -> httpx.Response:
        """What it shows now."""
        return await self.client.get(f"{self.wall}/board")

    @asynccontextmanager
    async def events(self) -> AsyncIterator[AsyncIterator[tuple[str, Any]]]:
        """What it is told, event by event."""
        async with (
            asyncio.timeout(PATIENCE),
            self.client.stream("GET", f"{self.wall}/events") as answer,
        ):
            assert answer.headers["content-type"].startswith("text/event-stream")
            yield _events(answer)


async def _events(answer: httpx.Response) -> AsyncIterator[tuple[str, Any]]:
    name = ""
    async for line in answer.aiter_lines():
        if line.startswith("event: "):
            name = line.removeprefix("event: ")
        elif line.startswith("data: "):
            yield name, json.loads(line.removeprefix("data: "))


@asynccontextmanager
async def a_screen() -> AsyncIterator[Screen]:
    """One browser."""
    async with httpx.AsyncClient(timeout=PATIENCE) as client:
        yield Screen(client=client)
