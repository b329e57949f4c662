"""Which links Telegram accepts, and how it writes them."""

import re
from urllib.parse import parse_qs, urlsplit

_SCHEME = re.compile(r"([a-zA-Z][a-zA-Z0-9+.-]*)://")
_HOST = re.compile(r"[^\s/?#@:\"'<>]+(?::\d{1,5})?\Z")


class WrongLink(ValueError):  # noqa: N818 - it is named for what happened.
    """A link that Telegram refuses; the text is Telegram's reason."""


def checked_link(link: str) -> str:
    """The link as Telegram keeps it; raises WrongLink."""
    link = link.strip()
    scheme = _SCHEME.match(link)
    if scheme is None:
        link = "http://" + link
    elif scheme.group(1).lower() in ("tg", "ton"):
        return link
    elif scheme.group(1).lower() not in ("http", "https"):
        raise WrongLink("Unsupported URL protocol")
    try:
        host = urlsplit(link).netloc.rpartition("@")[2]
    except ValueError as error:
        raise WrongLink("Wrong HTTP URL") from error
    if not host:
        raise WrongLink("URL host is empty")
    if not host.startswith("[") and ("." not in host or not _HOST.match(host)):
        raise WrongLink("Wrong HTTP URL")
    return link + "/" if link.count("/") == 2 and not re.search(r"[?#]", link) else link


def mentioned_person(link: str) -> int | None:
    """The id in tg://user?id=N."""
    if not link.startswith("tg://user?"):
        return None
    number = parse_qs(urlsplit(link).query).get("id", [""])[0]
    return int(number) if number.isdigit() else None


def start_payload(link: str, bot_username: str) -> str | None:
    """The payload when the link opens this bot; empty without one, None for other links."""
    parts = urlsplit(link)
    query = parse_qs(parts.query)
    if parts.scheme == "tg" and parts.netloc == "resolve":
        name = query.get("domain", [""])[0]
    elif parts.netloc in ("t.me", "telegram.me"):
        name = parts.path.strip("/")
    else:
        return None
    return query.get("start", [""])[0] if name.lower() == bot_username.lower() else None
