"""In groups the bot hears only what is meant for it."""

import pytest

from sandbox.chats import Chat, Person
from sandbox.core import StandIn
from tests.sandbox.conftest import Asker


@pytest.fixture
def group(stand_in: StandIn, lin: Person) -> Chat:
    chat = stand_in.groups.add_group("七年级组", [lin])
    stand_in.groups.add_bot_to_group(chat, lin)
    stand_in.updates.clear()
    return chat


@pytest.mark.parametrize(
    ("text", "heard"),
    [
        ("大家好", False),
        ("/status", False),
        ("/status@MuduoSandboxBot", True),
        ("/status@otherbot", False),
    ],
)
def test_a_bot_in_privacy_mode_hears_only_its_commands(
    stand_in: StandIn, lin: Person, group: Chat, text: str, heard: bool
) -> None:
    stand_in.people.say(lin, text, group)
    assert bool(stand_in.updates.pending()) is heard


async def test_a_bot_that_spoke_hears_bare_commands_and_replies(
    ask: Asker, stand_in: StandIn, lin: Person, group: Chat
) -> None:
    sent = await ask("sendMessage", chat_id=group.id, text="大家好")
    stand_in.people.say(lin, "/status", group)
    stand_in.people.say(lin, "好", group, reply_to=sent["result"]["message_id"])
    stand_in.people.say(lin, "不对你说", group)
    heard = [update["message"]["text"] for update in stand_in.updates.pending()]
    assert heard == ["/status", "好"]


async def test_a_bot_that_left_hears_nothing(
    ask: Asker, stand_in: StandIn, lin: Person, group: Chat
) -> None:
    await ask("leaveChat", chat_id=group.id)
    stand_in.people.say(lin, "/status@MuduoSandboxBot", group)
    assert stand_in.updates.pending() == []
    member = await ask("getChatMember", chat_id=group.id, user_id=lin.id)
    assert member["result"]["status"] == "member"
    refused = await ask.refusal("sendChatAction", chat_id=group.id, action="typing")
    assert refused == "Forbidden: bot is not a member of the group chat"


async def test_a_bot_that_was_removed_is_told_so(
    ask: Asker, stand_in: StandIn, lin: Person, group: Chat
) -> None:
    stand_in.groups.remove_bot_from_group(group, lin)
    (update,) = stand_in.updates.pending()

    assert update["my_chat_member"]["new_chat_member"]["status"] == "left"
    refused = await ask.refusal("sendMessage", chat_id=group.id, text="早")
    assert refused == "Forbidden: bot was kicked from the group chat"


async def test_in_a_silenced_group_only_administrators_write(
    ask: Asker, stand_in: StandIn, lin: Person, group: Chat
) -> None:
    stand_in.groups.silence_group(group, silent=True)

    asked = {"sendMessage": "text messages", "sendDocument": "documents", "sendPhoto": "photos"}
    for method, what in {**asked, "sendMediaGroup": "photos"}.items():
        refused = await ask.refusal(method, chat_id=group.id, text="早")
        assert refused == f"Bad Request: not enough rights to send {what} to the chat"
    group.bot = "administrator"
    assert (await ask("sendMessage", chat_id=group.id, text="早"))["ok"]
    chen = stand_in.people.add_person("陈帆")
    group.member_ids.add(chen.id)
    with pytest.raises(ValueError, match="only administrators write"):
        stand_in.people.say(chen, "早", group)


async def test_a_group_that_was_deleted_refuses_the_bot_and_its_members(
    ask: Asker, stand_in: StandIn, lin: Person, group: Chat
) -> None:
    stand_in.groups.delete_group(group)

    refused = await ask.refusal("sendMessage", chat_id=group.id, text="早")
    assert refused == "Forbidden: the group chat was deleted"
    assert stand_in.updates.pending() == []
    with pytest.raises(ValueError, match="was deleted"):
        stand_in.people.say(lin, "早", group)
