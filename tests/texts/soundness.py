"""What must be true of everything the bot says, whoever says it."""

from collections.abc import Iterable, Iterator

from tests.texts.telegram_html import read
from texts.replies import Button, Reply
from texts.words import CAPTION_LIMIT, ENTITY_LIMIT, MARKUP_LIMIT, MESSAGE_LIMIT, Words

LABEL_LIMIT = 20
BUTTON_LIMIT = 100
ROW_LIMIT = 8
TOAST_LIMIT = 200
PLACEHOLDER_LIMIT = 64


def assert_sound(said: object) -> None:
    """Telegram can carry it and shows it as it was meant."""
    match said:
        case Reply():
            _assert_sound_reply(said)
        case Words():
            _assert_sound_words(said, MESSAGE_LIMIT)
        case str():
            said.encode()
        case Iterable():
            for each in said:
                assert_sound(each)


def assert_short(said: object) -> None:
    """With one-letter names: our own words leave room for everybody else's."""
    for button in buttons_of(said):
        assert len(button.label) <= LABEL_LIMIT, f"{button.label!r} is cut off on phones"
    if isinstance(said, str):
        assert len(said) <= TOAST_LIMIT, f"{said!r} is too long for a toast"
    if isinstance(said, Reply):
        assert len(said.placeholder) <= PLACEHOLDER_LIMIT, said.placeholder


def buttons_of(said: object) -> Iterator[Button]:
    match said:
        case Button():
            yield said
        case Reply():
            yield from buttons_of(said.buttons)
        case tuple() | list():
            for each in said:
                yield from buttons_of(each)


def _assert_sound_reply(reply: Reply) -> None:
    _assert_sound_words(reply.words, CAPTION_LIMIT if reply.attachment else MESSAGE_LIMIT)
    assert all(reply.buttons), "an empty row of buttons"
    assert all(len(row) <= ROW_LIMIT for row in reply.buttons), "clients show eight in a row"
    assert not (reply.asks and reply.buttons), "a message that asks cannot carry buttons"
    buttons = list(buttons_of(reply))
    assert len(buttons) <= BUTTON_LIMIT
    for button in buttons:
        assert button.label.strip(), "a button without a label"
        assert "\n" not in button.label
        button.label.encode()
        assert button.data is None or 1 <= len(button.data.encode()) <= 64


def _assert_sound_words(words: Words, limit: int) -> None:
    markup = words.html()
    seen = read(markup)
    assert seen.text == words.plain()
    assert 1 <= len(seen.text.strip()) <= limit, f"{len(seen.text)} characters"
    assert len(seen.entities) <= ENTITY_LIMIT
    assert len(markup.encode()) <= MARKUP_LIMIT
