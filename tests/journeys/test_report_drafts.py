"""A draft of a report: put aside, gone on with, and handed in meanwhile."""

import pytest

from tests.harness.scenes import Organisation
from tests.harness.world import World
from tests.journeys.reporting import a_school_that_owes_a_report, phone, write


@pytest.fixture
async def scene(world: World) -> Organisation:
    return await a_school_that_owes_a_report(world)


@pytest.mark.parametrize("label", ["重新写", "放弃"])
async def test_an_old_draft_does_not_offer_to_empty_what_was_handed_in(
    world: World, scene: Organisation, label: str
) -> None:
    lin = phone(world, scene, "林岚")
    await write(world, lin, "第一段。")
    older = world.last(lin)
    await world.say(lin, "第二段。")
    await world.press(lin, "提交")
    assert "内容已有变化" in await world.press(lin, label, message=older)
    assert "吗？" not in older.text
    assert "已提交" in older.text


async def test_cancel_keeps_what_was_written_and_says_so(world: World, scene: Organisation) -> None:
    lin = phone(world, scene, "林岚")
    await write(world, lin, "写了一半。")
    assert "已保留" in (await world.say(lin, "/cancel")).text
    await world.say(lin, "/todo")
    await world.press(lin, "1 继续")
    assert "写了一半。" in world.last(lin).text
