"""A calendar that many people live by takes two administrators, and so does a change in parts."""

from datetime import date

import pytest
from sqlmodel import Session, col, select

from bot.calendar_seed import seed_calendar
from domain.configuration import OrganisationSettings
from sandbox.chats import Message, Person
from storage import calendar_days, configurations, duties, units
from storage.tables.organisation import OfficeRow
from tests.harness.holiday_files import holiday_file
from tests.harness.roster_files import send_file
from tests.harness.scenes import (
    Organisation,
    add_office,
    add_person,
    add_unit,
    small_school_committee,
)
from tests.harness.world import World, at
from tests.journeys.configuring import has_button, send_config

DAY = date(2027, 3, 8)


@pytest.fixture
async def scene(world: World) -> Organisation:
    """Two are needed beyond five people."""
    await world.move_to(at("2026-11-02 09:00"))
    now = world.clock()
    found = world.change(lambda s: small_school_committee(s, now))
    await seed_calendar(world.muduo.runner, now)

    def fill(session: Session) -> None:
        for number in range(3):
            add_unit(session, f"学校{number}", "学校", parent=found.units["committee"])
        configurations.keep_settings(session, OrganisationSettings(second_administrator_above=5))
        for name in ("许多", "赵多", "冯多"):
            add_person(session, name, found.units["committee"], now=now)

    world.change(fill)
    return found


@pytest.fixture
async def admin(world: World, scene: Organisation) -> Person:
    phone = world.give_phone(scene.people["何静"], "何静")
    await world.tick(minutes=1)
    return phone


@pytest.fixture
async def second(world: World, scene: Organisation) -> Person:
    now, top = world.clock(), scene.units["committee"]
    person = world.change(
        lambda s: add_person(s, "孙禾", top, roles=["administrator"], now=now, language="en")
    )
    phone = world.give_phone(person, "孙禾", language="en")
    await world.tick(minutes=1)
    return phone


def works(world: World, unit_id: int, day: date = DAY) -> bool:
    unit = world.look(lambda s: units.find(s, unit_id))
    assert unit is not None
    return world.look(lambda s: calendar_days.calendar_for(s, unit)).is_working_day(day)


async def ask(world: World, admin: Person) -> Message:
    await world.say(admin, "/calendar 2027-03-08 休 妇女节")
    await world.press(admin, "确认")
    await world.tick(minutes=1)
    return world.last(admin)


async def test_a_day_off_for_everybody_holds_when_a_second_one_confirms(
    world: World, admin: Person, second: Person, scene: Organisation
) -> None:
    waiting = await ask(world, admin)
    assert "需要另一位管理员确认" in waiting.text
    assert works(world, scene.units["branch"])
    card = world.last(second)
    assert "Calendar, for everybody in China: what would change" in card.text
    assert "妇女节" in card.text
    await world.press(second, "Confirm")
    assert not works(world, scene.units["branch"])
    await world.tick(minutes=1)
    ended = [one.text for one in world.messages(admin) if "孙禾已确认" in one.text]
    assert ended
    assert all("日历：所有人" in one for one in ended)


async def test_discarded_it_leaves_every_day_as_it_was(
    world: World, admin: Person, second: Person, scene: Organisation
) -> None:
    before = world.look(calendar_days.load)
    await ask(world, admin)
    await world.press(second, "Discard")
    await world.tick(minutes=1)
    assert world.look(calendar_days.load) == before
    assert any("孙禾已放弃" in one.text for one in world.messages(admin))


async def test_days_changed_meanwhile_are_not_overwritten(
    world: World, admin: Person, second: Person, scene: Organisation
) -> None:
    await ask(world, admin)
    card = world.last(second)
    await world.say(second, "/calendar 2027-03-08 off Fair")
    await world.press(second, "Confirm")
    await world.tick(minutes=1)
    await world.press(admin, "确认")
    await world.press(second, "Confirm", message=card)
    assert "has changed since it was asked" in card.text
    assert not works(world, scene.units["branch"])


async def test_a_list_of_holidays_takes_two_as_well(
    world: World, admin: Person, second: Person
) -> None:
    before = world.look(calendar_days.load)
    await send_file(world, admin, holiday_file(), name="2027.json")
    await world.press(admin, "确认")
    assert "需要另一位管理员确认" in world.last(admin).text
    assert world.look(calendar_days.load) == before
    await world.tick(minutes=1)
    assert "2027" in world.last(second).text
    await world.press(second, "Confirm")
    assert world.look(calendar_days.load) != before


async def test_a_unit_with_few_people_is_changed_at_once(
    world: World, admin: Person, second: Person, scene: Organisation
) -> None:
    said = await world.say(admin, "/calendar 学校0: 2027-03-08 休")
    assert "✅ 日历已修改" in said.text


async def test_the_top_unit_by_its_name_is_everybody(
    world: World, admin: Person, second: Person, scene: Organisation
) -> None:
    said = await world.say(admin, "/calendar 江畔教育局党委: 2027-03-08 休")
    assert "需要另一位管理员确认" in said.text
    assert has_button(said, "放弃")
    assert works(world, scene.units["branch"])
    await world.tick(minutes=1)
    await world.press(second, "Confirm")
    assert not works(world, scene.units["branch"])


async def test_alone_an_administrator_changes_it_and_may_undo(
    world: World, admin: Person, scene: Organisation
) -> None:
    changed = await ask(world, admin)
    assert "✅ 日历已修改：中国全体" in changed.text
    assert not works(world, scene.units["branch"])


async def test_who_administers_no_longer_changes_nothing_for_everybody_though_he_stays_secretary(
    world: World, admin: Person, second: Person, scene: Organisation
) -> None:
    await ask(world, admin)

    def only_secretary(session: Session) -> None:
        he, top = scene.people["何静"], scene.units["committee"]
        for held in session.exec(select(OfficeRow).where(col(OfficeRow.person_id) == he)):
            held.ended_at = world.clock()
        add_office(session, he, top, role="secretary", now=world.clock())

    world.change(only_secretary)
    await world.press(second, "Confirm")
    assert works(world, scene.units["branch"])
    assert "Nothing was changed" in world.last(second).text


async def test_an_officer_takes_back_what_he_asked_for_his_own_units(
    world: World, second: Person, scene: Organisation
) -> None:
    zhou = world.give_phone(scene.people["周敏"], "周敏")
    said = await world.say(zhou, "/calendar 江畔教育局党委: 2027-03-08 休")
    assert "需要另一位管理员确认" in said.text
    await world.tick(minutes=1)
    card = world.last(second)
    await world.press(zhou, "放弃", message=said)
    await world.tick(minutes=1)
    assert not card.buttons
    assert works(world, scene.units["branch"])


async def test_a_calendar_by_file_reaches_the_same_people_as_in_words(
    world: World, admin: Person, second: Person
) -> None:
    def fill(session: Session) -> None:
        [school] = units.find_named(session, "学校0", within=["/"])
        for number in range(6):
            add_person(session, f"老师{number}", school.id, now=world.clock())

    world.change(fill)
    own = "own_days: [{first: 2027-03-08, last: 2027-03-08, name: 校庆}]"
    wanted = f"muduo: 1\nplans: {{}}\ncalendars:\n  U-学校0: {{{own}}}\n"
    await send_config(world, admin, wanted)
    await world.press(admin, "确认")
    assert "需要另一位管理员确认" in world.last(admin).text


async def make(world: World, phone: Person, line: str) -> str:
    await world.say(phone, f"/duty {line}")
    await world.press(phone, "确认")
    return world.last(phone).text


async def test_a_change_in_parts_is_counted_together(
    world: World, admin: Person, second: Person
) -> None:
    assert "已生效" in await make(world, admin, "自查甲 每月5日前 学校")
    waiting = await make(world, admin, "自查乙 每月5日前 何静、林岚、陈帆")
    assert "需要另一位管理员确认" in waiting
    assert len(world.look(duties.find_all)) == 1


async def test_the_same_people_again_are_not_counted_twice(
    world: World, admin: Person, second: Person
) -> None:
    for name in ("甲", "乙", "丙"):
        assert "已生效" in await make(world, admin, f"自查{name} 每月5日前 学校")
    assert len(world.look(duties.find_all)) == 3


async def test_after_a_day_the_count_begins_anew(
    world: World, admin: Person, second: Person
) -> None:
    assert "已生效" in await make(world, admin, "自查甲 每月5日前 学校")
    await world.tick(hours=25)
    assert "已生效" in await make(world, admin, "自查乙 每月5日前 何静、林岚、陈帆")
