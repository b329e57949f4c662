"""Working days in words are those of the unit concerned, not those of the whole."""

from datetime import date

import pytest

from domain.own_day import OwnDays
from storage import duties, own_days
from tests.harness.scenes import Organisation, add_office
from tests.harness.two_districts import november
from tests.harness.world import World, at

FIRST, LAST = date(2026, 11, 23), date(2026, 11, 24)


def rest(world: World, scene: Organisation, unit: str) -> None:
    days = OwnDays(first_day=FIRST, last_day=LAST, name="停课")
    world.change(lambda s: own_days.replace(s, scene.units[unit], [days]))


@pytest.mark.parametrize(("unit", "day"), [("stone", "11月25日"), ("willow", "11月23日")])
async def test_the_next_working_day_of_an_activity_is_that_of_its_school(
    world: World, unit: str, day: str
) -> None:
    scene = await november(world)
    lin = world.give_phone(scene.people["林岚"], "林岚")
    rest(world, scene, unit)
    await world.move_to(at("2026-11-20 10:00"))
    shown = await world.say(lin, "/activity 下个工作日15:00 读书会 图书馆")
    assert day in shown.text


@pytest.mark.parametrize(("unit", "day"), [("stone", "11月25日"), ("willow", "11月23日")])
async def test_a_duty_of_one_school_goes_by_the_days_of_that_school(
    world: World, unit: str, day: str
) -> None:
    scene = await november(world)
    he = scene.people["何静"]
    top = scene.units["committee"]
    world.change(lambda s: add_office(s, he, top, role="administrator", now=world.clock()))
    phone = world.give_phone(he, "何静")
    rest(world, scene, unit)
    await world.move_to(at("2026-11-20 10:00"))
    await world.say(phone, "/duty 自查 每月5日 青石小学")
    await world.say(phone, "下个工作日前")
    assert day in world.last(phone).text
    assert len(world.look(duties.find_all)) == 1
