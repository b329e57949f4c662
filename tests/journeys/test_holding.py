"""Was it held? Asked after the end; Yes leads through attendance and topic to Done."""

import pytest
from sqlmodel import select

from domain.presence_rules import PresenceRules
from storage import presence_rules
from storage.tables.activities import ActivityRow
from tests.harness.activities import (
    School,
    hold,
    hold_from,
    labels,
    open_school,
    press_onward,
    press_stale,
)
from tests.harness.presence import plan_with, shown
from tests.harness.scenes import add_person
from tests.harness.world import World, at


def written(world: World) -> ActivityRow:
    """The activity as it is kept."""
    return world.look(lambda session: session.exec(select(ActivityRow)).one())


async def ask(school: School) -> None:
    """Let the activity be over for two hours: it begins at three and lasts two."""
    await school.world.move_to(at("2026-11-27 19:00"))


@pytest.mark.parametrize(
    ("language", "question", "buttons"),
    [
        ("zh", "活动开了吗？", ["✅ 是", "📅 改期", "🚫 取消"]),
        ("en", "Was it held?", ["✅ Yes", "📅 Moved", "🚫 Cancelled"]),
    ],
)
async def test_two_hours_after_the_end_the_officer_is_asked_once_and_nothing_is_held_by_itself(
    world: World, language: str, question: str, buttons: list[str]
) -> None:
    school = await open_school(world, language)
    await school.plan(language)
    await world.move_to(at("2026-11-27 18:59"))
    assert not [m for m in world.messages(school.lin) if question in m.text]
    await world.move_to(at("2026-11-27 19:00"))
    [asked] = [m for m in world.messages(school.lin) if question in m.text]
    assert labels(asked) == buttons
    await world.move_to(at("2026-11-29 12:00"))
    assert len([m for m in world.messages(school.lin) if question in m.text]) == 1
    assert written(world).state == "planned"
    assert school.obligation() == ("open", 0)


@pytest.mark.parametrize(
    ("language", "taps", "absent", "held"),
    [
        (
            "zh",
            ("✅ 是", "下一步：议题 ›", "采用活动名称", "✅ 完成"),
            "将记为缺席（3人）：林岚",
            "✅ 已开",
        ),
        (
            "en",
            ("✅ Yes", "Next: topic ›", "As the title says", "✅ Done"),
            "Will be absent (3): 林岚",
            "✅ held",
        ),
    ],
)
async def test_yes_takes_four_taps(
    world: World, language: str, taps: tuple[str, ...], absent: str, held: str
) -> None:
    school = await open_school(world, language)
    await school.plan(language)
    await ask(school)
    asked = world.last_with_button(school.lin, taps[0])
    for number, tap in enumerate(taps):
        assert written(world).state == "planned"
        await world.press(school.lin, tap, message=asked)
        assert number or absent in asked.text
    assert held in asked.text
    assert written(world).state == "held"
    assert school.obligation() == ("done", 1)


async def test_a_question_asked_late_in_the_evening_waits_for_the_morning(world: World) -> None:
    school = await open_school(world)
    card = await world.say(school.lin, "/activity 11月27日 18:30 教职工政治学习 会议室")
    await world.press(school.lin, "确认", message=card)
    await world.move_to(at("2026-11-27 23:30"))
    assert not [m for m in world.messages(school.lin) if "活动开了吗" in m.text]
    await world.move_to(at("2026-11-28 08:30"))
    assert [m for m in world.messages(school.lin) if "活动开了吗" in m.text]


@pytest.mark.parametrize(
    ("language", "topic"), [("zh", "学习十五五规划建议"), ("en", "Reading the plan")]
)
async def test_the_topic_that_is_written_stands_in_the_record(
    world: World, language: str, topic: str
) -> None:
    school = await open_school(world, language)
    card = await school.plan(language)
    await ask(school)
    for label in ("hold", "held_topic"):
        await press_stale(world, school.lin, card, f"v1:{label}:1:1")
    long = await world.say(school.lin, "长" * 5000)
    assert "500" in long.text
    answer = await world.say(school.lin, f"  {topic}\n ")
    assert topic in answer.text
    await press_onward(world, school.lin, answer)
    assert written(world).topic == topic
    assert topic in answer.text


async def test_a_photo_is_taken_where_the_organisation_has_switched_it_on(world: World) -> None:
    school = await open_school(world)
    card = await school.plan()
    await ask(school)
    await press_stale(world, school.lin, card, "v1:hold:1:1")
    await press_stale(world, school.lin, card, "v1:held_topic:1:1")
    await press_stale(world, school.lin, card, "v1:held_title:1:1")
    await send_photo(world, school)
    assert [m for m in world.messages(school.lin) if "这里不收照片" in m.text]
    rules = PresenceRules(photo=True)
    world.change(lambda session: presence_rules.keep(session, rules))
    await send_photo(world, school)
    summary = world.last(school.lin)
    assert "附照片" in summary.text
    await world.press(school.lin, "✅ 完成", message=summary)
    assert written(world).photo_id is not None


async def send_photo(world: World, school: School) -> None:
    """Send a picture to the bot."""
    world.stand_in.people.send_photo(school.lin, b"\xff\xd8picture")
    await world.muduo.settle()


async def test_two_officers_who_press_done_at_once_hold_it_once(world: World) -> None:
    school = await open_school(world)
    card = await school.plan()
    zhou = world.give_phone(school.scene.people["周敏"], "周敏")
    other = await world.say(zhou, "/status")
    await ask(school)
    for verb in ("hold", "held_topic", "held_title"):
        await press_stale(world, zhou, other, f"v1:{verb}:1:1")
    await hold_from(world, school.lin, card)
    await press_onward(world, zhou, other)
    assert "✅ 已开" in other.text
    assert school.obligation() == ("done", 1)
    asked = next(m for m in world.messages(school.lin) if "应到3" in m.text and m is not card)
    assert labels(asked) == []


@pytest.mark.parametrize("decided", ["before", "after"])
async def test_guests_nobody_has_decided_about_are_not_lost(world: World, decided: str) -> None:
    school = await open_school(world)
    card = await plan_with(school, "wall")
    zhao = world.change(
        lambda s: add_person(s, "赵晴", school.scene.units["committee"], now=world.clock())
    )
    phone = world.give_phone(zhao, "赵晴")
    await world.move_to(at("2026-11-27 15:02"))
    await world.say(phone, f"/start {shown(world).scan}")
    question = world.last(school.lin)
    await ask(school)
    await press_stale(world, school.lin, card, "v1:hold:1:1")
    assert "赵晴（15:02）" in card.text
    if decided == "before":
        await world.press(school.lin, "全部加入", message=card)
        assert "赵晴（15:02）" not in card.text
    await hold_from(world, school.lin, card)
    if decided == "after":
        assert "赵晴" not in school.states()
        await press_stale(world, school.lin, question, "v1:guest_add:1:0")
    assert school.states()["赵晴"] == "present"
    assert "已签到 15:02" in world.last(phone).text


async def test_held_four_times_by_four_taps_still_counts_once(world: World) -> None:
    school = await open_school(world)
    card = await school.plan()
    await ask(school)
    await hold(world, school.lin, card)
    for verb in ("hold", "held_topic", "held_title"):
        await press_stale(world, school.lin, card, f"v1:{verb}:1:1")
    assert school.obligation() == ("done", 1)
