"""Who may drive the sandbox: only this machine, only with the secret, never a foreign page."""

from hmac import compare_digest
from ipaddress import ip_address

from starlette.requests import Request

_NAMES = ("127.0.0.1", "localhost", "[::1]")


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


def _is_local(request: Request) -> bool:
    """A foreign name that resolves to this machine is refused by its Host header."""
    host = request.headers.get("host", "")
    name = host.rpartition(":")[0] if host[-1:].isdigit() and ":" in host else host
    if name not in _NAMES or request.client is None:
        return False
    try:
        return ip_address(request.client.host).is_loopback
    except ValueError:
        return False


def _is_own_page(request: Request) -> bool:
    origin = request.headers.get("origin")
    site = request.headers.get("sec-fetch-site", "none")
    own = f"http://{request.headers.get('host', '')}"
    return origin in (None, own) and site in ("none", "same-origin")
