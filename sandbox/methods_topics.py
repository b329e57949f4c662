"""The methods about the topics of a forum."""

from sandbox import limits
from sandbox.answers import Json, bad_request
from sandbox.arguments import Arguments
from sandbox.chats import Chat, Topic
from sandbox.topics import COLOUR, open_topic
from sandbox.world import World


def create_forum_topic(world: World, arguments: Arguments) -> Json:
    chat = _forum(world, arguments, "create a topic")
    name = _name(arguments)
    message = open_topic(world, chat, name, sender_id=world.bot_id)
    return {"message_thread_id": message.message_id, "name": name, "icon_color": COLOUR}


def edit_forum_topic(world: World, arguments: Arguments) -> bool:
    topic = _topic(_forum(world, arguments, "edit a topic"), arguments)
    if arguments.has("name"):
        topic.name = _name(arguments)
    return True


def close_forum_topic(world: World, arguments: Arguments) -> bool:
    return _set_closed(world, arguments, closed=True)


def reopen_forum_topic(world: World, arguments: Arguments) -> bool:
    return _set_closed(world, arguments, closed=False)


def delete_forum_topic(world: World, arguments: Arguments) -> bool:
    """The topic goes with all that was written in it."""
    chat = _forum(world, arguments, "delete a topic")
    _topic(chat, arguments)
    thread_id = arguments.integer("message_thread_id")
    del chat.topics[thread_id]
    for message in chat.messages.values():
        if thread_id in (message.thread_id, message.message_id):
            message.deleted = True
    world.ring()
    return True


def _set_closed(world: World, arguments: Arguments, *, closed: bool) -> bool:
    topic = _topic(_forum(world, arguments, "close a topic"), arguments)
    if topic.closed is closed:
        raise bad_request("TOPIC_NOT_MODIFIED")
    topic.closed = closed
    world.ring()
    return True


def _forum(world: World, arguments: Arguments, deed: str) -> Chat:
    chat = world.chat_to_write(arguments.text("chat_id"))
    if not chat.is_forum:
        raise bad_request("the chat is not a forum")
    if chat.bot != "administrator":
        raise bad_request(f"not enough rights to {deed}")
    return chat


def _topic(chat: Chat, arguments: Arguments) -> Topic:
    topic = chat.topics.get(arguments.integer("message_thread_id"))
    if topic is None:
        raise bad_request("message thread not found")
    return topic


def _name(arguments: Arguments) -> str:
    name = arguments.text("name").strip()
    if not name:
        raise bad_request("topic name must be non-empty")
    return name[: limits.TOPIC_NAME_LENGTH]
