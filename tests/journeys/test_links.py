"""Personal links in the wrong hands, and in the right ones a second time."""

from datetime import date

from actions.links import make_admin_link
from domain.act import ActKind
from domain.office import Role
from sandbox.chats import Person
from storage import accounts
from tests.harness.contact import invite, meet, press_forged, start
from tests.harness.scenes import Organisation, add_duty, leave, small_school_committee
from tests.harness.world import World, at


async def set_scene(world: World) -> Organisation:
    now = world.clock()
    scene = world.change(lambda s: small_school_committee(s, now))
    await world.move_to(at("2026-11-02 09:00"))
    return scene


def person_behind(world: World, account: int) -> int | None:
    return world.look(lambda s: accounts.find_actor(s, account)).person_id


async def test_a_link_belongs_to_whoever_opens_it_first(world: World) -> None:
    scene = await set_scene(world)
    chen = world.give_phone(scene.people["陈帆"], "陈帆")
    secret = await invite(world, chen, "王渡")
    wang, thief = meet(world, "小王"), meet(world, "小偷")
    question = await start(world, wang, secret)
    assert "打不开" in (await start(world, thief, secret)).text
    for button in question.buttons[0]:
        await press_forged(world, thief, button.data or "")
    assert person_behind(world, thief.id) is None
    await world.press(wang, "是")
    assert person_behind(world, wang.id) == scene.people["王渡"]


async def test_the_secretary_takes_a_connection_back_with_one_press(world: World) -> None:
    scene = await set_scene(world)
    chen = world.give_phone(scene.people["陈帆"], "陈帆")
    thief = meet(world, "小偷")
    await start(world, thief, await invite(world, chen, "王渡"))
    await world.press(thief, "是")
    card = world.last(chen)
    assert "王渡（青石小学第一支部）已连接" in card.text
    assert "小偷" in card.text
    await world.press(chen, "撤销")
    assert person_behind(world, thief.id) is None
    assert card.buttons == ()
    toast = await press_forged(world, chen, "v1:unlink:1:0")
    assert "没有可以撤销的内容" in toast
    assert "还不认识您" in (await world.say(thief, "/todo")).text


async def test_a_new_link_moves_a_person_to_a_new_account(world: World) -> None:
    scene = await set_scene(world)
    chen = world.give_phone(scene.people["陈帆"], "陈帆")
    lin = world.give_phone(scene.people["林岚"], "林岚")
    old = world.give_phone(scene.people["王渡"], "王渡")
    new = meet(world, "王渡的新手机")
    question = await start(world, new, await invite(world, chen, "王渡"))
    assert "已连接另一个 Telegram 账号" in question.text
    assert person_behind(world, old.id) == scene.people["王渡"]
    await world.press(new, "是")
    assert person_behind(world, old.id) is None
    assert person_behind(world, new.id) == scene.people["王渡"]
    assert "还不认识您" in (await world.say(old, "/todo")).text
    for officer in (chen, lin):
        assert any("王渡（青石小学第一支部）已连接" in one.text for one in world.messages(officer))


async def test_a_linked_account_cannot_become_somebody_else(world: World) -> None:
    scene = await set_scene(world)
    chen = world.give_phone(scene.people["陈帆"], "陈帆")
    secret = await invite(world, chen, "王渡")
    lin = world.give_phone(scene.people["林岚"], "林岚")
    assert "您已连接" in (await start(world, lin, secret)).text
    assert person_behind(world, lin.id) == scene.people["林岚"]
    wang = meet(world, "小王")
    assert "您是王渡" in (await start(world, wang, secret)).text


async def test_nobody_gets_a_link_to_more_than_he_may(world: World) -> None:
    scene = await set_scene(world)
    zhou = world.give_phone(scene.people["周敏"], "周敏")
    chen = world.give_phone(scene.people["陈帆"], "陈帆")
    wang = world.give_phone(scene.people["王渡"], "王渡")
    absent = await press_forged_after_hello(world, chen, "v1:invite:999999:0")
    for who, target in ((zhou, "何静"), (chen, "林岚"), (chen, "周敏"), (wang, "陈帆")):
        said = await press_forged_after_hello(world, who, f"v1:invite:{scene.people[target]}:0")
        assert said == absent
        assert "t.me" not in world.last(who).text
    await world.say(zhou, "/reach 何静")
    assert world.last(zhou).buttons == ()


async def press_forged_after_hello(world: World, phone: Person, data: str) -> str:
    await world.say(phone, "/language")
    return await press_forged(world, phone, data)


async def test_the_first_start_makes_an_administrator_out_of_whoever_opens_the_link(
    world: World,
) -> None:
    now = world.clock()
    first = world.change(lambda s: make_admin_link(s, now=now))
    secret = world.change(lambda s: make_admin_link(s, now=now))
    boss, late = meet(world, "何静 <b>"), meet(world, "别人", language="en")
    assert "打不开" in (await start(world, boss, first)).text
    welcome = await start(world, boss, secret)
    assert "您现在是管理员" in welcome.text
    assert "何静 <b>" in welcome.text
    assert "does not open anything" in (await start(world, late, secret)).text
    actor = world.look(lambda s: accounts.find_actor(s, boss.id))
    assert [(one.role, one.unit_name) for one in actor.offices] == [(Role.ADMINISTRATOR, "组织")]


async def test_an_admin_link_lives_a_day(world: World) -> None:
    now = world.clock()
    secret = world.change(lambda s: make_admin_link(s, now=now))
    await world.tick(hours=24)
    assert "打不开" in (await start(world, meet(world, "何静"), secret)).text


async def test_the_only_administrator_cannot_be_taken_back(world: World) -> None:
    scene = await set_scene(world)
    zhou = world.give_phone(scene.people["周敏"], "周敏")
    now = world.clock()
    secret = world.change(lambda s: make_admin_link(s, now=now))
    boss = meet(world, "新管理员")
    await start(world, boss, secret)
    assert "唯一的管理员" in await world.press(zhou, "撤销")
    assert person_behind(world, boss.id) is not None
    world.give_phone(scene.people["何静"], "何静")
    await world.press(zhou, "撤销")
    assert person_behind(world, boss.id) is None


async def test_who_was_linked_is_not_told_at_night(world: World) -> None:
    scene = await set_scene(world)
    chen = world.give_phone(scene.people["陈帆"], "陈帆")
    await world.move_to(at("2026-11-02 22:00"))
    secret = await invite(world, chen, "王渡")
    wang = meet(world, "小王")
    await start(world, wang, secret)
    await world.press(wang, "是")
    assert "已连接" not in world.last(chen).text
    await world.move_to(at("2026-11-03 07:30"))
    assert "已连接" in world.last(chen).text


async def test_what_waits_for_somebody_goes_to_the_new_account_only(world: World) -> None:
    scene = await set_scene(world)
    world.change(
        lambda s: add_duty(s, ActKind.ACTIVITY, owner_kinds=["支部"], begins_on=date(2026, 11, 1))
    )
    lin = world.give_phone(scene.people["林岚"], "林岚")
    old = world.give_phone(scene.people["陈帆"], "陈帆")
    await world.move_to(at("2026-11-20 08:00"))
    new = meet(world, "陈帆的新手机")
    await start(world, new, await invite(world, lin, "陈帆"))
    await world.press(new, "是")
    await world.move_to(at("2026-11-20 08:30"))
    assert world.messages(old) == []
    assert "教职工政治学习" in world.last(new).text


async def test_an_earlier_card_loses_its_button_when_somebody_is_linked_anew(
    world: World,
) -> None:
    scene = await set_scene(world)
    chen = world.give_phone(scene.people["陈帆"], "陈帆")
    first, second = meet(world, "旧手机"), meet(world, "新手机")
    await start(world, first, await invite(world, chen, "王渡"))
    await world.press(first, "是")
    card = world.last(chen)
    await world.tick(seconds=11)
    await start(world, second, await invite(world, chen, "王渡"))
    await world.press(second, "是")
    assert card.buttons == ()
    assert "这次连接已结束" in card.text
    await world.press(chen, "撤销")
    assert person_behind(world, second.id) is None


async def test_whoever_has_left_can_come_back_as_somebody_new(world: World) -> None:
    scene = await set_scene(world)
    chen = world.give_phone(scene.people["陈帆"], "陈帆")
    phone = world.give_phone(scene.people["林岚"], "林岚")
    now = world.clock()
    world.change(lambda s: leave(s, scene.people["林岚"], now=now))
    assert "请先打开" in (await start(world, phone)).text
    await start(world, phone, await invite(world, chen, "王渡"))
    await world.press(phone, "是")
    assert person_behind(world, phone.id) == scene.people["王渡"]
