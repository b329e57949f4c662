"""When Telegram asks for silence, the gate keeps it."""

from datetime import timedelta

import pytest
from telegram.error import RetryAfter
from telegram.ext import ExtBot

from bot.gate import Gate, Pause
from bot.lanes import Lane
from bot.telegram_errors import classify
from tests.fakes.flooded import GatedTelegram
from tests.fakes.played_time import EPOCH
from tests.fakes.servers import TOKEN


def until(seconds: float) -> Pause:
    return Pause(scope="all", until=EPOCH + timedelta(seconds=seconds))


async def test_an_answer_refused_for_a_short_time_is_tried_once_more() -> None:
    telegram = GatedTelegram(refusals=[5])
    assert await telegram.time.play(telegram.call(7)) == [5.0]
    assert telegram.times() == [0.0, 5.0]


async def test_an_answer_refused_twice_is_given_up() -> None:
    telegram = GatedTelegram(refusals=[2, 2])
    (result,) = await telegram.time.play(telegram.call(7))
    assert isinstance(result, RetryAfter)
    assert telegram.times() == [0.0, 2.0]


@pytest.mark.parametrize(("lane", "seconds"), [(Lane.ANSWER, 6), (Lane.PUSH, 1)])
async def test_what_may_not_wait_is_given_back_at_once(lane: Lane, seconds: int) -> None:
    telegram = GatedTelegram(refusals=[seconds])
    (result,) = await telegram.time.play(telegram.call(7, lane))
    assert isinstance(result, RetryAfter)
    assert telegram.times() == [0.0]


async def test_a_refused_chat_is_left_alone_while_others_are_served() -> None:
    telegram = GatedTelegram(refusals=[30])
    await telegram.time.play(telegram.call(7, Lane.PUSH))
    calls = [telegram.call(7, Lane.PUSH, after=n) for n in range(1, 40)]
    await telegram.time.play(*calls, telegram.call(8, after=5))
    assert telegram.reported == [Pause(scope=7, until=EPOCH + timedelta(seconds=30))]
    between = [came.chat for came in telegram.came if 0 < came.at < 30]
    assert between == [8]
    assert [came.at for came in telegram.came if came.chat == 7][1] == 30.0


async def test_a_second_refused_chat_stops_everything() -> None:
    telegram = GatedTelegram(refusals=[30, 20])
    await telegram.time.play(telegram.call(7, Lane.PUSH), telegram.call(8, Lane.PUSH, after=1))
    lanes = [Lane.PUSH, Lane.ANSWER]
    calls = [telegram.call(n, lanes[n % 2], after=0.5 * n) for n in range(9, 90)]
    kinds = [telegram.call(None, endpoint="answerCallbackQuery", after=n) for n in range(1, 15)]
    await telegram.time.play(*calls, *kinds)
    assert [pause.scope for pause in telegram.reported] == [7, "all"]
    assert [at for at in telegram.times() if 1 < at < 21] == []
    assert telegram.times()[-1] > 21


async def test_calls_already_in_line_stop_as_well() -> None:
    telegram = GatedTelegram(rate=10, refusals=[3])
    calls = [telegram.call(None, Lane.PUSH, endpoint="sendPoll") for _ in range(100)]
    results = await telegram.time.play(*calls)
    assert [result for result in results if not isinstance(result, RetryAfter)] == []
    assert telegram.times() == [0.0]


async def test_a_short_pause_only_delays_answers() -> None:
    telegram = GatedTelegram(pauses=[until(4)])
    assert await telegram.time.play(telegram.call(7)) == [4.0]


async def test_pauses_survive_a_restart() -> None:
    telegram = GatedTelegram(pauses=[until(60), Pause(scope=7, until=EPOCH)])
    (result,) = await telegram.time.play(telegram.call(7, Lane.PUSH))
    assert classify(result).retry_after == 60.0
    assert telegram.came == []
    assert telegram.gate.pauses == (until(60),)


async def test_a_method_that_is_refused_for_a_day_does_not_silence_the_bot() -> None:
    telegram = GatedTelegram(refusals=[86_400])
    first, second = await telegram.time.play(
        telegram.call(None, endpoint="setMyDescription"), telegram.call(7, after=1)
    )
    assert isinstance(first, RetryAfter)
    assert second == 0.0
    assert telegram.reported == []


@pytest.mark.parametrize("lane", Lane)
async def test_the_lane_travels_with_every_way_to_call(lane: Lane) -> None:
    telegram = GatedTelegram()
    seen: list[Lane | None] = []

    class Noting(Gate):
        async def process_request(self, *_: object, **named: object) -> bool:
            seen.append(named["rate_limit_args"])  # type: ignore[arg-type] # what the bot was given
            return True

    gate = Noting(
        rate=0,
        now=telegram.time.now,
        monotonic=telegram.time.monotonic,
        sleep=telegram.time.sleep,
        on_pause=telegram.reported.append,
    )
    bot = ExtBot(TOKEN, rate_limiter=gate)
    await bot.do_api_request("newMethod", rate_limit_args=lane)
    await bot.delete_message(7, 1, rate_limit_args=lane)
    await bot.delete_message(7, 1)
    assert seen == [lane, lane, None]
