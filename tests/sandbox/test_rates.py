"""Telegram's rate limits, when they are switched on."""

import json

import pytest

from sandbox.chats import Person
from sandbox.core import StandIn
from sandbox.limits import Rate
from tests.fakes.clock import FakeClock
from tests.sandbox.conftest import Asker


@pytest.fixture
def stand_in(clock: FakeClock) -> StandIn:
    return StandIn(now=clock, rate=Rate())


async def statuses(ask: Asker, chat_id: int, times: int) -> list[int]:
    answers = [await ask("sendMessage", chat_id=chat_id, text="早") for _ in range(times)]
    return [answer.get("error_code", 200) for answer in answers]


async def test_one_chat_takes_a_short_burst_then_one_a_second(
    ask: Asker, clock: FakeClock, lin: Person
) -> None:
    assert await statuses(ask, lin.id, 6) == [200] * 5 + [429]
    clock.advance(seconds=1)
    assert await statuses(ask, lin.id, 2) == [200, 429]


async def test_a_group_takes_twenty_messages_a_minute(
    ask: Asker, stand_in: StandIn, clock: FakeClock, lin: Person
) -> None:
    group = stand_in.groups.add_group("七年级组", [lin])
    stand_in.groups.add_bot_to_group(group, lin)
    assert await statuses(ask, group.id, 20) == [200] * 20
    refused = await ask("sendMessage", chat_id=group.id, text="早")
    assert refused["description"] == "Too Many Requests: retry after 60"
    clock.advance(seconds=60)
    assert await statuses(ask, group.id, 1) == [200]


async def test_all_chats_together_take_thirty_a_second(
    ask: Asker, stand_in: StandIn, clock: FakeClock
) -> None:
    people = [stand_in.people.add_person(f"成员 {number}") for number in range(31)]
    for person in people:
        stand_in.people.start(person)
    answers = [(await statuses(ask, person.id, 1))[0] for person in people]
    assert answers == [200] * 30 + [429]
    clock.advance(seconds=1)
    assert await statuses(ask, people[30].id, 1) == [200]


async def test_edits_count_like_messages(ask: Asker, lin: Person) -> None:
    await statuses(ask, lin.id, 5)
    edited = await ask("editMessageText", chat_id=lin.id, message_id=2, text="晚")
    assert edited["parameters"] == {"retry_after": 1}


async def test_a_whole_album_comes_or_nothing_of_it(ask: Asker, lin: Person) -> None:
    picture = b"\x89PNG\r\n\x1a\n" + b"\x00\x00\x00\rIHDR" + b"\x00\x00\x00\x08" * 2
    media = json.dumps([{"type": "photo", "media": "attach://one"}] * 10)
    files = {"one": ("1.png", picture, "image/png")}
    assert (await ask.upload("sendMediaGroup", files, chat_id=lin.id, media=media))["ok"]
    refused = await ask.upload("sendMediaGroup", files, chat_id=lin.id, media=media)
    assert refused["description"] == "Too Many Requests: retry after 6"


async def test_a_webhook_is_set_once_a_second(ask: Asker, clock: FakeClock) -> None:
    assert (await ask("setWebhook", url=""))["ok"]
    refused = await ask("setWebhook", url="")
    assert refused["parameters"] == {"retry_after": 1}
    clock.advance(seconds=1)
    assert (await ask("setWebhook", url=""))["ok"]


async def test_answers_to_presses_are_free(ask: Asker, stand_in: StandIn, lin: Person) -> None:
    await statuses(ask, lin.id, 6)
    query_id = stand_in.people.press_stale(lin, 2, "done")
    assert (await ask("answerCallbackQuery", callback_query_id=query_id))["ok"]
