"""Edits and answers to presses follow Telegram's rules."""

from typing import Any

from sandbox.chats import Person
from sandbox.core import StandIn
from sandbox.methods_edits import NOT_MODIFIED, TOO_OLD
from tests.fakes.clock import FakeClock
from tests.sandbox.conftest import Asker

DONE = {"inline_keyboard": [[{"text": "完成", "callback_data": "done"}]]}


async def send(ask: Asker, person: Person, **params: Any) -> int:
    answer = await ask("sendMessage", chat_id=person.id, **{"text": "交报告", **params})
    return int(answer["result"]["message_id"])


async def test_an_edit_without_keyboard_takes_the_keyboard_away(
    ask: Asker, stand_in: StandIn, lin: Person
) -> None:
    message_id = await send(ask, lin, reply_markup=DONE)
    await ask("editMessageText", chat_id=lin.id, message_id=message_id, text="好")
    message = stand_in.messages(lin.id)[-1]
    assert (message.text, message.buttons) == ("好", ())


async def test_an_edit_that_changes_nothing_is_refused(ask: Asker, lin: Person) -> None:
    message_id = await send(ask, lin, reply_markup=DONE)
    target = {"chat_id": lin.id, "message_id": message_id}
    same = await ask.refusal("editMessageText", **target, text="交报告 ", reply_markup=DONE)
    assert same == f"Bad Request: {NOT_MODIFIED}"
    markup = await ask.refusal("editMessageReplyMarkup", **target, reply_markup=DONE)
    assert markup == f"Bad Request: {NOT_MODIFIED}"
    bold = await ask(
        "editMessageText", **target, text="<b>交报告</b>", parse_mode="HTML", reply_markup=DONE
    )
    assert bold["result"]["edit_date"] == bold["result"]["date"]


async def test_what_cannot_be_edited_is_refused(ask: Asker, stand_in: StandIn, lin: Person) -> None:
    with_reply_keyboard = await send(ask, lin, reply_markup={"keyboard": [["好"]]})
    own = await send(ask, lin)

    async def refusal(method: str, message_id: int, **params: Any) -> str:
        return await ask.refusal(method, chat_id=lin.id, message_id=message_id, **params)

    wrong = "Bad Request: message can't be edited"
    assert await refusal("editMessageText", with_reply_keyboard, text="好") == wrong
    assert await refusal("editMessageText", 1, text="好") == wrong
    missing = "Bad Request: message to edit not found"
    assert await refusal("editMessageText", 99, text="好") == missing
    long = "Bad Request: MESSAGE_TOO_LONG"
    assert await refusal("editMessageText", own, text="木" * 4097) == long
    no_caption = "Bad Request: there is no caption in the message to edit"
    assert await refusal("editMessageCaption", own, caption="好") == no_caption
    keyboard = {"keyboard": [["好"]]}
    expected = "Bad Request: inline keyboard expected"
    assert await refusal("editMessageReplyMarkup", own, reply_markup=keyboard) == expected


async def test_a_press_is_answered_once_and_soon(
    ask: Asker, stand_in: StandIn, clock: FakeClock, lin: Person
) -> None:
    message_id = await send(ask, lin, reply_markup=DONE)
    first, second = [stand_in.people.press(lin, message_id, "完成") for _ in range(2)]
    assert (await ask("answerCallbackQuery", callback_query_id=first, text="好"))["result"] is True
    again = await ask.refusal("answerCallbackQuery", callback_query_id=first)
    assert again == f"Bad Request: {TOO_OLD}"
    long = await ask.refusal("answerCallbackQuery", callback_query_id=second, text="x" * 201)
    assert long == "Bad Request: MESSAGE_TOO_LONG"
    clock.advance(seconds=16)
    late = await ask.refusal("answerCallbackQuery", callback_query_id=second)
    assert late == f"Bad Request: {TOO_OLD}"
    assert [press.query_id for press in stand_in.unanswered_presses()] == [second]


async def test_a_press_below_a_deleted_message_carries_no_message(
    ask: Asker, stand_in: StandIn, lin: Person
) -> None:
    message_id = await send(ask, lin, reply_markup=DONE)
    await ask("deleteMessage", chat_id=lin.id, message_id=message_id)
    stand_in.people.press_stale(lin, message_id, "done")
    update = stand_in.updates.pending()[-1]
    assert update["callback_query"]["message"]["date"] == 0
