"""Who gets in: only this machine, never a foreign page; people's side only with the secret."""

from collections.abc import Iterable
from hmac import compare_digest
from ipaddress import ip_address

from starlette.requests import Request

_NAMES = ("127.0.0.1", "localhost", "[::1]")
_TOLD_BY_BROWSERS = (b"origin", b"sec-fetch-site")


class Gate:
    def __init__(self, secret: str) -> None:
        if len(secret) < 16 or secret.startswith(("bot", "file", "control")):
            raise ValueError("the sandbox's secret needs 16 letters and a beginning of its own")
        self._secret = secret.encode()

    def lets_in(self, request: Request) -> bool:
        """The secret stands in the path or the header; Host and Origin are our own."""
        given = request.path_params.get("secret") or request.headers.get("x-sandbox-secret", "")
        known = compare_digest(given.encode(), self._secret)
        return known and _is_local(request) and _is_own_page(request)


def lets_bot_in(headers: Iterable[tuple[bytes, bytes]]) -> bool:
    """Whether this is a program that calls this machine by its name, and no page in a browser.

    A page needs no answer to do harm: one `setWebhook` would send it every update.
    """
    host = ""
    for name, value in headers:
        if name == b"host":
            host = value.decode("latin-1")
        elif name in _TOLD_BY_BROWSERS and value != b"none":
            return False
    return _names_this_machine(host)


def _is_local(request: Request) -> bool:
    if not _names_this_machine(request.headers.get("host", "")) or request.client is None:
        return False
    try:
        return ip_address(request.client.host).is_loopback
    except ValueError:
        return False


def _names_this_machine(host: str) -> bool:
    """A foreign name that was made to resolve to this machine is none of its names."""
    name = host.rpartition(":")[0] if host[-1:].isdigit() and ":" in host else host
    return name in _NAMES


def _is_own_page(request: Request) -> bool:
    origin = request.headers.get("origin")
    site = request.headers.get("sec-fetch-site", "none")
    own = f"http://{request.headers.get('host', '')}"
    return origin in (None, own) and site in ("none", "same-origin")
