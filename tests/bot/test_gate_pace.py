"""How fast the gate lets calls through, in played time."""

import asyncio

import pytest

from bot.gate import ChatBusy
from bot.lanes import InFlight, Lane
from tests.fakes.flooded import GatedTelegram, busiest

BURST = 2


@pytest.mark.parametrize("latency", [0.0, 0.2], ids=["no latency", "200 ms"])
async def test_ten_thousand_pushes_keep_just_under_the_limit(latency: float) -> None:
    telegram = GatedTelegram(rate=30, latency=latency)
    await telegram.push_all(range(1, 10_001), workers=16)
    times = telegram.times()
    assert len(times) == 10_000
    assert busiest(times, within=1.0) <= 30 + BURST
    assert 10_000 / (times[-1] - times[0]) >= 0.95 * 30


async def test_late_wake_ups_do_not_slow_the_stream_down() -> None:
    telegram = GatedTelegram(rate=30, oversleep=0.02)
    await telegram.push_all(range(1, 3_001), workers=16)
    times = telegram.times()
    assert busiest(times, within=1.0) <= 30 + BURST
    assert 3_000 / (times[-1] - times[0]) >= 0.95 * 30


async def test_an_answer_goes_at_once_while_pushes_queue() -> None:
    telegram = GatedTelegram(rate=30)
    pushes = [telegram.call(chat, Lane.PUSH) for chat in range(1, 1_001)]
    people = range(5_001, 5_201)
    answers = [telegram.call(n, after=0.1 * (n - 5_000)) for n in people]
    took = (await telegram.time.play(*pushes, *answers))[len(pushes) :]
    assert max(took) <= 0.1
    assert busiest(telegram.times(), within=1.0) <= 30 + BURST


async def test_a_burst_of_answers_goes_before_all_waiting_pushes() -> None:
    telegram = GatedTelegram(rate=30)
    pushes = [telegram.call(chat, Lane.PUSH) for chat in range(1, 101)]
    answers = [telegram.call(chat, after=1.0) for chat in range(1_001, 1_031)]
    await telegram.time.play(*pushes, *answers)
    lanes = [came.lane for came in telegram.came]
    first = lanes.index(Lane.ANSWER)
    assert lanes[first : first + 30] == [Lane.ANSWER] * 30


async def test_an_answer_to_a_person_who_is_being_pushed_to_does_not_wait() -> None:
    telegram = GatedTelegram(rate=30)
    pushes = [telegram.call(7, Lane.PUSH, after=n) for n in range(10)]
    took = await telegram.time.play(*pushes, telegram.call(7, after=8.5))
    assert took[-1] <= 0.1


async def test_one_chat_gets_three_at_once_and_then_one_a_second() -> None:
    telegram = GatedTelegram(rate=30)
    await telegram.time.play(*(telegram.call(7) for _ in range(6)))
    assert [round(at, 1) for at in telegram.times()] == [0.0, 0.0, 0.0, 1.0, 2.0, 3.0]


async def test_a_busy_chat_holds_nobody_else_up() -> None:
    telegram = GatedTelegram(rate=30)
    busy = [telegram.call(7, Lane.PUSH) for _ in range(4)]
    *_, took = await telegram.time.play(*busy, telegram.call(8, Lane.PUSH))
    assert took == 0.0


async def test_a_push_to_a_busy_chat_is_given_back_rather_than_kept_in_flight() -> None:
    telegram = GatedTelegram(rate=30)
    results = await telegram.time.play(*(telegram.call(7, Lane.PUSH) for _ in range(40)))
    assert sum(isinstance(result, ChatBusy) for result in results) > 30


async def test_a_group_gets_at_most_twenty_a_minute() -> None:
    telegram = GatedTelegram(rate=30)
    lanes = [Lane.PUSH, Lane.ANSWER]
    calls = [telegram.call(-100, lanes[n % 2], after=1.1 * n) for n in range(200)]
    await telegram.time.play(*calls)
    assert busiest(telegram.times(), within=60.0) == 20


async def test_an_answer_finds_room_in_a_group_that_pushes_fill() -> None:
    telegram = GatedTelegram(rate=30)
    pushes = [telegram.call(-100, Lane.PUSH, after=1.1 * n) for n in range(40)]
    results = await telegram.time.play(*pushes, telegram.call(-100, after=30))
    assert results[-1] == 0.0


@pytest.mark.parametrize("endpoint", ["answerCallbackQuery", "getFile", "sendChatAction"])
async def test_what_is_no_message_does_not_count(endpoint: str) -> None:
    telegram = GatedTelegram(rate=30)
    await telegram.time.play(*(telegram.call(7, endpoint=endpoint) for _ in range(500)))
    assert telegram.time.seconds == 0.0


async def test_edits_count_like_messages() -> None:
    telegram = GatedTelegram(rate=30)
    calls = (telegram.call(n, endpoint="editMessageText") for n in range(1, 93))
    await telegram.time.play(*calls)
    assert telegram.time.seconds == pytest.approx(89 / 30)


async def test_without_a_rate_nothing_is_held_up() -> None:
    telegram = GatedTelegram(rate=0)
    await telegram.time.play(*(telegram.call(7, Lane.PUSH) for _ in range(500)))
    assert telegram.time.seconds == 0.0


async def test_a_caller_that_gives_up_is_not_waited_for() -> None:
    telegram = GatedTelegram(rate=1)
    stories = [telegram.call(n, Lane.PUSH) for n in range(1, 10)]
    tasks = [asyncio.ensure_future(story) for story in stories]

    async def give_up() -> None:
        for task in tasks[3:8]:
            task.cancel()

    await telegram.time.play(give_up(), *(asyncio.wait_for(task, None) for task in tasks))
    assert [came.chat for came in telegram.came] == [1, 2, 3, 9]
    assert telegram.times()[-1] <= 2.0
    assert telegram.gate.waiting == {Lane.ANSWER: 0, Lane.PUSH: 0}


LATENCIES = [
    pytest.param(30, [], 4, id="before anything was measured"),
    pytest.param(30, [0.05] * 50, 4, id="quick: few are enough"),
    pytest.param(30, [0.2] * 50, 8, id="200 ms"),
    pytest.param(30, [2.0] * 50, 16, id="slow: never more than sixteen"),
    pytest.param(30, [2.0] * 50 + [0.05] * 50, 4, id="quick again"),
    pytest.param(0, [0.01], 16, id="no limit to reach"),
]


@pytest.mark.parametrize(("rate", "latencies", "limit"), LATENCIES)
def test_as_many_are_under_way_as_keep_up(rate: float, latencies: list[float], limit: int) -> None:
    in_flight = InFlight(rate=rate)
    for latency in latencies:
        in_flight.record(latency)
    assert in_flight.limit == limit
