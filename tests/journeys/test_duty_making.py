"""Administrators make a duty in their own words, and see what follows before it is in force."""

import pytest

from domain.cadence import ByDate, OnDates, Quota
from domain.duty import Duty
from domain.period import PeriodKind
from domain.working_day import Shift
from sandbox.chats import Person
from storage import drafts, duties, obligations
from tests.harness.scenes import Organisation, small_school_committee
from tests.harness.world import World


@pytest.fixture
def scene(world: World) -> Organisation:
    now = world.clock()
    return world.change(lambda s: small_school_committee(s, now))


@pytest.fixture
def admin(world: World, scene: Organisation) -> Person:
    return world.give_phone(scene.people["何静"], "何静")


def own_duties(world: World) -> list[Duty]:
    return world.change(lambda s: duties.find_all(s))


async def test_one_line_makes_a_duty_as_it_was_understood(world: World, admin: Person) -> None:
    await world.say(admin, "/duty 教职工政治学习 每月最后一个周五15:00 提前3天和1天提醒")
    asked = world.last(admin).text
    assert "每月最后一个星期五 15:00" in asked
    assert "由谁完成" in asked
    assert own_duties(world) == []
    await world.say(admin, "学校")
    shown = world.last(admin).text
    assert "每月最后一个星期五 15:00" in shown
    assert "11月27日星期五" in shown
    assert "1个组织承担：青石小学" in shown
    await world.press(admin, "确认")
    assert "已生效" in world.last(admin).text
    [made] = own_duties(world)
    assert made.name.zh == "教职工政治学习"
    assert isinstance(made.cadence, OnDates)
    assert made.cadence.rule == "FREQ=MONTHLY;BYDAY=-1FR"
    assert made.policy.days_before == (3, 1)
    assert [act.kind for act in made.acts] == ["activity"]


async def test_the_dialogue_asks_for_what_is_missing_one_thing_at_a_time(
    world: World, scene: Organisation
) -> None:
    admin = world.give_phone(scene.people["何静"], "何静", language="en")
    await world.say(admin, "/duty")
    await world.press(admin, "➕ New duty")
    assert "What is the duty called?" in world.last(admin).text
    await world.say(admin, "Safety check")
    assert "how often?" in world.last(admin).text
    await world.say(admin, "at least twice a quarter")
    assert "Who owes it?" in world.last(admin).text
    await world.press(admin, "学校 1")
    await world.press(admin, "Go on ›")
    assert "Is this right?" in world.last(admin).text
    await world.press(admin, "Confirm")
    [made] = own_duties(world)
    assert made.cadence == Quota(per=PeriodKind.QUARTER, at_least=2)


async def test_two_meanings_are_asked_and_never_guessed(world: World, admin: Person) -> None:
    await world.say(admin, "/duty 安全自查")
    await world.say(admin, "明年一季度前")
    shown = world.last(admin)
    assert "1." in shown.text
    assert "2." in shown.text
    assert own_duties(world) == []
    await world.press(admin, "2")
    assert "由谁完成" in world.last(admin).text


async def test_what_is_not_understood_is_told_and_the_draft_stays(
    world: World, admin: Person
) -> None:
    await world.say(admin, "/duty 安全自查")
    await world.say(admin, "等有空的时候")
    assert "什么时候" in world.last(admin).text
    await world.say(admin, "每季度末")
    await world.say(admin, "火星分部")
    assert "不认识“火星分部”" in world.last(admin).text
    await world.say(admin, "学校，除青石小学")
    assert "没有人需要完成它" in await world.press(admin, "确认")
    assert own_duties(world) == []


async def test_days_off_and_the_way_to_fulfil_it_are_changed_by_a_press(
    world: World, admin: Person
) -> None:
    await world.say(admin, "/duty 责任制报告 每年1月10日前、7月10日前")
    await world.say(admin, "学校")
    await world.press(admin, "🏖 休息日：不动")
    await world.press(admin, "✔️ 交报告")
    await world.press(admin, "确认")
    [made] = own_duties(world)
    assert isinstance(made.cadence, ByDate)
    assert made.cadence.shift is Shift.BEFORE
    assert [act.kind for act in made.acts] == ["tick"]


async def test_a_duty_is_changed_in_words_and_taken_back(world: World, admin: Person) -> None:
    await world.say(admin, "/duty 教职工政治学习 每月最后一个周五15:00")
    await world.say(admin, "学校")
    await world.press(admin, "确认")
    await world.press(admin, "✏️ 修改")
    await world.say(admin, "每月第二个周三14:00")
    assert "每月第二个星期三 14:00" in world.last(admin).text
    await world.press(admin, "确认：从下一期起")
    [changed] = own_duties(world)
    assert isinstance(changed.cadence, OnDates)
    assert changed.cadence.rule == "FREQ=MONTHLY;BYDAY=2WE"
    assert changed.version == 2
    await world.press(admin, "撤销")
    await world.press(admin, "确认")
    [back] = own_duties(world)
    assert isinstance(back.cadence, OnDates)
    assert back.cadence.rule == "FREQ=MONTHLY;BYDAY=-1FR"


async def test_each_holder_of_an_office_owes_it_where_an_office_is_named(
    world: World, admin: Person
) -> None:
    await world.say(admin, "/duty 谈心谈话 每季度至少1次")
    await world.press(admin, "书记")
    await world.press(admin, "继续 ›")
    assert "由3人承担" in world.last(admin).text
    await world.press(admin, "确认")
    [made] = own_duties(world)
    assert made.audience.roles == ("secretary",)


async def test_confirm_pressed_twice_or_late_makes_one_duty(world: World, admin: Person) -> None:
    await world.say(admin, "/duty 安全自查 每月1号")
    await world.say(admin, "学校")
    shown = world.last(admin)
    data = next(one.data for row in shown.buttons for one in row if one.text == "确认")
    await world.press(admin, "确认", message=shown)
    query = world.stand_in.people.press_stale(admin, shown.message_id, data or "")
    await world.muduo.settle()
    answer = world.stand_in.callback_answers[query]
    assert answer is not None
    assert "已经处理过了" in answer.text
    assert len(own_duties(world)) == 1


async def test_trying_words_makes_nothing(world: World, admin: Person, scene: Organisation) -> None:
    await world.say(admin, "/duty try 每两周一次，周五下午2点")
    said = world.last(admin).text
    assert "每2周星期五" in said
    assert own_duties(world) == []
    person = scene.people["何静"]
    assert world.change(lambda s: drafts.find_open(s, person)) is None


@pytest.mark.parametrize(
    ("words", "says"),
    [
        ("任期届满前六个月和三个月", "任期届满前6个月，任期届满前3个月"),
        ("会议后3个工作日内", "会议后3个工作日内"),
        ("每周三下午2点到4点", "每周星期三 14:00，为期2小时"),
        ("每两个月至少一次", "每2个月至少1次"),
        ("每天9点和15点", "每天 09:00和15:00"),
    ],
)
async def test_trying_words_tells_what_they_mean(
    world: World, admin: Person, words: str, says: str
) -> None:
    assert says in (await world.say(admin, f"/duty try {words}")).text


async def test_a_photo_or_five_thousand_characters_do_not_end_the_dialogue(
    world: World, admin: Person
) -> None:
    await world.say(admin, "/duty 安全自查")
    await world.say(admin, "查" * 4000)
    await world.say(admin, "每月1号")
    assert "每月1日" in world.last(admin).text


async def test_an_english_administrator_changes_a_duty_for_what_is_open_too(
    world: World, scene: Organisation
) -> None:
    admin = world.give_phone(scene.people["何静"], "何静", language="en")
    await world.say(admin, "/duty Staff study, at least once a month")
    await world.say(admin, "every 学校")
    assert "Is this right?" in world.last(admin).text
    await world.press(admin, "Confirm")
    assert "In force" in world.last(admin).text
    await world.tick(minutes=1)
    await world.press(admin, "✏️ Change")
    await world.say(admin, "at least twice a month")
    await world.press(admin, "Also the open one")
    [changed] = own_duties(world)
    assert changed.cadence == Quota(per=PeriodKind.MONTH, at_least=2)
    owed = world.look(lambda s: obligations.find_many(s, [1]))
    assert owed[1].at_least == 2
