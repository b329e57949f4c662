"""Somebody opens the personal link for the first time, and whoever comes without one."""

import pytest

from domain.link import GUESSES
from storage import people
from tests.harness.contact import WRONG, invite, meet, press_forged, start
from tests.harness.scenes import Organisation, small_school_committee
from tests.harness.world import World, at


def set_scene(world: World) -> Organisation:
    now = world.clock()
    return world.change(lambda s: small_school_committee(s, now))


async def test_a_link_leads_to_a_linked_person_in_chinese(world: World) -> None:
    scene = set_scene(world)
    await world.move_to(at("2026-11-02 09:00"))
    chen = world.give_phone(scene.people["陈帆"], "陈帆")
    secret = await invite(world, chen, "王渡")
    wang = meet(world, "小王")
    asked = await start(world, wang, secret)
    assert "您是王渡（青石小学第一支部）吗？" in asked.text
    await world.press(wang, "是")
    welcome = world.last(wang)
    assert "王渡，欢迎您" in welcome.text
    assert "Telegram 编号" in welcome.text
    await world.press(wang, "中文")
    await world.press(wang, "12:30")
    assert "每日消息在 12:30" in world.last(wang).text
    assert "/todo" in world.last(wang).text
    assert len(world.messages(wang)) == 1
    person = world.look(lambda s: people.find(s, scene.people["王渡"]))
    assert person is not None
    assert (person.chat_id, person.language, f"{person.digest_at:%H:%M}") == (
        wang.id,
        "zh",
        "12:30",
    )


async def test_a_link_leads_to_a_linked_person_in_english(world: World) -> None:
    scene = set_scene(world)
    await world.move_to(at("2026-11-02 09:00"))
    chen = world.give_phone(scene.people["陈帆"], "陈帆")
    secret = await invite(world, chen, "王渡")
    wang = meet(world, "Wang Du", language="en-GB")
    assert "Are you 王渡, 青石小学第一支部?" in (await start(world, wang, secret)).text
    await world.press(wang, "Yes")
    assert "Only you and the officers of your unit and above" in world.last(wang).text
    await world.press(wang, "中文")
    assert "每日消息几点发给您？" in world.last(wang).text
    await world.press(wang, "✓ 08:30")
    assert "/todo" in world.last(wang).text


async def test_yes_pressed_twice_says_the_same_and_tells_the_secretary_once(world: World) -> None:
    scene = set_scene(world)
    await world.move_to(at("2026-11-02 09:00"))
    chen = world.give_phone(scene.people["陈帆"], "陈帆")
    secret = await invite(world, chen, "王渡")
    wang = meet(world, "小王")
    question = await start(world, wang, secret)
    data = question.buttons[0][0].data or ""
    await world.press(wang, "是")
    before = world.last(wang).text
    await press_forged(world, wang, data)
    assert world.last(wang).text == before
    assert sum("王渡（青石小学第一支部）已连接" in one.text for one in world.messages(chen)) == 1


async def test_not_me_closes_the_link_and_tells_whoever_made_it(world: World) -> None:
    scene = set_scene(world)
    await world.move_to(at("2026-11-02 09:00"))
    chen = world.give_phone(scene.people["陈帆"], "陈帆")
    secret = await invite(world, chen, "王渡")
    stranger = meet(world, "别人")
    await start(world, stranger, secret)
    await world.press(stranger, "不是我")
    assert "链接已关闭" in world.last(stranger).text
    told = world.last(chen)
    assert "表示“不是我”" in told.text
    wang = meet(world, "小王")
    assert "打不开" in (await start(world, wang, secret)).text
    assert "打不开" in (await start(world, stranger, secret)).text
    await world.tick(seconds=11)
    await world.press(chen, "新链接", message=told)
    assert "个人链接" in world.last(chen).text


@pytest.mark.parametrize(("language", "words"), [("zh-hans", "请先打开"), ("en", "To begin, open")])
async def test_a_stranger_is_told_where_links_come_from(
    world: World, language: str, words: str
) -> None:
    set_scene(world)
    stranger = meet(world, "路人", language=language)
    assert words in (await start(world, stranger)).text
    assert words in (await start(world, stranger, "here")).text


async def test_a_stranger_can_change_the_language_of_the_greeting(world: World) -> None:
    set_scene(world)
    stranger = meet(world, "路人")
    await start(world, stranger)
    await world.press(stranger, "English")
    assert "Hello, this is Muduo." in world.last(stranger).text


async def test_every_link_that_opens_nothing_says_the_same(world: World) -> None:
    scene = set_scene(world)
    await world.move_to(at("2026-11-02 09:00"))
    chen = world.give_phone(scene.people["陈帆"], "陈帆")
    replaced = await invite(world, chen, "王渡")
    await world.tick(seconds=11)
    old = await invite(world, chen, "王渡")
    await world.tick(days=14)
    taken = await invite(world, chen, "王渡")
    await start(world, meet(world, "小王"), taken)
    said = set()
    for payload in (replaced, old, taken, WRONG, "x", "林岚", "x" * 64, "'; DROP TABLE link"):
        answer = await start(world, meet(world, "路人"), payload)
        assert answer.buttons == ()
        said.add(answer.text)
    assert len(said) == 1


async def test_who_guesses_too_often_waits_with_the_right_link_too(world: World) -> None:
    scene = set_scene(world)
    await world.move_to(at("2026-11-02 09:00"))
    chen = world.give_phone(scene.people["陈帆"], "陈帆")
    secret = await invite(world, chen, "王渡")
    wang = meet(world, "小王")
    for _ in range(GUESSES):
        await start(world, wang, WRONG)
    wrong = world.last(wang).text
    assert (await start(world, wang, secret)).text == wrong
    await world.tick(minutes=11)
    assert "您是王渡" in (await start(world, wang, secret)).text


async def test_a_linked_person_comes_back_and_sees_what_is_open(world: World) -> None:
    scene = set_scene(world)
    lin = world.give_phone(scene.people["林岚"], "林岚")
    answer = await start(world, lin)
    assert "林岚，您好" in answer.text
    assert (await world.say(lin, "/todo")).text in answer.text
    again = await start(world, lin, WRONG)
    assert "您已连接，名字是林岚" in again.text
