"""A real python-telegram-bot understands what the stand-in says, and is understood."""

import pytest
from telegram import Bot, InlineKeyboardButton, InlineKeyboardMarkup, InputFile, Update
from telegram.error import BadRequest, Forbidden, NetworkError, RetryAfter, TimedOut

from sandbox.chats import Person
from sandbox.core import StandIn
from sandbox.faults import Fault, Kind
from sandbox.journal import CallbackAnswer
from sandbox.keyboards import Button

KEYBOARD = InlineKeyboardMarkup([[InlineKeyboardButton("完成", callback_data="done:1")]])


async def test_a_press_reaches_the_bot_and_its_answer_reaches_the_person(
    stand_in: StandIn, lin: Person, bot: Bot
) -> None:
    sent = await bot.send_message(lin.id, "交<b>报告</b>", "HTML", reply_markup=KEYBOARD)
    query_id = stand_in.people.press(lin, sent.message_id, "完成")

    updates = await bot.get_updates()
    query = updates[-1].callback_query
    assert query is not None
    await query.answer("记下了", show_alert=True)
    await query.edit_message_text("谢谢")

    assert [update.update_id for update in updates] == [100_000_001, 100_000_002]
    assert query.data == "done:1"
    assert query.from_user.id == lin.id
    assert stand_in.callback_answers[query_id] == CallbackAnswer(text="记下了", show_alert=True)
    assert stand_in.unanswered_presses() == []
    message = stand_in.messages(lin.id)[-1]
    assert (message.text, message.buttons, message.edited is not None) == ("谢谢", (), True)


async def test_words_and_buttons_arrive_as_they_were_sent(
    stand_in: StandIn, lin: Person, bot: Bot
) -> None:
    sent = await bot.send_message(lin.id, "🔔 交<b>报告</b>", "HTML", reply_markup=KEYBOARD)

    message = stand_in.messages(lin.id)[-1]
    assert message.message_id == sent.message_id
    assert message.html == "🔔 交<b>报告</b>"
    assert message.buttons == ((Button(text="完成", data="done:1"),),)
    assert sent.text_html == "🔔 交<b>报告</b>"
    assert [entry.method for entry in stand_in.journal] == ["sendMessage"]


async def test_a_file_travels_both_ways(stand_in: StandIn, lin: Person, bot: Bot) -> None:
    stand_in.people.send_document(lin, "名册.xlsx", b"a roster", "新的")
    update = (await bot.get_updates(offset=-1))[0]
    assert update.message is not None
    assert update.message.document is not None
    file = await bot.get_file(update.message.document.file_id)

    await bot.send_document(lin.id, InputFile(b"a report", filename="report.docx"), caption="完成")

    assert bytes(await file.download_as_bytearray()) == b"a roster"
    document = stand_in.messages(lin.id)[-1].document
    assert document is not None
    assert (document.name, document.content) == ("report.docx", b"a report")


@pytest.mark.parametrize(
    ("kind", "error", "sent"),
    [
        ("429", RetryAfter, 0),
        ("500", NetworkError, 0),
        ("502_html", NetworkError, 0),
        ("drop_before", NetworkError, 0),
        ("drop_after", NetworkError, 1),
        ("hang", TimedOut, 0),
        ("hang_after", TimedOut, 1),
        ("refuse", NetworkError, 0),
    ],
)
async def test_a_fault_looks_like_a_fault_of_the_wire(
    stand_in: StandIn, lin: Person, bot: Bot, kind: Kind, error: type[Exception], sent: int
) -> None:
    stand_in.faults.add(Fault(method="sendMessage", kind=kind))

    with pytest.raises(error):
        await bot.send_message(lin.id, "一")
    assert len(stand_in.journal) == sent
    await bot.send_message(lin.id, "二")
    assert len(stand_in.journal) == sent + 1


async def test_only_people_who_pressed_start_can_be_written_to(
    stand_in: StandIn, lin: Person, bot: Bot
) -> None:
    stranger = stand_in.people.add_person("陈远")
    with pytest.raises(BadRequest, match="Chat not found"):
        await bot.send_message(stranger.id, "早")
    stand_in.people.block(lin)
    with pytest.raises(Forbidden, match="bot was blocked by the user"):
        await bot.send_message(lin.id, "早")
    stand_in.people.start(lin, "again")
    await bot.send_message(lin.id, "早")


async def test_every_kind_of_update_can_be_read(stand_in: StandIn, lin: Person, bot: Bot) -> None:
    people, groups = stand_in.people, stand_in.groups
    people.say(lin, "/help 👋 @somebody https://example.com")
    people.edit_last(lin, "/help me")
    people.send_photo(lin, b"not looked at", "照片")
    people.block(lin)
    people.unblock(lin)
    group = groups.add_group("七年级组", [lin])
    groups.add_bot_to_group(group, lin)
    await bot.send_message(group.id, "大家好")
    people.say(lin, "/status", group)
    people.press_stale(lin, 424242, "gone", group)
    groups.upgrade_group(group, lin)

    for update in stand_in.updates.pending():
        read = Update.de_json(update, bot)
        assert read.effective_chat is not None
    assert len(await bot.get_updates()) == 12
