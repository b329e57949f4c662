"""A ready plan asks what its words mean here, shows what follows, and is installed once."""

import pytest

from domain.cadence import TermEnds
from sandbox.chats import Message, Person
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


def labels(message: Message) -> list[str]:
    return [button.text for row in message.buttons for button in row]


async def go_through(world: World, admin: Person, questions: int) -> Message:
    for _ in range(questions):
        await world.press(admin, "下一步 ›")
    return world.last(admin)


async def test_a_plan_is_previewed_and_installed(world: World, admin: Person) -> None:
    assert "教育系统入门方案：3项任务" in (await world.say(admin, "方案")).text
    await world.press(admin, "安装 4")
    assert "1/3 “学校”指的是您的哪些类别" in world.last(admin).text
    assert "☑ 学校 1" in labels(world.last(admin))
    shown = (await go_through(world, admin, 3)).text
    assert "将安装3项任务（共3项）" in shown
    assert "学校：每月至少1次活动" in shown
    assert "☑ 1. 教职工政治学习 · 1个组织" in shown
    assert "⏰ 11月30日星期一：截止" in shown
    assert "影响3个组织" in shown
    assert "平均每月约收到" in shown
    assert world.look(duties.find_all) == []
    await world.press(admin, "确认")
    assert "已安装：3项任务" in world.last(admin).text
    study, report, term = world.look(duties.find_all)
    assert study.audience.kinds == ("学校",)
    assert (report.audience.kinds, report.reviewer_kinds) == (("支部",), ("委员会",))
    assert term.cadence == TermEnds(months={"委员会": 60, "支部": 36})
    listed = await world.say(admin, "/preset")
    assert "教育系统入门方案 ✅ 已安装" in listed.text
    assert "安装 4" not in labels(listed)


async def test_an_english_reader_is_asked_in_english(world: World, scene: Organisation) -> None:
    admin = world.give_phone(scene.people["何静"], "何静", language="en")
    await world.say(admin, "/preset education-starter")
    assert "1/3 Which of your kinds are meant by “school”?" in world.last(admin).text
    for _ in range(3):
        await world.press(admin, "Next ›")
    shown = world.last(admin)
    assert "3 of 3 duties would be installed" in shown.text
    assert "☑ 1. Staff political study · 1 unit" in shown.text
    await world.press(admin, "Confirm")
    assert "Installed: 3 duties run from today" in world.last(admin).text


async def test_kinds_are_chosen_by_pressing_and_an_empty_choice_is_refused(
    world: World, admin: Person, scene: Organisation
) -> None:
    world.change(lambda s: add_unit(s, "白桦书院", "书院", parent=scene.units["committee"]))
    await world.say(admin, "/preset education-starter")
    await world.press(admin, "☑ 学校 1")
    toast = await world.press(admin, "下一步 ›")
    assert "至少要选一个类别" in toast
    await world.press(admin, "☐ 书院 1")
    await world.press(admin, "下一步 ›")
    assert "“支部”指的是" in world.last(admin).text
    await world.press(admin, "‹ 返回")
    assert "☑ 书院 1" in labels(world.last(admin))


async def test_an_unknown_plan_is_called_so_and_the_known_ones_are_listed(
    world: World, admin: Person
) -> None:
    shown = await world.say(admin, "/preset education-ful <b>")
    assert "没有名为“education-ful <b>”的方案" in shown.text
    assert "社团方案" in shown.text
    assert labels(shown) == [f"安装 {number}" for number in range(1, 6)]


async def test_a_large_plan_is_read_page_by_page_and_duties_are_left_out(
    world: World, admin: Person
) -> None:
    await world.say(admin, "/preset education-full")
    first = await go_through(world, admin, 4)
    # Nobody oversees anybody here, and no people carry a tag.
    assert "将安装25项任务（共30项）" in first.text
    assert "1/6" in labels(first)
    await world.press(admin, "☑ 1")
    assert "将安装24项任务" in world.last(admin).text
    assert "☐ 1. 教职工政治学习" in world.last(admin).text
    await world.press(admin, "›")
    assert "2/6" in labels(world.last(admin))
    assert len(world.last(admin).text) < 2000
    for _ in range(2):
        await world.press(admin, "›")
    talk = world.last(admin)
    assert "与支部负责人廉政谈话 · ⚠️ 无人承担" in talk.text
    toast = await world.press(admin, "☐ 20")
    assert "不能选上" in toast
    await world.press(admin, "确认")
    assert "已安装：24项任务" in world.last(admin).text
    codes = {duty.code for duty in world.look(duties.find_all)}
    assert "education-full.staff-study" not in codes
    assert "education-full.integrity-talk" not in codes
    assert "已安装24/30项" in (await world.say(admin, "/preset")).text


async def test_what_was_left_out_can_be_installed_later(world: World, admin: Person) -> None:
    await world.say(admin, "/preset education-starter")
    await go_through(world, admin, 3)
    await world.press(admin, "☑ 2")
    await world.press(admin, "☑ 3")
    await world.press(admin, "确认")
    assert len(world.look(duties.find_all)) == 1
    await world.say(admin, "/preset education-starter")
    assert "将安装2项任务（共2项）" in (await go_through(world, admin, 3)).text
    await world.press(admin, "确认")
    assert [one.is_paused for one in world.look(duties.find_all)] == [False] * 3


async def test_nothing_taken_installs_nothing(world: World, admin: Person) -> None:
    await world.say(admin, "/preset education-starter")
    await go_through(world, admin, 3)
    for number in (1, 2, 3):
        await world.press(admin, f"☑ {number}")
    assert "至少选一项" in await world.press(admin, "确认")
    assert world.look(duties.find_all) == []


async def test_branch_life_is_installed_paused(world: World, admin: Person) -> None:
    await world.say(admin, "/preset branch-life")
    shown = await go_through(world, admin, 2)
    while "下一步 ›" in labels(shown):
        shown = await go_through(world, admin, 1)
    assert "⏸ 安装后暂停" in shown.text
    await world.press(admin, "确认")
    assert all(duty.is_paused for duty in world.look(duties.find_all))
    assert "项暂停，可在 /duty 中恢复" in world.last(admin).text


async def test_an_installation_is_taken_back(world: World, admin: Person) -> None:
    await world.say(admin, "/preset education-starter")
    await go_through(world, admin, 3)
    await world.press(admin, "确认")
    await world.press(admin, "撤销")
    assert "撤销将改动的内容" in world.last(admin).text
    assert "改动3项" in world.last(admin).text
    await world.press(admin, "确认")
    assert all(duty.is_paused for duty in world.look(duties.find_all))


async def test_a_press_on_an_older_screen_and_a_second_confirm_do_nothing(
    world: World, admin: Person
) -> None:
    await world.say(admin, "/preset education-starter")
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
    shown = await go_through(world, admin, 3)
    for _ in range(2):
        world.stand_in.people.press(admin, shown.message_id, "确认")
    await world.muduo.settle()
    assert len(world.look(duties.find_all)) == 3


async def test_words_in_between_discarding_and_strange_presses(
    world: World, admin: Person, scene: Organisation
) -> None:
    await world.say(admin, "/preset education-starter")
    message = world.last(admin)
    assert "请使用上面的按钮" in (await world.say(admin, "学" * 4000)).text
    member = world.give_phone(scene.people["王渡"], "王渡")
    for phone, data in (
        (member, "v1:preset:education-starter:0"),
        (admin, "v1:preset:no-such-plan:0"),
        (admin, "v1:preset_kind:1-99:1"),
        (admin, "v1:preset_duty:1-1:1"),
        (admin, "v1:preset_duty:1-99999999999:1"),
        (admin, "v1:preset_page:1:9999999999"),
        (admin, "v1:preset_page:77:2"),
        (admin, "v1:preset_ok:1:1"),
        (admin, "v1:preset_ok:999:1"),
        (admin, "v1:preset_next:x:1"),
    ):
        world.stand_in.people.press_stale(phone, message.message_id, data)
    await world.muduo.settle()
    assert world.look(duties.find_all) == []
    await world.press(admin, "放弃", message=message)
    assert "没有安装" in message.text
