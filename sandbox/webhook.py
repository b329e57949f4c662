"""Webhooks, checked when they are set."""

import re
from dataclasses import dataclass
from urllib.parse import urlsplit

from sandbox.answers import bad_request
from sandbox.arguments import Arguments

_SECRET = re.compile(r"[A-Za-z0-9_-]*\Z")
_PORTS = (80, 88, 443, 8443)


@dataclass(kw_only=True, slots=True)
class Webhook:
    url: str = ""
    secret: str = ""
    connections: int = 40
    last_error: str = ""
    last_error_at: int = 0
    gone_since: int | None = None


def read_webhook(arguments: Arguments, *, local: bool) -> Webhook:
    """Check a webhook; a local server takes http and any port, as with `--local`."""
    url, secret = arguments.text("url"), arguments.text("secret_token")
    if len(secret) > 256:
        raise bad_request("secret token is too long")
    if not _SECRET.match(secret):
        raise bad_request("secret token contains unallowed characters")
    try:
        parts = urlsplit(url)
        port = parts.port or (443 if parts.scheme == "https" else 80)
    except ValueError as error:
        raise bad_request("invalid webhook URL specified") from error
    if url and (parts.scheme not in ("http", "https") or not parts.hostname):
        raise bad_request("invalid webhook URL specified")
    if url and not local and parts.scheme != "https":
        raise bad_request("bad webhook: An HTTPS URL must be provided for webhook")
    if url and not local and port not in _PORTS:
        raise bad_request("bad webhook: Webhook can be set up only on ports 80, 88, 443 or 8443")
    connections = arguments.within("max_connections", 40, low=1, high=100)
    return Webhook(url=url, secret=secret, connections=connections)
