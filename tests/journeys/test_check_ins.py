"""A member checks in, says that he cannot come, and takes it back; each for himself."""

import pytest

from actions import outages
from tests.harness.activities import labels, open_school, press_stale
from tests.harness.scenes import add_person
from tests.harness.world import World, at

HERE = "v1:checkin:1:0"


@pytest.mark.parametrize(
    ("language", "label", "early", "here", "again"),
    [
        ("zh", "✅ 签到", "签到将于11月27日星期五 14:30开放", "✅ 已签到 15:02", "您已于15:02签到"),
        ("en", "✅ Check in", "opens at Fri 27 Nov 14:30", "✅ Checked in at 15:02", "at 15:02"),
    ],
)
async def test_a_press_counts_in_the_window_and_once(
    world: World, language: str, label: str, early: str, here: str, again: str
) -> None:
    school = await open_school(world, language)
    await school.plan(language)
    invitation = world.last(school.wang)
    assert label not in labels(invitation)
    assert early in await press_stale(world, school.wang, invitation, HERE)
    await world.move_to(at("2026-11-27 14:30"))
    opening = world.last(school.wang)
    assert opening is not invitation
    await world.move_to(at("2026-11-27 15:02"))
    await world.press(school.wang, label, message=opening)
    assert here in opening.text
    assert here in invitation.text
    assert again in await press_stale(world, school.wang, opening, HERE)
    assert again in await press_stale(world, school.wang, invitation, HERE)
    assert school.states()["王渡"] == "present"
    assert len(world.messages(school.wang)) == 2


@pytest.mark.parametrize(
    ("language", "label", "late"),
    [("zh", "✅ 签到", "迟到"), ("en", "✅ Check in", "Checked in late, at 15:11")],
)
async def test_after_the_window_a_press_is_late(
    world: World, language: str, label: str, late: str
) -> None:
    school = await open_school(world, language)
    await school.plan(language)
    await world.move_to(at("2026-11-27 15:11"))
    card = world.last(school.wang)
    await world.press(school.wang, label, message=card)
    assert late in card.text
    assert school.states()["王渡"] == "late"


async def test_undo_expects_him_again_for_ten_minutes(world: World) -> None:
    school = await open_school(world)
    await school.plan()
    await world.move_to(at("2026-11-27 14:40"))
    card = world.last(school.wang)
    await world.press(school.wang, "✅ 签到", message=card)
    await world.move_to(at("2026-11-27 14:50"))
    await world.press(school.wang, "↩️ 撤销", message=card)
    assert school.states()["王渡"] == "expected"
    assert "✅ 签到" in labels(card)
    await world.press(school.wang, "✅ 签到", message=card)
    await world.move_to(at("2026-11-27 15:01"))
    assert "已于14:50签到" in await world.press(school.wang, "↩️ 撤销", message=card)
    assert school.states()["王渡"] == "present"


@pytest.mark.parametrize(
    ("language", "away", "reason", "said", "shown", "missing"),
    [
        ("zh", "请假", "病假", "您已请假", "王渡（病假）", "谁还没到"),
        ("en", "Can't come", "Ill", "you cannot come", "王渡 (Ill)", "Who has not come"),
    ],
)
async def test_who_cannot_come_says_why_to_the_officer_alone(
    world: World, language: str, away: str, reason: str, said: str, shown: str, missing: str
) -> None:
    school = await open_school(world, language)
    card = await school.plan(language)
    invitation = world.last(school.wang)
    await world.press(school.wang, away, message=invitation)
    await world.press(school.wang, reason, message=invitation)
    assert said in invitation.text
    assert reason not in invitation.text
    assert school.states()["王渡"] == "excused"
    await world.press(school.lin, missing, message=card)
    assert shown in card.text
    await world.move_to(at("2026-11-27 14:30"))
    assert len(world.messages(school.wang)) == 1


async def test_who_said_that_he_cannot_come_may_come_after_all(world: World) -> None:
    school = await open_school(world)
    await school.plan()
    invitation = world.last(school.wang)
    await world.press(school.wang, "请假", message=invitation)
    await world.press(school.wang, "‹ 返回", message=invitation)
    await world.press(school.wang, "请假", message=invitation)
    await world.press(school.wang, "个人", message=invitation)
    await world.move_to(at("2026-11-27 14:58"))
    await world.press(school.wang, "✅ 签到", message=invitation)
    assert school.states()["王渡"] == "present"


async def test_an_excuse_after_the_window_is_put_before_the_officer(world: World) -> None:
    school = await open_school(world)
    await school.plan()
    await world.move_to(at("2026-11-27 15:11"))
    card = world.last(school.wang)
    toast = await press_stale(world, school.wang, card, "v1:excuse:1-ill:0")
    assert "等待负责人批准" in toast
    assert "过时" in await press_stale(world, school.wang, card, "v1:excuse:1-bored:0")
    assert school.states()["王渡"] == "expected"


@pytest.mark.parametrize(
    ("language", "word", "nothing", "coming", "label"),
    [
        ("zh", "签到", "之后也没有计划", "下一次签到将于11月27日星期五 14:30", "✅ 签到"),
        ("en", "/checkin", "none is planned", "opens at Fri 27 Nov 14:30", "✅ Check in"),
    ],
)
async def test_checkin_shows_what_is_open_now_or_what_comes_next(
    world: World, language: str, word: str, nothing: str, coming: str, label: str
) -> None:
    school = await open_school(world, language)
    assert nothing in (await world.say(school.wang, word)).text
    await school.plan(language)
    assert coming in (await world.say(school.wang, word)).text
    await world.move_to(at("2026-11-27 14:35"))
    card = await world.say(school.wang, word)
    await world.press(school.wang, label, message=card)
    assert school.states()["王渡"] == "present"


async def test_two_open_check_ins_are_listed(world: World) -> None:
    school = await open_school(world)
    await school.plan()
    shown = await world.say(school.lin, "/activity 11月27日 15:10 读书会 图书馆")
    await world.press(school.lin, "确认", message=shown)
    await world.move_to(at("2026-11-27 14:50"))
    listed = await world.say(school.wang, "/checkin")
    assert labels(listed) == ["1 查看", "2 查看"]
    await world.press(school.wang, "2 查看", message=listed)
    assert "读书会" in listed.text
    await world.press(school.wang, "✅ 签到", message=listed)
    assert "已签到 14:50" in listed.text


async def test_a_guest_is_not_counted(world: World) -> None:
    school = await open_school(world)
    await school.plan()
    await world.move_to(at("2026-11-27 14:50"))
    zhou = world.give_phone(school.scene.people["周敏"], "周敏")
    card = await world.say(zhou, "/checkin")
    for data in (HERE, "v1:cannot:1:0", "v1:uncheck:1:0", "v1:attend:1:0", "v1:checkin:77:0"):
        assert "不在这次活动的名单上" in await press_stale(world, zhou, card, data)
    stranger = world.stand_in.people.add_person("路人", "zh-hans")
    stranger.started = True
    asked = await world.say(stranger, "/checkin")
    assert "还不认识" in asked.text
    assert "不能" in await press_stale(world, stranger, asked, HERE)
    assert set(school.states().values()) == {"expected"}


async def test_an_invitation_made_at_night_comes_in_the_morning(world: World) -> None:
    school = await open_school(world)
    await world.move_to(at("2026-11-26 22:00"))
    await school.plan()
    assert [m for m in world.messages(school.wang) if "活动通知" in m.text] == []
    await world.move_to(at("2026-11-27 08:30"))
    assert "活动通知" in world.last(school.wang).text


async def test_who_was_invited_an_hour_ago_is_not_written_to_again(world: World) -> None:
    school = await open_school(world)
    await world.move_to(at("2026-11-27 13:30"))
    await school.plan()
    heard = len(world.messages(school.wang))
    await world.move_to(at("2026-11-27 14:30"))
    assert len(world.messages(school.wang)) == heard


async def test_after_a_long_outage_nobody_is_called_to_what_is_over(world: World) -> None:
    school = await open_school(world)
    await school.plan()
    await world.move_to(at("2026-11-27 18:00"))
    assert [m for m in world.messages(school.wang) if "签到已开放" in m.text] == []


async def test_a_window_that_closed_while_we_were_down_stays_open_a_little(world: World) -> None:
    school = await open_school(world)
    card = await school.plan()
    await world.move_to(at("2026-11-27 14:55"))
    world.clock.move_to(at("2026-11-27 15:20"))
    now = world.clock()
    assert world.change(lambda s: outages.note_return(s, now=now, place=world.place)) == 1
    await world.move_to(at("2026-11-27 15:22"))
    await world.press(school.wang, "✅ 签到", message=world.last(school.wang))
    assert school.states()["王渡"] == "present"
    await world.press(school.lin, "🔄 刷新", message=card)
    assert "签到已延长至15:22" in card.text


async def test_who_joined_later_is_not_on_the_list(world: World) -> None:
    school = await open_school(world)
    await school.plan()
    now = world.clock()
    branch = school.scene.units["branch"]
    person = world.change(lambda s: add_person(s, "孙禾", branch, now=now, language="zh"))
    sun = world.give_phone(person, "孙禾")
    card = await world.say(sun, "/checkin")
    assert "可请书记代签" in await press_stale(world, sun, card, HERE)


async def test_the_button_appears_on_a_late_invitation_when_the_window_opens(world: World) -> None:
    school = await open_school(world)
    await world.move_to(at("2026-11-27 13:00"))
    await school.plan()
    invitation = world.last(school.wang)
    assert "签到按钮将于14:30出现" in invitation.text
    assert "✅ 签到" not in labels(invitation)
    await world.move_to(at("2026-11-27 14:30"))
    assert world.last(school.wang) is invitation
    assert "✅ 签到" in labels(invitation)
    await world.press(school.wang, "✅ 签到", message=invitation)
    assert school.states()["王渡"] == "present"
