"""A strict reader of Telegram's HTML: what it would show, or why it would refuse."""

import re
from dataclasses import dataclass, field
from html import unescape

TAGS = {"b", "i", "u", "s", "code", "pre", "blockquote", "tg-spoiler", "a"}

_TOKEN = re.compile(r"(?P<tag><[^<>]*>)|(?P<mark>&[^;\s]*;)|(?P<text>[^<>&]+)", re.DOTALL)
_TAG = re.compile(r'<(?P<close>/?)(?P<name>[a-z-]+)(?: href="(?P<href>[^"<>]*)")?>')
_MARK = re.compile(r"&(lt|gt|amp|quot|#x27);")


class RefusedMarkupError(Exception):
    """Telegram would refuse this, or show something else than was meant."""


@dataclass(frozen=True, kw_only=True)
class Entity:
    tag: str
    start: int
    end: int
    href: str = ""


@dataclass(kw_only=True)
class Shown:
    """A message as its reader sees it."""

    text: str = ""
    entities: list[Entity] = field(default_factory=list)


def read(markup: str) -> Shown:
    """Return what is shown; raises RefusedMarkupError where the markup is not perfectly regular."""
    shown, still_open, at = Shown(), list[tuple[str, int, str]](), 0
    while at < len(markup):
        token = _TOKEN.match(markup, at)
        if token is None:
            raise RefusedMarkupError(f"A bare {markup[at]!r} at {at}.")
        at = token.end()
        if token["tag"]:
            _turn(token["tag"], shown, still_open)
        elif token["mark"] and not _MARK.fullmatch(token["mark"]):
            raise RefusedMarkupError(f"{token['mark']!r} is no entity of Telegram's.")
        else:
            shown.text += unescape(token[0])
    if still_open:
        raise RefusedMarkupError(f"{still_open[-1][0]!r} is never closed.")
    return shown


def _turn(written: str, shown: Shown, still_open: list[tuple[str, int, str]]) -> None:
    tag = _TAG.fullmatch(written)
    if tag is None or tag["name"] not in TAGS:
        raise RefusedMarkupError(f"{written!r} is no tag of Telegram's.")
    here = len(shown.text)
    if not tag["close"]:
        if (tag["name"] == "a") != (tag["href"] is not None):
            raise RefusedMarkupError(f"{written!r} and its address do not go together.")
        still_open.append((tag["name"], here, unescape(tag["href"] or "")))
        return
    if not still_open or still_open[-1][0] != tag["name"]:
        raise RefusedMarkupError(f"{written!r} closes what is not open.")
    name, start, href = still_open.pop()
    shown.entities.append(Entity(tag=name, start=start, end=here, href=href))
