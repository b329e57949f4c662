"""Administrators see a duty with what follows from it, and pause and resume it."""

from datetime import date

import pytest

from domain.act import ActKind
from sandbox.chats import Person
from sandbox.faults import Fault
from storage import duties, duty_pauses, obligations
from tests.harness.scenes import Organisation, add_duty, small_school_committee
from tests.harness.world import World, at


@pytest.fixture
def scene(world: World) -> Organisation:
    now = world.clock()
    found = world.change(lambda s: small_school_committee(s, now))
    world.change(
        lambda s: add_duty(s, ActKind.ACTIVITY, owner_kinds=["学校"], begins_on=date(2026, 11, 1))
    )
    return found


@pytest.fixture
def admin(world: World, scene: Organisation) -> Person:
    return world.give_phone(scene.people["何静"], "何静")


async def test_a_duty_is_shown_with_its_dates_owners_sample_and_budget(
    world: World, admin: Person
) -> None:
    await world.tick(minutes=1)
    assert "教职工政治学习：1个组织" in (await world.say(admin, "任务")).text
    await world.press(admin, "1")
    shown = world.last(admin).text
    assert "学校：每月至少1次活动" in shown
    assert "1个组织承担：青石小学" in shown
    # 20 November is a Friday; the 27th, the 29th's working day; the year is not seeded here.
    assert "🔔 11月20日星期五（暂定）" in shown
    assert "🔔 11月27日星期五" in shown
    assert "⏰ 11月30日星期一：截止" in shown
    assert "依据：来源" in shown
    assert "每位书记平均每月约收到" in shown


async def test_an_english_reader_sees_the_same_in_english(
    world: World, scene: Organisation
) -> None:
    admin = world.give_phone(scene.people["何静"], "何静", language="en")
    await world.say(admin, "/duty")
    await world.press(admin, "1")
    assert "at least 1 activity per month" in world.last(admin).text


async def test_the_sample_goes_to_the_one_who_asks_and_has_no_buttons(
    world: World, admin: Person, scene: Organisation
) -> None:
    lin = world.give_phone(scene.people["林岚"], "林岚")
    await world.say(admin, "/duty")
    await world.press(admin, "1")
    await world.press(admin, "只给我发样例")
    assert "不产生待办" in world.last(admin).text
    assert world.last(admin).buttons == ()
    assert world.messages(lin) == []


async def test_a_paused_duty_reminds_nobody_and_resumes_without_a_burst(
    world: World, admin: Person, scene: Organisation
) -> None:
    lin = world.give_phone(scene.people["林岚"], "林岚")
    await world.tick(minutes=1)
    await world.say(admin, "/duty")
    await world.press(admin, "1")
    await world.press(admin, "⏸ 暂停")
    assert "1项待办保持不变" in world.last(admin).text
    await world.press(admin, "是")
    assert "已暂停" in world.last(admin).text
    assert "接下来的日期" not in world.last(admin).text
    for day in (20, 27, 30):
        await world.move_to(at(f"2026-11-{day} 09:00"))
    await world.move_to(at("2026-12-02 09:00"))
    assert world.messages(lin) == []
    await world.press(admin, "▶️ 恢复")
    await world.tick(minutes=5)
    assert world.messages(lin) == []
    todo = await world.say(lin, "/todo")
    assert "2项待办" in todo.text
    heard = len(world.messages(lin))
    await world.move_to(at("2026-12-04 09:00"))
    assert len(world.messages(lin)) == heard + 1


async def test_a_pause_is_undone_within_a_minute_as_if_it_had_not_been(
    world: World, admin: Person, scene: Organisation
) -> None:
    lin = world.give_phone(scene.people["林岚"], "林岚")
    await world.move_to(at("2026-11-20 08:00"))
    before = world.look(duties.find_all)
    await world.say(admin, "/duty")
    await world.press(admin, "1")
    await world.press(admin, "⏸ 暂停")
    await world.press(admin, "是")
    await world.press(admin, "撤销")
    assert [one.begins_on for one in world.look(duties.find_all)] == [
        one.begins_on for one in before
    ]
    assert not world.look(duties.find_all)[0].is_paused
    await world.move_to(at("2026-11-20 08:31"))
    assert "教职工政治学习" in world.last(lin).text


async def test_undo_after_a_minute_and_pressing_twice_change_nothing(
    world: World, admin: Person
) -> None:
    await world.tick(minutes=1)
    await world.say(admin, "/duty")
    await world.press(admin, "1")
    await world.press(admin, "⏸ 暂停")
    message = world.last(admin)
    for _ in range(2):
        query = world.stand_in.people.press(admin, message.message_id, "是")
    await world.muduo.settle()
    answer = world.stand_in.callback_answers[query]
    assert answer is not None
    assert "已经是这样了" in answer.text
    world.clock.advance(seconds=61)
    world.stand_in.people.press_stale(admin, message.message_id, "v1:duty_undo:1:0")
    await world.muduo.settle()
    assert world.look(duties.find_all)[0].is_paused


async def test_a_member_and_a_made_up_duty_get_nothing(
    world: World, admin: Person, scene: Organisation
) -> None:
    member = world.give_phone(scene.people["王渡"], "王渡")
    assert "/duty" not in (await world.say(member, "/duty")).text
    message = await world.say(admin, "/duty")
    for phone, data in (
        (member, "v1:duty_pause:1:0"),
        (admin, "v1:duty_pause:99:0"),
        (admin, "v1:duty:abc:0"),
    ):
        world.stand_in.people.press_stale(phone, message.message_id, data)
    await world.muduo.settle()
    assert not world.look(duties.find_all)[0].is_paused
    assert world.look(obligations.find_next_look) is not None


async def test_a_digest_that_could_not_leave_before_a_pause_asks_for_nothing(
    world: World, admin: Person, scene: Organisation
) -> None:
    lin = world.give_phone(scene.people["林岚"], "林岚")
    world.stand_in.faults.add(Fault(method="sendMessage", kind="refuse", times=99, chat_id=lin.id))
    await world.move_to(at("2026-11-20 08:30"))
    world.change(lambda s: duties.pause(s, 1, now=world.clock()))
    world.change(lambda s: duty_pauses.still(s, 1))
    world.stand_in.faults.clear()
    await world.tick(hours=1)
    await world.move_to(at("2026-11-21 12:00"))
    assert world.messages(lin) == []
