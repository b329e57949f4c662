"""What may be sent, to whom, and how it is refused."""

from typing import Any

import pytest

from sandbox import limits
from sandbox.chats import Person
from sandbox.core import StandIn
from sandbox.faults import Fault
from tests.fakes.clock import FakeClock
from tests.sandbox.conftest import Asker

PNG = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x02\0\0\0\x03"


def keyboard(*buttons: dict[str, Any]) -> dict[str, Any]:
    return {"inline_keyboard": [[button] for button in buttons]}


def button(**fields: Any) -> dict[str, Any]:
    return keyboard({"text": "完成", **fields})


@pytest.mark.parametrize(
    ("params", "refusal"),
    [
        ({"text": ""}, "message text is empty"),
        ({"text": " \n "}, "text must be non-empty"),
        ({"text": "木" * 4097}, "message is too long"),
        ({"text": "木" * 10923}, "text is too long"),
        ({"text": "x", "parse_mode": "Wiki"}, "unsupported parse_mode"),
        ({"text": "x", "chat_id": ""}, "chat_id is empty"),
        ({"text": "x", "chat_id": 99}, "chat not found"),
        ({"text": "x", "chat_id": "@nobody"}, "chat not found"),
        ({"text": "x", "reply_to_message_id": 99}, "message to be replied not found"),
        ({"text": "x", "reply_markup": "["}, "can't parse reply keyboard markup JSON object"),
        ({"text": "x", "reply_markup": "[]"}, "object expected as reply markup"),
        (
            {"text": "x", "reply_markup": button()},
            "can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard",
        ),
        ({"text": "x", "reply_markup": button(callback_data="木" * 22)}, "BUTTON_DATA_INVALID"),
        (
            {"text": "x", "reply_markup": button(url="here")},
            "inline keyboard button URL 'here' is invalid: Wrong HTTP URL",
        ),
        (
            {"text": "x", "reply_markup": keyboard(*[{"text": "1", "callback_data": "1"}] * 101)},
            "reply markup is too long",
        ),
        (
            {"text": "x", "reply_markup": keyboard(*[{"text": "木" * 60, "url": "a.cn"}] * 60)},
            "reply markup is too long",
        ),
    ],
)
async def test_a_wrong_message_is_refused(
    ask: Asker, stand_in: StandIn, lin: Person, params: dict[str, Any], refusal: str
) -> None:
    refused = await ask.refusal("sendMessage", **{"chat_id": lin.id, **params})
    assert refused == f"Bad Request: {refusal}"
    assert not stand_in.journal


async def test_the_longest_message_and_the_fullest_button_are_accepted(
    ask: Asker, lin: Person
) -> None:
    markup = button(callback_data="x" * 64)
    text = "🔔" * 4096
    sent = await ask("sendMessage", chat_id=lin.id, text=text, reply_markup=markup)
    assert sent["result"]["text"] == text


async def test_nobody_is_written_to_against_their_will(
    ask: Asker, stand_in: StandIn, lin: Person
) -> None:
    stranger, leaver = stand_in.people.add_person("陈远"), stand_in.people.add_person("周宁")
    stand_in.people.start(leaver)
    stand_in.people.block(lin)
    stand_in.people.delete_account(leaver)
    group = stand_in.groups.add_group("教研组", [stranger])
    stand_in.groups.add_bot_to_group(group, stranger)

    async def refusal(chat_id: int) -> str:
        return await ask.refusal("sendMessage", chat_id=chat_id, text="早")

    assert await refusal(lin.id) == "Forbidden: bot was blocked by the user"
    assert await refusal(leaver.id) == "Forbidden: user is deactivated"
    met_in_group = "Forbidden: bot can't initiate conversation with a user"
    assert await refusal(stranger.id) == met_in_group
    itself = "Forbidden: the bot can't send messages to the bot"
    assert await refusal(4_000_000_001) == itself


async def test_an_upgraded_group_names_its_new_id(
    ask: Asker, stand_in: StandIn, lin: Person
) -> None:
    group = stand_in.groups.add_group("七年级组", [lin])
    stand_in.groups.add_bot_to_group(group, lin)
    upgraded = stand_in.groups.upgrade_group(group, lin)

    refused = await ask("sendMessage", chat_id=group.id, text="早")
    assert refused["parameters"] == {"migrate_to_chat_id": upgraded.id}
    wording = "Bad Request: group chat was upgraded to a supergroup chat"
    assert refused["description"] == wording
    assert (await ask("sendMessage", chat_id=upgraded.id, text="早"))["ok"]
    stand_in.groups.remove_bot_from_group(upgraded, lin)
    gone = await ask.refusal("sendMessage", chat_id=upgraded.id, text="早")
    assert gone == "Forbidden: bot was kicked from the supergroup chat"


@pytest.mark.parametrize(
    ("method", "name", "content", "refusal"),
    [
        ("sendDocument", "document", b"", "file must be non-empty"),
        ("sendDocument", "other", b"x", "there is no document in the request"),
        ("sendPhoto", "photo", b"no picture", "IMAGE_PROCESS_FAILED"),
        (
            "sendPhoto",
            "photo",
            b"x" * 10485761,
            "file of size 10485761 bytes is too big for a photo; "
            "the maximum size is 10485760 bytes",
        ),
    ],
)
async def test_a_wrong_file_is_refused(
    ask: Asker, lin: Person, method: str, name: str, content: bytes, refusal: str
) -> None:
    answer = await ask.upload(method, {name: ("f.bin", content)}, chat_id=lin.id)
    assert answer["description"] == f"Bad Request: {refusal}"


async def test_a_picture_has_its_shape(ask: Asker, lin: Person) -> None:
    for width, height in ((9000, 1001), (21, 1)):
        sides = width.to_bytes(4, "big") + height.to_bytes(4, "big")
        files = {"photo": ("a.png", PNG[:16] + sides)}
        answer = await ask.upload("sendPhoto", files, chat_id=lin.id)
        assert answer["description"] == "Bad Request: PHOTO_INVALID_DIMENSIONS"


async def test_a_file_over_fifty_megabytes_is_not_taken(ask: Asker, lin: Person) -> None:
    files = {"document": ("a.bin", bytes(limits.UPLOAD_BYTES + 1))}
    answer = await ask.upload("sendDocument", files, chat_id=lin.id)
    assert (answer["error_code"], answer["description"]) == (413, "Request Entity Too Large")


async def test_only_the_first_hundred_entities_are_kept(ask: Asker, lin: Person) -> None:
    sent = await ask("sendMessage", chat_id=lin.id, text="<b>木</b> " * 101, parse_mode="HTML")
    assert len(sent["result"]["entities"]) == 100


async def test_a_picture_keeps_its_size_and_can_be_sent_again(ask: Asker, lin: Person) -> None:
    sent = await ask.upload("sendPhoto", {"photo": ("a.png", PNG)}, chat_id=lin.id)
    photo = sent["result"]["photo"][0]
    again = await ask("sendPhoto", chat_id=lin.id, photo=photo["file_id"], caption="又")
    assert (photo["width"], photo["height"]) == (2, 3)
    assert again["result"]["photo"][0] == photo
    long = await ask.refusal(
        "sendPhoto", chat_id=lin.id, photo=photo["file_id"], caption="x" * 1025
    )
    assert long == "Bad Request: message caption is too long"


async def test_deleting_has_its_time(ask: Asker, clock: FakeClock, lin: Person) -> None:
    for _ in range(2):
        await ask("sendMessage", chat_id=lin.id, text="早")
    assert (await ask("deleteMessage", chat_id=lin.id, message_id=2))["result"] is True
    gone = await ask.refusal("deleteMessage", chat_id=lin.id, message_id=2)
    assert gone == "Bad Request: message to delete not found"
    clock.advance(hours=49)
    late = await ask.refusal("deleteMessage", chat_id=lin.id, message_id=3)
    assert late == "Bad Request: message can't be deleted for everyone"


async def test_a_fault_can_wait_for_one_chat(ask: Asker, stand_in: StandIn, lin: Person) -> None:
    other = stand_in.people.add_person("陈远")
    stand_in.people.start(other)
    stand_in.faults.add(Fault(method="*", kind="429", times=2, retry_after=7, chat_id=lin.id))
    assert (await ask("sendMessage", chat_id=other.id, text="早"))["ok"]
    for _ in range(2):
        answer = await ask("sendMessage", chat_id=lin.id, text="早")
        assert answer["parameters"] == {"retry_after": 7}
    assert (await ask("sendMessage", chat_id=lin.id, text="早"))["ok"]
