"""Whoever is not on the roster learns nothing, in private or in a group."""

import pytest

from sandbox.chats import Person
from tests.harness.contact import WRONG, meet, press_forged, start
from tests.harness.scenes import Organisation, small_school_committee
from tests.harness.world import World, at


async def set_scene(world: World) -> Organisation:
    now = world.clock()
    scene = world.change(lambda s: small_school_committee(s, now))
    await world.move_to(at("2026-11-02 09:00"))
    return scene


async def heard(world: World, phone: Person, text: str) -> tuple[str, object]:
    answer = await world.say(phone, text)
    return answer.text, answer.buttons


@pytest.mark.parametrize("language", ["zh-hans", "en"])
@pytest.mark.parametrize(
    ("real", "invented"),
    [
        ("/reach 林岚", "/reach 没有这个人"),
        ("/start 林岚", "/start 没有这个人"),
        ("/help reach", "/help abracadabra"),
        ("/todo 林岚", "/todo 没有这个人"),
        ("林岚", "没有这个人"),
    ],
)
async def test_a_stranger_hears_the_same_of_what_is_there_and_what_is_not(
    world: World, real: str, invented: str, language: str
) -> None:
    await set_scene(world)
    stranger = meet(world, "路人", language=language)
    assert await heard(world, stranger, real) == await heard(world, stranger, invented)


async def test_forged_presses_of_a_stranger_say_the_same_for_every_id(world: World) -> None:
    scene = await set_scene(world)
    chen = world.give_phone(scene.people["陈帆"], "陈帆")
    await world.say(chen, "/reach 王渡")
    await world.press(chen, "🔗 1 链接")
    stranger = meet(world, "路人")
    for verb in ("linkyes", "linkno", "invite", "unlink", "reach", "takeup", "hour"):
        said = set()
        for subject in (1, 999, "x"):
            await start(world, stranger, WRONG if verb == "start" else "")
            toast = await press_forged(world, stranger, f"v1:{verb}:{subject}:1")
            said.add((toast, world.last(stranger).text))
        assert len(said) == 1, verb


async def test_a_group_hears_where_to_ask_and_nothing_else(world: World) -> None:
    scene = await set_scene(world)
    chen = world.give_phone(scene.people["陈帆"], "陈帆")
    groups = world.stand_in.groups
    group = groups.add_group("第一支部", [chen])
    groups.add_bot_to_group(group, chen)
    username = world.muduo.bot.username
    for text in (f"/reach@{username} 王渡", f"/start@{username} {WRONG}", f"/help@{username}"):
        world.stand_in.people.say(chen, text, group)
        await world.muduo.settle()
        answer = [one for one in world.stand_in.messages(group.id) if one.from_bot][-1]
        assert "王渡" not in answer.text
        assert answer.buttons[0][0].url == f"https://t.me/{username}?start=here"


async def test_a_stranger_who_just_writes_hears_where_to_begin(world: World) -> None:
    await set_scene(world)
    stranger = meet(world, "路人")
    assert "个人链接" in (await world.say(stranger, "你好")).text
