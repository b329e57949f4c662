"""Which links Telegram accepts, and how it writes them."""

import re
from dataclasses import dataclass
from urllib.parse import parse_qs, urlsplit

_SCHEME = re.compile(r"([a-zA-Z][a-zA-Z0-9+.-]*)://")
_PAYLOAD = re.compile(r"[A-Za-z0-9_-]{1,64}\Z")
_HOST = re.compile(r"[^\s/?#@:\"'<>]+(?::\d{1,5})?\Z")


@dataclass(frozen=True, kw_only=True, slots=True)
class Opening:
    """What a link of the bot does; Telegram leaves out a payload that is not one."""

    payload: str = ""
    in_group: bool = False


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
    return int(number) if number.isdecimal() else None


def read_opening(link: str, bot_username: str) -> Opening | None:
    """What the link does when it opens this bot; None for other links."""
    parts = urlsplit(link)
    query = parse_qs(parts.query, keep_blank_values=True)
    if parts.scheme == "tg" and parts.netloc == "resolve":
        name = query.get("domain", [""])[0]
    elif parts.netloc in ("t.me", "telegram.me"):
        name = parts.path.strip("/")
    else:
        return None
    if name.lower() != bot_username.lower():
        return None
    in_group = "startgroup" in query
    payload = query.get("startgroup" if in_group else "start", [""])[0]
    return Opening(payload=payload if is_payload(payload) else "", in_group=in_group)


def is_payload(text: str) -> bool:
    """Whether a deep link can carry this."""
    return bool(_PAYLOAD.match(text))
