"""Leave: sudden ones are asked for afterwards, an officer decides, and reasons fade."""

import pytest
from sqlmodel import col, select

from domain.presence_rules import LeaveApproval, PresenceRules
from sandbox.chats import Message
from storage import presence_rules
from storage.tables.activities import ExpectedRow
from storage.tables.process import HistoryRow
from tests.harness.activities import School, hold, hold_from, labels, open_school, press_stale
from tests.harness.world import World, at

ILL = "v1:excuse:1-ill:0"


def settle(world: World, rules: PresenceRules) -> None:
    """The organisation has chosen."""
    world.change(lambda session: presence_rules.keep(session, rules))


def reasons(world: World) -> list[str | None]:
    """Every reason that is kept."""
    query = select(ExpectedRow.reason).where(col(ExpectedRow.reason).is_not(None))
    return world.look(lambda session: list(session.exec(query)))


async def held(school: School, language: str = "zh") -> Message:
    """The study was held, and Wang was not there; returns what he has of it."""
    card = await school.plan(language)
    await school.world.move_to(at("2026-11-27 16:00"))
    await hold(school.world, school.lin, card, language)
    return school.world.last(school.wang)


@pytest.mark.parametrize(
    ("language", "away", "reason", "asks", "grant", "granted"),
    [
        ("zh", "请假", "病假", "王渡补请假", "✅ 批准", "您的请假已批准"),
        ("en", "Can't come", "Ill", "王渡 asks for leave afterwards", "✅ Grant", "is granted"),
    ],
)
async def test_a_sudden_leave_is_written_within_a_week_and_granted(
    world: World, language: str, away: str, reason: str, asks: str, grant: str, granted: str
) -> None:
    school = await open_school(world, language)
    own = await held(school, language)
    await world.move_to(at("2026-12-04 20:00"))
    await world.press(school.wang, away, message=own)
    await world.press(school.wang, reason, message=own)
    assert school.states()["王渡"] == "absent"
    asked = world.last(school.lin)
    assert asks in asked.text
    assert reason in asked.text
    await world.press(school.lin, grant, message=asked)
    assert school.states()["王渡"] == "excused"
    assert granted in world.last(school.wang).text
    assert labels(asked) == []
    verbs = [row.verb for row in world.look(lambda s: s.exec(select(HistoryRow)).all())]
    assert "leave_granted" in verbs


async def test_after_a_week_it_is_too_late(world: World) -> None:
    school = await open_school(world)
    own = await held(school)
    await world.move_to(at("2026-12-05 00:01"))
    assert "活动已结束" in await press_stale(world, school.wang, own, ILL)
    assert school.states()["王渡"] == "absent"
    assert reasons(world) == []


@pytest.mark.parametrize(
    ("language", "decline", "said"),
    [("zh", "不批准", "未获批准"), ("en", "Decline", "is not granted")],
)
async def test_a_leave_that_is_declined_is_not_asked_for_again(
    world: World, language: str, decline: str, said: str
) -> None:
    school = await open_school(world, language)
    own = await held(school, language)
    await press_stale(world, school.wang, own, ILL)
    await world.press(school.lin, decline)
    assert said in world.last(school.wang).text
    await press_stale(world, school.wang, own, ILL)
    assert school.states()["王渡"] == "absent"
    assert len([m for m in world.messages(school.lin) if "leave_grant" in str(m.buttons)]) == 0


async def test_where_every_leave_is_granted_nobody_is_excused_before(world: World) -> None:
    school = await open_school(world)
    settle(world, PresenceRules(leave_approval=LeaveApproval.ALWAYS))
    card = await school.plan()
    invitation = world.last(school.wang)
    await press_stale(world, school.wang, invitation, ILL)
    assert school.states()["王渡"] == "expected"
    assert "等待负责人批准" in invitation.text
    await world.press(school.lin, "谁还没到", message=card)
    assert "王渡：请假待批" in card.text
    await world.press(school.lin, "🙋 王渡", message=card)
    await world.press(school.lin, "✅ 批准", message=card)
    assert school.states()["王渡"] == "excused"


async def test_a_leave_nobody_has_decided_about_can_be_withdrawn_or_granted_after_held(
    world: World,
) -> None:
    school = await open_school(world)
    settle(world, PresenceRules(leave_approval=LeaveApproval.ALWAYS))
    card = await school.plan()
    invitation = world.last(school.wang)
    await press_stale(world, school.wang, invitation, ILL)
    await world.press(school.wang, "↩️ 撤销", message=invitation)
    assert reasons(world) == []
    asked = world.last_with_button(school.lin, "谁还没到")
    await press_stale(world, school.lin, asked, "v1:leave_grant:1-5:0")
    assert school.states()["王渡"] == "expected"
    await press_stale(world, school.wang, invitation, ILL)
    await world.move_to(at("2026-11-27 16:00"))
    await press_stale(world, school.lin, card, "v1:hold:1:1")
    assert "1份请假" in card.text
    await hold_from(world, school.lin, card)
    assert school.states()["王渡"] == "absent"
    wang = school.scene.people["王渡"]
    await press_stale(world, school.lin, card, f"v1:leave_grant:1-{wang}:0")
    assert school.states()["王渡"] == "excused"


async def test_nobody_grants_his_own_leave_and_no_stranger_anybody_elses(world: World) -> None:
    school = await open_school(world)
    settle(world, PresenceRules(leave_approval=LeaveApproval.ALWAYS))
    card = await school.plan()
    people = school.scene.people
    await press_stale(world, school.lin, world.last(school.lin), ILL)
    await press_stale(world, school.lin, card, f"v1:leave_grant:1-{people['林岚']}:0")
    assert school.states()["林岚"] == "expected"
    await press_stale(world, school.wang, world.last(school.wang), ILL)
    chen = world.give_phone(people["陈帆"], "陈帆")
    other = await world.say(chen, "/activity")
    toast = await press_stale(world, chen, other, f"v1:leave_grant:1-{people['王渡']}:0")
    assert "不能" in toast
    assert school.states()["王渡"] == "expected"


async def test_whoever_comes_in_spite_of_his_leave_is_present(world: World) -> None:
    school = await open_school(world)
    settle(world, PresenceRules(leave_approval=LeaveApproval.ALWAYS))
    await school.plan()
    invitation = world.last(school.wang)
    await press_stale(world, school.wang, invitation, ILL)
    asked = world.last(school.lin)
    await world.move_to(at("2026-11-27 14:50"))
    await press_stale(world, school.wang, invitation, "v1:checkin:1:0")
    wang = school.scene.people["王渡"]
    await press_stale(world, school.lin, asked, f"v1:leave_grant:1-{wang}:0")
    assert school.states()["王渡"] == "present"
    assert reasons(world) == []


async def test_reasons_fade_and_the_leave_stays(world: World) -> None:
    school = await open_school(world)
    settle(world, PresenceRules(reasons_fade_after=30))
    own = await held(school)
    await press_stale(world, school.wang, own, ILL)
    asked = world.last(school.lin)
    await world.press(school.lin, "✅ 批准", message=asked)
    assert "病假" in asked.text
    await world.move_to(at("2026-12-27 06:00"))
    assert reasons(world) == ["ill"]
    await world.move_to(at("2026-12-28 08:00"))
    assert reasons(world) == []
    assert "病假" not in asked.text
    assert school.states()["王渡"] == "excused"
