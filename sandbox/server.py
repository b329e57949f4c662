"""The stand-in over HTTP: the Bot API, the control interface and the chat page in one app."""

import socket

import uvicorn
from starlette.applications import Starlette
from starlette.routing import Route
from starlette.types import Receive, Scope, Send

from sandbox.clock import TimeMachine
from sandbox.connection import SandboxConnection
from sandbox.core import StandIn
from sandbox.desk import Desk
from sandbox.extension import NOTHING_MORE, Extension
from sandbox.gate import Gate
from sandbox.wire import BotApi


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
    stand_in: StandIn,
    *,
    time_machine: TimeMachine | None = None,
    extension: Extension = NOTHING_MORE,
    secret: str,
) -> SandboxApp:
    """The whole sandbox; its page is at `/<secret>/`."""
    desk = Desk(stand_in, Gate(secret), machine=time_machine, extension=extension)
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
