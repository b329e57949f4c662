"""Whoever takes an office gets the packet; whoever had it loses his menus the same minute."""

from datetime import date

import pytest

from domain.act import ActKind
from sandbox.chats import Person
from tests.harness.roster_files import roster_file, send_file
from tests.harness.scenes import Organisation, add_duty, small_school_committee
from tests.harness.world import World, at
from tests.journeys.reporting import press_stale
from tests.journeys.test_help import menu_of
from tests.journeys.test_rosters import PEOPLE, UNITS

TAKEN_OVER = [
    *PEOPLE[:3],
    ("P-陈帆", "陈帆", "青石小学第一支部"),
    ("P-王渡", "王渡", "青石小学第一支部", "书记"),
]


@pytest.fixture
async def scene(world: World) -> Organisation:
    """A branch that owes a study each month and holds its secretary since spring."""
    now = world.clock()
    made = world.change(lambda s: small_school_committee(s, now))
    world.change(
        lambda s: add_duty(s, ActKind.ACTIVITY, owner_kinds=["支部"], begins_on=date(2026, 9, 1))
    )
    await world.move_to(at("2026-11-20 10:00"))
    return made


async def hand_over(world: World, scene: Organisation, *, language: str | None = None) -> Person:
    """The roster names 王渡 as secretary in the place of 陈帆."""
    admin = world.give_phone(scene.people["何静"], "何静")
    rows = [*TAKEN_OVER[:4], (*TAKEN_OVER[4], None, None, language)]
    await world.say(admin, "/roster")
    await send_file(world, admin, roster_file(UNITS, rows))
    await world.press(admin, "确认")
    return admin


@pytest.mark.parametrize("language", ["中文", "英文"])
async def test_the_new_secretary_gets_one_message_with_everything(
    world: World, scene: Organisation, language: str
) -> None:
    wang = world.give_phone(scene.people["王渡"], "王渡")
    world.give_phone(scene.people["陈帆"], "陈帆")
    await hand_over(world, scene, language=language)
    packet = world.last(wang)
    is_chinese = language == "中文"
    said = (
        (
            "青石小学第一支部书记，任期至2027年5月20日",
            "现有待办：2项",
            "60天内将到：1项",
            "前任：陈帆",
        )
        if is_chinese
        else ("Secretary, until Thu 20 May 2027", "Open now: 2", "60 days: 1", "Before you: 陈帆")
    )
    for words in said:
        assert words in packet.text
    await world.press(wang, "未来60天" if is_chinese else "Next 60 days")
    assert ("12月31日" if is_chinese else "31 Dec") in packet.text
    await world.press(wang, "返回交接包" if is_chinese else "The packet")
    await world.press(wang, "现有待办" if is_chinese else "Open now")
    assert ("教职工政治学习" if is_chinese else "Staff study") in packet.text
    heard = len(world.messages(wang))
    await world.restart()
    await world.tick(hours=1)
    assert len(world.messages(wang)) == heard


async def test_the_predecessors_menu_goes_and_his_packet_opens_nothing(
    world: World, scene: Organisation
) -> None:
    chen = world.give_phone(scene.people["陈帆"], "陈帆")
    wang = world.give_phone(scene.people["王渡"], "王渡")
    await world.tick(seconds=1)
    before = menu_of(world, chen), menu_of(world, wang)
    assert ("terms" in before[0], "terms" in before[1]) == (True, False)
    minute = world.clock().replace(second=0, microsecond=0)
    await hand_over(world, scene)
    assert ("terms" in menu_of(world, chen), "terms" in menu_of(world, wang)) == (False, True)
    assert world.clock().replace(second=0, microsecond=0) == minute
    for data in ("handover:1:0", "handover_part:1-open:1", "handover_part:1-nonsense:1"):
        assert await press_stale(world, chen, f"v1:{data}") == "这个按钮您不能使用。"


async def test_who_is_connected_later_gets_the_packet_then(
    world: World, scene: Organisation
) -> None:
    await hand_over(world, scene)
    await world.tick(hours=2)
    wang = world.give_phone(scene.people["王渡"], "王渡")
    await world.tick(minutes=1)
    assert "前任：陈帆" in world.last(wang).text


async def test_at_night_the_packet_waits_for_the_morning(world: World, scene: Organisation) -> None:
    wang = world.give_phone(scene.people["王渡"], "王渡")
    await world.move_to(at("2026-11-20 22:30"))
    await hand_over(world, scene)
    assert world.messages(wang) == []
    await world.move_to(at("2026-11-21 07:30"))
    assert "您已任职" in world.last(wang).text
