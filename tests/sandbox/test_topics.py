"""Forums: topics made, written in, closed and deleted, in Telegram's words."""

import pytest

from sandbox.chats import Chat, Person
from sandbox.core import StandIn
from tests.sandbox.conftest import Asker


@pytest.fixture
def forum(stand_in: StandIn, lin: Person) -> Chat:
    chat = stand_in.groups.add_group("学区", [lin], supergroup=True)
    stand_in.groups.add_bot_to_group(chat, lin, administrator=True)
    stand_in.groups.add_topic(chat, lin, "公告")
    stand_in.updates.clear()
    return chat


async def test_a_message_goes_into_the_topic_that_the_bot_made(ask: Asker, forum: Chat) -> None:
    made = (await ask("createForumTopic", chat_id=forum.id, name="学习"))["result"]
    thread = made["message_thread_id"]
    sent = await ask("sendMessage", chat_id=forum.id, text="早", message_thread_id=thread)

    assert made["name"] == "学习"
    assert sent["result"]["message_thread_id"] == thread
    assert sent["result"]["is_topic_message"] is True
    assert sent["result"]["chat"]["is_forum"] is True


async def test_a_topic_that_people_make_is_told_to_the_bot(
    ask: Asker, stand_in: StandIn, forum: Chat, lin: Person
) -> None:
    message = stand_in.groups.add_topic(forum, lin, "活动")
    (update,) = stand_in.updates.pending()

    assert update["message"]["forum_topic_created"]["name"] == "活动"
    assert update["message"]["message_thread_id"] == message.message_id


async def test_a_topic_that_is_gone_is_not_found(ask: Asker, forum: Chat) -> None:
    (thread,) = forum.topics
    await ask("deleteForumTopic", chat_id=forum.id, message_thread_id=thread)

    refused = await ask.refusal(
        "sendMessage", chat_id=forum.id, text="早", message_thread_id=thread
    )
    assert refused == "Bad Request: message thread not found"


async def test_a_closed_topic_is_shut_for_who_does_not_lead(ask: Asker, forum: Chat) -> None:
    (thread,) = forum.topics
    await ask("closeForumTopic", chat_id=forum.id, message_thread_id=thread)
    forum.bot = "member"
    said = {"chat_id": forum.id, "text": "早", "message_thread_id": thread}

    assert await ask.refusal("sendMessage", **said) == "Bad Request: TOPIC_CLOSED"
    assert (await ask.refusal("createForumTopic", chat_id=forum.id, name="学习")) == (
        "Bad Request: not enough rights to create a topic"
    )


async def test_there_are_no_administrators_in_a_private_chat(
    ask: Asker, forum: Chat, lin: Person
) -> None:
    leaders = (await ask("getChatAdministrators", chat_id=forum.id))["result"]

    assert [one["status"] for one in leaders] == ["administrator", "creator"]
    assert await ask.refusal("getChatAdministrators", chat_id=lin.id) == (
        "Bad Request: there are no administrators in the private chat"
    )


async def test_somebody_writes_into_a_topic_and_an_answer_stays_in_it(
    ask: Asker, stand_in: StandIn, forum: Chat, lin: Person
) -> None:
    (topic,) = forum.topics
    said = stand_in.people.say(lin, "大家早", forum, topic=topic)
    answer = stand_in.people.say(lin, "再说一句", forum, reply_to=said.message_id)
    updates = [update["message"] for update in stand_in.updates.pending()]

    assert [one["message_thread_id"] for one in updates] == [topic, topic]
    assert answer.thread_id == topic


def test_nobody_writes_into_a_topic_that_is_closed_or_not_there(
    stand_in: StandIn, forum: Chat, lin: Person
) -> None:
    chen = stand_in.people.add_person("陈帆")
    forum.member_ids.add(chen.id)
    (topic,) = forum.topics
    forum.topics[topic].closed = True

    with pytest.raises(ValueError, match="is closed"):
        stand_in.people.say(chen, "早", forum, topic=topic)
    with pytest.raises(ValueError, match="has no topic 4711"):
        stand_in.people.say(lin, "早", forum, topic=4711)
