"""Telegram's HTML: strict reading with Telegram's own complaints, offsets in UTF-16 units."""

import re
from dataclasses import dataclass

from sandbox.answers import Json, bad_request
from sandbox.entities import complete_entity

_STYLES = {
    "b": "bold",
    "strong": "bold",
    "i": "italic",
    "em": "italic",
    "u": "underline",
    "ins": "underline",
    "s": "strikethrough",
    "strike": "strikethrough",
    "del": "strikethrough",
    "tg-spoiler": "spoiler",
    "span": "spoiler",
    "blockquote": "blockquote",
    "code": "code",
    "pre": "pre",
    "a": "text_link",
    "tg-emoji": "custom_emoji",
    "tg-time": "date_time",
}
_SPACE = " \t\r\n\0\v"
_SPECIAL = re.compile(r"[<&]")
_TAG_NAME = re.compile(r"[^ \t\r\n\0\v>]*")
_ATTRIBUTE_NAME = re.compile(r"[^ \t\r\n\0\v>=/\"']*")
_TOKEN = re.compile(r"[A-Za-z0-9.-]*")
_REFERENCE = re.compile(r"&(?:#x([0-9a-fA-F]+)|#([0-9]+)|([a-zA-Z]+));?")
_NAMED = {"lt": "<", "gt": ">", "amp": "&", "quot": '"'}
_SURROGATE = re.compile("[\ud800-\udfff]")
_SURROGATES = (
    "Text contains invalid Unicode characters after decoding HTML entities, "
    "check for unmatched surrogate code units"
)


def utf16_length(text: str) -> int:
    return len(text) if text.isascii() else len(text.encode("utf-16-le", "surrogatepass")) // 2


def parse_html(text: str) -> tuple[str, list[Json]]:
    """Plain text and its entities; refuses with the words of Telegram's server."""
    if "<" not in text and "&" not in text:
        return text, []
    return _Reader(text).read()


@dataclass(frozen=True, kw_only=True, slots=True)
class _Open:
    tag: str
    argument: str
    offset: int
    begin: int


class _Reader:
    def __init__(self, source: str) -> None:
        self._source = source
        self._at = 0
        self._result: list[str] = []
        self._length = 0
        self._nested: list[_Open] = []
        self._entities: list[Json] = []

    def read(self) -> tuple[str, list[Json]]:
        while special := _SPECIAL.search(self._source, self._at):
            found = special.start()
            if found > self._at:
                self._append(self._source[self._at : found])
            self._at = found
            if self._source[found] == "&":
                self._append(self._take_reference() or self._take_one())
            elif self._source.startswith("</", found):
                self._close_tag()
            else:
                self._open_tag()
        self._append(self._source[self._at :])
        if self._nested:
            tag = self._nested[-1].tag
            raise _complaint(f'Can\'t find end tag corresponding to start tag "{tag}"')
        text = "".join(self._result)
        if _SURROGATE.search(text):
            raise _complaint(_SURROGATES)
        self._entities.sort(key=lambda entity: (entity["offset"], -entity["length"]))
        return text, self._entities

    def _append(self, piece: str) -> None:
        self._result.append(piece)
        self._length += utf16_length(piece)

    def _take_one(self) -> str:
        self._at += 1
        return self._source[self._at - 1]

    def _take_reference(self) -> str:
        """The character a reference stands for; empty when it is none and stays as written."""
        found = _REFERENCE.match(self._source, self._at)
        if found is None:
            return ""
        hexadecimal, decimal, name = found.groups()
        if name is not None:
            letter = _NAMED.get(name, "")
        else:
            code = int(hexadecimal, 16) if hexadecimal else int(decimal[:10])
            too_long = len(found.group().rstrip(";")) >= 10
            letter = "" if code == 0 or code >= 0x10FFFF or too_long else chr(code)
        if letter:
            self._at = found.end()
        return letter

    def _open_tag(self) -> None:
        begin = self._at
        self._at = self._match(_TAG_NAME, begin + 1)
        if self._now() in ("", "\0"):
            raise self._misplaced("Unclosed start tag", begin)
        tag = self._source[begin + 1 : self._at].lower()
        if tag not in _STYLES:
            raise self._misplaced(f'Unsupported start tag "{tag}"', begin)
        argument = ""
        while self._now() != ">":
            self._skip_spaces()
            if self._now() == ">":
                break
            argument = self._attribute(tag, argument, begin)
        self._at += 1
        if tag == "span" and argument != "spoiler":
            raise self._misplaced('Tag "span" must have class "tg-spoiler"', begin)
        opened = _Open(tag=tag, argument=argument, offset=self._length, begin=len(self._result))
        self._nested.append(opened)

    def _attribute(self, tag: str, argument: str, begin: int) -> str:
        """Read one attribute; give the argument of the tag as it is afterwards."""
        start = self._at
        self._at = self._match(_ATTRIBUTE_NAME, start)
        name = self._source[start : self._at]
        if not name:
            raise self._misplaced(f'Empty attribute name in the tag "{tag}"', begin)
        self._skip_spaces()
        if self._now() == "=":
            self._at += 1
            self._skip_spaces()
            self._must_go_on(f'Unclosed start tag "{tag}"', begin)
            value = self._value()
            self._must_go_on("Unclosed start tag", begin)
            return _argument(tag, name, value) or argument
        self._must_go_on(f'Unclosed start tag "{tag}"', begin)
        return "1" if (tag, name) == ("blockquote", "expandable") else argument

    def _value(self) -> str:
        quote = self._now()
        if quote not in ("'", '"'):
            start = self._at
            self._at = self._match(_TOKEN, start)
            if self._now() not in (*_SPACE, ">", ""):
                raise self._misplaced("Unexpected end of name token", start)
            return self._source[start : self._at].lower()
        self._at += 1
        letters = []
        while self._now() not in (quote, ""):
            letters.append((self._now() == "&" and self._take_reference()) or self._take_one())
        self._at += 1
        return "".join(letters)

    def _close_tag(self) -> None:
        begin = self._at
        if not self._nested:
            raise self._misplaced("Unexpected end tag", begin)
        self._at = self._match(_TAG_NAME, begin + 2)
        name = self._source[begin + 2 : self._at]
        self._skip_spaces()
        if self._now() != ">":
            raise self._misplaced("Unclosed end tag", begin)
        self._at += 1
        opened = self._nested.pop()
        if name and name != opened.tag:
            expected = f', expected "</{opened.tag}>", found "</{name}>"'
            raise self._misplaced("Unmatched end tag", begin, expected)
        if self._length > opened.offset:
            self._add(opened)

    def _add(self, opened: _Open) -> None:
        entity: Json = {
            "type": _STYLES[opened.tag],
            "offset": opened.offset,
            "length": self._length - opened.offset,
        }
        inner = "".join(self._result[opened.begin :])
        complete = complete_entity(
            entity, argument=opened.argument, inner=inner, earlier=self._entities
        )
        if complete is not None:
            self._entities.append(complete)

    def _now(self) -> str:
        return self._source[self._at : self._at + 1]

    def _match(self, pattern: re.Pattern[str], start: int) -> int:
        found = pattern.match(self._source, start)
        return found.end() if found else start

    def _skip_spaces(self) -> None:
        while self._now() and self._now() in _SPACE:
            self._at += 1

    def _must_go_on(self, text: str, begin: int) -> None:
        if self._now() == "":
            raise self._misplaced(text, begin)

    def _misplaced(self, text: str, position: int, rest: str = "") -> Exception:
        offset = len(self._source[:position].encode("utf-8", "surrogatepass"))
        return _complaint(f"{text} at byte offset {offset}{rest}")


def _complaint(text: str) -> Exception:
    return bad_request(f"can't parse entities: {text}")


def _argument(tag: str, name: str, value: str) -> str:
    match (tag, name):
        case ("a", "href") | ("tg-emoji", "emoji-id") | ("tg-time", "unix"):
            return value
        case ("code", "class") if value.startswith("language-"):
            return value.removeprefix("language-")
        case ("span", "class") if value.startswith("tg-"):
            return value.removeprefix("tg-")
        case ("blockquote", "expandable"):
            return "1"
    return ""
