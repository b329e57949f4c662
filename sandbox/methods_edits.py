"""The methods that change a message, and the answer to a press."""

from dataclasses import replace
from typing import Any

from sandbox import limits
from sandbox.answers import Json, bad_request
from sandbox.arguments import Arguments
from sandbox.chats import Message
from sandbox.journal import CallbackAnswer
from sandbox.keyboards import Markup, read_markup
from sandbox.methods_messages import read_caption, read_text
from sandbox.wording import Words
from sandbox.world import World

NOT_MODIFIED = (
    "message is not modified: specified new message content and reply markup are exactly the same "
    "as a current content and reply markup of the message"
)
TOO_OLD = "query is too old and response timeout expired or query ID is invalid"


def edit_message_text(world: World, arguments: Arguments) -> Json:
    words = read_text(arguments)
    message = _editable(world, arguments)
    if message.has_file:
        raise bad_request("there is no text in the message to edit")
    if len(words[0]) > limits.TEXT_LENGTH:
        raise bad_request("MESSAGE_TOO_LONG")
    return _change(world, message, words, markup=read_markup(arguments))


def edit_message_caption(world: World, arguments: Arguments) -> Json:
    words = read_caption(arguments)
    message = _editable(world, arguments)
    if not message.has_file:
        raise bad_request("there is no caption in the message to edit")
    return _change(world, message, words, markup=read_markup(arguments))


def edit_message_reply_markup(world: World, arguments: Arguments) -> Json:
    markup = read_markup(arguments)
    message = _editable(world, arguments)
    return _change(world, message, (message.text, message.entities), markup=markup)


def _editable(world: World, arguments: Arguments) -> Message:
    chat = world.chat_to_write(arguments.text("chat_id"))
    if not arguments.integer("message_id"):
        raise bad_request("message identifier is not specified")
    message = chat.messages.get(arguments.integer("message_id"))
    if message is None or message.deleted:
        raise bad_request("message to edit not found")
    if not message.from_bot or message.markup.other is not None or message.service:
        raise bad_request("message can't be edited")
    return message


def _change(world: World, message: Message, words: Words, *, markup: Markup) -> Json:
    """Without a new keyboard the old one goes, as at Telegram."""
    if markup.other is not None:
        raise bad_request("inline keyboard expected")
    if (message.text, message.entities, message.markup.rows) == (*words, markup.rows):
        raise bad_request(NOT_MODIFIED)
    world.limiter.take(message.chat_id)
    message.sent_text = message.sent_text or message.text
    message.text, message.entities = words
    message.markup = replace(message.markup, rows=markup.rows)
    message.edited = world.second()
    world.ring()
    return world.json_of(message)


def answer_callback_query(world: World, arguments: Arguments, timeout: float) -> bool:
    query_id = arguments.text("callback_query_id")
    text = arguments.text("text")
    press = world.journal.presses.get(query_id)
    if press is None or world.journal.callback_answers.get(query_id) is not None:
        raise bad_request(TOO_OLD)
    if (world.now() - press.at).total_seconds() > timeout:
        raise bad_request(TOO_OLD)
    if len(text) > limits.CALLBACK_ANSWER_LENGTH:
        raise bad_request("MESSAGE_TOO_LONG")
    answer = CallbackAnswer(text=text, show_alert=arguments.flag("show_alert"))
    world.journal.callback_answers[query_id] = answer
    world.note(
        "answerCallbackQuery",
        chat_id=press.chat_id,
        message_id=press.message_id,
        params=dict(arguments.params),
    )
    world.ring()
    return True


def result_messages(world: World, result: Any) -> list[Message]:
    """The messages that a call sent or changed."""
    found = result if isinstance(result, list) else [result]
    written = [one for one in found if isinstance(one, dict) and "message_id" in one]
    return [world.chats[one["chat"]["id"]].messages[one["message_id"]] for one in written]
