"""The methods that send, and those that take back."""

from dataclasses import dataclass

from sandbox import limits
from sandbox.answers import Json, UploadedFile, bad_request, too_large
from sandbox.arguments import Arguments
from sandbox.chats import Chat, Message
from sandbox.files import StoredFile, picture_size
from sandbox.keyboards import read_markup
from sandbox.wording import Words, read_words
from sandbox.world import World


@dataclass(frozen=True, kw_only=True, slots=True)
class _Content:
    words: Words
    document: StoredFile | None = None
    photo: StoredFile | None = None


def send_message(world: World, arguments: Arguments) -> Json:
    chat = world.chat_to_send(arguments.text("chat_id"), "text messages")
    words = read_text(arguments)
    if len(words[0]) > limits.TEXT_LENGTH:
        raise bad_request("message is too long")
    return _send(world, chat, arguments, content=_Content(words=words))


def send_document(world: World, arguments: Arguments) -> Json:
    chat = world.chat_to_send(arguments.text("chat_id"), "documents")
    words = read_caption(arguments)
    document = _read_file(world, arguments, "document", most=limits.UPLOAD_BYTES)
    return _send(world, chat, arguments, content=_Content(words=words, document=document))


def send_photo(world: World, arguments: Arguments) -> Json:
    chat = world.chat_to_send(arguments.text("chat_id"), "photos")
    words = read_caption(arguments)
    photo = _read_file(world, arguments, "photo", most=limits.PHOTO_BYTES)
    return _send(world, chat, arguments, content=_Content(words=words, photo=photo))


def read_text(arguments: Arguments) -> Words:
    if not arguments.text("text"):
        raise bad_request("message text is empty")
    words = read_words(arguments, "text")
    if not words[0]:
        raise bad_request("text must be non-empty")
    return words


def read_caption(arguments: Arguments) -> Words:
    words = read_words(arguments, "caption")
    if len(words[0]) > limits.CAPTION_LENGTH:
        raise bad_request("message caption is too long")
    return words


def _send(world: World, chat: Chat, arguments: Arguments, *, content: _Content) -> Json:
    markup = read_markup(arguments)
    if chat.type != "private" and markup.asks_for_contact:
        raise bad_request("phone number can be requested in private chats only")
    thread_id = read_thread(chat, arguments)
    reply_to = read_reply(chat, arguments)
    world.limiter.take(chat.id)
    message = Message(
        message_id=world.next_message_id(chat),
        chat_id=chat.id,
        sender_id=world.bot_id,
        from_bot=True,
        date=world.second(),
        text=content.words[0],
        entities=content.words[1],
        markup=markup,
        document=content.document,
        photo=content.photo,
        reply_to=reply_to,
        thread_id=thread_id,
    )
    world.put(chat, message)
    return world.json_of(message)


def read_reply(chat: Chat, arguments: Arguments) -> int | None:
    wanted = arguments.structure("reply_parameters", "can't parse reply parameters JSON object")
    lenient = arguments.flag("allow_sending_without_reply")
    message_id = arguments.integer("reply_to_message_id")
    if isinstance(wanted, dict):
        message_id = int(wanted.get("message_id", 0))
        lenient = bool(wanted.get("allow_sending_without_reply"))
    if not message_id:
        return None
    replied = chat.messages.get(message_id)
    if replied is not None and not replied.deleted:
        return message_id
    if lenient:
        return None
    raise bad_request("message to be replied not found")


def read_thread(chat: Chat, arguments: Arguments) -> int | None:
    """The topic to write in; none is the general one."""
    thread_id = arguments.integer("message_thread_id")
    if not thread_id:
        return None
    topic = chat.topics.get(thread_id)
    if topic is None:
        raise bad_request("message thread not found")
    if topic.closed and chat.bot != "administrator":
        raise bad_request("TOPIC_CLOSED")
    return thread_id


def _read_file(world: World, arguments: Arguments, name: str, *, most: int) -> StoredFile:
    upload = arguments.upload(name)
    if upload is not None:
        return store(world, upload, name, most=most)
    given = arguments.text(name)
    if not given:
        raise bad_request(f"there is no {name} in the request")
    if given.startswith(("http://", "https://")):
        raise bad_request("failed to get HTTP URL content")
    stored = world.files.find(given)
    if stored is None:
        raise bad_request("wrong file identifier/HTTP URL specified")
    return stored


def store(world: World, upload: UploadedFile, name: str, *, most: int) -> StoredFile:
    size = len(upload.content)
    if not size:
        raise bad_request("file must be non-empty")
    if name == "photo":
        if size > most:
            limit = f"the maximum size is {most} bytes"
            raise bad_request(f"file of size {size} bytes is too big for a photo; {limit}")
        picture = picture_size(upload.content)
        if picture is None:
            raise bad_request("IMAGE_PROCESS_FAILED")
        if sum(picture) > limits.PHOTO_SIDES or max(picture) > limits.PHOTO_RATIO * min(picture):
            raise bad_request("PHOTO_INVALID_DIMENSIONS")
        return world.files.put(upload, picture)
    if size > most:
        raise too_large()
    return world.files.put(upload)


def delete_message(world: World, arguments: Arguments) -> bool:
    chat = world.known_chat(arguments.text("chat_id"))
    message = chat.messages.get(arguments.integer("message_id"))
    if message is None or message.deleted:
        raise bad_request("message to delete not found")
    age = (world.now() - message.date).total_seconds()
    foreign = not message.from_bot and chat.type != "private" and chat.bot != "administrator"
    if foreign or age > limits.DELETE_SECONDS:
        everyone = "" if chat.type == "supergroup" else " for everyone"
        raise bad_request(f"message can't be deleted{everyone}")
    message.deleted = True
    world.note(
        "deleteMessage",
        chat_id=chat.id,
        message_id=message.message_id,
        params=dict(arguments.params),
    )
    world.ring()
    return True
