"""Topics of a forum, opened by the bot or by people."""

from sandbox.chats import Chat, Message, Person, Topic
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


def refuse_to_write(person: Person, chat: Chat, topic_id: int | None) -> None:
    """Raise ValueError where Telegram's app would let nobody type."""
    if person.deleted or (person.blocked and chat.id == person.id):
        raise ValueError(f"{person.name} cannot write to the bot")
    if chat.deleted:
        raise ValueError(f"{chat.title} was deleted")
    if person.id not in chat.member_ids:
        raise ValueError(f"{person.name} is not in {chat.title}")
    if chat.silenced and person.id != chat.creator_id:
        raise ValueError(f"only administrators write in {chat.title}")
    if topic_id is None:
        return
    topic = chat.topics.get(topic_id)
    if topic is None:
        raise ValueError(f"{chat.title} has no topic {topic_id}")
    if topic.closed and person.id != chat.creator_id:
        raise ValueError(f"the topic {topic.name} is closed")
