"""The endpoints of the control interface and the page."""

import asyncio
from collections.abc import Awaitable
from mimetypes import guess_type
from pathlib import Path
from typing import Any

from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response

from sandbox import moving
from sandbox.answers import Json
from sandbox.clock import TimeMachine
from sandbox.control import VERBS, Control
from sandbox.core import StandIn
from sandbox.extension import Extension
from sandbox.gate import Gate
from sandbox.views import VIEWS

_PAGE = Path(__file__).parent / "page"
_KINDS = (".html", ".js", ".css", ".svg")
_PAGE_FILES = {
    path.relative_to(_PAGE).as_posix(): path for path in _PAGE.rglob("*") if path.suffix in _KINDS
}
_SHOWN_PICTURES = ("image/jpeg", "image/png")
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


class Desk:
    """Lets in whom the gate lets in; everybody else gets 404."""

    def __init__(
        self,
        stand_in: StandIn,
        gate: Gate,
        *,
        machine: TimeMachine | None,
        extension: Extension,
    ) -> None:
        self._stand_in = stand_in
        self._control = Control(stand_in)
        self._gate = gate
        self._machine = machine
        self._extension = extension
        self._one_at_a_time = asyncio.Lock()

    async def show_page(self, request: Request) -> Response:
        path = _PAGE_FILES.get(request.path_params["file"] or "index.html")
        if path is None or not self._gate.lets_in(request):
            return _shut()
        kind = guess_type(path.name)[0] or "text/plain"
        return Response(path.read_bytes(), media_type=kind, headers=_HEADERS)

    async def show(self, request: Request) -> Response:
        if not self._gate.lets_in(request):
            return _shut()
        name, query = request.path_params["name"], request.query_params
        if name in self._extension.views:
            return await _answered(self._extension.views[name](query))
        if name not in VIEWS:
            return _shut()
        try:
            shown = VIEWS[name](self._stand_in, query)
        except (LookupError, ValueError) as error:
            return _wrong(error)
        if name == "state":
            shown["abilities"] = self._extension.abilities
        return _json(shown)

    async def act(self, request: Request) -> Response:
        if not self._gate.lets_in(request):
            return _shut()
        name = request.path_params["name"]
        if name in self._extension.verbs:
            return await _answered(self._extend(name, request))
        if name not in VERBS:
            return _shut()
        try:
            return _json(VERBS[name](self._control, await _body(request)))
        except (LookupError, TypeError, ValueError) as error:
            return _wrong(error)

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
        kind = stored.mime if stored.mime in _SHOWN_PICTURES else "application/octet-stream"
        headers = _HEADERS | {"Content-Disposition": "attachment"}
        return Response(stored.content, media_type=kind, headers=headers)

    async def tell_time(self, request: Request) -> Response:
        if not self._gate.lets_in(request):
            return _shut()
        return _json(await moving.tell(self._stand_in, self._machine))

    async def move_time(self, request: Request) -> Response:
        if not self._gate.lets_in(request):
            return _shut()
        if self._machine is None:
            return _json({"error": "the clock of this sandbox is the system's"}, 409)
        return await _answered(self._move(self._machine, request))

    async def _move(self, machine: TimeMachine, request: Request) -> Json:
        async with self._one_at_a_time:
            await moving.move(self._stand_in, machine, await _body(request))
        self._stand_in.world.ring()
        return await moving.tell(self._stand_in, machine)

    async def _extend(self, name: str, request: Request) -> Any:
        body = await _body(request)
        async with self._one_at_a_time:
            result = await self._extension.verbs[name](body)
        self._stand_in.world.ring()
        return result


async def _body(request: Request) -> Json:
    body = await request.json()
    if not isinstance(body, dict):
        raise TypeError("the body must be a JSON object")
    return body


async def _answered(work: Awaitable[Any]) -> Response:
    try:
        return _json(await work)
    except (LookupError, TypeError, ValueError) as error:
        return _wrong(error)


def _wrong(error: Exception) -> Response:
    return _json({"error": str(error)}, 400)


def _json(content: Any, status: int = 200) -> Response:
    return JSONResponse(content, status, headers=_HEADERS)


def _shut() -> Response:
    return PlainTextResponse("Not found\n", 404, headers=_HEADERS)
