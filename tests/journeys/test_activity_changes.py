"""A planned activity is changed: every card shows it, and who is concerned hears of it once."""

import pytest

from sandbox.chats import Message, Person
from tests.harness.activities import CONFIRM, labels, open_more, open_school, press_stale
from tests.harness.world import World, at

CHANGE = {"zh": "✏️ 修改", "en": "✏️ Change"}
NEWS = {"zh": "时间或地点有变", "en": "Time or place has changed"}


async def change(world: World, phone: Person, card: Message, words: str, language: str) -> Message:
    """Press Change, write, confirm; returns the answer."""
    await world.press(phone, CHANGE[language], message=card)
    shown = await world.say(phone, words)
    await world.press(phone, CONFIRM[language], message=shown)
    return shown


def news(world: World, phone: Person, language: str = "zh") -> list[Message]:
    """The messages about a change."""
    return [one for one in world.messages(phone) if NEWS[language] in one.text]


@pytest.mark.parametrize(
    ("language", "words", "difference", "after"),
    [
        ("zh", "周六 16:00 地点：礼堂", "星期五 15:00 → 2026年11月28日星期六 16:00", "礼堂"),
        ("en", "Saturday 16:00 place: Hall", "15:00 → Sat 28 Nov 2026 16:00", "Hall"),
    ],
)
async def test_another_time_and_place_is_told_once(
    world: World, language: str, words: str, difference: str, after: str
) -> None:
    school = await open_school(world, language)
    card = await school.plan(language)
    invitation = world.last(school.wang)
    await world.press(school.lin, CHANGE[language], message=card)
    shown = await world.say(school.lin, words)
    assert difference in shown.text
    assert {"zh": "将通知1人", "en": "1 person will be told"}[language] in shown.text
    await world.press(school.lin, CONFIRM[language], message=shown)
    assert after in invitation.text
    assert news(world, school.wang, language) == []
    await world.tick(minutes=3)
    [told] = news(world, school.wang, language)
    assert after in told.text
    assert {"zh": "原定：11月27日", "en": "Before: Fri 27 Nov"}[language] in told.text
    assert news(world, school.lin, language) == []


async def test_several_changes_in_a_short_time_are_one_message(world: World) -> None:
    school = await open_school(world)
    card = await school.plan()
    await change(world, school.lin, card, "地点：礼堂", "zh")
    await change(world, school.lin, card, "周六 16:00", "zh")
    await change(world, school.lin, card, "主持人：陈帆", "zh")
    await world.tick(minutes=3)
    [told] = news(world, school.wang)
    for words in ("礼堂", "11月28日", "主持人：陈帆", "原定：会议室", "原定：11月27日"):
        assert words in told.text


async def test_what_is_changed_back_at_once_is_told_to_nobody(world: World) -> None:
    school = await open_school(world)
    card = await school.plan()
    await change(world, school.lin, card, "周六 16:00", "zh")
    await change(world, school.lin, card, "11月27日 15:00", "zh")
    await world.tick(minutes=3)
    assert news(world, school.wang) == []


async def test_a_host_alone_is_shown_and_told_to_nobody(world: World) -> None:
    school = await open_school(world)
    card = await school.plan()
    invitation = world.last(school.wang)
    shown = await change(world, school.lin, card, "主持人：陈帆\n学时：2", "zh")
    assert "主持人：陈帆" in shown.text
    assert "主持人：陈帆" in invitation.text
    await world.tick(minutes=10)
    assert news(world, school.wang) == []


async def test_at_night_the_news_waits_for_the_morning(world: World) -> None:
    school = await open_school(world)
    card = await school.plan()
    await world.move_to(at("2026-11-23 23:00"))
    await change(world, school.lin, card, "地点：礼堂", "zh")
    await world.tick(minutes=30)
    assert news(world, school.wang) == []
    await world.move_to(at("2026-11-24 07:31"))
    assert len(news(world, school.wang)) == 1


async def test_the_check_in_opens_by_the_new_time(world: World) -> None:
    school = await open_school(world)
    card = await school.plan()
    await world.move_to(at("2026-11-27 14:40"))
    await world.press(school.wang, "✅ 签到")
    assert school.states()["王渡"] == "present"
    await change(world, school.lin, card, "周六 16:00", "zh")
    assert school.states()["王渡"] == "expected"
    await world.move_to(at("2026-11-28 15:31"))
    assert "签到已开放" in world.last(school.wang).text
    await world.press(school.wang, "✅ 签到")
    assert school.states()["王渡"] == "present"


async def test_somebody_who_is_added_later_is_invited(world: World) -> None:
    school = await open_school(world)
    he = world.give_phone(school.scene.people["何静"], "何静")
    card = await school.plan()
    shown = await change(world, school.lin, card, "另邀：何静", "zh")
    assert "应到4" in shown.text
    assert "活动通知" in world.last(he).text
    shown = await change(world, school.lin, card, "列席：何静", "zh")
    assert "应到3" in shown.text
    assert "您列席" in world.last(he).text


@pytest.mark.parametrize(
    ("words", "warned"),
    [("11月1日 15:00", "已经过去"), ("很快", "没有读懂"), ("链接：http://a.example.org", "不安全")],
)
async def test_what_cannot_be_changed_so_changes_nothing(
    world: World, words: str, warned: str
) -> None:
    school = await open_school(world)
    card = await school.plan()
    await world.press(school.lin, "✏️ 修改", message=card)
    shown = await world.say(school.lin, words)
    assert warned in shown.text
    assert "确认" not in labels(shown)
    assert "/cancel" not in shown.text


async def test_after_the_beginning_the_time_stays_and_the_rest_may_change(world: World) -> None:
    school = await open_school(world)
    card = await school.plan()
    await world.move_to(at("2026-11-27 15:05"))
    await open_more(world, school.lin, card)
    await world.press(school.lin, "✏️ 修改", message=card)
    assert "活动已经开始" in (await world.say(school.lin, "16:00")).text
    shown = await world.say(school.lin, "学时：2")
    await world.press(school.lin, "确认", message=shown)
    assert "计2学时" in shown.text


async def test_a_change_that_was_confirmed_twice_is_made_once(world: World) -> None:
    school = await open_school(world)
    card = await school.plan()
    await world.press(school.lin, "✏️ 修改", message=card)
    shown = await world.say(school.lin, "地点：礼堂")
    [confirm] = [b.data for row in shown.buttons for b in row if b.text == "确认"]
    await world.press(school.lin, "确认", message=shown)
    assert confirm is not None
    assert "没有" in await press_stale(world, school.lin, shown, confirm)
    assert "不能使用" in await press_stale(world, school.wang, world.last(school.wang), confirm)
    await world.tick(minutes=3)
    assert len(news(world, school.wang)) == 1
