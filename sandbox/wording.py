"""The words of a message: formatted, cleaned and measured as Telegram does it, and back to HTML."""

import re
from functools import lru_cache
from html import escape

from sandbox import limits
from sandbox.answers import Json, bad_request
from sandbox.arguments import Arguments, as_objects
from sandbox.entities import with_found_entities
from sandbox.markup import parse_html

_CONTROL = re.compile("[\x00-\x09\x0b\x0c\x0e-\x1f]")
_REMOVED = re.compile("\r|[\u2028-\u202e]")
_BLANK = " \n"

Words = tuple[str, list[Json]]


def read_words(arguments: Arguments, name: str) -> Words:
    """The text (or caption) of a call, formatted as it asks, trimmed and with all entities."""
    raw = arguments.text(name)
    entities_name = "entities" if name == "text" else "caption_entities"
    if len(raw) * 4 > limits.RAW_TEXT_BYTES and len(raw.encode()) > limits.RAW_TEXT_BYTES:
        raise bad_request("text is too long")
    mode = arguments.text("parse_mode").lower()
    if mode == "html":
        text, entities = _read_html(raw)
        return text, list(entities)
    if mode in ("", "none"):
        asked = arguments.structure(entities_name, "can't parse entities JSON object")
        return tidy(raw, as_objects(asked))
    raise bad_request("unsupported parse_mode")


@lru_cache(maxsize=2048)
def _read_html(raw: str) -> Words:
    """Remembered, because one reminder goes to many people in the same words."""
    return tidy(*parse_html(_REMOVED.sub("", raw)))


def tidy(text: str, entities: list[Json]) -> Words:
    """Control characters become spaces, the ends are trimmed, found entities are added."""
    if not text.isprintable():
        text = _CONTROL.sub(" ", text if entities else _REMOVED.sub("", text))
    trimmed = text.rstrip(_BLANK)
    start = len(trimmed) - len(trimmed.lstrip(_BLANK))
    trimmed = trimmed[start:]
    if entities and len(trimmed) != len(text):
        size = len(trimmed.encode("utf-16-le", "surrogatepass")) // 2
        entities = [cut for entity in entities if (cut := _cut(entity, start, size))]
    entities = [_without_stray_language(entity) for entity in entities]
    return trimmed, with_found_entities(trimmed, entities)[: limits.ENTITIES]


def _cut(entity: Json, start: int, size: int) -> Json | None:
    begin = max(0, entity["offset"] - start)
    end = min(size, entity["offset"] + entity["length"] - start)
    return {**entity, "offset": begin, "length": end - begin} if end > begin else None


def _without_stray_language(entity: Json) -> Json:
    if entity["type"] != "code":
        return entity
    return {key: value for key, value in entity.items() if key != "language"}


_TAGS = {
    "bold": ("<b>", "</b>"),
    "italic": ("<i>", "</i>"),
    "underline": ("<u>", "</u>"),
    "strikethrough": ("<s>", "</s>"),
    "spoiler": ("<tg-spoiler>", "</tg-spoiler>"),
    "code": ("<code>", "</code>"),
    "pre": ("<pre>", "</pre>"),
    "blockquote": ("<blockquote>", "</blockquote>"),
    "expandable_blockquote": ("<blockquote expandable>", "</blockquote>"),
}


def to_html(text: str, entities: list[Json]) -> str:
    """The words as HTML that Telegram would read back to the same words."""
    units = text.encode("utf-16-le", "surrogatepass")
    opening: dict[int, list[str]] = {}
    closing: dict[int, list[str]] = {}
    for entity in entities:
        tags = _tags_of(entity)
        if tags is not None:
            opening.setdefault(entity["offset"], []).append(tags[0])
            closing.setdefault(entity["offset"] + entity["length"], []).insert(0, tags[1])
    places = sorted({0, len(units) // 2, *opening, *closing})
    pieces = []
    for position, place in enumerate(places):
        pieces += closing.get(place, [])
        pieces += opening.get(place, [])
        until = places[position + 1] if position + 1 < len(places) else place
        plain = units[place * 2 : until * 2].decode("utf-16-le", "surrogatepass")
        pieces.append(escape(plain, quote=False))
    return "".join(pieces)


def _tags_of(entity: Json) -> tuple[str, str] | None:
    if entity["type"] == "text_link":
        return f'<a href="{escape(entity["url"])}">', "</a>"
    if entity["type"] == "text_mention":
        return f'<a href="tg://user?id={entity["user"]["id"]}">', "</a>"
    return _TAGS.get(entity["type"])
