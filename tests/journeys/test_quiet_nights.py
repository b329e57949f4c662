"""What can wait does not wake anybody: answers to leaves, and questions to officers."""

import pytest
from sqlmodel import update

from domain.presence_rules import LeaveApproval, PresenceRules
from sandbox.chats import Person
from storage import presence_rules
from storage.tables.organisation import PersonRow
from tests.harness.activities import labels, open_school, press_stale
from tests.harness.world import World, at


def answers(world: World, phone: Person) -> int:
    """How many messages said so that are no older ones brought up to date."""
    since = at("2026-11-26 20:00")
    found = [one for one in world.messages(phone) if one.date >= since]
    return sum("您的请假已批准" in one.text for one in found)


@pytest.mark.parametrize(
    ("decided", "is_told"),
    [("2026-11-27 23:30", False), ("2026-11-28 03:00", False), ("2026-11-28 09:00", True)],
)
async def test_the_answer_to_a_leave_comes_by_day(
    world: World, decided: str, is_told: bool
) -> None:
    school = await open_school(world)
    await school.plan()
    own = world.last(school.wang)
    await world.move_to(at("2026-11-27 16:00"))
    await press_stale(world, school.wang, own, "v1:excuse:1-ill:0")
    asked = world.last(school.lin)
    await world.move_to(at(decided))
    await world.press(school.lin, "✅ 批准", message=asked)
    assert answers(world, school.wang) == int(is_told)
    await world.move_to(at("2026-11-28 12:00"))
    assert answers(world, school.wang) == 1


async def test_the_answer_to_a_leave_comes_before_the_check_in_opens(world: World) -> None:
    school = await open_school(world)
    rules = PresenceRules(leave_approval=LeaveApproval.ALWAYS)
    world.change(lambda s: presence_rules.keep(s, rules))
    card = await world.say(school.lin, "/activity 11月27日 06:30 教职工政治学习 操场")
    assert labels(card), card.text
    await world.press(school.lin, "确认", message=card)
    await press_stale(world, school.wang, world.last(school.wang), "v1:excuse:1-ill:0")
    asked = world.last(school.lin)
    await world.move_to(at("2026-11-26 23:30"))
    await world.press(school.lin, "✅ 批准", message=asked)
    assert answers(world, school.wang) == 0
    await world.move_to(at("2026-11-27 06:00"))
    assert answers(world, school.wang) == 1


async def test_an_officer_who_sleeps_early_is_asked_in_the_morning(world: World) -> None:
    school = await open_school(world)
    early = {"waking_from_minute": 7 * 60, "waking_until_minute": 18 * 60}
    world.change(lambda s: s.execute(update(PersonRow).values(**early)))
    await school.plan()
    await world.move_to(at("2026-11-27 19:00"))
    assert not [m for m in world.messages(school.lin) if "活动开了吗" in m.text]
    await world.move_to(at("2026-11-28 08:30"))
    assert [m for m in world.messages(school.lin) if "活动开了吗" in m.text]


@pytest.mark.parametrize(
    ("back", "is_told"),
    [("2026-11-27 15:20", True), ("2026-11-27 19:00", True), ("2026-11-28 03:00", False)],
)
async def test_what_an_outage_has_cut_off_is_told_at_once_or_in_the_morning(
    world: World, back: str, is_told: bool
) -> None:
    school = await open_school(world)
    await school.plan()
    await world.move_to(at("2026-11-27 14:55"))
    world.clock.move_to(at(back))
    await world.restart()

    def told() -> bool:
        return any("签到已延长至" in one.text for one in world.messages(school.lin))

    await world.muduo.settle()
    assert told() is is_told
    await world.move_to(at("2026-11-28 09:00"))
    assert told()
