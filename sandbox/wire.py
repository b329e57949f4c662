"""The Bot API over HTTP: the lean path that a bot's calls take."""

import json
from collections.abc import Mapping
from typing import Any
from urllib.parse import parse_qsl

from starlette.datastructures import UploadFile
from starlette.requests import Request
from starlette.types import Message, Receive, Scope, Send

from sandbox.answers import Answer, DroppedConnection, Failure, Refused, UploadedFile, too_large
from sandbox.core import StandIn
from sandbox.gate import lets_bot_in

_LARGEST_BODY = 60 * 1024 * 1024
_UNREADABLE = Refused(400, "Bad Request: can't parse the request body")
_NO_FILES: Mapping[str, UploadedFile] = {}
_NOT_FOUND = Refused(404, "Not Found")

Parameters = tuple[Mapping[str, Any], Mapping[str, UploadedFile]]


class BotApi:
    """Answers `/bot<token>/<method>` and `/file/bot<token>/<path>`."""

    def __init__(self, stand_in: StandIn) -> None:
        self._stand_in = stand_in

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        path: str = scope["path"]
        if not lets_bot_in(scope["headers"]):
            await _send_answer(_NOT_FOUND.answer(), send)
            return
        if path.startswith("/file/"):
            await self._send_file(path, send)
            return
        token, _, method = path[len("/bot") :].rpartition("/")
        try:
            params, files = await _read_parameters(scope, receive)
            answer = await self._stand_in.call(token, method, params, files)
        except Refused as refused:
            answer = refused.answer()
        except DroppedConnection as dropped:
            await _leave_unanswered(scope, receive, dropped)
            return
        await _send_answer(answer, send)

    async def _send_file(self, path: str, send: Send) -> None:
        token, _, file_path = path[len("/file/bot") :].partition("/")
        content = self._stand_in.download(token, file_path)
        if content is None:
            await _send_answer(_NOT_FOUND.answer(), send)
        else:
            headers = [(b"content-type", b"application/octet-stream")]
            await _send_bytes(content, send, headers=headers)


async def _read_parameters(scope: Scope, receive: Receive) -> Parameters:
    params: dict[str, Any] = {}
    if scope["query_string"]:
        params.update(parse_qsl(scope["query_string"].decode("latin-1"), keep_blank_values=True))
    body = await _read_body(receive)
    if not body:
        return params, _NO_FILES
    kind = _content_type(scope)
    if kind.startswith("multipart/form-data"):
        return await _read_multipart(scope, body, params)
    try:
        if kind.startswith("application/json"):
            given = json.loads(body)
            params.update(given if isinstance(given, dict) else {})
        elif kind.startswith("application/x-www-form-urlencoded"):
            params.update(parse_qsl(body.decode(), keep_blank_values=True))
    except ValueError as error:
        raise _UNREADABLE from error
    return params, _NO_FILES


async def _read_body(receive: Receive) -> bytes:
    message = await receive()
    body: bytes = message.get("body", b"")
    if not message.get("more_body"):
        return body
    pieces, size = [body], len(body)
    while message.get("more_body"):
        message = await receive()
        pieces.append(message.get("body", b""))
        size += len(pieces[-1])
        if size > _LARGEST_BODY:
            raise too_large()
    return b"".join(pieces)


def _content_type(scope: Scope) -> str:
    for name, value in scope["headers"]:
        if name == b"content-type":
            return str(value.decode("latin-1"))
    return ""


async def _read_multipart(scope: Scope, body: bytes, params: dict[str, Any]) -> Parameters:
    async def replay() -> Message:
        return {"type": "http.request", "body": body, "more_body": False}

    files: dict[str, UploadedFile] = {}
    async with Request(scope, replay).form(max_part_size=_LARGEST_BODY) as form:
        for name, value in form.multi_items():
            if isinstance(value, UploadFile):
                files[name] = UploadedFile(
                    name=value.filename or "file",
                    content=await value.read(),
                    mime=value.content_type or "application/octet-stream",
                )
            else:
                params[name] = value
    return params, files


async def _send_answer(answer: Answer, send: Send) -> None:
    if isinstance(answer.body, str):
        content, kind = answer.body.encode(), b"text/html"
    else:
        content, kind = json.dumps(answer.body).encode(), b"application/json"
    headers = [(b"content-type", kind)]
    headers += [(name.lower().encode(), value.encode()) for name, value in answer.headers.items()]
    await _send_bytes(content, send, status=answer.status, headers=headers)


async def _send_bytes(
    content: bytes, send: Send, *, status: int = 200, headers: list[tuple[bytes, bytes]]
) -> None:
    headers.append((b"content-length", str(len(content)).encode()))
    await send({"type": "http.response.start", "status": status, "headers": headers})
    await send({"type": "http.response.body", "body": content})


async def _leave_unanswered(scope: Scope, receive: Receive, dropped: DroppedConnection) -> None:
    """Cut the connection, or keep it open without a word until the caller gives up."""
    if dropped.failure is not Failure.HUNG:
        connection = scope.get("state", {}).get("connection")
        if connection is None:
            raise dropped
        connection.abort()
    while (await receive())["type"] != "http.disconnect":
        continue
