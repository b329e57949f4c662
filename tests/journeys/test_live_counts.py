"""The officer's live count, and the link of the wall in her chat."""

import pytest

from storage.engine import Database
from tests.harness.activities import hold, labels, open_school, press_stale
from tests.harness.presence import plan_with, shown
from tests.harness.walls import ask_link, open_web_world
from tests.harness.world import World, at


@pytest.mark.parametrize(
    ("language", "asked", "none", "one"),
    [("zh", "📊 实时人数", "签到0", "签到1"), ("en", "📊 Live count", "here 0", "here 1")],
)
async def test_a_live_count_follows_who_comes(
    world: World, language: str, asked: str, none: str, one: str
) -> None:
    school = await open_school(world, language)
    card = await plan_with(school, "code", language)
    await world.move_to(at("2026-11-27 14:40"))
    await world.press(school.lin, asked, message=card)
    live = world.last(school.lin)
    assert none in live.text
    await world.say(school.wang, shown(world).spoken)
    assert none in live.text
    await world.tick(seconds=3)
    assert one in live.text
    await world.press(school.lin, asked, message=card)
    assert world.last(school.lin) is live


async def test_many_who_come_at_once_are_one_edit(world: World) -> None:
    school = await open_school(world)
    card = await plan_with(school, "wall")
    chen = world.give_phone(school.scene.people["陈帆"], "陈帆")
    await world.move_to(at("2026-11-27 14:40"))
    await world.press(school.lin, "📊 实时人数", message=card)
    live = world.last(school.lin)
    for phone in (school.wang, chen, school.lin):
        await world.say(phone, f"/start {shown(world).scan}")
    before = world.stand_in.calls["editMessageText"]
    await world.tick(seconds=3)
    await world.tick(seconds=30)
    assert "签到3" in live.text
    assert world.stand_in.calls["editMessageText"] == before + 1


async def test_the_live_count_ends_with_the_activity(world: World) -> None:
    school = await open_school(world)
    card = await plan_with(school, "wall")
    await world.move_to(at("2026-11-27 15:20"))
    await world.press(school.lin, "📊 实时人数", message=card)
    live = world.last(school.lin)
    await hold(world, school.lin, card)
    assert "✅ 已开" in live.text
    assert labels(live) == []
    assert "已结束" in await press_stale(world, school.lin, card, "v1:live:1:0")
    for data in ("v1:live:1:0", "v1:wall:1:0", "v1:wall_names:1:0", "v1:proof:1-button:0"):
        assert "不能" in await press_stale(world, school.wang, world.last(school.wang), data)


async def test_the_wall_opens_from_the_chat_and_brings_the_count(database: Database) -> None:
    async with open_web_world(database, start=at("2026-11-23 09:00")) as world:
        school = await open_school(world)
        card = await plan_with(school, "wall")
        first, second = await ask_link(school, card), await ask_link(school, card)
        assert first != second
        assert first.startswith(f"{world.muduo.parts.web_address}/wall/#")
        counts = [one for one in world.messages(school.lin) if "📊" in one.text]
        assert len(counts) == 1


@pytest.mark.parametrize(
    ("language", "button", "why"),
    [
        ("zh", "📺 打开大屏", "请运行木铎的人设置 MUDUO_PUBLIC_URL"),
        ("en", "📺 Open the wall", "Whoever runs me sets MUDUO_PUBLIC_URL"),
    ],
)
async def test_without_a_public_address_the_officer_hears_what_is_missing(
    world: World, language: str, button: str, why: str
) -> None:
    school = await open_school(world, language)
    card = await plan_with(school, "wall", language)
    assert why in await world.press(school.lin, button, message=card)
    foreign = await press_stale(world, school.wang, world.last(school.wang), "v1:wall:1:0")
    assert "MUDUO" not in foreign
