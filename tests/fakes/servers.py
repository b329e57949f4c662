"""Servers on loopback that answer as Telegram does, or as a broken network does."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from ssl import SSLContext
from typing import Any

from aiohttp import web

TOKEN = "123456789:AAbbCCddEEffGGhhIIjjKKllMMnnOOppQQr"


@dataclass(kw_only=True)
class Server:
    """Where it listens, and what came in."""

    port: int = 0
    scheme: str = "http"
    requests: list[str] = field(default_factory=list)
    fields: list[dict[str, Any]] = field(default_factory=list)

    @property
    def url(self) -> str:
        return f"{self.scheme}://127.0.0.1:{self.port}/bot{TOKEN}/sendMessage"


@asynccontextmanager
async def answering_server(
    answer: Callable[[], web.Response] | None = None, *, tls: SSLContext | None = None
) -> AsyncIterator[Server]:
    """A server that records every request and answers each alike."""
    server = Server(scheme="https" if tls else "http")

    async def handle(request: web.Request) -> web.Response:
        server.requests.append(f"{request.method} {request.raw_path}")
        if request.content_type == "application/json":
            server.fields.append(await request.json())
        else:
            form = await request.post()
            server.fields.append({name: _value(part) for name, part in form.items()})
        return answer() if answer else web.json_response({"ok": True, "result": True})

    app = web.Application()
    app.router.add_route("*", "/{path:.*}", handle)
    runner = web.AppRunner(app, access_log=None)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0, ssl_context=tls).start()
    server.port = runner.addresses[0][1]
    yield server
    await runner.cleanup()


Talk = Callable[[asyncio.StreamReader, asyncio.StreamWriter], Awaitable[None]]


@asynccontextmanager
async def raw_server(talk: Talk) -> AsyncIterator[Server]:
    """A server that does as told with the bare connection, then closes it."""
    server = Server()
    talks: set[asyncio.Task[None]] = set()

    async def accept(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        server.requests.append("a connection")
        task = asyncio.current_task()
        if task is not None:
            talks.add(task)
        with suppress(ConnectionError, asyncio.IncompleteReadError):
            await talk(reader, writer)
        writer.close()

    listening = await asyncio.start_server(accept, "127.0.0.1", 0)
    server.port = listening.sockets[0].getsockname()[1]
    yield server
    listening.close()
    await asyncio.gather(*talks)


async def read_request(reader: asyncio.StreamReader) -> None:
    """Take in the head of a request."""
    await reader.readuntil(b"\r\n\r\n")


async def say_nothing(reader: asyncio.StreamReader, _: asyncio.StreamWriter) -> None:
    """Read until the caller hangs up, and never answer."""
    await reader.read()


async def close_after_request(reader: asyncio.StreamReader, _: asyncio.StreamWriter) -> None:
    """Hang up on a request that was read."""
    await read_request(reader)


async def close_at_once(_: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    """Hang up on whoever calls."""
    writer.close()


async def break_off_the_answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    """Promise more of an answer than comes."""
    await read_request(reader)
    writer.write(b'HTTP/1.1 200 OK\r\nContent-Length: 999\r\n\r\n{"ok": tru')


async def answer_once(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    """Answer one request well, then hang up on the second in the same connection."""
    await read_request(reader)
    body = b'{"ok": true, "result": true}'
    writer.write(b"HTTP/1.1 200 OK\r\nContent-Length: %d\r\n\r\n%s" % (len(body), body))
    await read_request(reader)


async def pass_on(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    """Carry bytes one way until they end."""
    with suppress(ConnectionError):
        while chunk := await reader.read(65536):
            writer.write(chunk)
    writer.close()


def _value(part: str | bytes | bytearray | web.FileField) -> object:
    if isinstance(part, web.FileField):
        return part.filename, part.content_type, part.file.read()
    return part
