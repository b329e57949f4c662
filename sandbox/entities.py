"""Entities of a text: those a tag asks for, and those that Telegram finds by itself."""

import re

from sandbox.answers import Json
from sandbox.links import WrongLink, checked_link, mentioned_person

_FOUND = re.compile(
    r"(?P<url>https?://[^\s<>\"]+[^\s<>\".,;:!?)\]])"
    r"|(?P<email>(?<![\w@.])[\w.+-]+@[\w-]+\.[\w.-]*\w)"
    r"|(?P<mention>(?<![\w@])@[A-Za-z]\w{2,31}\b)"
    r"|(?P<hashtag>(?<![\w#])#\w*[^\W\d_]\w*)"
    r"|(?P<bot_command>(?<![\w/<>])/[A-Za-z0-9_]{1,64}(?:@[A-Za-z]\w{2,31})?\b(?!/))"
)
_HINTS = ("/", "@", "#")
_CLOSED = ("code", "pre", "text_link", "text_mention")


def complete_entity(entity: Json, *, argument: str, inner: str, earlier: list[Json]) -> Json | None:
    """Add what the tag's argument says; None when Telegram drops the entity silently."""
    match entity["type"]:
        case "text_link":
            return _link(entity, argument or inner)
        case "blockquote" if argument:
            return {**entity, "type": "expandable_blockquote"}
        case "custom_emoji":
            return {**entity, "custom_emoji_id": argument}
        case "date_time":
            return {**entity, "unix_time": int(argument)} if argument.isdecimal() else None
        case "code" if argument:
            return {**entity, "language": argument}
        case "pre" if earlier and _is_its_code(earlier[-1], entity):
            return {**entity, "language": earlier.pop()["language"]}
    return entity


def _link(entity: Json, url: str) -> Json | None:
    person = mentioned_person(url)
    if person is not None:
        return {**entity, "type": "text_mention", "user": {"id": person}}
    try:
        return {**entity, "url": checked_link(url)}
    except WrongLink:
        # Telegram keeps the words and drops the link without a complaint.
        return None


def _is_its_code(code: Json, pre: Json) -> bool:
    same = (code["offset"], code["length"]) == (pre["offset"], pre["length"])
    return same and code["type"] == "code" and "language" in code


def with_found_entities(text: str, entities: list[Json]) -> list[Json]:
    """Links, mentions, hashtags and commands get entities of their own outside closed ones."""
    if not any(hint in text for hint in _HINTS):
        return entities
    closed = [
        (entity["offset"], entity["offset"] + entity["length"])
        for entity in entities
        if entity["type"] in _CLOSED
    ]
    found = list(entities)
    for match in _FOUND.finditer(text):
        start = len(text[: match.start()].encode("utf-16-le", "surrogatepass")) // 2
        end = start + len(match.group().encode("utf-16-le", "surrogatepass")) // 2
        if not any(start < stop and begin < end for begin, stop in closed):
            kind = match.lastgroup or ""
            found.append({"type": kind, "offset": start, "length": end - start})
    found.sort(key=lambda entity: (entity["offset"], -entity["length"]))
    return found
