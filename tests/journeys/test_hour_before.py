"""An hour before it begins who has not answered is reminded; that message opens the check-in."""

import pytest
from sqlmodel import update

from domain.presence_rules import PresenceRules
from sandbox.chats import Message, Person
from storage import presence_rules
from storage.tables.activities import ActivityRow
from tests.harness.activities import CONFIRM, labels, open_school, press_stale
from tests.harness.world import World, at


def about(world: World, phone: Person, title: str = "政治学习") -> list[Message]:
    """What somebody has about the study."""
    return [one for one in world.messages(phone) if title in one.text]


@pytest.mark.parametrize(
    ("language", "title", "soon", "opened", "check_in", "cannot"),
    [
        ("zh", "政治学习", "活动即将开始", "签到已开放", "✅ 签到", "请假"),
        ("en", "Staff study", "It begins soon", "Check-in is open", "✅ Check in", "Can't come"),
    ],
)
async def test_an_hour_before_one_message_reminds_and_then_opens_the_check_in(
    world: World, language: str, title: str, soon: str, opened: str, check_in: str, cannot: str
) -> None:
    school = await open_school(world, language)
    await school.plan(language)
    await world.move_to(at("2026-11-27 13:59"))
    assert len(about(world, school.wang, title)) == 1
    for minute in ("14:00", "14:01", "14:29"):
        await world.move_to(at(f"2026-11-27 {minute}"))
    _, reminder = about(world, school.wang, title)
    assert soon in reminder.text
    assert check_in not in labels(reminder)
    assert cannot in labels(reminder)
    await world.move_to(at("2026-11-27 14:30"))
    assert len(about(world, school.wang, title)) == 2
    assert opened in reminder.text
    await world.press(school.wang, check_in, message=reminder)
    assert school.states()["王渡"] == "present"


async def test_who_has_answered_or_was_invited_lately_is_not_reminded(world: World) -> None:
    school = await open_school(world)
    await world.move_to(at("2026-11-27 13:30"))
    card = await world.say(school.lin, "/activity 15:00 政治学习 会议室")
    await world.press(school.lin, CONFIRM["zh"], message=card)
    await world.move_to(at("2026-11-27 14:00"))
    assert len(about(world, school.wang)) == 1
    await world.move_to(at("2026-11-27 14:30"))
    assert "✅ 签到" in labels(about(world, school.wang)[0])


async def test_whoever_said_that_he_cannot_come_is_left_alone(world: World) -> None:
    school = await open_school(world)
    await school.plan()
    await press_stale(world, school.wang, world.last(school.wang), "v1:excuse:1-ill:0")
    await world.move_to(at("2026-11-27 14:00"))
    await world.move_to(at("2026-11-27 14:30"))
    assert len(about(world, school.wang)) == 1


async def test_where_the_window_opens_an_hour_before_only_the_opening_is_told(world: World) -> None:
    rules = PresenceRules(opens_before=60)
    world.change(lambda session: presence_rules.keep(session, rules))
    school = await open_school(world)
    await school.plan()
    await world.move_to(at("2026-11-27 14:00"))
    await world.move_to(at("2026-11-27 14:31"))
    assert ["签到已开放" in one.text for one in about(world, school.wang)] == [False, True]


async def test_in_the_night_only_the_opening_is_told(world: World) -> None:
    school = await open_school(world)
    card = await world.say(school.lin, "/activity 11月27日 8:00 政治学习 会议室")
    await world.press(school.lin, CONFIRM["zh"], message=card)
    await world.move_to(at("2026-11-27 07:05"))
    assert len(about(world, school.wang)) == 1
    await world.move_to(at("2026-11-27 07:30"))
    assert len(about(world, school.wang)) == 2


async def test_what_is_given_another_time_is_reminded_of_anew(world: World) -> None:
    school = await open_school(world)
    await school.plan()
    await world.move_to(at("2026-11-27 14:00"))
    opened = await world.say(school.lin, "/activity")
    await press_stale(world, school.lin, opened, "v1:amend:1:1")
    shown = await world.say(school.lin, "11月28日 15:00")
    await world.press(school.lin, "确认", message=shown)
    await world.move_to(at("2026-11-28 14:00"))
    last = about(world, school.wang)[-1]
    assert "活动即将开始" in last.text
    assert "11月28日" in last.text


async def test_nobody_is_reminded_of_what_was_called_off(world: World) -> None:
    school = await open_school(world)
    await school.plan()
    off = update(ActivityRow).values(state="cancelled")
    world.change(lambda session: session.execute(off))
    await world.move_to(at("2026-11-27 14:00"))
    assert len(about(world, school.wang)) == 1
