"""Administrators hear from November which holiday list is missing, until it is there."""

from datetime import date, timedelta

import pytest

from bot.calendar_seed import seed_calendar
from sandbox.chats import Person
from storage import people
from tests.harness.holiday_files import holiday_file
from tests.harness.roster_files import send_file
from tests.harness.scenes import Organisation, small_school_committee
from tests.harness.world import World, at
from tests.oracles.ledger_oracle import missing_lists


@pytest.fixture
async def scene(world: World) -> Organisation:
    now = world.clock()
    return world.change(lambda s: small_school_committee(s, now))


@pytest.fixture
def admin(world: World, scene: Organisation) -> Person:
    return world.give_phone(scene.people["何静"], "何静")


def warned_on(world: World, phone: Person) -> list[date]:
    """The days of the messages that speak of a missing list."""
    found = [one for one in world.messages(phone) if "放假安排尚未公布" in one.text]
    return [world.place.today(one.date) for one in found]


async def play(world: World, until: date) -> None:
    """Morning, digest hour and noon of each day."""
    day = world.place.today(world.clock())
    while day <= until:
        for hour in ("07:35", "08:30", "12:00"):
            if (instant := at(f"{day} {hour}")) > world.clock():
                await world.move_to(instant)
        day += timedelta(days=1)


async def test_the_warning_comes_once_a_week_in_the_digest_and_ends_with_the_list(
    world: World, admin: Person, scene: Organisation
) -> None:
    lin = world.give_phone(scene.people["林岚"], "林岚")
    await seed_calendar(world.muduo.runner, world.clock())
    await play(world, date(2026, 11, 17))
    mondays = [line.day for line in missing_lists()]
    assert warned_on(world, admin) == mondays[:3]
    assert "📅 中国2027年放假安排尚未公布" in world.last(admin).text
    assert "2026年放假" not in world.last(admin).text
    assert world.messages(lin) == []
    await send_file(world, admin, holiday_file(), name="2027.json")
    await world.press(admin, "确认")
    await play(world, date(2026, 12, 1))
    assert warned_on(world, admin) == mondays[:3]


async def test_a_list_that_arrives_between_morning_and_digest_silences_it(
    world: World, admin: Person
) -> None:
    await seed_calendar(world.muduo.runner, world.clock())
    await world.move_to(at("2026-11-02 07:35"))
    await send_file(world, admin, holiday_file(), name="2027.json")
    await world.press(admin, "确认")
    await world.move_to(at("2026-11-02 08:31"))
    assert warned_on(world, admin) == []


async def test_before_the_library_was_asked_nobody_is_warned(world: World, admin: Person) -> None:
    await world.move_to(at("2026-11-02 09:00"))
    assert world.messages(admin) == []


async def test_why_explains_the_warning(world: World, admin: Person) -> None:
    await seed_calendar(world.muduo.runner, world.clock())
    await world.move_to(at("2026-11-02 08:31"))
    assert "从11月起每周提醒管理员一次" in (await world.say(admin, "/why")).text


async def test_an_english_administrator_reads_it_in_english(
    world: World, scene: Organisation
) -> None:
    person = scene.people["何静"]
    admin = world.give_phone(person, "何静", language="en")
    world.change(lambda s: people.choose_language(s, person, "en"))
    await seed_calendar(world.muduo.runner, world.clock())
    await world.move_to(at("2026-11-02 08:31"))
    assert "China: the holiday list of 2027 is not published yet" in world.last(admin).text
