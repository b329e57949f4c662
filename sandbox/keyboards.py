"""The keyboards below a message: read, checked, and written back."""

import json
from dataclasses import dataclass, field
from functools import lru_cache

from sandbox import limits
from sandbox.answers import Json, bad_request
from sandbox.arguments import Arguments
from sandbox.links import WrongLink, checked_link

_OTHER_ACTIONS = (
    "web_app",
    "login_url",
    "switch_inline_query",
    "switch_inline_query_current_chat",
    "switch_inline_query_chosen_chat",
    "callback_game",
    "pay",
)


@dataclass(frozen=True, kw_only=True, slots=True)
class Button:
    """A button under a message; it carries callback data, or a link, or something rarer."""

    text: str
    data: str | None = None
    url: str | None = None
    rest: Json = field(default_factory=dict)

    def to_json(self) -> Json:
        button: Json = {"text": self.text, **self.rest}
        if self.data is not None:
            button["callback_data"] = self.data
        if self.url is not None:
            button["url"] = self.url
        return button


Rows = tuple[tuple[Button, ...], ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Markup:
    """What stands below a message; `other` is a reply keyboard, its removal or a forced reply."""

    rows: Rows = ()
    other: Json | None = None

    @property
    def asks_for_contact(self) -> bool:
        rows = (self.other or {}).get("keyboard", ())
        buttons = (button for row in rows for button in row)
        return any(isinstance(one, dict) and one.get("request_contact") for one in buttons)


NO_MARKUP = Markup()


def read_markup(arguments: Arguments) -> Markup:
    if not arguments.has("reply_markup"):
        return NO_MARKUP
    given = arguments.params["reply_markup"]
    return _read(given if isinstance(given, str) else json.dumps(given, ensure_ascii=False))


@lru_cache(maxsize=2048)
def _read(text: str) -> Markup:
    """Remembered, because many messages carry the same buttons."""
    try:
        value = json.loads(text)
    except ValueError as error:
        raise bad_request("can't parse reply keyboard markup JSON object") from error
    if not isinstance(value, dict):
        raise bad_request("Object expected as reply markup")
    if "inline_keyboard" not in value:
        return Markup(other=value or None)
    rows = value["inline_keyboard"]
    if not isinstance(rows, list) or not all(isinstance(row, list) for row in rows):
        raise bad_request('Field "inline_keyboard" must be of type Array')
    read = tuple(tuple(_read_button(button) for button in row) for row in rows)
    if sum(map(len, read)) > limits.KEYBOARD_BUTTONS or _size(value) > limits.KEYBOARD_BYTES:
        raise bad_request("reply markup is too long")
    return Markup(rows=tuple(row[: limits.KEYBOARD_ROW] for row in read if row))


def _size(value: Json) -> int:
    return len(json.dumps(value, ensure_ascii=False).encode())


def _read_button(button: object) -> Button:
    if not isinstance(button, dict):
        raise _unreadable("InlineKeyboardButton must be an Object")
    text = button.get("text")
    if "text" not in button:
        raise _unreadable('Can\'t find field "text"')
    if not isinstance(text, str):
        raise _unreadable('Field "text" must be of type String')
    if not text.strip():
        raise bad_request("inline keyboard button text is empty")
    rest = {key: button[key] for key in _OTHER_ACTIONS if key in button}
    if button.get("url"):
        return Button(text=text, url=_read_url(str(button["url"])), rest=rest)
    if button.get("callback_data"):
        return Button(text=text, data=_read_data(str(button["callback_data"])), rest=rest)
    if isinstance(button.get("copy_text"), dict):
        rest["copy_text"] = _read_copy_text(button["copy_text"])
    if not rest:
        raise _unreadable("Text buttons are unallowed in the inline keyboard")
    return Button(text=text, rest=rest)


def _read_url(url: str) -> str:
    try:
        return checked_link(url)
    except WrongLink as error:
        raise bad_request(f"inline keyboard button URL '{url}' is invalid: {error}") from error


def _read_data(text: str) -> str:
    if len(text.encode()) > limits.CALLBACK_BYTES:
        raise bad_request("BUTTON_DATA_INVALID")
    return text


def _read_copy_text(value: Json) -> Json:
    if not 1 <= len(str(value.get("text", ""))) <= limits.COPY_TEXT_LENGTH:
        raise bad_request("BUTTON_COPY_TEXT_INVALID")
    return value


def _unreadable(text: str) -> Exception:
    return bad_request(f"can't parse inline keyboard button: {text}")
