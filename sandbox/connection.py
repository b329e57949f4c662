"""One connection to the stand-in: uvicorn's, with a shortcut for plain calls of the Bot API.

uvicorn's pure parser takes half a millisecond for each request; a bot sends thousands in a burst.
"""

import asyncio
from dataclasses import dataclass
from http import HTTPStatus
from urllib.parse import unquote

import h11
from starlette.types import Message, Scope
from uvicorn.protocols.http.h11_impl import H11Protocol

_LARGEST_SHORTCUT = 1024 * 1024
_BEGINNINGS = (b"POST /bot", b"GET /bot")
_UNUSUAL = (b"transfer-encoding", b"expect", b"upgrade", b"connection")
_REASONS = {status.value: status.phrase for status in HTTPStatus}


@dataclass(frozen=True, kw_only=True, slots=True)
class _Call:
    method: str
    target: bytes
    headers: list[tuple[bytes, bytes]]
    body: bytes


class SandboxConnection(H11Protocol):
    """Lends the app its connection, so that a fault can cut it, and hurries plain calls."""

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]  # uvicorn narrows it the same way.
        super().connection_made(transport)
        self.app_state = {**self.app_state, "connection": transport}
        self._held = b""
        self._task: asyncio.Task[None] | None = None
        self._gone = asyncio.Event()

    def connection_lost(self, exc: Exception | None) -> None:
        self._gone.set()
        super().connection_lost(exc)

    def data_received(self, data: bytes) -> None:
        if self._task is None and not self._is_between_requests():
            super().data_received(data)
            return
        self._held += data
        if self._task is None:
            self._go_on()

    def _is_between_requests(self) -> bool:
        answered = self.cycle is None or self.cycle.response_complete
        return answered and self.conn.their_state is h11.IDLE

    def _go_on(self) -> None:
        """Answer the call at hand when it is whole; leave to uvicorn what is not plain."""
        if not self._held:
            return
        head, end, rest = self._held.partition(b"\r\n\r\n")
        if not end and self._held.startswith(_BEGINNINGS) and len(head) < 65536:
            return
        call_length = _plain_length(head) if end else None
        if call_length is None:
            held, self._held = self._held, b""
            super().data_received(held)
        elif len(rest) >= call_length:
            self._held = rest[call_length:]
            call = _read_call(head, rest[:call_length])
            self._task = self.loop.create_task(self._answer(call))
            self._task.add_done_callback(self._finish)

    def _finish(self, task: asyncio.Task[None]) -> None:
        self._task = None
        if task.cancelled() or self._gone.is_set():
            return
        if error := task.exception():
            context = {"message": "The stand-in failed at a call", "exception": error}
            self.loop.call_exception_handler(context)
            self.transport.close()
            return
        self._go_on()

    async def _answer(self, call: _Call) -> None:
        path, _, query = call.target.partition(b"?")
        scope: Scope = {
            "type": "http",
            "method": call.method,
            "path": unquote(path.decode("latin-1")),
            "query_string": query,
            "headers": call.headers,
            "client": self.client,
            "state": self.app_state,
        }
        body: list[bytes] = [call.body]
        started: list[Message] = []

        async def receive() -> Message:
            if body:
                return {"type": "http.request", "body": body.pop(), "more_body": False}
            await self._gone.wait()
            return {"type": "http.disconnect"}

        async def send(message: Message) -> None:
            if message["type"] == "http.response.start":
                started.append(message)
            elif not self._gone.is_set():
                self.transport.write(_head_of(started[0]) + message["body"])

        await self.app(scope, receive, send)


def _plain_length(head: bytes) -> int | None:
    """The length of the body when the call is plain enough for the shortcut."""
    if not head.startswith(_BEGINNINGS) or not head.partition(b"\r\n")[0].endswith(b" HTTP/1.1"):
        return None
    length = 0
    for line in head.split(b"\r\n")[1:]:
        name, _, value = line.partition(b":")
        name = name.lower()
        if name == b"content-length":
            length = int(value) if value.strip().isdigit() else _LARGEST_SHORTCUT + 1
        elif name in _UNUSUAL and value.strip().lower() != b"keep-alive":
            return None
    return length if length <= _LARGEST_SHORTCUT else None


def _read_call(head: bytes, body: bytes) -> _Call:
    first, *lines = head.split(b"\r\n")
    method, target, _version = first.split(b" ", 2)
    headers = []
    for line in lines:
        name, _, value = line.partition(b":")
        headers.append((name.lower(), value.strip()))
    return _Call(method=method.decode(), target=target, headers=headers, body=body)


def _head_of(start: Message) -> bytes:
    status: int = start["status"]
    lines = [b"HTTP/1.1 %d %s" % (status, _REASONS.get(status, "").encode())]
    lines += [name + b": " + value for name, value in start["headers"]]
    return b"\r\n".join(lines) + b"\r\n\r\n"
