"""A report is written, handed in, and the unit is left in peace while it waits."""

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


async def test_words_and_a_file_become_a_report_with_a_receipt(
    world: World, scene: Organisation
) -> None:
    lin = phone(world, scene, "林岚")
    listed = await world.say(lin, "报告")
    assert "履责报告" in listed.text
    await world.press(lin, "1 提交")
    assert "请发来报告的文字" in world.last(lin).text
    await world.say(lin, "上半年学习六次。")
    await world.say(lin, "下半年继续。")
    world.stand_in.people.send_document(lin, "报告.pdf", b"x" * 4096)
    await world.muduo.settle()
    draft = world.last(lin).text
    assert "上半年学习六次。\n下半年继续。" in draft
    assert "，4 KB" in draft
    await world.press(lin, "提交")
    receipt = world.last(lin).text
    assert "11月2日星期一 09:00提交，按时" in receipt
    assert "已交江畔教育局党委审阅" in receipt
    assert "等待审阅" in (await world.say(lin, "/todo")).text
