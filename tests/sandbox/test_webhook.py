"""Webhooks over real sockets: the secret, the order, the second try, the answer that is a call."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from itertools import count
from typing import Any

import pytest
from aiohttp import web

from sandbox.chats import Person
from sandbox.core import StandIn
from sandbox.courier import order_key, pause_after
from tests.fakes.clock import FakeClock
from tests.sandbox.conftest import Asker

Take = Callable[[web.Request], Awaitable[web.Response]]


@asynccontextmanager
async def hooked(ask: Asker, take: Take) -> AsyncIterator[None]:
    """A web server that takes updates, told to the stand-in."""
    application = web.Application()
    application.router.add_post("/hook", take)
    runner = web.AppRunner(application)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    url = f"http://127.0.0.1:{runner.addresses[0][1]}/hook"
    await ask("setWebhook", url=url, secret_token="a-word")
    yield
    await ask("deleteWebhook")
    await runner.cleanup()


async def test_an_update_comes_with_the_secret_until_it_is_taken(
    ask: Asker, stand_in: StandIn, lin: Person
) -> None:
    posts: asyncio.Queue[tuple[str, int]] = asyncio.Queue()
    statuses = iter((500, 200, 200))

    async def take(request: web.Request) -> web.Response:
        update = await request.json()
        secret = request.headers["X-Telegram-Bot-Api-Secret-Token"]
        await posts.put((secret, update["update_id"]))
        return web.Response(status=next(statuses))

    async with hooked(ask, take):
        stand_in.people.say(lin, "早")
        seen = [await posts.get() for _ in range(3)]
        told = (await ask("getWebhookInfo"))["result"]

    assert seen == [("a-word", 100_000_000 + number) for number in (1, 1, 2)]
    assert (
        told["last_error_message"] == "Wrong response from the webhook: 500 Internal Server Error"
    )


@pytest.fixture
def naps() -> asyncio.Queue[float]:
    return asyncio.Queue()


@pytest.fixture
def stand_in(clock: FakeClock, naps: asyncio.Queue[float]) -> StandIn:
    """One that does not really wait between two tries: its clock goes on instead."""

    async def sleep(seconds: float) -> None:
        clock.advance(seconds=seconds)
        await naps.put(seconds)

    return StandIn(now=clock, sleep=sleep)


async def test_a_webhook_that_fails_is_tried_more_and_more_rarely(
    ask: Asker, stand_in: StandIn, naps: asyncio.Queue[float], lin: Person
) -> None:
    taken = asyncio.Event()
    tries = count(1)

    async def take(request: web.Request) -> web.Response:
        if (number := next(tries)) == 5:
            return web.Response(status=503, headers={"Retry-After": "90"})
        if number < 6:
            return web.Response(status=302, headers={"Location": "/elsewhere"})
        taken.set()
        return web.Response()

    async with hooked(ask, take):
        await taken.wait()

    assert [naps.get_nowait() for _ in range(naps.qsize())] == [2.0, 4.0, 8.0, 90.0]


async def test_a_webhook_that_is_gone_for_a_day_is_deleted(
    ask: Asker, stand_in: StandIn, naps: asyncio.Queue[float], lin: Person
) -> None:
    async def take(request: web.Request) -> web.Response:
        return web.Response(status=410, headers={"Retry-After": "3000"})

    async with hooked(ask, take):
        # The 29th answer is the first that comes more than 23 hours after the first one.
        for _ in range(28):
            await naps.get()
        told = (await ask("getWebhookInfo"))["result"]
        assert told["last_error_message"] == "Wrong response from the webhook: 410 Gone"
        await naps.get()
        assert (await ask("getWebhookInfo"))["result"]["url"] == ""
        assert (await ask("getUpdates"))["ok"]


async def test_an_update_that_comes_twice_is_posted_twice(
    ask: Asker, stand_in: StandIn, lin: Person
) -> None:
    posts: asyncio.Queue[int] = asyncio.Queue()

    async def take(request: web.Request) -> web.Response:
        await posts.put((await request.json())["update_id"])
        return web.Response()

    async with hooked(ask, take):
        first = await posts.get()
        await stand_in.updates.until_confirmed()
        stand_in.duplicate(first)
        assert await posts.get() == first


async def test_a_waiting_poll_ends_when_a_webhook_is_set(ask: Asker, stand_in: StandIn) -> None:
    poll = asyncio.create_task(ask("getUpdates", timeout=50))
    await stand_in.updates.until_polled()
    await ask("setWebhook", url="http://127.0.0.1:9/hook")
    await ask("deleteWebhook")
    assert (await poll)["description"] == "Conflict: terminated by setWebhook request"


async def test_one_who_waits_holds_up_nobody_else(
    ask: Asker, stand_in: StandIn, lin: Person
) -> None:
    zhou = stand_in.people.add_person("周敏")
    stand_in.updates.clear()
    taken: asyncio.Queue[str] = asyncio.Queue()
    go_on = asyncio.Event()

    async def take(request: web.Request) -> web.Response:
        text = (await request.json())["message"]["text"]
        if text == "一":
            await go_on.wait()
        await taken.put(text)
        return web.Response()

    async with hooked(ask, take):
        stand_in.people.say(lin, "一")
        stand_in.people.say(lin, "二")
        stand_in.people.say(zhou, "三")
        first = await taken.get()
        go_on.set()
        rest = [await taken.get() for _ in range(2)]

    assert (first, rest) == ("三", ["一", "二"])


async def test_an_answer_that_names_a_method_is_carried_out(
    ask: Asker, stand_in: StandIn, lin: Person
) -> None:
    stand_in.updates.clear()

    async def take(request: web.Request) -> web.Response:
        return web.json_response({"method": "sendMessage", "chat_id": lin.id, "text": "收到"})

    async with hooked(ask, take):
        stand_in.people.say(lin, "早")
        while stand_in.messages(lin.id)[-1].text != "收到":
            await stand_in.world.changed_since(stand_in.world.revision, 10)


@pytest.mark.parametrize(
    ("answer", "problem"),
    [
        (b"[" * 100_000, "Wrong reply from the webhook: RecursionError"),
        (b"\xff", None),
        (b'{"method": "sendMessage", "chat_id": "\xc2\xb2", "text": "?"}', None),
        (b'{"method": "sendMessage", "chat_id": 5, "text": {"?": [null]}}', None),
    ],
    ids=["nested without end", "no text", "a chat with a raised number", "no words"],
)
async def test_a_reply_that_means_nothing_holds_up_nobody(
    ask: Asker, stand_in: StandIn, lin: Person, answer: bytes, problem: str | None
) -> None:
    stand_in.updates.clear()
    taken: asyncio.Queue[str] = asyncio.Queue()

    async def take(request: web.Request) -> web.Response:
        await taken.put((await request.json())["message"]["text"])
        return web.Response(body=answer)

    async with hooked(ask, take):
        stand_in.people.say(lin, "一")
        await stand_in.updates.until_confirmed()
        stand_in.people.say(lin, "二")
        said = [await taken.get() for _ in range(2)]
        await stand_in.updates.until_confirmed()
        told = (await ask("getWebhookInfo"))["result"]

    assert (said, told.get("last_error_message")) == (["一", "二"], problem)


async def test_a_pause_that_is_no_number_is_none(
    ask: Asker, stand_in: StandIn, lin: Person
) -> None:
    stand_in.updates.clear()
    statuses = iter((503, 200))

    async def take(request: web.Request) -> web.Response:
        return web.Response(status=next(statuses), headers={"Retry-After": "\N{SUPERSCRIPT TWO}"})

    async with hooked(ask, take):
        stand_in.people.say(lin, "早")
        await stand_in.updates.until_confirmed()
        told = (await ask("getWebhookInfo"))["result"]

    assert told["pending_update_count"] == 0
    assert told["last_error_message"] == (
        "Wrong response from the webhook: 503 Service Unavailable"
    )


def test_the_pauses_between_two_tries() -> None:
    grown = [pause_after(failures, 0) for failures in range(1, 9)]
    assert grown == [0, 2, 4, 8, 16, 32, 60, 60]
    assert pause_after(1, 7200) == 3600


@pytest.mark.parametrize(
    ("update", "key"),
    [
        ({"message": {"chat": {"id": 7}, "from": {"id": 1}}}, "chat 7"),
        ({"callback_query": {"from": {"id": 1}, "message": {"chat": {"id": 7}}}}, "user 1"),
        ({"my_chat_member": {"chat": {"id": 7}}}, "chat 7"),
        ({"poll": {"id": "5"}}, "update 9"),
    ],
    ids=["a message keeps its chat's order", "a press its presser's", "membership", "others none"],
)
def test_what_comes_in_order(update: dict[str, Any], key: str) -> None:
    assert order_key({"update_id": 9, **update}) == key
