"""A day off for a whole country is asked about first: for whom, what changes, and Confirm."""

from datetime import date

import pytest

from bot.calendar_seed import seed_calendar
from sandbox.chats import Person
from storage import calendar_days, units
from tests.harness.contact import press_forged
from tests.harness.scenes import Organisation, small_school_committee
from tests.harness.world import World
from tests.journeys.asking import buttons_of

DAY = date(2027, 3, 8)


@pytest.fixture
async def scene(world: World) -> Organisation:
    now = world.clock()
    found = world.change(lambda s: small_school_committee(s, now))
    await seed_calendar(world.muduo.runner, now)
    return found


@pytest.fixture
def admin(world: World, scene: Organisation) -> Person:
    return world.give_phone(scene.people["何静"], "何静")


def works(world: World, unit_id: int, day: date = DAY) -> bool:
    unit = world.look(lambda s: units.find(s, unit_id))
    assert unit is not None
    return world.look(lambda s: calendar_days.calendar_for(s, unit)).is_working_day(day)


async def test_nothing_changes_for_everybody_before_confirm(
    world: World, admin: Person, scene: Organisation
) -> None:
    before = world.look(calendar_days.load)
    shown = await world.say(admin, "/calendar 2027-03-06..08 休 妇女节")
    assert shown.text.startswith("要修改中国全体的日历吗？")
    assert "改为放假：2027年3月8日星期一" in shown.text
    assert world.look(calendar_days.load) == before
    await world.press(admin, "确认")
    assert "✅ 日历已修改：中国全体" in world.last(admin).text
    assert not works(world, scene.units["branch"])
    await world.press(admin, "撤销")
    assert works(world, scene.units["branch"])


async def test_a_name_instead_of_confirm_is_the_unit_that_was_meant(
    world: World, admin: Person, scene: Organisation
) -> None:
    question = await world.say(admin, "/calendar 2027-03-08 休 校庆")
    said = await world.say(admin, "青石小学")
    assert "✅ 日历已修改：青石小学及下级" in said.text
    assert not works(world, scene.units["branch"])
    assert works(world, scene.units["committee"])
    assert "已处理" in await world.press(admin, "确认", message=question)
    assert works(world, scene.units["committee"])


async def test_an_unknown_name_and_nonsense_leave_the_question_open(
    world: World, admin: Person, scene: Organisation
) -> None:
    question = await world.say(admin, "/calendar 2027-03-08 休")
    assert "只能修改自己负责的组织" in (await world.say(admin, "没有这个学校")).text
    assert "没有看懂" in (await world.say(admin, "2027-03-08 也许")).text
    assert works(world, scene.units["committee"])
    await world.press(admin, "确认", message=question)
    assert not works(world, scene.units["committee"])


async def test_pressed_twice_discarded_or_asked_anew_it_counts_once(
    world: World, admin: Person, scene: Organisation
) -> None:
    first = await world.say(admin, "/calendar 2027-03-08 休")
    second = await world.say(admin, "/calendar 2027-03-09 休")
    assert "已处理" in await world.press(admin, "确认", message=first)
    await world.press(admin, "放弃", message=second)
    assert "没有改动" in world.last(admin).text
    third = await world.say(admin, "/calendar 2027-03-10 休")
    data = third.buttons[0][0].data
    await world.press(admin, "确认", message=third)
    assert "已处理" in await press_forged(world, admin, str(data))
    assert works(world, scene.units["committee"])
    assert not works(world, scene.units["committee"], date(2027, 3, 10))


async def test_a_day_that_is_off_anyway_says_that_nothing_changes_by_it(
    world: World, admin: Person, scene: Organisation
) -> None:
    shown = await world.say(admin, "/calendar 2027-03-07 休 植树")
    assert "工作日没有变化" in shown.text
    assert buttons_of(shown) == ["确认", "放弃"]


async def test_a_secretary_is_not_asked_about_the_own_unit(
    world: World, scene: Organisation
) -> None:
    lin = world.give_phone(scene.people["林岚"], "林岚")
    assert "✅ 日历已修改" in (await world.say(lin, "/calendar 2027-03-08 休")).text


async def test_the_question_is_asked_in_english_too(world: World, scene: Organisation) -> None:
    admin = world.give_phone(scene.people["何静"], "何静", language="en")
    shown = await world.say(admin, "/calendar 2027-03-08 off Women's Day")
    assert shown.text.startswith("Change the calendar of everybody in China?")
    assert "Newly off: Mon 8 Mar 2027" in shown.text
    assert "send its name now" in shown.text
