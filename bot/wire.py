"""The wire to Telegram: python-telegram-bot's requests, carried by aiohttp."""

import json
from collections.abc import Awaitable
from dataclasses import dataclass, replace
from math import inf
from ssl import SSLContext
from typing import Any

import aiohttp
from aiohttp.connector import Connection
from aiohttp.tracing import Trace
from aiohttp_socks import ProxyConnector, ProxyTimeoutError
from telegram.error import BadRequest, NetworkError, TimedOut
from telegram.request import BaseRequest, RequestData

from bot.logs import without_tokens
from bot.telegram_errors import NotSentError, PerhapsSentError

# A number of seconds, None for no limit, or python-telegram-bot's mark for "not given".
Seconds = object

_JSON = {"Content-Type": "application/json"}
_NOT_FOUND = 404


@dataclass(frozen=True, kw_only=True)
class Deadlines:
    """How long each part of a call may take, in seconds."""

    connect: float = 5.0
    pool: float = 1.0  # Waiting for a free connection, before connecting.
    read: float = 15.0  # Silence of the server.
    whole: float = 20.0
    upload: float = 120.0  # The whole call, when it carries files.


class _NoConnectionInTimeError(NotSentError):
    """No connection was free, or none could be made, before the deadline."""


class _Direct(aiohttp.TCPConnector):
    async def connect(
        self,
        req: aiohttp.ClientRequest,
        traces: list[Trace],
        timeout: aiohttp.ClientTimeout,  # noqa: ASYNC109 # As inherited.
    ) -> Connection:
        return await _or_not_sent(super().connect(req, traces, timeout))


class _Socks(ProxyConnector):
    async def connect(
        self,
        req: aiohttp.ClientRequest,
        traces: list[Trace],
        timeout: aiohttp.ClientTimeout,  # noqa: ASYNC109 # As inherited.
    ) -> Connection:
        return await _or_not_sent(super().connect(req, traces, timeout))


class AiohttpRequest(BaseRequest):
    """One session for all calls. Nothing is tried twice here: whoever calls decides that.

    A failed call raises `TimedOut` or `NetworkError`. Its `__cause__` is a `NotSentError` or a
    `PerhapsSentError` made of words only: aiohttp's own errors carry the URL, so also the token.
    """

    def __init__(
        self,
        *,
        proxy: str | None = None,
        deadlines: Deadlines | None = None,
        limit: int = 64,
        tls: SSLContext | None = None,
    ) -> None:
        """`proxy` is an http, https or socks5 URL; `limit` is the number of connections;
        `tls` says whom to trust (the system's authorities if None)."""
        self._proxy = proxy
        self._deadlines = deadlines or Deadlines()
        self._limit = limit
        self._tls: SSLContext | bool = tls or True
        self._usual = _timeout(self._deadlines, self._deadlines.whole)
        self._session: aiohttp.ClientSession | None = None

    @property
    def read_timeout(self) -> float:
        """Seconds of silence after which a call is given up."""
        return self._deadlines.read

    async def initialize(self) -> None:
        """Open the session; a second call changes nothing."""
        if self._session is None:
            over_socks = self._proxy is not None and self._proxy.startswith("socks")
            self._session = aiohttp.ClientSession(
                connector=self._connector(),
                proxy=None if over_socks else self._proxy,
                timeout=self._usual,
                cookie_jar=aiohttp.DummyCookieJar(),
                headers={"User-Agent": self.USER_AGENT},
            )

    async def shutdown(self) -> None:
        """Close the session and its connections."""
        session, self._session = self._session, None
        if session is not None:
            await session.close()

    async def do_request(
        self,
        url: str,
        method: str,
        request_data: RequestData | None = None,
        read_timeout: Seconds = BaseRequest.DEFAULT_NONE,
        write_timeout: Seconds = BaseRequest.DEFAULT_NONE,
        connect_timeout: Seconds = BaseRequest.DEFAULT_NONE,
        pool_timeout: Seconds = BaseRequest.DEFAULT_NONE,
    ) -> tuple[int, bytes]:
        """Carry one request; the status and the body of the answer."""
        if self._session is None:
            raise RuntimeError("The wire is not open: call initialize() first.")
        uploads = request_data is not None and request_data.contains_files
        given = (read_timeout, write_timeout, connect_timeout, pool_timeout)
        cause: NotSentError | PerhapsSentError
        late = False
        try:
            async with self._session.request(
                method,
                url,
                data=_body(request_data),
                headers=None if uploads or request_data is None else _JSON,
                timeout=self._timeout_for(given, uploads=uploads),
                allow_redirects=False,
                ssl=self._tls,
            ) as response:
                body = await response.read()
        except NotSentError as error:
            cause, late = error, isinstance(error, _NoConnectionInTimeError)
        except (aiohttp.ClientError, OSError) as error:
            cause, late = PerhapsSentError(_describe(error)), isinstance(error, TimeoutError)
        else:
            if method == "GET" and response.status == _NOT_FOUND:
                # The base class would take a file that has expired for a wrong token.
                raise BadRequest("The file is no longer there")
            return response.status, body
        # Raised out here, the error has no __context__ that would carry the URL.
        raise (TimedOut if late else NetworkError)(str(cause)) from cause

    @staticmethod
    def parse_json_payload(payload: bytes) -> dict[str, Any]:
        """The answer as JSON. The base class would log the text of an answer it cannot read."""
        try:
            answer = json.loads(payload.decode("utf-8", "replace"))
        except ValueError:
            answer = None
        if not isinstance(answer, dict):
            cause = PerhapsSentError(f"{len(payload)} bytes that are no JSON object")
            raise NetworkError("Unreadable answer") from cause
        return answer

    def _connector(self) -> aiohttp.BaseConnector:
        if self._proxy is not None and self._proxy.startswith("socks"):
            # socks5h is how curl says that the proxy looks up the name; here it always does.
            proxy = self._proxy.replace("socks5h://", "socks5://", 1)
            return _Socks.from_url(proxy, limit=self._limit, ssl=self._tls)
        return _Direct(limit=self._limit, ssl=self._tls)

    def _timeout_for(self, given: tuple[Seconds, ...], *, uploads: bool) -> aiohttp.ClientTimeout:
        if not uploads and all(seconds is self.DEFAULT_NONE for seconds in given):
            return self._usual
        usual = self._deadlines
        whole = usual.upload if uploads else usual.whole
        read, write = _seconds(given[0], usual.read), _seconds(given[1], 0.0)
        connect, pool = _seconds(given[2], usual.connect), _seconds(given[3], usual.pool)
        chosen = replace(usual, read=read, connect=connect, pool=pool)
        # A long poll may be silent for longer than a whole send may take.
        longest = usual.connect + usual.pool + read + write
        return _timeout(chosen, max(whole, longest))


def _timeout(deadlines: Deadlines, whole: float) -> aiohttp.ClientTimeout:
    return aiohttp.ClientTimeout(
        total=_limit(whole),
        connect=_limit(deadlines.pool + deadlines.connect),
        sock_connect=_limit(deadlines.connect),
        sock_read=_limit(deadlines.read),
    )


def _seconds(given: Seconds, usual: float) -> float:
    if given is None:
        return inf
    return float(given) if isinstance(given, int | float) else usual


def _limit(seconds: float) -> float | None:
    return None if seconds == inf else seconds


async def _or_not_sent(connecting: Awaitable[Connection]) -> Connection:
    """The connection. Without one, whatever the reason, nothing can have been sent."""
    failure: NotSentError
    try:
        return await connecting
    except (TimeoutError, ProxyTimeoutError):
        failure = _NoConnectionInTimeError("No connection in time")
    except Exception as error:  # noqa: BLE001 # Proxies, names and certificates fail in many ways.
        failure = NotSentError(_describe(error))
    raise failure


def _describe(error: BaseException) -> str:
    return f"{type(error).__name__}: {without_tokens(str(error))}"


def _body(request_data: RequestData | None) -> bytes | aiohttp.FormData | None:
    if request_data is None:
        return None
    if not request_data.contains_files:
        # As JSON, Chinese is a third as long as in a form, and made in a tenth of the time.
        return json.dumps(request_data.parameters, ensure_ascii=False).encode()
    # The server reads file names as they are; percent signs would end up in the chat.
    form = aiohttp.FormData(quote_fields=False)
    for name, value in request_data.json_parameters.items():
        form.add_field(name, value)
    for name, (filename, content, kind) in request_data.multipart_data.items():
        on_one_line = " ".join(filename.splitlines())
        form.add_field(name, content, filename=on_one_line, content_type=kind)
    return form
