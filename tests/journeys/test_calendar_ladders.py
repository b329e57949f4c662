"""Reminders follow the unit's own days: steps move off them, and grace is counted without them."""

from datetime import date

import pytest
from sqlmodel import col

from bot.calendar_seed import seed_calendar
from domain.act import Act, ActKind
from domain.audience import Audience
from domain.bilingual import Bilingual
from domain.cadence import OnDates
from domain.duty import Duty
from domain.ladder import ReminderPolicy
from domain.working_day import Shift
from sandbox.chats import Person
from storage import obligations
from storage.tables.duties import ObligationRow
from tests.harness.scenes import (
    Organisation,
    add_duty,
    add_person,
    add_unit,
    keep_duty,
    small_school_committee,
)
from tests.harness.world import World, at


@pytest.fixture
async def scene(world: World) -> Organisation:
    now = world.clock()
    found = world.change(lambda s: small_school_committee(s, now))
    await seed_calendar(world.muduo.runner, now)
    begins = date(2026, 11, 1)
    world.change(lambda s: add_duty(s, ActKind.ACTIVITY, owner_kinds=["学校"], begins_on=begins))
    return found


@pytest.fixture
def lin(world: World, scene: Organisation) -> Person:
    return world.give_phone(scene.people["林岚"], "林岚")


@pytest.fixture
def pine(world: World, scene: Organisation) -> Person:
    """The secretary of a school that has no days of its own."""
    now = world.clock()
    school = world.change(
        lambda s: add_unit(s, "雪松小学", "学校", parent=scene.units["committee"])
    )
    person = world.change(lambda s: add_person(s, "高远", school, roles=["secretary"], now=now))
    return world.give_phone(person, "高远")


def digests(world: World, phone: Person) -> list[date]:
    return [
        world.place.today(one.date) for one in world.messages(phone) if "待办提醒 ·" in one.text
    ]


async def play(world: World, month: int, first: int, last: int) -> None:
    for day in range(first, last + 1):
        for hour in ("07:35", "08:31"):
            if (instant := at(f"2026-{month}-{day:02} {hour}")) > world.clock():
                await world.move_to(instant)


async def test_a_week_off_in_the_middle_of_a_ladder_moves_its_steps_for_that_unit_alone(
    world: World, lin: Person, pine: Person
) -> None:
    await play(world, 11, 2, 23)
    await world.say(lin, "/calendar 2026-11-26..2026-12-02 休 停课")
    await play(world, 11, 23, 30)
    await play(world, 12, 1, 4)
    # The steps of 27 and 30 November move to the 25th; overdue begins on the first working day.
    assert digests(world, lin) == [
        date(2026, 11, 20),
        date(2026, 11, 25),
        date(2026, 12, 3),
        date(2026, 12, 4),
    ]
    assert digests(world, pine) == [
        date(2026, 11, 20),
        date(2026, 11, 27),
        date(2026, 11, 30),
        date(2026, 12, 1),
        date(2026, 12, 2),
        date(2026, 12, 4),
    ]


async def test_a_step_that_moves_to_the_very_day_of_the_change_is_told_that_day(
    world: World, lin: Person
) -> None:
    await play(world, 11, 2, 26)
    await world.say(lin, "/calendar 2026-11-27..2026-12-02 休 停课")
    await world.tick(minutes=1)
    told = [date(2026, 11, 20), date(2026, 11, 26)]
    assert digests(world, lin) == told
    await play(world, 11, 27, 30)
    assert digests(world, lin) == told


async def test_the_level_above_hears_of_each_school_after_its_own_grace(
    world: World, lin: Person, pine: Person, scene: Organisation
) -> None:
    zhou = world.give_phone(scene.people["周敏"], "周敏")
    await world.say(lin, "/calendar 2026-12-01..02 休 停课")
    await play(world, 11, 2, 30)
    await play(world, 12, 1, 9)
    told = {
        world.place.today(one.date): one.text
        for one in world.messages(zhou)
        if "下级情况" in one.text
    }
    assert sorted(told) == [date(2026, 12, 7), date(2026, 12, 9)]
    assert "雪松小学" in told[date(2026, 12, 7)]
    assert "青石小学" not in told[date(2026, 12, 7)]
    assert "青石小学" in told[date(2026, 12, 9)]


async def test_holidays_by_command_and_their_undo_move_the_steps_of_everybody(
    world: World, lin: Person, scene: Organisation
) -> None:
    admin = world.give_phone(scene.people["何静"], "何静")
    await play(world, 11, 2, 23)
    await world.say(admin, "/calendar 2026-11-26..30 休 临时放假")
    await world.press(admin, "确认")
    await world.press(admin, "撤销")
    await play(world, 11, 24, 26)
    assert digests(world, lin) == [date(2026, 11, 20)]
    await play(world, 11, 27, 27)
    assert digests(world, lin) == [date(2026, 11, 20), date(2026, 11, 27)]


async def test_the_preview_of_a_duty_says_which_dates_are_provisional(
    world: World, scene: Organisation
) -> None:
    admin = world.give_phone(scene.people["何静"], "何静")
    await world.move_to(at("2026-12-22 09:00"))
    await world.say(admin, "/duty")
    await world.press(admin, "1")
    shown = world.last(admin).text
    # The last days of December may still be turned round by the list of the next year.
    assert "🔔 12月28日星期一\n" in shown
    assert "🔔 12月30日星期三（暂定）" in shown
    assert "2027年1月21日星期四（暂定）" in shown


async def test_a_date_on_a_units_own_day_off_goes_to_that_units_next_working_day(
    world: World, lin: Person, pine: Person, scene: Organisation
) -> None:
    await world.say(lin, "/calendar 2026-11-26..27 休 停课")
    duty = Duty(
        id=0,
        code="last-thursday",
        name=Bilingual(zh="周四学习", en="Thursday study"),
        source=Bilingual(zh="来源", en="Source"),
        audience=Audience(kinds=("学校",)),
        acts=(Act(kind=ActKind.TICK, code="tick", name=Bilingual(zh="完成", en="Done")),),
        cadence=OnDates(
            rule="FREQ=MONTHLY;BYDAY=-1TH", anchor=date(2026, 11, 26), shift=Shift.AFTER
        ),
        begins_on=date(2026, 11, 2),
        policy=ReminderPolicy(),
    )
    duty_id = world.change(lambda s: keep_duty(s, duty))
    await world.move_to(at("2026-11-24 09:00"))
    owed = world.look(lambda s: obligations.find_where(s, col(ObligationRow.duty_id) == duty_id))
    assert {one.unit.name: one.last_day for one in owed} == {
        "青石小学": date(2026, 11, 30),
        "雪松小学": date(2026, 11, 26),
    }
    assert {one.period_key for one in owed} == {"2026-11-26"}
