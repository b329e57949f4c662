"""A report is reviewed: accepted or returned, by one person, once."""

from datetime import date

import pytest

from domain.duty import DutyKind
from sandbox.chats import Person
from tests.harness.scenes import Organisation, add_duty, small_school_committee
from tests.harness.world import World, at


@pytest.fixture
async def scene(world: World) -> Organisation:
    """A monthly report that the school owes to the committee, open since 1 November."""
    now = world.clock()
    made = world.change(lambda s: small_school_committee(s, now))
    world.change(
        lambda s: add_duty(
            s,
            DutyKind.REPORT,
            owner_kinds=["学校"],
            reviewer_kinds=["委员会"],
            begins_on=date(2026, 11, 1),
        )
    )
    await world.move_to(at("2026-11-02 09:00"))
    return made


def phone(world: World, scene: Organisation, name: str, language: str = "zh-hans") -> Person:
    return world.give_phone(scene.people[name], name, language=language)


async def hand_in(world: World, author: Person, words: str) -> None:
    await world.say(author, "报告")
    await world.press(author, "1 提交")
    await world.say(author, words)
    await world.press(author, "提交")


async def test_a_report_is_returned_corrected_and_accepted(
    world: World, scene: Organisation
) -> None:
    lin, zhou = phone(world, scene, "林岚"), phone(world, scene, "周敏")
    await hand_in(world, lin, "上半年学习六次。")
    asked = world.last(zhou)
    assert "提交人：林岚" in asked.text
    assert "上半年学习六次。" in asked.text
    await world.press(zhou, "退回")
    assert "需要修改什么" in world.last(zhou).text
    await world.say(zhou, "请写明日期。")
    assert "周敏已退回" in asked.text
    verdict = world.last(lin)
    assert "请写明日期。" in verdict.text
    await world.press(lin, "提交", message=verdict)
    assert "上半年学习六次。" in world.last(lin).text
    await world.say(lin, "日期见附表。")
    await world.press(lin, "提交")
    assert verdict.buttons == ()
    await world.press(zhou, "通过")
    assert "周敏已通过" in world.last(zhou).text
    assert "周敏已通过" in world.last(lin).text
    assert "您没有待办" in (await world.say(lin, "/todo")).text
