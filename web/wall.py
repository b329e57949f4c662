"""The wall: a page for a screen in the room, opened once by a link from the officer's chat."""

import asyncio
import json
from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import Any

from starlette.convertors import Convertor, register_url_convertor
from starlette.requests import Request
from starlette.responses import JSONResponse, Response, StreamingResponse
from starlette.routing import Route

from actions import walls
from actions.running import Runner
from domain.place import Place
from domain.wall import WallBoard, is_secret
from web.page_files import HEADERS, file_response
from web.wall_board import as_json, words_of_page

LONGEST_REQUEST = 200
# The page counts on hearing something at least so often.
LOOK_EVERY = 1.0
QUIET_LOOKS = 4
MOST_OPEN = 50

GONE, BUSY, FORBIDDEN, BAD = 410, 503, 403, 400
Json = dict[str, Any]


@dataclass(frozen=True, kw_only=True)
class WallDoor:
    """What the wall needs of the bot. `username` is empty until the bot has met Telegram."""

    runner: Callable[[], Awaitable[Runner]]
    now: Callable[[], datetime]
    place: Place
    username: Callable[[], str]
    is_secure: bool = False


class _Number(Convertor[int]):
    """A number as our ids are; a longer one is no page of ours."""

    regex = "[0-9]{1,9}"

    def convert(self, value: str) -> int:
        return int(value)

    def to_string(self, value: int) -> str:
        return str(value)


register_url_convertor("number", _Number())


class WallPages:
    """The routes of the wall. Rights are settled inside the actions, at every look."""

    def __init__(self, door: WallDoor) -> None:
        self._door = door
        self._open = 0

    def routes(self) -> list[Route]:
        """Paths are relative, so that a proxy may put them below any other."""
        return [
            Route("/wall/", self.show_page, methods=["GET"]),
            Route("/wall/{wall:number}", self.show_page, methods=["GET"]),
            Route("/wall/words", self.tell_words, methods=["GET"]),
            Route("/wall/page/{name}", self.show_file, methods=["GET"]),
            Route("/wall/open", self.open, methods=["POST"]),
            Route("/wall/{wall:number}/board", self.show_board, methods=["GET"]),
            Route("/wall/{wall:number}/events", self.tell_changes, methods=["GET"]),
        ]

    async def show_page(self, _request: Request) -> Response:
        """The empty page; it holds nothing about anybody."""
        return file_response("wall.html")

    async def show_file(self, request: Request) -> Response:
        """Its style and scripts."""
        return file_response(request.path_params["name"])

    async def tell_words(self, _request: Request) -> Response:
        """Its words in every language."""
        return JSONResponse(words_of_page(), headers=HEADERS)

    async def open(self, request: Request) -> Response:
        """Use a one-time link up.

        The secret comes in the body and stood behind the # of the address, so that it is in no log
        and no messenger that looks at links in advance uses it up.
        """
        if request.headers.get("sec-fetch-site", "same-origin") != "same-origin":
            return Response("", FORBIDDEN, headers=HEADERS)
        secret = await _read_secret(request)
        if secret is None:
            return Response("", BAD, headers=HEADERS)
        now = self._door.now()
        runner = await self._door.runner()
        # Strangers wait in the readers' queue; the writer is for those who hold a link.
        if not await runner.read(partial(walls.may_open, secret=secret, now=now)):
            return Response("", GONE, headers=HEADERS)
        opened = await runner.write(partial(walls.open_link, secret=secret, now=now))
        if opened is None:
            return Response("", GONE, headers=HEADERS)
        answer = JSONResponse({"wall": opened.wall_id}, headers=HEADERS)
        answer.set_cookie(
            _cookie(opened.wall_id),
            opened.secret,
            max_age=max(1, int((opened.ends_at - now).total_seconds())),
            path=None,
            secure=self._door.is_secure,
            httponly=True,
            samesite="strict",
        )
        return answer

    async def show_board(self, request: Request) -> Response:
        """What the wall shows now, once."""
        board = await self._look(request)
        if board is None:
            return Response("", GONE, headers=HEADERS)
        return JSONResponse(self._as_json(board), headers=HEADERS)

    async def tell_changes(self, request: Request) -> Response:
        """What the wall shows, now and whenever it changes, as server-sent events."""
        if await self._look(request) is None:
            return Response("", GONE, headers=HEADERS)
        if self._open >= MOST_OPEN:
            return Response("", BUSY, headers=HEADERS)
        headers = {**HEADERS, "X-Accel-Buffering": "no"}
        events = self._events(request)
        return StreamingResponse(events, media_type="text/event-stream", headers=headers)

    async def _events(self, request: Request) -> AsyncIterator[str]:
        self._open += 1
        try:
            async for event in self._changes(request):
                yield event
        finally:
            self._open -= 1

    async def _changes(self, request: Request) -> AsyncIterator[str]:
        shown: Json = {}
        quiet = 0
        while (board := await self._look(request)) is not None:
            found = self._as_json(board)
            now = found.pop("now")
            quiet += 1
            if found != shown:
                yield _event("board", {**found, "now": now})
            elif quiet > QUIET_LOOKS:
                yield _event("beat", {"now": now})
            else:
                await asyncio.sleep(LOOK_EVERY)
                continue
            shown, quiet = found, 0
            await asyncio.sleep(LOOK_EVERY)
        yield _event("over", {})

    async def _look(self, request: Request) -> WallBoard | None:
        wall_id: int = request.path_params["wall"]
        secret = request.cookies.get(_cookie(wall_id), "")
        if not is_secret(secret):
            return None
        runner = await self._door.runner()
        look = partial(
            walls.look,
            wall_id=wall_id,
            secret=secret,
            now=self._door.now(),
            place=self._door.place,
        )
        return await runner.read(look)

    def _as_json(self, board: WallBoard) -> Json:
        return as_json(board, bot_username=self._door.username())


def _cookie(wall_id: int) -> str:
    """Every wall has its own, so that two stand side by side in one browser."""
    return f"wall-{wall_id}"


async def _read_secret(request: Request) -> str | None:
    """The secret of a request of ours; None for any other."""
    if request.headers.get("content-type") != "application/json":
        return None
    body = b""
    async for part in request.stream():
        body += part
        if len(body) > LONGEST_REQUEST:
            return None
    try:
        said = json.loads(body)
    except ValueError:
        return None
    secret = said.get("secret") if isinstance(said, dict) else None
    return secret if isinstance(secret, str) else None


def _event(name: str, content: Json) -> str:
    written = json.dumps(content, ensure_ascii=False, separators=(",", ":"))
    return f"event: {name}\ndata: {written}\n\n"
