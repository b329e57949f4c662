"""Whom an activity is for: changed until people are invited, and pressed."""

import pytest

from tests.harness.activities import CONFIRM, labels, press_stale
from tests.harness.circles import (
    MEETING,
    SERIES,
    data_of,
    on_list,
    open_committee,
    plan,
)
from tests.harness.world import World, at


@pytest.mark.parametrize(
    ("language", "said", "difference", "both"),
    [
        ("zh", "对象：书记", "对象：委员 → 书记", "此次及以后"),
        ("en", "For: secretaries", "For whom: Committee member → Secretary", "This and following"),
    ],
)
async def test_it_becomes_one_for_others_before_people_are_invited(
    world: World, language: str, said: str, difference: str, both: str
) -> None:
    school = await open_committee(world, language)
    await plan(school, SERIES[language], language)
    await press_stale(world, school.lin, world.last(school.lin), "v1:amend:2:1")
    shown = await world.say(school.lin, said)
    assert difference in shown.text
    await press_stale(world, school.lin, shown, data_of(shown, both))
    assert on_list(school, activity=2) == on_list(school, activity=4) == {"林岚", "陈帆"}
    assert on_list(school, activity=1) == {"王渡", "李川", "何湾"}
    await world.move_to(at("2026-12-02 10:00"))
    assert on_list(school, activity=6) == {"林岚", "陈帆"}


@pytest.mark.parametrize(
    ("activity", "said", "warned"),
    [(1, "书记", "已经发出邀请"), (2, "组长", "没有可以邀请的人"), (2, "部长", "没有叫部长")],
)
async def test_what_may_not_be_changed_is_told(
    world: World, activity: int, said: str, warned: str
) -> None:
    school = await open_committee(world)
    await plan(school, SERIES["zh"])
    await press_stale(world, school.lin, world.last(school.lin), f"v1:amend:{activity}:1")
    shown = await world.say(school.lin, f"对象：{said}")
    assert warned in shown.text
    assert "确认" not in labels(shown)


async def test_an_invitation_between_preview_and_confirm_wins(world: World) -> None:
    school = await open_committee(world)
    await plan(school, SERIES["zh"])
    await press_stale(world, school.lin, world.last(school.lin), "v1:amend:2:1")
    shown = await world.say(school.lin, "对象：书记")
    data = data_of(shown, "仅此一次")
    await world.move_to(at("2026-11-30 07:31"))
    await press_stale(world, school.lin, shown, data)
    assert "已经发出邀请" in shown.text
    assert on_list(school, activity=2) == {"王渡", "李川", "何湾"}


@pytest.mark.parametrize(
    ("language", "more", "whom", "tag", "shown"),
    [
        ("zh", "✏️ 补充", "对象", "🏷 积极分子 1人", "🎯 对象：标签“积极分子”"),
        ("en", "✏️ Details", "For whom", "🏷 积极分子 1", "🎯 For: tag 积极分子"),
    ],
)
async def test_offices_and_tags_can_be_pressed(
    world: World, language: str, more: str, whom: str, tag: str, shown: str
) -> None:
    school = await open_committee(world, language)
    await world.say(school.lin, MEETING[language].split("\n")[0])
    await world.press(school.lin, more)
    await world.press(school.lin, whom)
    asked = world.last(school.lin)
    assert {"zh": "委员 3人", "en": "Committee member 3"}[language] in labels(asked)
    data = data_of(asked, tag)
    await world.press(school.lin, tag, message=asked)
    assert shown in asked.text
    await world.press(school.lin, CONFIRM[language], message=asked)
    assert set(school.states()) == {"李川"}
    assert await press_stale(world, school.lin, asked, data)
    assert set(school.states()) == {"李川"}


async def test_a_change_is_pressed_too_and_nonsense_is_not_taken(world: World) -> None:
    school = await open_committee(world)
    await plan(school, SERIES["zh"])
    await press_stale(world, school.lin, world.last(school.lin), "v1:amend:2:1")
    await world.press(school.lin, "对象")
    asked = world.last(school.lin)
    draft = data_of(asked, "仅本单位").split(":")[2].split("-")[0]
    assert await press_stale(world, school.lin, asked, f"v1:amend_who:{draft}-tffff:0")
    await world.press(school.lin, "仅本单位", message=asked)
    assert "对象：委员 → 本单位人员" in asked.text
    await world.press(school.lin, "仅此一次", message=asked)
    assert on_list(school, activity=2) == {"林岚"}
