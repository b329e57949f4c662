"""Albums: several photos or documents that come together."""

from typing import Any

from sandbox import limits
from sandbox.answers import Json, bad_request
from sandbox.arguments import Arguments, as_objects
from sandbox.chats import Message
from sandbox.files import StoredFile
from sandbox.methods_messages import read_caption, read_reply, read_thread, store
from sandbox.wording import Words
from sandbox.world import World

_MOST_BYTES = {"photo": limits.PHOTO_BYTES, "document": limits.UPLOAD_BYTES}
_Part = tuple[str, StoredFile, Words]


def send_media_group(world: World, arguments: Arguments) -> list[Json]:
    """Every part is a message of its own, under one media_group_id."""
    media = as_objects(arguments.structure("media", "can't parse media JSON object"))
    kind = "documents" if media and media[0].get("type") == "document" else "photos"
    chat = world.chat_to_send(arguments.text("chat_id"), kind)
    if not media:
        raise bad_request("there are no messages to send")
    if len(media) > limits.ALBUM:
        raise bad_request("too many messages to send as an album")
    parts = [_read_part(world, arguments, one) for one in media]
    if len({kind for kind, _, _ in parts}) > 1:
        raise bad_request("document can't be mixed with other media types")
    thread_id, reply_to = read_thread(chat, arguments), read_reply(chat, arguments)
    world.limiter.take(chat.id, len(parts))
    album = world.next_album()
    sent: list[Json] = []
    for kind, file, (text, entities) in parts:
        message = Message(
            message_id=world.next_message_id(chat),
            chat_id=chat.id,
            sender_id=world.bot_id,
            from_bot=True,
            date=world.second(),
            text=text,
            entities=entities,
            document=file if kind == "document" else None,
            photo=file if kind == "photo" else None,
            reply_to=reply_to,
            thread_id=thread_id,
            album=album if len(parts) > 1 else None,
        )
        world.put(chat, message)
        sent.append(world.json_of(message))
    return sent


def _read_part(world: World, arguments: Arguments, asked: Json) -> _Part:
    kind = str(asked.get("type", ""))
    if kind not in _MOST_BYTES:
        raise bad_request("can't parse InputMedia: type must be photo or document here")
    given: Any = asked.get("media")
    if not given:
        raise bad_request("can't parse InputMedia: media not found")
    upload = Arguments({"media": given}, arguments.files).upload("media")
    if upload is not None:
        file = store(world, upload, kind, most=_MOST_BYTES[kind])
    else:
        known = world.files.find(str(given))
        if known is None:
            raise bad_request("wrong file identifier/HTTP URL specified")
        file = known
    return kind, file, read_caption(Arguments(asked, {}))
