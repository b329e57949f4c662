"""The stand-in over HTTP: the Bot API, the control interface and the chat page in one app."""

import asyncio
import socket
from datetime import timedelta
from mimetypes import guess_type
from pathlib import Path
from typing import Any

import uvicorn
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.routing import Route
from starlette.types import Receive, Scope, Send

from sandbox.answers import Json
from sandbox.clock import TimeMachine
from sandbox.connection import SandboxConnection
from sandbox.control import VERBS, Control, read_instant
from sandbox.core import StandIn
from sandbox.gate import Gate
from sandbox.views import VIEWS
from sandbox.wire import BotApi

_PAGE = Path(__file__).parent / "page"
_PAGE_FILES = {"": "index.html"} | {
    name: name for name in ("app.js", "chat.js", "words.js", "style.css", "icon.svg")
}
_MOST_SILENT_EVENTS = 20
_WATCH_SECONDS = 20.0
_HEADERS = {
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; "
        "img-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
    ),
    "Cache-Control": "no-store",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
}


class SandboxApp(Starlette):
    """A Starlette app whose Bot API goes past the routing, because bots call it in bursts."""

    stand_in: StandIn
    bot_api: BotApi

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http" and scope["path"].startswith(("/bot", "/file/bot")):
            await self.bot_api(scope, receive, send)
        else:
            await super().__call__(scope, receive, send)


def create_app(
    stand_in: StandIn, *, time_machine: TimeMachine | None = None, secret: str
) -> SandboxApp:
    """The whole sandbox; its page is at `/<secret>/`."""
    desk = _Desk(stand_in, time_machine, Gate(secret))
    routes = [
        Route("/control/time", desk.tell_time, methods=["GET"]),
        Route("/control/time", desk.move_time, methods=["POST"]),
        Route("/control/changes", desk.await_change, methods=["GET"]),
        Route("/control/files/{file_id}", desk.show_file, methods=["GET"]),
        Route("/control/{name}", desk.show, methods=["GET"]),
        Route("/control/{name}", desk.act, methods=["POST"]),
    ]
    by_path = [
        Route("/{secret}" + route.path, route.endpoint, methods=list(route.methods or ()))
        for route in routes
    ]
    page = Route("/{secret}/{file:path}", desk.show_page, methods=["GET"])
    app = SandboxApp(routes=[*routes, *by_path, page])
    app.stand_in = stand_in
    app.bot_api = BotApi(stand_in)
    return app


class _Desk:
    """The endpoints of the control interface and the page."""

    def __init__(self, stand_in: StandIn, machine: TimeMachine | None, gate: Gate) -> None:
        self._stand_in = stand_in
        self._control = Control(stand_in)
        self._machine = machine
        self._gate = gate
        self._one_move = asyncio.Lock()

    async def show_page(self, request: Request) -> Response:
        name = _PAGE_FILES.get(request.path_params["file"])
        if name is None or not self._gate.lets_in(request):
            return _shut()
        kind = guess_type(name)[0] or "text/plain"
        return Response((_PAGE / name).read_bytes(), media_type=kind, headers=_HEADERS)

    async def show(self, request: Request) -> Response:
        view = VIEWS.get(request.path_params["name"])
        if view is None or not self._gate.lets_in(request):
            return _shut()
        try:
            return _json(view(self._stand_in, request.query_params))
        except (LookupError, ValueError) as error:
            return _json({"error": str(error)}, 400)

    async def act(self, request: Request) -> Response:
        verb = VERBS.get(request.path_params["name"])
        if verb is None or not self._gate.lets_in(request):
            return _shut()
        try:
            return _json(verb(self._control, await _body(request)))
        except (LookupError, TypeError, ValueError) as error:
            return _json({"error": str(error)}, 400)

    async def await_change(self, request: Request) -> Response:
        """Answer when something changed since the revision, or after a while."""
        if not self._gate.lets_in(request):
            return _shut()
        since = int(request.query_params.get("since", "0"))
        revision = await self._stand_in.world.changed_since(since, _WATCH_SECONDS)
        return _json({"revision": revision})

    async def show_file(self, request: Request) -> Response:
        if not self._gate.lets_in(request):
            return _shut()
        stored = self._stand_in.world.files.find(request.path_params["file_id"])
        if stored is None:
            return _shut()
        kind = stored.mime if stored.mime in ("image/jpeg", "image/png") else None
        headers = _HEADERS | {"Content-Disposition": "attachment"}
        return Response(
            stored.content, media_type=kind or "application/octet-stream", headers=headers
        )

    async def tell_time(self, request: Request) -> Response:
        if not self._gate.lets_in(request):
            return _shut()
        now = self._machine.now() if self._machine else self._stand_in.world.now()
        event = await self._machine.next_event() if self._machine else None
        return _json(
            {
                "now": now.isoformat(),
                "zone": self._machine.zone if self._machine else None,
                "movable": self._machine is not None,
                "next_event": event.isoformat() if event else None,
            }
        )

    async def move_time(self, request: Request) -> Response:
        """Move forward: to an instant, by seconds, or to the next event."""
        if not self._gate.lets_in(request):
            return _shut()
        if self._machine is None:
            return _json({"error": "the clock of this sandbox is the system's"}, 409)
        async with self._one_move:
            try:
                await self._move(self._machine, await _body(request))
            except (LookupError, TypeError, ValueError) as error:
                return _json({"error": str(error)}, 400)
        self._stand_in.world.ring()
        return await self.tell_time(request)

    async def _move(self, machine: TimeMachine, body: Json) -> None:
        if body.get("next_event"):
            await self._move_until_heard(machine)
            return
        if "to" in body:
            instant = read_instant(str(body["to"]))
        else:
            instant = machine.now() + timedelta(seconds=float(body["seconds"]))
        if instant < machine.now():
            raise ValueError("the clock only moves forward")
        await machine.move_to(instant)

    async def _move_until_heard(self, machine: TimeMachine) -> None:
        """Pass over the events at which the bot only looks and nobody hears anything."""
        heard = self._stand_in.calls["sendMessage"]
        for _ in range(_MOST_SILENT_EVENTS):
            instant = await machine.next_event()
            if instant is None:
                raise LookupError("nothing is planned")
            await machine.move_to(instant)
            if self._stand_in.calls["sendMessage"] > heard:
                return


async def _body(request: Request) -> Json:
    body = await request.json()
    if not isinstance(body, dict):
        raise TypeError("the body must be a JSON object")
    return body


def _json(content: Any, status: int = 200) -> Response:
    return JSONResponse(content, status, headers=_HEADERS)


def _shut() -> Response:
    return PlainTextResponse("Not found\n", 404, headers=_HEADERS)


def listen(port: int = 0) -> socket.socket:
    """A listening socket on loopback; port 0 takes any free one.

    The protocol is named, because asyncio sends small answers at once only where it is.
    """
    listener = socket.socket(socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    listener.bind(("127.0.0.1", port))
    listener.listen(4096)
    return listener


class SandboxServer(uvicorn.Server):
    """Ends the waiting of open pages before it closes their connections."""

    app: SandboxApp

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        self.app.stand_in.world.release_watchers()
        self.app.stand_in.close()
        await super().shutdown(sockets)


def server_for(app: SandboxApp) -> SandboxServer:
    """A server without access log, to be run with `serve(sockets=[listen()])`."""
    config = uvicorn.Config(
        app,
        http=SandboxConnection,
        ws="none",
        lifespan="off",
        access_log=False,
        proxy_headers=False,
        server_header=False,
        date_header=False,
        log_level="warning",
        timeout_graceful_shutdown=1,
    )
    server = SandboxServer(config)
    server.app = app
    return server
