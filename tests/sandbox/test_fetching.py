"""getUpdates confirms, waits and quarrels as Telegram's does."""

import asyncio

import pytest

from sandbox.chats import Person
from sandbox.core import StandIn
from sandbox.updates import OTHER_POLLER, WEBHOOK_ACTIVE
from tests.fakes.clock import FakeClock
from tests.sandbox.conftest import Asker

FIRST = 100_000_001


async def fetched(ask: Asker, **params: object) -> list[int]:
    answer = await ask("getUpdates", **params)
    return [update["update_id"] - FIRST for update in answer["result"]]


@pytest.fixture
def four_updates(stand_in: StandIn, lin: Person) -> StandIn:
    for text in ("一", "二", "三"):
        stand_in.people.say(lin, text)
    return stand_in


@pytest.mark.usefixtures("four_updates")
async def test_an_offset_confirms_everything_below_it(ask: Asker) -> None:
    assert await fetched(ask) == [0, 1, 2, 3]
    assert await fetched(ask) == [0, 1, 2, 3]
    assert await fetched(ask, offset=FIRST + 2, limit=1) == [2]
    assert await fetched(ask) == [2, 3]
    assert await fetched(ask, offset=FIRST + 4) == []


@pytest.mark.usefixtures("four_updates")
async def test_a_negative_offset_keeps_only_the_last(ask: Asker) -> None:
    assert await fetched(ask, offset=-1) == [3]
    assert await fetched(ask) == [3]


@pytest.mark.usefixtures("four_updates")
async def test_an_offset_far_above_the_newest_is_ignored(ask: Asker) -> None:
    assert await fetched(ask, offset=FIRST + 14) == [0, 1, 2, 3]
    assert await fetched(ask, offset=FIRST + 13) == []


async def test_a_waiting_poll_ends_with_the_next_update(
    ask: Asker, stand_in: StandIn, lin: Person
) -> None:
    poll = asyncio.create_task(ask("getUpdates", offset=FIRST + 1, timeout=50))
    await stand_in.updates.until_polled()
    stand_in.people.say(lin, "早")
    assert [update["update_id"] for update in (await poll)["result"]] == [FIRST + 1]


async def test_the_older_of_two_pollers_loses(ask: Asker, stand_in: StandIn) -> None:
    older = asyncio.create_task(ask("getUpdates", timeout=50))
    await stand_in.updates.until_polled()
    younger = asyncio.create_task(ask("getUpdates", timeout=50))
    assert (await older)["description"] == f"Conflict: {OTHER_POLLER}"
    stand_in.raw_update({"message": {}})
    assert (await younger)["ok"]


async def test_with_a_webhook_nobody_may_fetch(ask: Asker) -> None:
    await ask("setWebhook", url="http://127.0.0.1:9/hook")
    assert await ask.refusal("getUpdates") == f"Conflict: {WEBHOOK_ACTIVE}"
    await ask("deleteWebhook")
    assert (await ask("getUpdates"))["ok"]


async def test_what_the_bot_asked_for_is_remembered(
    ask: Asker, stand_in: StandIn, lin: Person
) -> None:
    await ask("getUpdates", offset=FIRST + 1, allowed_updates=["callback_query"])
    stand_in.people.say(lin, "早")
    assert await fetched(ask) == []
    await ask("getUpdates", allowed_updates=[])
    stand_in.people.say(lin, "早")
    assert await fetched(ask) == [1]


async def test_a_press_is_forgotten_sooner_than_a_message(
    ask: Asker, stand_in: StandIn, clock: FakeClock, lin: Person
) -> None:
    stand_in.people.press_stale(lin, 1, "done")
    clock.advance(seconds=149)
    assert await fetched(ask) == [0, 1]
    clock.advance(seconds=2)
    assert await fetched(ask) == [0]
    clock.advance(hours=24)
    assert await fetched(ask) == []


@pytest.mark.usefixtures("four_updates")
async def test_an_update_can_be_delivered_twice(ask: Asker, stand_in: StandIn) -> None:
    await fetched(ask, offset=FIRST + 4)
    stand_in.duplicate(FIRST + 1)
    assert await fetched(ask, offset=FIRST + 4) == [1]
    assert await fetched(ask, offset=FIRST + 4) == []


async def test_one_answer_carries_about_four_megabytes(ask: Asker, stand_in: StandIn) -> None:
    for _ in range(6):
        stand_in.raw_update({"message": {"text": "x" * 1_000_000}})
    assert await fetched(ask) == [0, 1, 2, 3]


async def test_the_limit_and_the_timeout_are_cut_to_what_is_allowed(
    ask: Asker, stand_in: StandIn, lin: Person
) -> None:
    for number in range(101):
        stand_in.people.say(lin, str(number))
    assert len(await fetched(ask, limit=1000)) == 100
    assert len(await fetched(ask, limit=0)) == 1


async def test_updates_that_nobody_asks_for_do_not_come(ask: Asker, stand_in: StandIn) -> None:
    for kind in ("chat_member", "message_reaction", "message_reaction_count"):
        assert stand_in.updates.add(kind, {}) is None
    await ask("getUpdates", allowed_updates=["chat_member", "pigeon"])
    assert stand_in.updates.add("chat_member", {}) is not None
    assert stand_in.updates.add("message", {}) is None
    await ask("getUpdates", allowed_updates=["pigeon"])
    assert stand_in.updates.add("message", {}) is not None
