"""A press that takes long: the wheel on the phone stops, and nothing is lost."""

from dataclasses import replace

import pytest

from bot.assembly import Muduo
from tests.harness.scenes import Organisation
from tests.harness.world import World
from tests.journeys.reporting import a_school_with_a_kind_of_report, phone, press_stale


@pytest.fixture
async def scene(world: World) -> Organisation:
    return await a_school_with_a_kind_of_report(world)


@pytest.fixture
async def slow(world: World) -> World:
    """The bot on a machine so slow that every press is answered bare first."""
    await world.muduo.close()
    world.muduo = Muduo(replace(world.muduo.parts, press_patience=0.0))
    await world.muduo.open()
    return world


async def test_a_refusal_after_the_bare_answer_is_said_as_a_message(
    slow: World, scene: Organisation
) -> None:
    lin = phone(slow, scene, "林岚")
    await slow.say(lin, "报告")
    await slow.press(lin, "1 提交")
    chen = phone(slow, scene, "陈帆")
    assert await press_stale(slow, chen, "v1:report_send:1:1") == ""
    assert slow.last(chen).text == "这个按钮您不能使用。"


async def test_an_outcome_that_the_message_shows_is_not_said_twice(
    slow: World, scene: Organisation
) -> None:
    lin = phone(slow, scene, "林岚")
    await slow.say(lin, "报告")
    before = len(slow.messages(lin))
    assert await slow.press(lin, "1 提交") == ""
    assert len(slow.messages(lin)) - before <= 1
