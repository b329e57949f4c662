"""Calls that fail: what surely was not sent, what perhaps was, and never the token."""

import asyncio
import socket
import traceback
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager

import pytest
from aiohttp import web
from telegram.error import NetworkError, TelegramError, TimedOut
from telegram.request import RequestData

from bot.telegram_errors import NotSentError, Outcome, PerhapsSentError, classify
from bot.wire import AiohttpRequest, Deadlines
from tests.fakes import servers
from tests.fakes.servers import TOKEN, Server, answering_server, raw_server

SHORT = Deadlines(connect=0.1, pool=0.1, read=0.1)


@asynccontextmanager
async def nobody_listens() -> AsyncIterator[Server]:
    with socket.create_server(("127.0.0.1", 0)) as closing:
        port = closing.getsockname()[1]
    yield Server(port=port)


@asynccontextmanager
async def silent_handshake() -> AsyncIterator[Server]:
    async with raw_server(servers.say_nothing) as server:
        server.scheme = "https"
        yield server


@asynccontextmanager
async def certificate_of_nobody() -> AsyncIterator[Server]:
    async with answering_server() as server:
        server.scheme = "https"
        yield server


def broken_page() -> web.Response:
    return web.Response(status=502, text="<html>Bad Gateway</html>", content_type="text/html")


def portal_page() -> web.Response:
    return web.Response(text="<html>Please log in</html>", content_type="text/html")


Place = Callable[[], AbstractAsyncContextManager[Server]]

UNSENT: list[tuple[str, Place, type[TelegramError]]] = [
    ("refused connection", nobody_listens, NetworkError),
    ("handshake without end", silent_handshake, TimedOut),
    ("no TLS there", certificate_of_nobody, NetworkError),
]
PERHAPS_SENT: list[tuple[str, Place, type[TelegramError]]] = [
    ("closed at once", lambda: raw_server(servers.close_at_once), NetworkError),
    ("closed after the request", lambda: raw_server(servers.close_after_request), NetworkError),
    ("no answer", lambda: raw_server(servers.say_nothing), TimedOut),
    ("answer broken off", lambda: raw_server(servers.break_off_the_answer), NetworkError),
    ("page of a proxy", lambda: answering_server(broken_page), NetworkError),
    ("page of a portal", lambda: answering_server(portal_page), NetworkError),
]


async def failure_at(server: Server, kind: type[TelegramError]) -> TelegramError:
    # Only those who are meant to be waited for in vain get little time: a busy machine is slow.
    deadlines = SHORT if kind is TimedOut else Deadlines()
    async with AiohttpRequest(deadlines=deadlines) as wire:
        with pytest.raises(TelegramError) as failed:
            await wire.post(server.url, RequestData())
    return failed.value


@pytest.mark.parametrize(
    ("place", "kind"), [case[1:] for case in UNSENT], ids=[c[0] for c in UNSENT]
)
async def test_without_a_connection_nothing_was_sent(
    place: Place, kind: type[TelegramError]
) -> None:
    async with place() as server:
        error = await failure_at(server, kind)
    assert type(error) is kind
    assert isinstance(error.__cause__, NotSentError)
    assert classify(error).kind is Outcome.NOT_SENT


@pytest.mark.parametrize(
    ("place", "kind"), [case[1:] for case in PERHAPS_SENT], ids=[c[0] for c in PERHAPS_SENT]
)
async def test_after_a_connection_it_was_perhaps_sent(
    place: Place, kind: type[TelegramError]
) -> None:
    async with place() as server:
        error = await failure_at(server, kind)
    assert type(error) is kind
    assert classify(error).kind is Outcome.AMBIGUOUS


@pytest.mark.parametrize(
    ("place", "kind"),
    [c[1:] for c in UNSENT + PERHAPS_SENT],
    ids=[c[0] for c in UNSENT + PERHAPS_SENT],
)
async def test_no_failure_shows_the_token(place: Place, kind: type[TelegramError]) -> None:
    async with place() as server:
        error = await failure_at(server, kind)
    told = "".join(traceback.format_exception(error)) + repr(error) + repr(error.__cause__)
    assert TOKEN not in told
    assert error.__context__ is error.__cause__ or error.__context__ is None


async def test_a_name_that_nobody_knows_was_not_sent_to() -> None:
    async with AiohttpRequest() as wire:
        with pytest.raises(NetworkError) as failed:
            await wire.post(f"http://telegram.invalid/bot{TOKEN}/getMe")
    assert classify(failed.value).kind is Outcome.NOT_SENT


async def test_waiting_in_vain_for_a_free_connection_sends_nothing() -> None:
    arrived = asyncio.Event()

    async def occupy(reader: asyncio.StreamReader, _: asyncio.StreamWriter) -> None:
        arrived.set()
        await reader.read()

    async with (
        raw_server(occupy) as server,
        AiohttpRequest(limit=1, deadlines=Deadlines(connect=0.05, pool=0.05)) as wire,
    ):
        first = asyncio.create_task(wire.post(server.url))
        await arrived.wait()
        with pytest.raises(TimedOut) as failed:
            await wire.post(server.url)
        first.cancel()
        await asyncio.gather(first, return_exceptions=True)
    assert classify(failed.value).kind is Outcome.NOT_SENT
    assert server.requests == ["a connection"]


async def test_a_message_is_not_sent_again_when_a_kept_connection_breaks() -> None:
    async with raw_server(servers.answer_once) as server, AiohttpRequest() as wire:
        await wire.post(server.url, RequestData())
        with pytest.raises(NetworkError) as failed:
            await wire.post(server.url, RequestData())
    assert isinstance(failed.value.__cause__, PerhapsSentError)
    assert server.requests == ["a connection"]


async def test_a_long_poll_may_be_silent_longer_than_a_send_may_take() -> None:
    asked = asyncio.Event()

    async def answer_late(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await servers.read_request(reader)
        await asked.wait()
        writer.write(b'HTTP/1.1 200 OK\r\nContent-Length: 25\r\n\r\n{"ok": true, "result": 5}')

    deadlines = Deadlines(connect=1, read=0.05, whole=0.05)
    async with raw_server(answer_late) as server, AiohttpRequest(deadlines=deadlines) as wire:
        poll = asyncio.create_task(wire.post(server.url, read_timeout=30))
        with pytest.raises(TimedOut):
            await wire.post(server.url)
        asked.set()
        assert await poll == 5


async def test_a_server_that_drips_its_answer_is_left_after_the_whole_time() -> None:
    async def drip(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await servers.read_request(reader)
        writer.write(b"HTTP/1.1 200 OK\r\nContent-Length: 999999999\r\n\r\n")
        while not writer.is_closing():
            writer.write(b" ")
            await asyncio.sleep(0)

    deadlines = Deadlines(read=5, whole=0.1)
    async with raw_server(drip) as server, AiohttpRequest(deadlines=deadlines) as wire:
        with pytest.raises(TimedOut) as failed:
            await wire.post(server.url)
    assert classify(failed.value).kind is Outcome.AMBIGUOUS
