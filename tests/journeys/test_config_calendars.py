"""Calendars of units go out with the configuration, come in with it, and are taken back."""

from datetime import date

import pytest

from domain.calendar_setup import CalendarSetup
from domain.own_day import OwnDays
from domain.school_term import SchoolTerm
from sandbox.chats import Person
from storage import calendar_setups
from tests.harness.scenes import Organisation, small_school_committee
from tests.harness.world import World
from tests.journeys.configuring import export, send_config

WRITTEN = """\
muduo: 1
plans: {}
calendars:
  U-青石小学:
    own_days:
    - {first: 2027-01-11, last: 2027-01-15, name: 考试周}
    - {first: 2027-01-16, works: true}
    terms:
    - {name: 春季学期, first: 2027-02-22, last: 2027-07-09}
"""
EXAMS = OwnDays(first_day=date(2027, 1, 11), last_day=date(2027, 1, 15), name="考试周")
SATURDAY = OwnDays(first_day=date(2027, 1, 16), last_day=date(2027, 1, 16), works=True)
SPRING = SchoolTerm(name="春季学期", first_day=date(2027, 2, 22), last_day=date(2027, 7, 9))
SET_UP = CalendarSetup(own_days=(EXAMS, SATURDAY), terms=(SPRING,))


@pytest.fixture
def scene(world: World) -> Organisation:
    now = world.clock()
    return world.change(lambda s: small_school_committee(s, now))


@pytest.fixture
def admin(world: World, scene: Organisation) -> Person:
    return world.give_phone(scene.people["何静"], "何静")


def school(world: World, scene: Organisation) -> CalendarSetup | None:
    unit = scene.units["school"]
    return world.look(lambda s: calendar_setups.find(s, [unit])).get(unit)


async def test_a_calendar_is_shown_first_and_holds_on_confirm(
    world: World, admin: Person, scene: Organisation
) -> None:
    shown = await send_config(world, admin, WRITTEN)
    assert "📅 U-青石小学" in shown.text
    assert "+ 2027年1月11日至15日 休息：考试周" in shown.text
    assert "+ 🎓 春季学期：2027年2月22日至7月9日" in shown.text
    assert "影响2个组织" in shown.text
    assert school(world, scene) is None
    await world.press(admin, "确认")
    assert school(world, scene) == SET_UP


async def test_what_went_out_comes_in_without_a_difference(
    world: World, admin: Person, scene: Organisation
) -> None:
    await send_config(world, admin, WRITTEN)
    await world.press(admin, "确认")
    written = await export(world, admin)
    assert "  U-青石小学:\n    own_days:\n    - {first: '2027-01-11', last: '2027-01-15'" in written
    assert "什么都没有改动" in (await send_config(world, admin, written)).text
    await send_config(world, admin, written.replace("    terms:", "    country: DE\n    terms:"))
    assert "+ 国家：德国" in world.last(admin).text
    await world.press(admin, "确认")
    assert (found := school(world, scene)) is not None
    assert found.country == "DE"


async def test_history_takes_a_calendar_back(
    world: World, admin: Person, scene: Organisation
) -> None:
    await send_config(world, admin, WRITTEN)
    await world.press(admin, "确认")
    assert "📅 1" in (await world.say(admin, "/config history")).text
    await world.press(admin, "撤销 1")
    assert "− 🎓 春季学期" in world.last(admin).text
    await world.press(admin, "确认")
    assert school(world, scene) is None


async def test_a_unit_that_is_not_named_keeps_what_it_has_set(
    world: World, scene: Organisation
) -> None:
    admin = world.give_phone(scene.people["何静"], "何静", language="en")
    await send_config(world, admin, WRITTEN)
    await world.press(admin, "Confirm")
    other = "muduo: 1\nplans: {}\ncalendars:\n  U-江畔教育局党委: {country: CN}\n"
    shown = await send_config(world, admin, other)
    assert "+ Country: China" in shown.text
    assert "Affects 3 units" in shown.text
    await world.press(admin, "Confirm")
    assert school(world, scene) == SET_UP


@pytest.mark.parametrize(
    ("right", "wrong", "line", "why"),
    [
        ("last: 2027-01-15", "last: 2027-01-10", 6, "写法不对"),
        ("last: 2027-01-15", "last: 2027-02-31", 6, "写法不对"),
        ("last: 2027-01-15", "last: 2028-01-15", 6, "超出了允许的范围"),
        ("first: 2027-01-16", "first: 2027-01-12", 7, "重复"),
        ("first: 2027-01-16", "frist: 2027-01-16", 7, "frist"),
        ("last: 2027-07-09", "last: 2028-07-09", 9, "超出了允许的范围"),
        ("  U-青石小学:", "  U-没有:", 4, "U-没有"),
        ("    terms:", "    country: XX\n    terms:", 8, "XX"),
    ],
)
async def test_a_broken_calendar_is_refused_with_its_line(
    world: World,
    admin: Person,
    scene: Organisation,
    right: str,
    wrong: str,
    line: int,
    why: str,
) -> None:
    answer = (await send_config(world, admin, WRITTEN.replace(right, wrong, 1))).text
    assert f"第{line}行" in answer
    assert why in answer
    assert school(world, scene) is None
