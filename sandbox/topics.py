"""Topics of a forum, opened by the bot or by people."""

from sandbox.chats import Chat, Message, Topic
from sandbox.world import World

COLOUR = 0x6FB9F0


def open_topic(world: World, chat: Chat, name: str, *, sender_id: int) -> Message:
    """A new topic, with the service message that is its beginning."""
    message_id = world.next_message_id(chat)
    message = Message(
        message_id=message_id,
        chat_id=chat.id,
        sender_id=sender_id,
        from_bot=sender_id == world.bot_id,
        date=world.second(),
        service={"forum_topic_created": {"name": name, "icon_color": COLOUR}},
        thread_id=message_id,
    )
    chat.topics[message_id] = Topic(name=name)
    return world.put(chat, message)
