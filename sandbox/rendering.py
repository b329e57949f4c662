"""A message as the Bot API writes it."""

from collections.abc import Mapping

from sandbox.answers import Json
from sandbox.chats import Chat, Message, Person


def message_json(
    message: Message, *, chats: Mapping[int, Chat], persons: Mapping[int, Person], bot: Json
) -> Json:
    written = _without_reply(message, chats=chats, persons=persons, bot=bot)
    if message.reply_to is not None:
        replied = chats[message.chat_id].messages.get(message.reply_to)
        if replied is not None and not replied.deleted:
            written["reply_to_message"] = _without_reply(
                replied, chats=chats, persons=persons, bot=bot
            )
    return written


def _without_reply(
    message: Message, *, chats: Mapping[int, Chat], persons: Mapping[int, Person], bot: Json
) -> Json:
    written: Json = {
        "message_id": message.message_id,
        "date": int(message.date.timestamp()),
        "chat": chats[message.chat_id].to_json(),
        "from": public_bot(bot) if message.from_bot else persons[message.sender_id].to_json(),
        **message.service,
    }
    if message.edited is not None:
        written["edit_date"] = int(message.edited.timestamp())
    if message.thread_id is not None:
        written |= {"message_thread_id": message.thread_id, "is_topic_message": True}
    if message.album is not None:
        written["media_group_id"] = message.album
    if message.document is not None:
        written["document"] = message.document.as_document()
    if message.photo is not None:
        written["photo"] = message.photo.as_photo()
    words, entities = ("caption", "caption_entities") if message.has_file else ("text", "entities")
    if message.text:
        written[words] = message.text
    if message.entities:
        written[entities] = [_complete(entity, persons) for entity in message.entities]
    if message.buttons:
        rows = [[button.to_json() for button in row] for row in message.buttons]
        written["reply_markup"] = {"inline_keyboard": rows}
    return written


def _complete(entity: Json, persons: Mapping[int, Person]) -> Json:
    if entity["type"] != "text_mention":
        return entity
    person = persons.get(entity["user"]["id"])
    return {**entity, "user": person.to_json()} if person else entity


def public_bot(bot: Json) -> Json:
    return {key: bot[key] for key in ("id", "is_bot", "first_name", "username")}
