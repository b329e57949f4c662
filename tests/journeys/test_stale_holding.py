"""Done holds what its own summary says; under any other it answers with how things stand."""

import pytest
from sqlmodel import select

from sandbox.chats import Message
from storage.tables.process import HistoryRow
from tests.harness.activities import (
    School,
    hold,
    labels,
    open_school,
    press_onward,
    press_stale,
)
from tests.harness.world import World, at


def done_of(message: Message) -> str:
    """What the button that leads on carries."""
    return message.buttons[-1][-1].data or ""


async def open_summary(school: School, card: Message) -> str:
    """Go through attendance and topic on a card; returns what Done carries there."""
    for verb in ("hold", "held_topic", "held_title"):
        await press_stale(school.world, school.lin, card, f"v1:{verb}:1:1")
    return done_of(card)


async def begin(world: World, language: str = "zh") -> tuple[School, Message]:
    """The study has begun; the school with the secretary's card."""
    school = await open_school(world, language)
    card = await school.plan(language)
    await world.move_to(at("2026-11-27 16:00"))
    return school, card


def is_untouched(school: School) -> bool:
    """Nothing was held: nobody is absent, and the study is still owed."""
    return school.obligation() == ("open", 0) and set(school.states().values()) == {"expected"}


@pytest.mark.parametrize(
    ("language", "first", "second", "asked"),
    [
        ("zh", "学习章程", "学习规划", "已开 · 请核对"),
        ("en", "The charter", "The plan", "is this right?"),
    ],
)
async def test_done_under_an_older_topic_shows_the_newer_one_and_holds_nothing(
    world: World, language: str, first: str, second: str, asked: str
) -> None:
    school, card = await begin(world, language)
    await press_stale(world, school.lin, card, "v1:hold:1:1")
    await press_stale(world, school.lin, card, "v1:held_topic:1:1")
    old = await world.say(school.lin, first)
    new = await world.say(school.lin, second)
    assert first in old.text
    await press_stale(world, school.lin, old, done_of(old))
    assert is_untouched(school)
    assert second in old.text
    assert asked in old.text
    await press_onward(world, school.lin, new)
    assert school.obligation() == ("done", 1)
    assert second in new.text


@pytest.mark.parametrize(("language", "held"), [("zh", "✅ 已开"), ("en", "✅ Held")])
async def test_done_of_a_dialogue_that_was_begun_anew_shows_where_it_stands(
    world: World, language: str, held: str
) -> None:
    school, card = await begin(world, language)
    stale = await open_summary(school, card)
    await press_stale(world, school.lin, card, "v1:held_topic:1:1")
    await press_stale(world, school.lin, card, stale)
    assert is_untouched(school)
    assert labels(card)[-1] in ("采用活动名称", "As the title says")
    await world.say(school.lin, "/cancel")
    await press_stale(world, school.lin, card, stale)
    assert is_untouched(school)
    assert held in labels(card)


@pytest.mark.parametrize("version", [0, 1, 2, 3, 99999999999])
async def test_a_forged_done_holds_nothing(world: World, version: int) -> None:
    school, card = await begin(world)
    for draft in range(4):
        await press_stale(world, school.lin, card, f"v1:hold_yes:{draft}:{version}")
    await press_stale(world, school.lin, card, "v1:moved:1:1")
    for draft in range(4):
        await press_stale(world, school.lin, card, f"v1:hold_yes:{draft}:{version}")
    assert is_untouched(school)


async def test_done_of_somebody_elses_dialogue_holds_nothing(world: World) -> None:
    school, card = await begin(world)
    zhou = world.give_phone(school.scene.people["周敏"], "周敏")
    stale = await open_summary(school, card)
    other = await world.say(zhou, "/activity")
    assert "不能" in await press_stale(world, zhou, other, stale)
    assert is_untouched(school)


async def test_done_under_what_was_changed_meanwhile_shows_the_change_first(world: World) -> None:
    school, card = await begin(world)
    zhou = world.give_phone(school.scene.people["周敏"], "周敏")
    stale = await open_summary(school, card)
    other = await world.say(zhou, "/activity")
    await press_stale(world, zhou, other, "v1:proof:1-wall:1")
    await press_stale(world, school.lin, card, stale)
    assert is_untouched(school)
    await press_onward(world, school.lin, card)
    assert school.obligation() == ("done", 1)


async def test_done_again_after_it_was_taken_back_holds_nothing(world: World) -> None:
    school, card = await begin(world)
    stale = await open_summary(school, card)
    await press_stale(world, school.lin, card, stale)
    await world.press(school.lin, "↩️ 撤销", message=card)
    await press_stale(world, school.lin, card, stale)
    assert is_untouched(school)
    assert "✅ 已开" in labels(card)
    await hold(world, school.lin, card)
    assert school.obligation() == ("done", 1)
    verbs = [row.verb for row in world.look(lambda s: s.exec(select(HistoryRow)).all())]
    assert verbs.count("held") == 2


ATTENDANCE = {"zh": "已开 · 出席情况", "en": "Held · attendance"}


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize(
    "presses",
    [
        pytest.param(("held_title",), id="the title first"),
        pytest.param(("held_topic",), id="the topic first"),
        pytest.param(("held_title", "held_title"), id="the title twice"),
        pytest.param(("hold", "held_title"), id="the title straight after attendance"),
    ],
)
async def test_no_later_step_is_reached_before_attendance_was_confirmed(
    world: World, language: str, presses: tuple[str, ...]
) -> None:
    school, card = await begin(world, language)
    for verb in presses:
        await press_stale(world, school.lin, card, f"v1:{verb}:1:1")
    assert ATTENDANCE[language] in card.text
    for version in range(5):
        for draft in range(4):
            await press_stale(world, school.lin, card, f"v1:hold_yes:{draft}:{version}")
    assert is_untouched(school)
    await press_stale(world, school.lin, card, "v1:hold:1:1")
    for _ in range(3):
        await press_onward(world, school.lin, card)
    assert school.obligation() == ("done", 1)


@pytest.mark.parametrize("language", ["zh", "en"])
async def test_words_that_come_before_attendance_was_confirmed_are_no_topic(
    world: World, language: str
) -> None:
    school, card = await begin(world, language)
    await press_stale(world, school.lin, card, "v1:hold:1:1")
    answer = await world.say(school.lin, "学习章程")
    assert ATTENDANCE[language] in answer.text
    for version in range(4):
        await press_stale(world, school.lin, card, f"v1:hold_yes:1:{version}")
    assert is_untouched(school)


async def test_the_attendance_of_another_activity_confirms_nothing_here(world: World) -> None:
    school, card = await begin(world)
    other = await world.say(school.lin, "/activity 11月27日 17:00 支部会议 会议室")
    await world.press(school.lin, "确认", message=other)
    await world.move_to(at("2026-11-27 18:00"))
    await open_summary(school, card)
    await press_stale(world, school.lin, other, "v1:held_title:2:1")
    assert ATTENDANCE["zh"] in other.text
    assert is_untouched(school)
