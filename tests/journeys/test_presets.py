"""A ready plan asks what its words mean here, shows what follows, and is installed once."""

import pytest

from domain.cadence import TermEnds
from sandbox.chats import Person
from storage import duties
from tests.harness.scenes import Organisation, add_unit, small_school_committee
from tests.harness.world import World


@pytest.fixture
def scene(world: World) -> Organisation:
    now = world.clock()
    return world.change(lambda s: small_school_committee(s, now))


@pytest.fixture
def admin(world: World, scene: Organisation) -> Person:
    return world.give_phone(scene.people["何静"], "何静")


async def test_a_plan_is_previewed_and_installed(world: World, admin: Person) -> None:
    assert "教育系统入门方案" in (await world.say(admin, "方案")).text
    await world.press(admin, "安装 1")
    assert "“学校”指的是您的哪些类别" in world.last(admin).text
    assert "☑ 学校 1" in [button.text for row in world.last(admin).buttons for button in row]
    for _ in range(3):
        await world.press(admin, "下一步 ›")
    shown = world.last(admin).text
    assert "学校：每月至少1次活动" in shown
    assert "1个组织承担：青石小学" in shown
    assert "11月30日星期一：截止" in shown
    assert "每位书记平均每月约收到" in shown
    assert world.look(duties.find_all) == []
    await world.press(admin, "确认")
    assert "已安装：3项任务" in world.last(admin).text
    study, report, term = world.look(duties.find_all)
    assert study.audience.kinds == ("学校",)
    assert (report.audience.kinds, report.reviewer_kinds) == (("支部",), ("委员会",))
    assert term.cadence == TermEnds(months={"委员会": 60, "支部": 36})
    assert "已安装" in (await world.say(admin, "/preset")).text


async def test_kinds_are_chosen_by_pressing_and_an_empty_choice_is_refused(
    world: World, admin: Person, scene: Organisation
) -> None:
    world.change(lambda s: add_unit(s, "白桦书院", "书院", parent=scene.units["committee"]))
    await world.say(admin, "/preset")
    await world.press(admin, "安装 1")
    await world.press(admin, "☑ 学校 1")
    toast = await world.press(admin, "下一步 ›")
    assert "至少要选一个类别" in toast
    await world.press(admin, "☐ 书院 1")
    await world.press(admin, "下一步 ›")
    assert "“支部”指的是" in world.last(admin).text
    await world.press(admin, "‹ 返回")
    assert "☑ 书院 1" in [button.text for row in world.last(admin).buttons for button in row]


async def test_a_press_on_an_older_screen_and_a_second_confirm_do_nothing(
    world: World, admin: Person
) -> None:
    await world.say(admin, "/preset")
    await world.press(admin, "安装 1")
    message = world.last(admin)
    first = message.buttons[0][0].data
    await world.press(admin, "☑ 学校 1")
    assert first is not None
    query = world.stand_in.people.press_stale(admin, message.message_id, first)
    await world.muduo.settle()
    answer = world.stand_in.callback_answers[query]
    assert answer is not None
    assert "已经结束" in answer.text
    await world.press(admin, "☐ 学校 1")
    for _ in range(3):
        await world.press(admin, "下一步 ›")
    for _ in range(2):
        world.stand_in.people.press(admin, message.message_id, "确认")
    await world.muduo.settle()
    assert len(world.look(duties.find_all)) == 3


async def test_words_in_between_discarding_and_strange_presses(
    world: World, admin: Person, scene: Organisation
) -> None:
    await world.say(admin, "/preset")
    await world.press(admin, "安装 1")
    message = world.last(admin)
    assert "请使用上面的按钮" in (await world.say(admin, "学" * 4000)).text
    member = world.give_phone(scene.people["王渡"], "王渡")
    for phone, data in (
        (member, "v1:preset:education-starter:0"),
        (admin, "v1:preset:no-such-plan:0"),
        (admin, "v1:preset_kind:1-99:1"),
        (admin, "v1:preset_ok:999:1"),
        (admin, "v1:preset_next:x:1"),
    ):
        world.stand_in.people.press_stale(phone, message.message_id, data)
    await world.muduo.settle()
    assert world.look(duties.find_all) == []
    await world.press(admin, "放弃", message=message)
    assert "没有安装" in message.text
