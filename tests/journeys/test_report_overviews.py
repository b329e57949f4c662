"""The overview of reports: one message, drilled down, late by the dates alone, nobody else's."""

from datetime import date

import pytest

from domain.act import ActKind
from tests.harness.scenes import Organisation, add_duty, add_person, add_unit
from tests.harness.scenes import small_school_committee as a_committee
from tests.harness.world import World, at
from tests.journeys.asking import buttons_of
from tests.journeys.reporting import hand_in, phone, press_stale

CANARY = "金丝雀学校"


@pytest.fixture
async def scene(world: World) -> Organisation:
    """Two schools that owe a report each month; another tree owes one too."""
    now = world.clock()
    made = world.change(lambda s: a_committee(s, now))
    north = world.change(lambda s: add_unit(s, "北岸小学", "学校", parent=made.units["committee"]))
    world.change(lambda s: add_person(s, "韩冰", north, roles=["secretary"], now=now))
    foreign = world.change(lambda s: add_unit(s, "别处党委", "委员会"))
    world.change(lambda s: add_unit(s, CANARY, "学校", parent=foreign))
    world.change(
        lambda s: add_duty(
            s,
            ActKind.REPORT,
            owner_kinds=["学校"],
            reviewer_kinds=["委员会"],
            begins_on=date(2026, 11, 1),
        )
    )
    await world.move_to(at("2026-11-02 09:00"))
    return made


async def test_waiting_returned_accepted_and_late_by_unit(
    world: World, scene: Organisation
) -> None:
    lin, zhou = phone(world, scene, "林岚"), phone(world, scene, "周敏")
    await world.say(zhou, "审阅")
    await world.press(zhou, "总览")
    shown = world.last(zhou)
    assert "○ 未交2\n\n1. 青石小学：○ 未交1\n2. 北岸小学：○ 未交1" in shown.text
    await hand_in(world, lin, "十一月的。")
    await world.press(zhou, "1 ›", message=shown)
    await world.press(zhou, "‹ 江畔教育局党委", message=shown)
    assert "1. 青石小学：⏳ 待审1" in shown.text
    assert "去审阅（1）" in buttons_of(shown)
    await world.press(zhou, "退回")
    await world.say(zhou, "请补充。")
    await world.press(zhou, "1 ›", message=shown)
    assert "履责报告 · 2026年11月：↩️ 已退回" in shown.text
    await world.press(zhou, "‹ 江畔教育局党委", message=shown)
    assert "1. 青石小学：↩️ 退回1" in shown.text
    await world.press(lin, "修改后再次提交")
    await world.press(lin, "提交")
    await world.press(zhou, "通过")
    await world.move_to(at("2026-12-03 09:00"))
    overview = await fresh(world, zhou)
    assert "✅ 通过1" in overview
    assert "2. 北岸小学：○ 未交2 · ⚠️ 逾期1" in overview
    await world.press(zhou, "逾期（1）")
    late = world.last_with_button(zhou, "‹ 返回").text
    assert "北岸小学：履责报告 · 2026年11月：○ 未交 · ⚠️ 逾期3天" in late
    await world.press(zhou, "‹ 返回")
    await world.press(zhou, "2 ›")
    assert "报告 · 北岸小学" in world.last_with_button(zhou, "‹ 江畔教育局党委").text
    assert CANARY not in "".join(one.text for one in world.messages(zhou))


async def fresh(world: World, person: object) -> str:
    """The overview as it is opened now."""
    [zhou] = [one for one in world.phones.values() if one is person]
    await world.say(zhou, "审阅")
    await world.press(zhou, "总览", message=world.last(zhou))
    return world.last(zhou).text


async def test_the_overview_in_english(world: World, scene: Organisation) -> None:
    zhou = phone(world, scene, "周敏", "en")
    await world.say(zhou, "/review")
    await world.press(zhou, "Overview")
    assert "1. 青石小学: ○ 1 not handed in" in world.last(zhou).text
    await world.press(zhou, "1 ›")
    assert "Duty report · November 2026: ○ not handed in" in world.last(zhou).text
    await world.move_to(at("2026-12-01 09:00"))
    await world.say(zhou, "/review")
    await world.press(zhou, "Overview", message=world.last(zhou))
    await world.press(zhou, "Late (2)")
    assert "⚠️ 1 day late" in world.last(zhou).text


@pytest.mark.parametrize("verb", ["review_units", "review_late"])
async def test_what_is_nobodys_business_looks_as_if_it_were_not_there(
    world: World, scene: Organisation, verb: str
) -> None:
    lin = phone(world, scene, "林岚")
    await world.say(lin, "审阅")
    for unit in (scene.units["committee"], 6, 999):
        found = await press_stale(world, lin, f"v1:{verb}:{unit}:1")
        assert found == "这个按钮您不能使用。"
