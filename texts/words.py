"""Typed words: the one place where text becomes Telegram HTML and is escaped."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from html import escape
from typing import Literal

from texts.cleaning import ELLIPSIS, clean, one_line, shown

MESSAGE_LIMIT = 4096
CAPTION_LIMIT = 1024
NAME_LIMIT = 64
VALUE_LIMIT = 200
# Telegram shows only the first 100 entities and refuses more than 32,768 bytes of markup.
ENTITY_LIMIT = 100
MARKUP_LIMIT = 32_768
URL_LIMIT = 2_048
NOTHING = "—"
# Names of units, duties and people come again in every message.
CACHED = 4096
# Of one character: five for `&amp;`, four for an emoji. Of one style: `<code></code>`.
BYTES_AT_MOST = 5
TAG_BYTES = 13

Style = Literal["b", "i", "code"]

_URL = re.compile(r"(https?|tg)://[^\s<>\"]+")


@dataclass(frozen=True, kw_only=True)
class Part:
    """A stretch of text with one look. Its text is clean already and not yet escaped."""

    text: str
    styles: tuple[Style, ...] = ()
    url: str = ""

    def html(self) -> str:
        marked = escape(self.text, quote=False)
        if self.url:
            marked = f'<a href="{escape(self.url)}">{marked}</a>'
        for style in self.styles:
            marked = f"<{style}>{marked}</{style}>"
        return marked

    @property
    def entities(self) -> int:
        return len(self.styles) + bool(self.url)


@dataclass(frozen=True, kw_only=True)
class Words:
    """What is said: parts in order. Make it with the functions below or `Language.say`."""

    parts: tuple[Part, ...] = ()

    def html(self) -> str:
        return "".join(part.html() for part in self.parts)

    def plain(self) -> str:
        return "".join(part.text for part in self.parts)

    @property
    def length(self) -> int:
        """Code points after parsing, which is what Telegram counts."""
        return sum(len(part.text) for part in self.parts)

    def __bool__(self) -> bool:
        return bool(self.parts)

    def __add__(self, other: "Words") -> "Words":
        return _words(self.parts + other.parts)


_NO_WORDS = Words()


def our_own(text: str) -> Words:
    """Return words written by us (a translated message), which need no cleaning."""
    return Words(parts=(Part(text=text),)) if text else _NO_WORDS


def plain(text: str) -> Words:
    """Return what somebody typed, its line ends kept."""
    return our_own(shown(clean(text)))


@lru_cache(maxsize=CACHED)
def name(text: str, limit: int = NAME_LIMIT) -> Words:
    """Return a name on one line, at most `limit` characters, never empty."""
    return our_own(shown(one_line(text, limit) or NOTHING))


@lru_cache(maxsize=CACHED)
def value(text: str) -> Words:
    """Return what somebody typed as it stands inside a sentence: one line, at most 200."""
    return our_own(shown(one_line(text, VALUE_LIMIT)))


def bold(words: str | Words) -> Words:
    return _styled(words, "b")


def italic(words: str | Words) -> Words:
    return _styled(words, "i")


def code(text: str) -> Words:
    """Return text that a tap copies, so it stays exactly as cleaned. It takes no other style."""
    return _words([Part(text=clean(text), styles=("code",))])


def link(label: str | Words, url: str) -> Words:
    """Return the label leading to `url`; it stays bare when the address is not a safe one."""
    address = clean(url)
    words = plain(label) if isinstance(label, str) else label
    if len(address) > URL_LIMIT or not _URL.fullmatch(address):
        return words
    return _words(replace(part, url=address) for part in words.parts)


def joined(separator: str, items: Iterable[Words]) -> Words:
    """Return the items with our own separator between them."""
    between = Part(text=separator)
    parts = [part for item in items for part in (between, *item.parts)]
    return _words(parts[1:])


def in_a_row(items: Iterable[Words]) -> Words:
    """Return the items with nothing between them."""
    return _words(part for item in items for part in item.parts)


def lines(*items: Words | None) -> Words:
    """Return each item on its own line; None is left out, empty words make an empty line."""
    return joined("\n", (item for item in items if item is not None))


def paragraphs(*items: Words | None) -> Words:
    """Return the items with an empty line between them; None and empty words are left out."""
    return joined("\n\n", (item for item in items if item))


def fitted(words: Words, limit: int = MESSAGE_LIMIT) -> Words:
    """Return words that one message can carry, cut at a line end and ended with an ellipsis."""
    if _is_surely_short(words, limit) or _room(words, limit) == words.length:
        return words
    room = _room(words, limit - 2)
    end = words.plain().rfind("\n", room // 2, room + 1)
    if end < 0:
        return _cut(words, 0, room) + our_own(ELLIPSIS)
    return _cut(words, 0, end) + our_own("\n" + ELLIPSIS)


def split(words: Words, limit: int = MESSAGE_LIMIT) -> list[Words]:
    """Return words as messages of at most `limit`, parted at paragraphs, lines or blanks."""
    pieces: list[Words] = []
    rest = words
    while (room := _room(rest, limit)) < rest.length:
        end = _breaking_point(rest.plain(), room)
        pieces.append(_trimmed(_cut(rest, 0, end)))
        rest = _trimmed(_cut(rest, end, rest.length))
    return [piece for piece in (*pieces, rest) if piece]


def _breaking_point(text: str, room: int) -> int:
    for mark in ("\n\n", "\n", " "):
        end = text.rfind(mark, room // 2, room + len(mark))
        if end > 0:
            return end
    return room


def _room(words: Words, limit: int) -> int:
    """Return how many code points from the start one message can carry; at least one."""
    length = entities = markup = 0
    for part in words.parts:
        entities += part.entities
        seen = replace(part, text=part.text[:limit])
        markup += len(seen.html().encode())
        if length and (entities > ENTITY_LIMIT or markup > MARKUP_LIMIT):
            break
        length += len(part.text)
    return max(1, min(length, limit)) if words else 0


def _is_surely_short(words: Words, limit: int) -> bool:
    """Whether it fits however its characters are escaped and encoded; most messages do."""
    length = words.length
    if not 0 < length <= limit or any(part.url for part in words.parts):
        return False
    styles = sum(part.entities for part in words.parts)
    return styles <= ENTITY_LIMIT and length * BYTES_AT_MOST + styles * TAG_BYTES <= MARKUP_LIMIT


def _cut(words: Words, start: int, end: int) -> Words:
    parts, at = [], 0
    for part in words.parts:
        text = part.text[max(0, start - at) : max(0, end - at)]
        parts.append(replace(part, text=text))
        at += len(part.text)
    return _words(parts)


def _trimmed(words: Words) -> Words:
    text = words.plain()
    return _cut(words, len(text) - len(text.lstrip()), len(text.rstrip()))


def _styled(words: str | Words, style: Style) -> Words:
    parts = plain(words).parts if isinstance(words, str) else words.parts
    return _words(
        part if style in part.styles or "code" in part.styles
        else replace(part, styles=(*part.styles, style))
        for part in parts
    )  # fmt: skip


def _words(parts: Iterable[Part]) -> Words:
    """Return words whose neighbouring parts of one look are one part."""
    merged: list[Part] = []
    alike: list[str] = []
    last: Part | None = None
    for part in parts:
        if not part.text:
            continue
        if last is not None and (part.styles != last.styles or part.url != last.url):
            merged.append(_merged(last, alike))
            alike = []
        alike.append(part.text)
        last = part
    if last is not None:
        merged.append(_merged(last, alike))
    return Words(parts=tuple(merged))


def _merged(look: Part, texts: Sequence[str]) -> Part:
    if len(texts) == 1:
        return look
    return Part(text="".join(texts), styles=look.styles, url=look.url)
