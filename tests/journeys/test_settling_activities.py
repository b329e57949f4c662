"""The officer marks who came without a phone, says that it was held, or calls it off."""

import pytest
from sqlmodel import select

from storage.tables.process import HistoryRow
from tests.harness.activities import hold, hold_from, labels, open_school, press_stale
from tests.harness.scenes import add_person
from tests.harness.world import World, at


@pytest.mark.parametrize(
    ("language", "held", "early", "counts", "undo"),
    [
        ("zh", "✅ 已开", "活动还没有开始", "应到3 · 签到1 · 迟到0 · 请假0 · 缺2", "↩️ 撤销"),
        (
            "en",
            "✅ Held",
            "Not before it has begun",
            "Expected 3 · here 1 · late 0 · on leave 0 · missing 2",
            "↩️ Undo",
        ),
    ],
)
async def test_held_settles_what_is_owed_and_can_be_taken_back(
    world: World, language: str, held: str, early: str, counts: str, undo: str
) -> None:
    school = await open_school(world, language)
    card = await school.plan(language)
    assert early in await world.press(school.lin, held, message=card)
    await world.move_to(at("2026-11-27 15:05"))
    opening = world.last(school.wang)
    await press_stale(world, school.wang, opening, "v1:checkin:1:0")
    await world.move_to(at("2026-11-27 16:30"))
    await hold(world, school.lin, card, language)
    assert counts in card.text
    assert school.obligation() == ("done", 1)
    assert school.states() == {"林岚": "absent", "陈帆": "absent", "王渡": "present"}
    assert labels(opening) == []
    await world.press(school.lin, undo, message=card)
    assert school.obligation() == ("open", 0)
    assert school.states() == {"林岚": "expected", "陈帆": "expected", "王渡": "present"}
    assert held in labels(card)


async def test_held_can_be_taken_back_for_ten_minutes_only(world: World) -> None:
    school = await open_school(world)
    card = await school.plan()
    await world.move_to(at("2026-11-27 16:30"))
    await hold_from(world, school.lin, card)
    await world.move_to(at("2026-11-27 16:41"))
    await world.press(school.lin, "↩️ 撤销", message=card)
    assert school.obligation() == ("done", 1)
    assert "↩️ 撤销" not in labels(card)


async def test_held_pressed_twice_counts_once(world: World) -> None:
    school = await open_school(world)
    card = await school.plan()
    await world.move_to(at("2026-11-27 16:30"))
    for verb in ("hold", "held_topic", "held_title"):
        await press_stale(world, school.lin, card, f"v1:{verb}:1:1")
    done = next(b.data or "" for row in card.buttons for b in row if b.text == "✅ 完成")
    for _ in range(3):
        await press_stale(world, school.lin, card, done)
    assert school.obligation() == ("done", 1)


async def test_more_activities_than_needed_are_fine(world: World) -> None:
    school = await open_school(world)
    first = await school.plan()
    shown = await world.say(school.lin, "/activity 11月26日 15:00 教职工政治学习 会议室")
    await world.press(school.lin, "确认", message=shown)
    await world.move_to(at("2026-11-27 16:30"))
    await hold_from(world, school.lin, first)
    await hold_from(world, school.lin, shown, activity=2)
    assert school.obligation() == ("done", 2)
    await world.press(school.lin, "↩️ 撤销", message=shown)
    assert school.obligation() == ("done", 1)


async def test_what_was_held_in_time_and_recorded_late_still_counts(world: World) -> None:
    school = await open_school(world)
    card = await school.plan()
    await world.move_to(at("2026-12-03 09:00"))
    await hold_from(world, school.lin, card)
    assert school.obligation() == ("done", 1)


async def test_done_means_quiet(world: World) -> None:
    school = await open_school(world)
    card = await school.plan()
    await world.move_to(at("2026-11-27 16:30"))
    [digest] = [m for m in world.messages(school.lin) if "还有" in m.text]
    await hold_from(world, school.lin, card)
    assert "✅" in digest.text
    assert labels(digest) == []
    heard = len(world.messages(school.lin))
    await world.move_to(at("2026-11-30 12:00"))
    assert len(world.messages(school.lin)) == heard


async def test_held_by_mistake_before_the_digest_loses_no_reminder(world: World) -> None:
    school = await open_school(world)
    shown = await world.say(school.lin, "/activity 11月24日 15:00 教职工政治学习 会议室")
    await world.press(school.lin, "确认", message=shown)
    await world.move_to(at("2026-11-27 07:40"))
    await hold_from(world, school.lin, shown)
    await world.press(school.lin, "↩️ 撤销", message=shown)
    heard = len(world.messages(school.lin))
    await world.move_to(at("2026-11-27 08:30"))
    assert len(world.messages(school.lin)) == heard + 1
    assert "还有3天" in world.last(school.lin).text


@pytest.mark.parametrize(
    ("language", "off", "yes", "no", "cancelled"),
    [
        ("zh", "🚫 取消", "是", "否", "🚫 活动已取消。"),
        ("en", "🚫 Cancelled", "Yes", "No", "🚫 This activity is cancelled."),
    ],
)
async def test_a_cancelled_activity_says_so_on_what_was_sent(
    world: World, language: str, off: str, yes: str, no: str, cancelled: str
) -> None:
    school = await open_school(world, language)
    card = await school.plan(language)
    invitation = world.last(school.wang)
    await world.press(school.lin, off, message=card)
    await world.press(school.lin, no, message=card)
    assert off in labels(card)
    await world.press(school.lin, off, message=card)
    await world.press(school.lin, yes, message=card)
    assert cancelled in invitation.text
    # The calendar file takes it out of a calendar.
    assert [one for one in labels(invitation) if not one.startswith("📅")] == []
    # It can be planned once more.
    assert [one for one in labels(card) if not one.startswith("🔁")] == []
    toast = await press_stale(world, school.wang, invitation, "v1:checkin:1:0")
    assert toast == cancelled.removeprefix("🚫 ")
    await world.move_to(at("2026-11-27 14:30"))
    assert len(world.messages(school.wang)) == 1
    await press_stale(world, school.lin, card, "v1:held_title:1:2")
    assert [one for one in labels(card) if not one.startswith("🔁")] == []
    assert school.obligation() == ("open", 0)


async def test_an_invitation_that_still_waits_vanishes_with_the_activity(world: World) -> None:
    school = await open_school(world)
    await world.move_to(at("2026-11-25 22:00"))
    card = await school.plan()
    await press_stale(world, school.lin, card, "v1:call_off_yes:1:1")
    await world.move_to(at("2026-11-26 12:00"))
    assert world.messages(school.wang) == []


async def test_an_officer_marks_who_has_no_phone(world: World) -> None:
    school = await open_school(world)
    card = await school.plan()
    await world.press(school.lin, "✍️ 代签", message=card)
    assert labels(card)[0] == "📵 陈帆"
    assert "签到将于" in await world.press(school.lin, "📵 陈帆", message=card)
    await world.move_to(at("2026-11-27 15:30"))
    await world.press(school.lin, "📵 陈帆", message=card)
    assert school.states()["陈帆"] == "present"
    await world.press(school.lin, "✅ 陈帆", message=card)
    assert school.states()["陈帆"] == "expected"
    await world.press(school.lin, "⬜ 王渡", message=card)
    assert "已签到 15:30" in world.last(school.wang).text
    assert "↩️ 撤销" not in labels(world.last(school.wang))
    verbs = [row.verb for row in world.look(lambda s: s.exec(select(HistoryRow)).all())]
    assert verbs.count("marked") == 3


async def test_an_officer_can_add_who_joined_the_unit_later(world: World) -> None:
    school = await open_school(world)
    card = await school.plan()
    branch, now = school.scene.units["branch"], world.clock()
    sun = world.change(lambda s: add_person(s, "孙禾", branch, now=now))
    await world.move_to(at("2026-11-27 15:00"))
    await press_stale(world, school.lin, card, f"v1:mark:1-{sun}-here:1")
    assert school.states()["孙禾"] == "present"
    zhou = school.scene.people["周敏"]
    await press_stale(world, school.lin, card, f"v1:mark:1-{zhou}-here:1")
    assert "周敏" not in school.states()


async def test_many_names_come_in_pages(world: World) -> None:
    school = await open_school(world)
    branch, now = school.scene.units["branch"], world.clock()
    teachers = [f"教师{number:02}" for number in range(20)]
    world.change(lambda s: [add_person(s, name, branch, now=now) for name in teachers])
    card = await school.plan()
    await world.press(school.lin, "谁还没到", message=card)
    assert "23人未到" in card.text
    assert "1/3" in labels(card)
    await world.press(school.lin, "›", message=card)
    assert "2/3" in labels(card)
    assert card.text.count("📵") == 10


async def test_the_superior_may_look_and_settle(world: World) -> None:
    school = await open_school(world)
    await school.plan()
    zhou = world.give_phone(school.scene.people["周敏"], "周敏")
    await world.move_to(at("2026-11-27 16:00"))
    other = await world.say(zhou, "/status")
    await hold_from(world, zhou, other)
    assert school.obligation() == ("done", 1)
