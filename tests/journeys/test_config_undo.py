"""What is taken back is taken back as a whole, and a file may say as little as it likes."""

import pytest

from sandbox.chats import Person
from storage import configurations, duties, obligations
from tests.harness.scenes import Organisation, small_school_committee
from tests.harness.world import World
from tests.journeys.configuring import export, has_button, install_starter, send_config

STUDY = "{at_least: 1, per: month}"


@pytest.fixture
def scene(world: World) -> Organisation:
    now = world.clock()
    return world.change(lambda s: small_school_committee(s, now))


@pytest.fixture
def admin(world: World, scene: Organisation) -> Person:
    return world.give_phone(scene.people["何静"], "何静")


def open_quotas(world: World) -> dict[str, int]:
    [duty] = [one for one in world.look(duties.find_all) if "staff-study" in one.code]
    found = world.look(lambda s: obligations.find_many(s, range(1, 40)))
    return {one.period_key: one.at_least for one in found.values() if one.duty_id == duty.id}


async def test_undo_takes_what_is_open_back_where_it_had_followed(
    world: World, admin: Person
) -> None:
    await install_starter(world, admin)
    written = await export(world, admin)
    await send_config(world, admin, written.replace(STUDY, "{at_least: 2, per: month}"))
    await world.press(admin, "☐ 含进行中的1项")
    await world.press(admin, "确认")
    await world.press(admin, "撤销")
    assert "进行中的1项待办也按新规则" in world.last(admin).text
    await world.press(admin, "确认")
    assert open_quotas(world) == {"2026-11": 1}


async def test_a_file_with_settings_alone_leaves_the_plans_as_they_are(
    world: World, admin: Person
) -> None:
    await install_starter(world, admin)
    written = b"muduo: 1\nsettings:\n  second_administrator_above: 50\n"
    await world.say(admin, "/config")
    shown = await send_config(world, admin, written)
    assert "200 → 50" in shown.text
    assert "影响" not in shown.text
    await world.press(admin, "确认")
    assert world.look(configurations.load_settings).second_administrator_above == 50
    assert len(world.look(duties.find_all)) == 3


async def test_a_spreadsheet_in_this_dialogue_is_told_what_is_waited_for(
    world: World, admin: Person
) -> None:
    await world.say(admin, "/config")
    shown = await send_config(world, admin, b"PK\x03\x04", name="roster.xlsx")
    assert ".yaml" in shown.text


async def test_pressing_pause_twice_keeps_the_way_back(world: World, admin: Person) -> None:
    await install_starter(world, admin)
    await world.say(admin, "/duty")
    await world.press(admin, "1")
    await world.press(admin, "⏸ 暂停")
    shown = world.last(admin)
    for _ in range(2):
        world.stand_in.people.press(admin, shown.message_id, "是")
    await world.muduo.settle()
    assert has_button(world.last(admin), "撤销")
    await world.press(admin, "撤销")
    assert not world.look(duties.find_all)[0].is_paused
