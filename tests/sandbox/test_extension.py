"""What a bot adds to the control interface is served like the rest, behind the same gate."""

import asyncio
from collections.abc import Mapping

import httpx
import pytest

from sandbox.answers import Json
from sandbox.core import StandIn
from sandbox.extension import Extension, joined
from sandbox.server import create_app
from tests.sandbox.running import SECRET

HOME = f"/{SECRET}/control/"


class Bell:
    """Rings; two at once would be heard."""

    def __init__(self) -> None:
        self.ringing = 0
        self.loudest = 0

    async def ring(self, body: Json) -> Json:
        if body.get("softly") is None:
            raise ValueError("say whether softly")
        self.ringing += 1
        self.loudest = max(self.loudest, self.ringing)
        await asyncio.sleep(0)
        self.ringing -= 1
        return {"rung": True}

    async def look(self, query: Mapping[str, str]) -> Json:
        return {"loudest": self.loudest, "asked": query.get("by")}


@pytest.fixture
def client(stand_in: StandIn) -> httpx.AsyncClient:
    bell = Bell()
    extension = Extension(views={"bell": bell.look}, verbs={"ring": bell.ring})
    app = create_app(stand_in, extension=extension, secret=SECRET)
    wire = httpx.ASGITransport(app, client=("127.0.0.1", 40000))
    return httpx.AsyncClient(transport=wire, base_url="http://127.0.0.1:8000")


async def test_the_page_learns_what_there_is_more(client: httpx.AsyncClient) -> None:
    assert (await client.get(HOME + "state")).json()["abilities"] == ["bell", "ring"]


async def test_verbs_wait_for_each_other(client: httpx.AsyncClient) -> None:
    rings = [client.post(HOME + "ring", json={"softly": True}) for _ in range(3)]
    answers = await asyncio.gather(*rings)
    seen = (await client.get(HOME + "bell", params={"by": "me"})).json()

    assert [answer.json() for answer in answers] == [{"rung": True}] * 3
    assert seen == {"loudest": 1, "asked": "me"}


async def test_a_mistake_is_said(client: httpx.AsyncClient) -> None:
    answer = await client.post(HOME + "ring", json={})
    assert (answer.status_code, answer.json()) == (400, {"error": "say whether softly"})


async def test_a_foreign_page_does_not_reach_it(client: httpx.AsyncClient) -> None:
    foreign = {"origin": "http://evil.example"}
    answer = await client.post(HOME + "ring", json={"softly": True}, headers=foreign)
    assert answer.status_code == 404


def test_nothing_is_named_twice() -> None:
    bell = Bell()
    once = Extension(verbs={"ring": bell.ring})
    with pytest.raises(ValueError, match="named twice"):
        joined(once, once)
