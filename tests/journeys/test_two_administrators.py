"""Rosters and pauses that reach many people take two administrators as well."""

from datetime import date

import pytest
from sqlmodel import Session

from domain.act import ActKind
from domain.approval import ApprovalState
from domain.configuration import OrganisationSettings
from sandbox.chats import Message, Person
from storage import approvals, configurations, duties, rosters
from tests.harness.roster_files import roster_file, send_file
from tests.harness.scenes import (
    Organisation,
    add_duty,
    add_person,
    add_unit,
    small_school_committee,
)
from tests.harness.world import World, at
from tests.journeys.configuring import has_button

UNITS = [
    ("U-江畔教育局党委", "江畔教育局党委", "委员会", None, date(2022, 6, 30), 5),
    ("U-青石小学", "青石小学", "学校", "江畔教育局党委"),
]
NEWCOMERS = [(None, name, "青石小学") for name in ("赵麦", "钱谷", "吴稻", "郑豆")]


@pytest.fixture
def scene(world: World) -> Organisation:
    """Two are needed beyond three people; the duty reaches five schools."""
    now = world.clock()
    found = world.change(lambda s: small_school_committee(s, now))

    def fill(session: Session) -> None:
        for name in ("白桦", "柳溪", "石桥", "雪松"):
            add_unit(session, name, "学校", parent=found.units["committee"])
        add_duty(session, ActKind.TICK, owner_kinds=["学校"], begins_on=date(2026, 11, 1))
        configurations.keep_settings(session, OrganisationSettings(second_administrator_above=3))

    world.change(fill)
    return found


@pytest.fixture
async def admin(world: World, scene: Organisation) -> Person:
    await world.move_to(at("2026-11-02 09:00"))
    return world.give_phone(scene.people["何静"], "何静")


@pytest.fixture
def second(world: World, scene: Organisation, admin: Person) -> Person:
    now, top = world.clock(), scene.units["committee"]
    person = world.change(
        lambda s: add_person(s, "孙禾", top, roles=["administrator"], now=now, language="en")
    )
    return world.give_phone(person, "孙禾", language="en")


def names(world: World) -> set[str]:
    return {one.name for one in world.look(rosters.load_known).people}


def is_paused(world: World) -> bool:
    return world.look(duties.find_all)[0].is_paused


def state(world: World, number: int = 1) -> ApprovalState | None:
    found = world.look(lambda s: approvals.find(s, number))
    return found.state if found else None


async def press_pause(world: World, phone: Person, *, times: int = 1) -> Message:
    """Open the duty and pause it, in the reader's language."""
    await world.say(phone, "/duty")
    await world.press(phone, "1")
    is_chinese = has_button(world.last(phone), "⏸ 暂停")
    await world.press(phone, "⏸ 暂停" if is_chinese else "⏸ Pause")
    shown = world.last(phone)
    for _ in range(times):
        world.stand_in.people.press(phone, shown.message_id, "是" if is_chinese else "Yes")
    await world.muduo.settle()
    await world.tick(minutes=1)
    return world.last(phone)


async def test_a_large_roster_waits_and_the_second_one_takes_it_in(
    world: World, admin: Person, second: Person
) -> None:
    await send_file(world, admin, roster_file(UNITS, NEWCOMERS))
    await world.press(admin, "确认")
    if has_button(world.last(admin), "是"):
        await world.press(admin, "是")
    await world.tick(minutes=1)
    assert "已请孙禾确认" in world.last(admin).text
    card = world.last(second)
    assert "何静 asks for a second administrator" in card.text
    assert "+4 people" in card.text
    assert "赵麦" not in names(world)
    await world.press(second, "Confirm")
    assert {"赵麦", "郑豆"} <= names(world)
    await world.tick(minutes=1)
    assert "孙禾已确认，现已生效" in world.last(admin).text


async def test_a_small_roster_waits_for_nobody(world: World, admin: Person, second: Person) -> None:
    kept = [(f"P-{name}", name, "江畔教育局党委") for name in ("何静", "周敏", "孙禾")]
    await send_file(world, admin, roster_file(UNITS[:1], [*kept, (None, "赵麦", "江畔教育局党委")]))
    await world.press(admin, "确认")
    assert "赵麦" in names(world)


async def test_the_second_one_refuses_a_roster_and_nobody_joins(
    world: World, admin: Person, second: Person
) -> None:
    await send_file(world, second, roster_file(UNITS, NEWCOMERS))
    await world.press(second, "Confirm")
    if has_button(world.last(second), "Yes"):
        await world.press(second, "Yes")
    await world.tick(minutes=1)
    assert "a second administrator must confirm" in world.last(second).text
    assert "新增4人" in world.last(admin).text
    await world.press(admin, "放弃")
    await world.tick(minutes=1)
    assert "赵麦" not in names(world)
    assert "Discarded by 何静" in world.last(second).text


async def test_a_roster_that_is_another_one_by_then_is_not_taken_in(
    world: World, admin: Person, second: Person, scene: Organisation
) -> None:
    await send_file(world, admin, roster_file(UNITS, NEWCOMERS))
    await world.press(admin, "确认")
    if has_button(world.last(admin), "是"):
        await world.press(admin, "是")
    await world.tick(minutes=1)
    now, school = world.clock(), scene.units["school"]
    world.change(lambda s: add_person(s, "赵麦", school, now=now))
    await world.press(second, "Confirm")
    assert state(world) is ApprovalState.OUTDATED
    assert "郑豆" not in names(world)


async def test_moving_a_unit_reaches_everybody_below_it(
    world: World, admin: Person, second: Person, scene: Organisation
) -> None:
    now, school = world.clock(), scene.units["school"]
    world.change(lambda s: [add_person(s, f"教师{n}", school, now=now) for n in range(4)])
    units = [UNITS[0], (None, "东学区", "学区", "江畔教育局党委"), (*UNITS[1][:3], "东学区")]
    await send_file(world, admin, roster_file(units, []))
    await world.press(admin, "确认")
    assert "需要另一位管理员确认" in world.last(admin).text


async def test_a_pause_of_many_waits_and_pressing_twice_asks_once(
    world: World, admin: Person, second: Person
) -> None:
    waiting = await press_pause(world, admin, times=2)
    assert "已请孙禾确认" in waiting.text
    await press_pause(world, admin)
    assert state(world, 2) is None
    asked = [one for one in world.messages(second) if has_button(one, "Confirm")]
    assert len(asked) == 1
    assert "⏸ paused" in asked[0].text
    assert "Affects 5 units" in asked[0].text
    assert not is_paused(world)
    await world.press(second, "Confirm")
    assert is_paused(world)
    await world.tick(minutes=1)
    assert waiting.buttons == ()
    world.stand_in.people.press_stale(admin, waiting.message_id, "v1:approval_drop:1:0")
    await world.muduo.settle()
    assert is_paused(world)


async def test_resuming_for_many_waits_too_and_can_be_refused(
    world: World, admin: Person, second: Person
) -> None:
    await press_pause(world, second)
    await world.press(admin, "确认")
    assert is_paused(world)
    await world.say(second, "/duty")
    await world.press(second, "1")
    await world.press(second, "▶️ Resume")
    await world.tick(minutes=1)
    assert "a second administrator must confirm" in world.last(second).text
    assert "▶️ 恢复" in world.last(admin).text
    await world.press(admin, "放弃")
    await world.tick(minutes=1)
    assert is_paused(world)
    assert "Discarded by 何静" in world.last(second).text


@pytest.mark.parametrize(
    ("language", "hint"),
    [
        pytest.param("zh-hans", "请在 /roster 中把最上级组织的“管理员”职务", id="zh"),
        pytest.param("en", "Give somebody the office “administrator” of the top unit", id="en"),
    ],
)
async def test_alone_it_happens_at_once_and_is_told_how_to_find_a_second_one(
    world: World, admin: Person, scene: Organisation, language: str, hint: str
) -> None:
    admin.language_code = language
    shown = await press_pause(world, admin)
    assert is_paused(world)
    assert hint in shown.text.replace("\u2060", "")
    undo = "撤销" if language == "zh-hans" else "Undo"
    world.stand_in.people.press(admin, shown.message_id, undo)
    await world.muduo.settle()
    assert not is_paused(world)
