"""A secretary plans an activity: from words, from a button, in a dialogue."""

from datetime import date

import pytest

from domain.act import ActKind
from tests.harness.activities import labels, open_school, press_stale
from tests.harness.scenes import add_duty, add_office, add_person, add_unit
from tests.harness.world import World, at


async def test_an_activity_is_shown_as_understood_before_it_is_made(world: World) -> None:
    school = await open_school(world)
    shown = await world.say(school.lin, "/activity 11月27日 15:00 教职工政治学习 会议室")
    for words in (
        "📌 教职工政治学习",
        "🕒 2026年11月27日星期五 15:00",
        "📍 会议室",
        "👥 青石小学：应到3人",
        "✔️ 计入：教职工政治学习 · 2026年11月",
    ):
        assert words in shown.text
    assert labels(shown) == ["确认", "✏️ 补充", "放弃"]
    assert school.states() == {}
    await world.press(school.lin, "确认", message=shown)
    assert "应到3 · 签到0 · 迟到0 · 请假0 · 缺3" in shown.text
    assert school.states() == {"林岚": "expected", "陈帆": "expected", "王渡": "expected"}


async def test_in_english_title_and_place_are_told_apart_by_the_duty(world: World) -> None:
    school = await open_school(world, "en")
    shown = await world.say(school.lin, "/activity Nov 27 15:00 staff study Room 2")
    for words in ("📌 Staff study", "📍 Room 2", "Fri 27 Nov 2026 15:00", "3 people are expected"):
        assert words in shown.text
    await world.press(school.lin, "Confirm", message=shown)
    assert "Expected 3 · here 0 · late 0 · on leave 0 · missing 3" in shown.text
    [invitation] = [m for m in world.messages(school.wang) if "Staff study" in m.text]
    assert "You are invited" in invitation.text


@pytest.mark.parametrize(
    ("language", "when", "where", "confirm", "made"),
    [
        ("zh", "周五下午3点", "会议室", "确认", "11月27日星期五 15:00"),
        ("en", "Friday 3pm", "Room 2", "Confirm", "Fri 27 Nov 15:00"),
    ],
)
async def test_the_button_on_what_is_owed_asks_when_and_where(
    world: World, language: str, when: str, where: str, confirm: str, made: str
) -> None:
    school = await open_school(world, language)
    todo = await world.say(school.lin, "/todo")
    await world.press(school.lin, labels(todo)[0], message=todo)
    proposed = {"zh": "11月27日星期五 15:00", "en": "Fri 27 Nov 15:00"}
    assert labels(world.last(school.lin)) == [proposed[language]]
    await world.say(school.lin, when)
    shown = await world.say(school.lin, where)
    await world.press(school.lin, confirm, message=shown)
    assert made in shown.text
    assert where in shown.text
    assert len(school.states()) == 3


async def test_a_dialogue_asks_for_everything_and_takes_a_correction(world: World) -> None:
    school = await open_school(world)
    assert "什么时候开始" in (await world.say(school.lin, "/activity")).text
    assert "没有读懂" in (await world.say(school.lin, "很快")).text
    assert "什么名称" in (await world.say(school.lin, "明天15:00")).text
    assert "在哪里" in (await world.say(school.lin, "读书会")).text
    shown = await world.say(school.lin, "-")
    assert "📌 读书会" in shown.text
    assert "📍" not in shown.text
    corrected = await world.say(school.lin, "后天 16:00")
    assert "11月25日星期三 16:00" in corrected.text
    await world.press(school.lin, "确认", message=corrected)
    assert "11月25日星期三 16:00" in corrected.text


async def test_an_activity_of_its_own_name_can_be_linked_to_a_duty(world: World) -> None:
    school = await open_school(world)
    shown = await world.say(school.lin, "/activity 11月27日 15:00 读书会 图书馆")
    assert "不计入任何任务" in shown.text
    await world.press(school.lin, "🔗 教职工政治学习", message=shown)
    assert "✔️ 计入：教职工政治学习 · 2026年11月" in shown.text
    assert "📌 读书会" in shown.text


async def test_who_serves_two_units_says_for_which_it_is(world: World) -> None:
    school = await open_school(world)
    now = world.clock()

    lin, branch = school.scene.people["林岚"], school.scene.units["branch"]
    world.change(lambda s: add_office(s, lin, branch, role="secretary", now=now))
    await world.muduo.settle()
    shown = await world.say(school.lin, "/activity 11月27日 15:00 读书会 图书馆")
    assert labels(shown) == ["青石小学", "青石小学第一支部", "✏️ 补充", "放弃"]
    await world.press(school.lin, "青石小学第一支部", message=shown)
    assert "青石小学第一支部：应到2人" in shown.text
    assert "确认" in labels(shown)


@pytest.mark.parametrize(
    ("language", "words", "answer"),
    [
        ("zh", "/activity 11月1日 15:00 学习", "已经过去"),
        ("zh", "/activity 今天 09:00 学习", "已经过去"),
        ("zh", "/activity 改天 学习", "没有读懂"),
        ("en", "/activity Nov 1 15:00 Study", "has already passed"),
        ("en", "/activity some evening Study", "could not read"),
        ("zh", "/activity 每周五9:00和15:00 学习", "只有一个开始时间"),
        ("zh", "/activity 11月31日 15:00 学习", "没有这个日期"),
        ("en", "/activity " + "very " * 1000, "could not read"),
    ],
)
async def test_what_is_over_or_unclear_is_refused_in_a_sentence(
    world: World, language: str, words: str, answer: str
) -> None:
    school = await open_school(world, language)
    assert answer in (await world.say(school.lin, words)).text
    assert school.states() == {}


async def test_an_hour_with_two_meanings_is_asked_and_the_rest_is_kept(world: World) -> None:
    school = await open_school(world)
    asked = await world.say(school.lin, "/activity 11月27日 3点 读书会，图书馆")
    assert "1. 2026年11月27日星期五 15:00" in asked.text
    assert "2. 2026年11月27日星期五 03:00" in asked.text
    assert school.states() == {}
    shown = await world.say(school.lin, "下午3点")
    for words in ("📌 读书会", "🕒 2026年11月27日星期五 15:00", "📍 图书馆"):
        assert words in shown.text
    later = await world.say(school.lin, "16:30")
    assert "🕒 2026年11月27日星期五 16:30" in later.text


async def test_a_day_without_an_hour_asks_for_the_hour(world: World) -> None:
    school = await open_school(world, "en")
    asked = await world.say(school.lin, "/activity next Friday Book club, Library")
    assert "At what time on Fri 4 Dec 2026?" in asked.text
    shown = await world.say(school.lin, "3pm")
    for words in ("📌 Book club", "Fri 4 Dec 2026 15:00", "📍 Library"):
        assert words in shown.text


async def test_a_unit_without_people_gets_no_activity(world: World) -> None:
    school = await open_school(world)
    now = world.clock()

    committee = school.scene.units["committee"]
    unit = world.change(lambda s: add_unit(s, "新桥小学", "学校", parent=committee))
    person = world.change(lambda s: add_person(s, "赵宁", committee, now=now, language="zh"))
    world.change(lambda s: add_office(s, person, unit, role="head", now=now))
    zhao = world.give_phone(person, "赵宁")
    await world.muduo.settle()
    shown = await world.say(zhao, "/activity 11月27日 15:00 教职工政治学习 会议室")
    await world.press(zhao, "确认", message=shown)
    assert "无人可邀请" in shown.text
    assert school.states() == {}


async def test_a_plan_is_made_once_however_often_confirm_is_pressed(world: World) -> None:
    school = await open_school(world)
    shown = await world.say(school.lin, "/activity 11月27日 15:00 教职工政治学习 会议室")
    confirm = shown.buttons[0][0].data or ""
    await world.press(school.lin, "确认", message=shown)
    assert "没有需要安排" in await press_stale(world, school.lin, shown, confirm)
    listed = await world.say(school.lin, "/activity")
    assert labels(listed) == ["1 查看", "➕ 新建活动"]


async def test_a_discarded_plan_is_gone(world: World) -> None:
    school = await open_school(world)
    shown = await world.say(school.lin, "/activity 11月27日 15:00 教职工政治学习 会议室")
    await world.press(school.lin, "放弃", message=shown)
    assert "已放弃" in shown.text
    assert school.states() == {}


async def test_members_and_strangers_plan_nothing(world: World) -> None:
    school = await open_school(world)
    card = await school.plan()
    assert "负责人" in (await world.say(school.wang, "/activity 明天 15:00 学习")).text
    assert "不能" in await press_stale(world, school.wang, card, "v1:hold_yes:1:1")
    stranger = world.stand_in.people.add_person("路人", "zh-hans")
    stranger.started = True
    assert "还不认识" in (await world.say(stranger, "/activity 明天 15:00 学习")).text


async def test_the_button_of_another_school_says_nothing(world: World) -> None:
    school = await open_school(world)
    now = world.clock()
    committee = school.scene.units["committee"]
    unit = world.change(lambda s: add_unit(s, "新桥小学", "学校", parent=committee))
    person = world.change(lambda s: add_person(s, "赵宁", unit, roles=["secretary"], now=now))
    zhao = world.give_phone(person, "赵宁")
    card = await school.plan()
    todo = await world.say(zhao, "/todo")
    assert "没有需要安排" in await press_stale(world, zhao, todo, "v1:plan:1:1")
    assert "没有需要安排" in await press_stale(world, zhao, todo, "v1:plan:99999999999999:1")
    for verb in (
        "activity",
        "hold",
        "held_topic",
        "hold_yes",
        "call_off_yes",
        "unhold",
        "absent",
        "marks",
    ):
        assert "不能" in await press_stale(world, zhao, todo, f"v1:{verb}:1:1")
    assert "不能" in await press_stale(world, zhao, todo, "v1:mark:1-5-here:1")
    assert "✅ 已开" in labels(card)


async def test_a_report_cannot_be_planned(world: World) -> None:
    school = await open_school(world)
    world.change(
        lambda s: add_duty(s, ActKind.REPORT, owner_kinds=["学校"], begins_on=date(2026, 11, 1))
    )
    await world.move_to(at("2026-11-23 10:05"))
    todo = await world.say(school.lin, "/todo")
    assert "没有需要安排" in await press_stale(world, school.lin, todo, "v1:plan:2:1")
