"""People look at their working calendar, and officers change it by words."""

from datetime import date

import pytest

from bot.calendar_seed import seed_calendar
from domain.school_term import SchoolTerm
from sandbox.chats import Person
from storage import calendar_days, history, school_terms, units
from tests.harness.contact import meet
from tests.harness.scenes import Organisation, add_office, add_unit, small_school_committee
from tests.harness.world import World

VERBS = ("calendar_set", "calendar_undone")
EXAMS = date(2027, 1, 12)


@pytest.fixture
async def scene(world: World) -> Organisation:
    now = world.clock()
    found = world.change(lambda s: small_school_committee(s, now))
    await seed_calendar(world.muduo.runner, now)
    return found


@pytest.fixture
def lin(world: World, scene: Organisation) -> Person:
    return world.give_phone(scene.people["林岚"], "林岚")


@pytest.fixture
def admin(world: World, scene: Organisation) -> Person:
    return world.give_phone(scene.people["何静"], "何静")


def works(world: World, unit_id: int, day: date) -> bool:
    unit = world.look(lambda s: units.find(s, unit_id))
    assert unit is not None
    return world.look(lambda s: calendar_days.calendar_for(s, unit)).is_working_day(day)


async def test_the_quarter_of_today_is_shown_and_turned_in_place(world: World, lin: Person) -> None:
    shown = await world.say(lin, "日历")
    assert "📅 2026年第四季度 · 青石小学" in shown.text
    assert "工作日：10月18天 · 11月21天 · 12月23天" in shown.text
    assert "10月1日至7日 国庆节" in shown.text
    assert "10月10日星期六" in shown.text
    assert "12月最后几天可能还有调整" in shown.text
    await world.press(lin, "›")
    turned = world.last(lin)
    assert turned.message_id == shown.message_id
    assert "📅 2027年第一季度" in turned.text
    assert "⛔ 放假（暂定）" in turned.text
    assert "与之有关的日期均为暂定" in turned.text
    await world.press(lin, "‹")
    assert "📅 2026年第四季度" in world.last(lin).text


async def test_an_english_reader_sees_the_same_in_english(
    world: World, scene: Organisation
) -> None:
    lin = world.give_phone(scene.people["林岚"], "林岚", language="en")
    shown = (await world.say(lin, "/calendar 2026")).text
    assert "4th quarter 2026" in shown
    assert "1–7 Oct National Day" in shown
    assert "Sat 10 Oct" in shown
    assert "Working days: Oct 18 · Nov 21 · Dec 23" in shown


async def test_a_secretary_sets_days_for_the_unit_and_everything_below(
    world: World, lin: Person, scene: Organisation
) -> None:
    said = (await world.say(lin, "/calendar 2027-01-11..15 休 考试周; 2027-01-16 班")).text
    assert "✅ 日历已修改：青石小学及下级" in said
    assert "2027年1月11日至15日（5天） 休息：考试周" in said
    assert not works(world, scene.units["branch"], EXAMS)
    assert works(world, scene.units["branch"], date(2027, 1, 16))
    assert works(world, scene.units["committee"], EXAMS)
    wang = world.give_phone(scene.people["王渡"], "王渡")
    assert "考试周（青石小学）" in (await world.say(wang, "/calendar 2027")).text
    await world.press(lin, "撤销")
    assert works(world, scene.units["branch"], EXAMS)
    line = world.look(lambda s: history.find_last(s, ("calendar", scene.units["school"]), VERBS))
    assert line is not None
    assert line.verb == "calendar_undone"


async def test_undo_pressed_twice_says_both_times_that_it_is_taken_back(
    world: World, lin: Person, scene: Organisation
) -> None:
    shown = await world.say(lin, "/calendar 2027-01-11..15 休 考试周")
    queries = [world.stand_in.people.press(lin, shown.message_id, "撤销") for _ in range(2)]
    await world.muduo.settle()
    answers = [world.stand_in.callback_answers[one] for one in queries]
    assert not any(one and one.show_alert for one in answers)
    assert works(world, scene.units["branch"], EXAMS)


async def test_an_undo_after_a_minute_or_after_another_change_is_too_late(
    world: World, lin: Person, scene: Organisation
) -> None:
    await world.say(lin, "/calendar 2027-01-11..15 休 考试周")
    first = world.last(lin)
    await world.say(lin, "/calendar 2027-01-13 班")
    assert "之后又有修改" in await world.press(lin, "撤销", message=first)
    second = world.last_with_button(lin, "撤销")
    await world.tick(seconds=61)
    assert "已超过撤销时间" in await world.press(lin, "撤销", message=second)
    assert not works(world, scene.units["school"], EXAMS)
    assert works(world, scene.units["school"], date(2027, 1, 13))


async def test_terms_and_country_are_entered_and_inherited(
    world: World, lin: Person, scene: Organisation
) -> None:
    await world.say(lin, "/calendar 学期 2026秋季学期 2026-09-01–2027-01-22")
    branch = world.look(lambda s: units.find(s, scene.units["branch"]))
    assert branch is not None
    assert world.look(lambda s: school_terms.terms_of(s, branch)) == (
        SchoolTerm(name="2026秋季学期", first_day=date(2026, 9, 1), last_day=date(2027, 1, 22)),
    )
    assert "2026秋季学期：2026年9月1日至2027年1月22日" in (await world.say(lin, "日历")).text
    assert "国家：德国" in (await world.say(lin, "/calendar 国家 德国")).text
    shown = (await world.say(lin, "/calendar 2027")).text
    assert "德国 · 工作日" in shown
    assert "Good Friday" in shown
    assert "暂定" not in shown
    assert "没有找到国家“月亮”" in (await world.say(lin, "/calendar 国家 月亮")).text
    await world.say(lin, "/calendar 国家 上级")
    assert "德国" not in (await world.say(lin, "/calendar 2027")).text


async def test_the_dialogue_takes_lines_without_the_command(
    world: World, lin: Person, scene: Organisation
) -> None:
    await world.say(lin, "日历")
    await world.press(lin, "✏️ 修改")
    assert "修改日历：青石小学" in world.last(lin).text
    assert "没有看懂“随便写点”" in (await world.say(lin, "随便写点")).text
    said = (await world.say(lin, "2027-01-11..15 休 考试周\n2027-01-14 清除")).text
    assert "日历已修改" in said
    assert not works(world, scene.units["school"], EXAMS)
    assert works(world, scene.units["school"], date(2027, 1, 14))
    assert "没有等您回答" in (await world.say(lin, "2027-01-11 休")).text


async def test_an_administrator_speaks_for_everybody_or_names_a_unit(
    world: World, admin: Person, scene: Organisation
) -> None:
    await world.say(admin, "/calendar 2027-03-08 休 妇女节")
    await world.press(admin, "确认")
    assert "中国全体" in world.last(admin).text
    assert not works(world, scene.units["branch"], date(2027, 3, 8))
    await world.say(admin, "/calendar 青石小学: 2027-03-08 班")
    assert works(world, scene.units["branch"], date(2027, 3, 8))
    assert not works(world, scene.units["committee"], date(2027, 3, 8))
    assert "2027年放假安排已录入完整" in (await world.say(admin, "/calendar 2027 公布")).text
    assert "暂定" not in (await world.say(admin, "/calendar 2027")).text
    await world.press(admin, "撤销")
    assert "暂定" in (await world.say(admin, "/calendar 2027")).text
    await world.say(admin, "/calendar 2027-03-08 清除")
    await world.press(admin, "确认")
    assert works(world, scene.units["committee"], date(2027, 3, 8))


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("2027-02-30 休", "没有看懂“2027-02-30 休”"),
        ("2月5日 休", "带上年份"),
        ("2027-01-11 也许", "没有看懂"),
        ("2045-01-01 休", "去年到三年之内"),
        ("2027-01-01..2027-09-01 休", "最多200天"),
        ("学期 长 2026-09-01..2027-09-01", "最多300天"),
        ("2027 公布", "只有最上级组织的管理员"),
        ("雪松小学 2027-01-11 休", "只能修改自己负责的组织"),
        ("江畔教育局党委 2027-01-11 休", "只能修改自己负责的组织"),
        ("雪松小学", "没有您可以查看的这个组织"),
        ("2027-01-11 清除", "原本就是如此"),
        ("休" * 4000, "没有"),
    ],
)
async def test_nonsense_and_what_is_not_ones_own_changes_nothing(
    world: World, lin: Person, scene: Organisation, words: str, said: str
) -> None:
    before = world.look(calendar_days.load)
    assert said in (await world.say(lin, f"/calendar {words}")).text
    assert world.look(calendar_days.load) == before
    assert works(world, scene.units["school"], date(2027, 1, 11))


async def test_nonsense_in_english_is_answered_with_examples(
    world: World, scene: Organisation
) -> None:
    lin = world.give_phone(scene.people["林岚"], "林岚", language="en")
    answer = (await world.say(lin, "/calendar next week off")).text
    assert "I know no such unit" in answer
    answer = (await world.say(lin, "/calendar 2027-01-11 maybe")).text
    assert "I do not understand “2027-01-11 maybe”" in answer
    assert "2027-01-11..15 off Exam week" in answer


async def test_a_member_looks_and_cannot_change(world: World, scene: Organisation) -> None:
    wang = world.give_phone(scene.people["王渡"], "王渡")
    shown = await world.say(wang, "日历")
    assert "青石小学第一支部" in shown.text
    assert not any("修改" in button.text for row in shown.buttons for button in row)
    assert "只能修改自己负责" in (await world.say(wang, "/calendar 2027-01-11 休")).text
    assert "没有您可以查看" in (await world.say(wang, "/calendar 江畔教育局党委")).text
    stranger = meet(world, "路人")
    assert "青石" not in (await world.say(stranger, "/calendar")).text


async def test_who_answers_for_two_units_names_the_one_that_is_meant(
    world: World, lin: Person, scene: Organisation
) -> None:
    now = world.clock()
    other = world.change(lambda s: add_unit(s, "雪松小学", "学校", parent=scene.units["committee"]))
    world.change(lambda s: add_office(s, scene.people["林岚"], other, role="secretary", now=now))
    answer = (await world.say(lin, "/calendar 2027-01-11 休")).text
    assert "/calendar 青石小学: 2027-01-11 休" in answer
    assert "/calendar 雪松小学: 2027-01-11 休" in answer
    await world.say(lin, "/calendar 雪松小学: 2027-01-11 休")
    assert not works(world, other, date(2027, 1, 11))
    assert works(world, scene.units["school"], date(2027, 1, 11))
    assert "请选择" in (await world.say(lin, "/calendar 小学")).text
