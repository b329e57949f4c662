"""Who is not connected, and who can no longer be written to."""

from datetime import date

from domain.act import ActKind
from storage import people
from tests.harness.contact import meet
from tests.harness.scenes import (
    Organisation,
    add_duty,
    add_person,
    add_unit,
    small_school_committee,
)
from tests.harness.world import World, at


async def set_scene(world: World) -> Organisation:
    now = world.clock()
    scene = world.change(lambda s: small_school_committee(s, now))
    await world.move_to(at("2026-11-02 09:00"))
    return scene


async def test_an_officer_sees_counts_names_and_the_level_below(world: World) -> None:
    scene = await set_scene(world)
    zhou = world.give_phone(scene.people["周敏"], "周敏")
    chen = world.give_phone(scene.people["陈帆"], "陈帆")
    world.stand_in.people.block(chen)
    await world.muduo.settle()
    answer = await world.say(zhou, "联络")
    assert "5人中已连接1人 · 已屏蔽1人 · 未连接3人" in answer.text
    assert "1. 何静 · 未连接" in answer.text
    assert "2. 青石小学 · 3人中已连接0人" in answer.text
    await world.press(zhou, "2 ›")
    assert "1. 林岚 · 未连接" in world.last(zhou).text
    await world.press(zhou, "2 ›")
    assert "1. 陈帆 · 已屏蔽" in world.last(zhou).text
    await world.press(zhou, "‹ 上一级")
    assert world.last(zhou).text.startswith("青石小学")


async def test_it_reads_in_english(world: World) -> None:
    now = world.clock()
    scene = await set_scene(world)
    boss = world.change(
        lambda s: add_person(
            s, "Ann Lee", scene.units["branch"], roles=["head"], now=now, language="en"
        )
    )
    ann = world.give_phone(boss, "Ann", language="en")
    answer = await world.say(ann, "/reach")
    assert "1 of 3 connected · never started 2" in answer.text
    await world.press(ann, "🔗 2 Link")
    assert "Personal link for 王渡" in world.last(ann).text
    assert "It works once, until Mon 16 Nov." in world.last(ann).text


async def test_a_long_list_comes_in_pages(world: World) -> None:
    now = world.clock()
    scene = await set_scene(world)
    branch = scene.units["branch"]
    for number in range(20):
        world.change(lambda s, n=number: add_person(s, f"学员{n:02}", branch, now=now))  # type: ignore[misc]
    chen = world.give_phone(scene.people["陈帆"], "陈帆")
    await world.say(chen, "/reach")
    await world.press(chen, "›")
    assert "学员07" in world.last(chen).text
    await world.press(chen, "2/3")
    await world.press(chen, "›")
    assert "学员19" in world.last(chen).text


async def test_a_name_elsewhere_and_a_name_nowhere_are_told_alike(world: World) -> None:
    scene = await set_scene(world)
    chen = world.give_phone(scene.people["陈帆"], "陈帆")
    nowhere = (await world.say(chen, "/reach 没有这个人")).text
    for elsewhere in ("周敏", "江畔教育局党委", "%", "x" * 4000):
        assert (await world.say(chen, f"/reach {elsewhere}")).text == nowhere
    page = await world.say(chen, "/reach")
    query = world.stand_in.people.press_stale(
        chen, page.message_id, f"v1:reach:{scene.units['committee']}:1"
    )
    await world.muduo.settle()
    answer = world.stand_in.callback_answers[query]
    assert answer is not None
    assert answer.text == "这个按钮您不能使用。"
    assert world.last(chen).text == page.text


async def test_a_second_press_at_once_makes_no_second_link(world: World) -> None:
    scene = await set_scene(world)
    chen = world.give_phone(scene.people["陈帆"], "陈帆")
    page = await world.say(chen, "/reach 王渡")
    await world.press(chen, "🔗 1 链接")
    assert await world.press(chen, "🔗 1 链接", message=page) == "链接就在上面的消息里。"
    assert len(world.messages(chen)) == 2


async def test_members_and_strangers_cannot_look(world: World) -> None:
    scene = await set_scene(world)
    wang = world.give_phone(scene.people["王渡"], "王渡")
    assert "负责人使用" in (await world.say(wang, "/reach 林岚")).text
    stranger = meet(world, "路人")
    said = {(await world.say(stranger, text)).text for text in ("/reach", "/reach 林岚", "/todo")}
    assert len(said) == 1


async def test_who_blocks_the_bot_is_told_in_the_digest_of_the_secretary_once(
    world: World,
) -> None:
    scene = await set_scene(world)
    chen = world.give_phone(scene.people["陈帆"], "陈帆")
    wang = world.give_phone(scene.people["王渡"], "王渡")
    await world.tick(hours=9)
    for _ in range(2):
        world.stand_in.people.block(wang)
        await world.muduo.settle()
        world.stand_in.people.unblock(wang)
        await world.muduo.settle()
    world.stand_in.people.block(wang)
    await world.muduo.settle()
    await world.move_to(at("2026-11-03 08:30"))
    told = [one for one in world.messages(chen) if "青石小学第一支部" in one.text]
    assert len(told) == 1
    assert told[0].text.count("📵") == 1


async def test_who_comes_back_before_the_digest_is_not_told(world: World) -> None:
    scene = await set_scene(world)
    chen = world.give_phone(scene.people["陈帆"], "陈帆")
    wang = world.give_phone(scene.people["王渡"], "王渡")
    await world.tick(hours=13)
    world.stand_in.people.block(wang)
    await world.muduo.settle()
    world.stand_in.people.start(wang)
    await world.move_to(at("2026-11-03 08:30"))
    assert world.messages(chen) == []


async def test_a_lost_secretary_is_told_to_the_level_above_in_the_next_digest(
    world: World,
) -> None:
    scene = await set_scene(world)
    chen = world.give_phone(scene.people["陈帆"], "陈帆")
    lin = world.give_phone(scene.people["林岚"], "林岚")
    await world.move_to(at("2026-11-03 15:00"))
    world.stand_in.people.block(chen)
    await world.move_to(at("2026-11-03 20:00"))
    assert all("📵" not in message.text for message in world.messages(lin))
    await world.move_to(at("2026-11-04 08:30"))
    assert "📵 青石小学第一支部" in world.last(lin).text


async def test_whom_a_message_does_not_reach_is_told_to_the_level_above(world: World) -> None:
    scene = await set_scene(world)
    world.change(
        lambda s: add_duty(s, ActKind.ACTIVITY, owner_kinds=["支部"], begins_on=date(2026, 11, 1))
    )
    chen = world.give_phone(scene.people["陈帆"], "陈帆")
    lin = world.give_phone(scene.people["林岚"], "林岚")
    # The block itself was missed: Telegram only says so when something is sent.
    chen.blocked = True
    await world.move_to(at("2026-11-20 08:30"))
    assert "📵 青石小学第一支部" in world.last(lin).text
    assert world.look(lambda s: people.find_hearers(s, [scene.units["branch"]])) == {}


async def test_a_unit_of_a_unit_without_people_is_left_out(world: World) -> None:
    scene = await set_scene(world)
    branch = scene.units["branch"]
    world.change(lambda s: add_unit(s, "空小组", "小组", parent=branch))
    chen = world.give_phone(scene.people["陈帆"], "陈帆")
    assert "空小组" not in (await world.say(chen, "/reach")).text
