"""What reaches many people takes two administrators: one asks, another one confirms."""

import pytest
from sqlmodel import Session

from domain.approval import ApprovalState
from sandbox.chats import Message, Person
from storage import approvals, duties
from storage.tables.organisation import OfficeRow
from tests.harness.scenes import Organisation, add_person, add_unit, small_school_committee
from tests.harness.world import World, at
from tests.journeys.configuring import export, has_button, install_starter, send_config

STUDY = "{at_least: 1, per: month}"
LIMIT = "second_administrator_above: 200"


@pytest.fixture
def scene(world: World) -> Organisation:
    """Four schools, and two who administer the whole; one of a part."""
    now = world.clock()
    found = world.change(lambda s: small_school_committee(s, now))
    committee = found.units["committee"]
    world.change(
        lambda s: [add_unit(s, name, "学校", parent=committee) for name in ("白桦", "柳溪", "石桥")]
    )
    second = world.change(
        lambda s: add_person(s, "孙禾", committee, roles=["administrator"], now=now, language="en")
    )
    part = world.change(
        lambda s: add_person(s, "田野", found.units["school"], roles=["administrator"], now=now)
    )
    return Organisation(units=found.units, people=found.people | {"孙禾": second, "田野": part})


@pytest.fixture
def admin(world: World, scene: Organisation) -> Person:
    return world.give_phone(scene.people["何静"], "何静")


@pytest.fixture
def second(world: World, scene: Organisation) -> Person:
    return world.give_phone(scene.people["孙禾"], "孙禾", language="en")


async def low_limit(world: World, admin: Person) -> str:
    """Install the starter and let two be needed beyond three people; the export as it is then."""
    await world.move_to(at("2026-11-02 09:00"))
    await install_starter(world, admin)
    written = await export(world, admin)
    await send_config(world, admin, written.replace(LIMIT, "second_administrator_above: 3"))
    await world.press(admin, "确认")
    return await export(world, admin)


async def ask(world: World, admin: Person) -> Message:
    """Let the four schools study twice a month."""
    written = await low_limit(world, admin)
    await send_config(world, admin, written.replace(STUDY, "{at_least: 2, per: month}"))
    await world.press(admin, "确认")
    await world.tick(minutes=1)
    return world.last(admin)


def at_least(world: World) -> int:
    return world.look(duties.find_all)[0].at_least


def state(world: World) -> ApprovalState:
    found = world.look(lambda s: approvals.find(s, 1))
    assert found is not None
    return found.state


async def test_the_second_one_confirms_and_both_know(
    world: World, admin: Person, second: Person
) -> None:
    waiting = await ask(world, admin)
    assert "需要另一位管理员确认" in waiting.text
    assert "已请孙禾确认" in waiting.text
    card = world.last(second)
    assert "何静 asks for a second administrator" in card.text
    assert "1 changed" in card.text
    assert "Affects 4 units" in card.text
    assert "at least 2 activities per month" in card.text
    assert at_least(world) == 1
    await world.press(second, "Confirm")
    assert at_least(world) == 2
    assert "Confirmed by 孙禾" in card.text
    assert not has_button(card, "Confirm")
    await world.tick(minutes=1)
    assert "孙禾已确认，现已生效" in world.last(admin).text
    assert "文件 · 何静 ✏️ 1" in (await world.say(admin, "/config history")).text


async def test_the_second_one_discards_and_nothing_changes(
    world: World, admin: Person, second: Person
) -> None:
    await ask(world, admin)
    await world.press(second, "Discard")
    await world.tick(minutes=1)
    assert at_least(world) == 1
    assert "孙禾已放弃" in world.last(admin).text


async def test_whoever_asked_cannot_confirm_and_may_take_it_back(
    world: World, admin: Person, second: Person
) -> None:
    waiting = await ask(world, admin)
    toast_of = world.stand_in.people.press_stale(admin, waiting.message_id, "v1:approval_ok:1:0")
    await world.muduo.settle()
    answer = world.stand_in.callback_answers[toast_of]
    assert answer is not None
    assert "另一位管理员" in answer.text
    assert at_least(world) == 1
    await world.press(admin, "放弃", message=waiting)
    await world.tick(minutes=1)
    assert state(world) is ApprovalState.DISCARDED
    assert not has_button(world.messages(second)[0], "Confirm")
    assert "Discarded by 何静" in world.messages(second)[0].text


async def test_members_and_administrators_of_a_part_cannot_confirm(
    world: World, admin: Person, second: Person, scene: Organisation
) -> None:
    await ask(world, admin)
    part = world.give_phone(scene.people["田野"], "田野")
    member = world.give_phone(scene.people["王渡"], "王渡")
    assert world.stand_in.messages(part.id) == []
    for phone in (part, member):
        await world.say(phone, "/help")
        for data in ("v1:approval_ok:1:0", "v1:approval_drop:1:0", "v1:approval_ok:99:0"):
            world.stand_in.people.press_stale(phone, world.last(phone).message_id, data)
    await world.muduo.settle()
    assert (at_least(world), state(world)) == (1, ApprovalState.WAITING)


async def test_it_lapses_after_three_days_and_both_are_told(
    world: World, admin: Person, second: Person
) -> None:
    await ask(world, admin)
    await world.tick(days=3, hours=1)
    await world.tick(hours=12)
    assert state(world) is ApprovalState.EXPIRED
    assert any("三天无人确认，已失效" in one.text for one in world.messages(admin))
    told = [one.text for one in world.messages(second) if "Lapsed after three days" in one.text]
    assert len(told) == 2
    assert not any(has_button(one, "Confirm") for one in world.messages(second))
    card = world.messages(second)[0]
    world.stand_in.people.press_stale(second, card.message_id, "v1:approval_ok:1:0")
    await world.muduo.settle()
    assert at_least(world) == 1


async def test_pressing_twice_applies_once(world: World, admin: Person, second: Person) -> None:
    await ask(world, admin)
    card = world.last(second)
    for _ in range(2):
        world.stand_in.people.press(second, card.message_id, "Confirm")
    await world.muduo.settle()
    assert world.look(duties.find_all)[0].version == 2


async def test_what_was_changed_meanwhile_is_not_applied(
    world: World, admin: Person, second: Person
) -> None:
    await ask(world, admin)
    [duty, *_] = world.look(duties.find_all)
    world.change(lambda s: duties.pause(s, duty.id, now=world.clock()))
    await world.press(second, "Confirm")
    assert "The set-up has changed since it was asked" in world.last(second).text
    assert (at_least(world), state(world)) == (1, ApprovalState.OUTDATED)


async def test_a_change_by_somebody_who_lost_his_office_is_not_applied(
    world: World, admin: Person, second: Person, scene: Organisation
) -> None:
    await ask(world, admin)

    def end_office(session: Session) -> None:
        session.get_one(OfficeRow, 1).ended_at = world.clock()

    world.change(end_office)
    await world.press(second, "Confirm")
    assert (at_least(world), state(world)) == (1, ApprovalState.OUTDATED)


async def test_raising_the_limit_itself_takes_two(
    world: World, admin: Person, second: Person
) -> None:
    written = await low_limit(world, admin)
    raised = written.replace("second_administrator_above: 3", "second_administrator_above: 9999")
    await send_config(world, admin, raised)
    await world.press(admin, "确认")
    await world.tick(minutes=1)
    assert "需要另一位管理员确认" in world.last(admin).text
    assert "3 → 9999 people" in world.last(second).text


async def test_alone_one_administrator_is_enough(world: World, admin: Person) -> None:
    written = await low_limit(world, admin)
    await send_config(world, admin, written.replace(STUDY, "{at_least: 2, per: month}"))
    await world.press(admin, "确认")
    assert at_least(world) == 2


async def test_a_large_plan_waits_for_the_second_one_too(
    world: World, admin: Person, second: Person
) -> None:
    await low_limit(world, admin)
    await world.say(admin, "/preset association")
    await world.press(admin, "☐ 学校 4")
    while has_button(world.last(admin), "下一步 ›"):
        await world.press(admin, "下一步 ›")
    await world.press(admin, "确认")
    await world.tick(minutes=1)
    assert "需要另一位管理员确认" in world.last(admin).text
    assert len(world.look(duties.find_all)) == 3
    assert "New plan: Association" in world.last(second).text
    await world.press(second, "Confirm")
    assert len(world.look(duties.find_all)) > 10


async def test_nobody_is_asked_at_night(world: World, admin: Person, second: Person) -> None:
    written = await low_limit(world, admin)
    await world.move_to(at("2026-11-02 22:30"))
    before = len(world.messages(second))
    await send_config(world, admin, written.replace(STUDY, "{at_least: 2, per: month}"))
    await world.press(admin, "确认")
    await world.tick(minutes=5)
    assert len(world.messages(second)) == before
    await world.move_to(at("2026-11-03 07:31"))
    assert "asks for a second administrator" in world.last(second).text


async def test_a_duty_made_in_words_waits_for_the_second_one_too(
    world: World, admin: Person, second: Person
) -> None:
    await low_limit(world, admin)
    before = len(world.look(duties.find_all))
    await world.say(admin, "/duty 安全自查 每季度至少1次")
    await world.say(admin, "学校")
    await world.press(admin, "确认")
    assert "已请孙禾确认" in world.last(admin).text
    assert len(world.look(duties.find_all)) == before
    await world.tick(minutes=1)
    await world.press(second, "Confirm")
    assert world.look(duties.find_all)[-1].name.zh == "安全自查"
