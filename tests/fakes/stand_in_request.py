"""The wire of python-telegram-bot, leading straight into the stand-in without a socket."""

import errno
import json
from typing import IO, Any
from urllib.parse import unquote, urlsplit

import aiohttp
from aiohttp.client_reqrep import ConnectionKey
from telegram.error import NetworkError, TelegramError, TimedOut
from telegram.request import BaseRequest, RequestData

from bot.telegram_errors import NotSentError
from sandbox.answers import DroppedConnection, Failure, UploadedFile
from sandbox.core import StandIn

_TELEGRAM = ConnectionKey("api.telegram.org", 443, True, True, None, None, None)


class StandInRequest(BaseRequest):
    """Answers of the stand-in arrive as bytes, its faults as the errors of an aiohttp wire."""

    def __init__(self, stand_in: StandIn, refusals: list[str] | None = None) -> None:
        """`refusals` collects what the stand-in refused, as `method: description`."""
        self._stand_in = stand_in
        self._refusals = refusals if refusals is not None else []

    @property
    def read_timeout(self) -> float | None:
        return 5.0

    async def initialize(self) -> None:
        """There is no connection to open."""

    async def shutdown(self) -> None:
        """There is no connection to close."""

    async def do_request(
        self, url: str, method: str, request_data: RequestData | None = None, *_: Any, **__: Any
    ) -> tuple[int, bytes]:
        path = unquote(urlsplit(url).path)
        if path.startswith("/file/bot"):
            return self._download(path)
        token, _slash, name = path.removeprefix("/bot").rpartition("/")
        params = request_data.json_parameters if request_data else {}
        try:
            answer = await self._stand_in.call(token, name, params, _uploads(request_data))
        except DroppedConnection as dropped:
            raise _as_wire_error(dropped.failure) from _cause(dropped.failure)
        if answer.status != 200:
            self._refusals.append(f"{name}: {answer.body}")
        if isinstance(answer.body, str):
            return answer.status, answer.body.encode()
        return answer.status, json.dumps(answer.body).encode()

    def _download(self, path: str) -> tuple[int, bytes]:
        token, _, file_path = path.removeprefix("/file/bot").partition("/")
        content = self._stand_in.download(token, file_path)
        if content is None:
            return 404, b'{"ok":false,"error_code":404,"description":"Not Found"}'
        return 200, content


def _uploads(request_data: RequestData | None) -> dict[str, UploadedFile]:
    if request_data is None or not request_data.contains_files:
        return {}
    return {
        name: UploadedFile(name=filename, content=_whole(content), mime=mime)
        for name, (filename, content, mime) in request_data.multipart_data.items()
    }


def _whole(content: bytes | IO[bytes]) -> bytes:
    return content if isinstance(content, bytes) else content.read()


def _as_wire_error(failure: Failure) -> TelegramError:
    if failure is Failure.HUNG:
        return TimedOut()
    return NetworkError(f"aiohttp: connection {failure}")


def _cause(failure: Failure) -> Exception:
    match failure:
        case Failure.HUNG:
            return aiohttp.SocketTimeoutError("Timeout on reading data from socket")
        case Failure.REFUSED:
            refusal = ConnectionRefusedError(errno.ECONNREFUSED, "Connection refused")
            return NotSentError(str(aiohttp.ClientConnectorError(_TELEGRAM, refusal)))
        case Failure.DROPPED:
            return aiohttp.ServerDisconnectedError()
