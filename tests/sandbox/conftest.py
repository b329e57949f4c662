"""A stand-in, one person who has met the bot, and a real bot on the in-process wire."""

from collections.abc import AsyncIterator
from typing import Any

import httpx
import pytest
from telegram import Bot

from sandbox.chats import Person
from sandbox.core import StandIn
from sandbox.server import create_app
from tests.fakes.clock import FakeClock
from tests.fakes.stand_in_request import StandInRequest
from tests.sandbox.running import SECRET


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock()


@pytest.fixture
def stand_in(clock: FakeClock) -> StandIn:
    return StandIn(now=clock)


@pytest.fixture
def lin(stand_in: StandIn) -> Person:
    person = stand_in.people.add_person("林小满")
    stand_in.people.start(person)
    return person


@pytest.fixture
async def bot(stand_in: StandIn) -> AsyncIterator[Bot]:
    wire = StandInRequest(stand_in)
    async with Bot(stand_in.token, request=wire, get_updates_request=wire) as real_bot:
        yield real_bot


class Asker:
    """Calls the Bot API over bare HTTP and gives the body that comes back."""

    def __init__(self, client: httpx.AsyncClient, token: str) -> None:
        self._client = client
        self._token = token

    async def __call__(self, method: str, **params: Any) -> Any:
        answer = await self._client.post(f"/bot{self._token}/{method}", json=params)
        assert answer.status_code == answer.json().get("error_code", 200)
        return answer.json()

    async def refusal(self, method: str, **params: Any) -> str:
        body = await self(method, **params)
        assert not body["ok"], body
        return str(body["description"])

    async def upload(self, method: str, files: dict[str, Any], **params: Any) -> Any:
        url = f"/bot{self._token}/{method}"
        return (await self._client.post(url, data=params, files=files)).json()


@pytest.fixture
async def http(stand_in: StandIn) -> AsyncIterator[httpx.AsyncClient]:
    app = create_app(stand_in, secret=SECRET)
    wire = httpx.ASGITransport(app, client=("127.0.0.1", 40000))
    async with httpx.AsyncClient(transport=wire, base_url="http://127.0.0.1:8000") as client:
        yield client


@pytest.fixture
def ask(http: httpx.AsyncClient, stand_in: StandIn) -> Asker:
    return Asker(http, stand_in.token)
