"""Who was away is never absent; what an officer was sent ends with his office."""

import pytest
from sqlmodel import Session, col, update

from domain.presence_rules import LeaveApproval, PresenceRules
from storage import office_cards, presence_rules
from storage.tables.activities import ActivityRow
from storage.tables.organisation import OfficeRow, TimeGoneRow
from tests.harness.activities import School, hold, hold_from, open_school, press_stale
from tests.harness.presence import plan_with, shown
from tests.harness.scenes import add_person
from tests.harness.world import World, at


def end_office(world: World, school: School, name: str) -> None:
    """Somebody holds no office any more, as an import says it."""
    person, now = school.scene.people[name], world.clock()

    def work(session: Session) -> None:
        running = col(OfficeRow.person_id) == person
        session.execute(update(OfficeRow).where(running).values(ended_at=now))
        office_cards.look_again(session, [person], now=now)

    world.change(work)


@pytest.mark.parametrize(
    ("language", "ended"),
    [("zh", "您已不再负责青石小学"), ("en", "do not answer for 青石小学 any more")],
)
async def test_live_counts_guests_and_leaves_end_with_the_office(
    world: World, language: str, ended: str
) -> None:
    school = await open_school(world, language)
    rules = PresenceRules(leave_approval=LeaveApproval.ALWAYS)
    world.change(lambda session: presence_rules.keep(session, rules))
    card = await plan_with(school, "wall", language)
    await press_stale(world, school.wang, world.last(school.wang), "v1:excuse:1-ill:0")
    leave = world.last(school.lin)
    await world.move_to(at("2026-11-27 15:02"))
    await press_stale(world, school.lin, card, "v1:live:1:0")
    count = world.last(school.lin)
    committee, now = school.scene.units["committee"], world.clock()
    zhao = world.change(lambda s: add_person(s, "赵晴", committee, now=now))
    phone = world.give_phone(zhao, "赵晴")
    await world.say(phone, f"/start {shown(world).scan}")
    guest = world.last(school.lin)
    end_office(world, school, "林岚")
    await world.tick(seconds=10)
    for message in (leave, count, guest):
        assert ended in message.text
        assert not message.buttons
        assert "赵晴" not in message.text
        assert "王渡" not in message.text


@pytest.mark.parametrize("has_been_away", [True, False])
async def test_who_returned_is_not_absent_from_what_took_place_meanwhile(
    world: World, has_been_away: bool
) -> None:
    school = await open_school(world)
    card = await school.plan()
    if has_been_away:
        gone = TimeGoneRow(
            person_id=school.scene.people["王渡"],
            left_at=at("2026-11-26 09:00"),
            back_at=at("2026-11-28 09:00"),
        )
        world.change(lambda session: session.add(gone))
    await world.move_to(at("2026-11-27 16:00"))
    await press_stale(world, school.lin, card, "v1:hold:1:1")
    due = 2 if has_been_away else 3
    assert f"应到{due}" in card.text
    assert ("王渡" in card.text) is not has_been_away
    await hold_from(world, school.lin, card)
    assert f"应到{due}·签到0·迟到0·请假0·缺{due}" in card.text.replace(" ", "")
    own = (await world.say(school.wang, "/history")).text
    assert ("缺席1" in own.replace(" ", "")) is not has_been_away


async def test_an_activity_that_is_held_has_no_open_question(world: World) -> None:
    school = await open_school(world)
    card = await school.plan()
    await world.move_to(at("2026-11-27 16:00"))
    await hold(world, school.lin, card)
    await world.move_to(at("2026-11-27 20:30"))
    assert not [m for m in world.messages(school.lin) if "活动开了吗" in m.text]
    asked = world.look(lambda s: s.get_one(ActivityRow, 1).held_asked_at)
    assert asked is None
