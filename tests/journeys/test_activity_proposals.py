"""A plan begins with what is known: a proposal for what is owed, or everything as last time."""

import pytest

from tests.harness.activities import CONFIRM, labels, open_more, open_school, press_stale
from tests.harness.world import World, at

AGAIN = {"zh": "🔁 再办一次", "en": "🔁 Once more"}
SAME = {"zh": "🔁 与上次相同", "en": "🔁 As last time"}
PLANNED = {
    "zh": "/activity 11月25日 16:00 教职工政治学习 会议室\n主持人：林岚；学时：1\n列席：周敏",
    "en": "/activity Nov 25 16:00 Staff study, Room 2\nHost: 林岚; study hours: 1\nObservers: 周敏",
}


@pytest.mark.parametrize(
    ("language", "proposed", "where"),
    [("zh", "11月27日星期五 15:00", "会议室"), ("en", "Fri 27 Nov 15:00", "Room 2")],
)
async def test_what_is_owed_comes_with_a_moment_to_press(
    world: World, language: str, proposed: str, where: str
) -> None:
    school = await open_school(world, language)
    todo = await world.say(school.lin, "/todo")
    await world.press(school.lin, labels(todo)[0], message=todo)
    await world.press(school.lin, proposed)
    shown = await world.say(school.lin, where)
    await world.press(school.lin, CONFIRM[language], message=shown)
    assert proposed in shown.text
    assert where in shown.text


@pytest.mark.parametrize("language", ["zh", "en"])
async def test_the_same_once_more_asks_for_the_time_alone(world: World, language: str) -> None:
    school = await open_school(world, language)
    card = await world.say(school.lin, PLANNED[language])
    await world.press(school.lin, CONFIRM[language], message=card)
    code = {"zh": "⚪ 签到码", "en": "⚪ Code"}
    await open_more(world, school.lin, card)
    await world.press(school.lin, code[language], message=card)
    await open_more(world, school.lin, card)
    await world.press(school.lin, AGAIN[language], message=card)
    shown = await world.say(school.lin, {"zh": "12月4日 16:00", "en": "Dec 4 16:00"}[language])
    for words in ("林岚", "周敏", {"zh": "会议室", "en": "Room 2"}[language]):
        assert words in shown.text
    await world.press(school.lin, CONFIRM[language], message=shown)
    assert {"zh": "12月4日", "en": "4 Dec"}[language] in shown.text
    await open_more(world, school.lin, shown, activity=2)
    assert {"zh": "🔘 签到码", "en": "🔘 Code"}[language] in labels(shown)


@pytest.mark.parametrize("language", ["zh", "en"])
async def test_a_new_activity_can_be_as_last_time(world: World, language: str) -> None:
    school = await open_school(world, language)
    card = await world.say(school.lin, PLANNED[language])
    await world.press(school.lin, CONFIRM[language], message=card)
    await world.say(school.lin, "/activity")
    await world.press(school.lin, {"zh": "➕ 新建活动", "en": "➕ New activity"}[language])
    await world.press(school.lin, SAME[language])
    assert SAME[language] not in labels(world.last(school.lin))
    shown = await world.say(school.lin, {"zh": "12月4日 16:00", "en": "Dec 4 16:00"}[language])
    assert {"zh": "主持人：林岚", "en": "Host: 林岚"}[language] in shown.text
    assert CONFIRM[language] in labels(shown)


async def test_a_moment_that_has_passed_and_a_foreign_draft_are_not_taken(world: World) -> None:
    school = await open_school(world)
    todo = await world.say(school.lin, "/todo")
    await world.press(school.lin, labels(todo)[0], message=todo)
    asked = world.last(school.lin)
    [proposal] = [b.data for row in asked.buttons for b in row if b.data]
    await world.move_to(at("2026-11-27 15:01"))
    await world.press(school.lin, proposal, message=asked)
    assert "已经过去" in asked.text
    for broken in (
        "v1:plan_when:1-202699999999:0",
        "v1:plan_when:1:0",
        "v1:plan_when:9-202612041500:0",
    ):
        assert await press_stale(world, school.lin, asked, broken)
    assert school.states() == {}
