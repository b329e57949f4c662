"""Whoever was named by himself can be taken off the list again, and hears of it where invited."""

import pytest
from sqlmodel import select

from sandbox.chats import Message, Person
from storage.tables.process import HistoryRow
from tests.harness.activities import School, labels, open_more, open_school, press_stale
from tests.harness.duties import move
from tests.harness.world import World, at
from tests.journeys.test_absences import standing

PLANNED = {
    "zh": "/activity 11月27日 15:00 教职工政治学习 会议室\n另邀：周敏\n列席：何静",
    "en": "/activity Nov 27 15:00 Staff study, Room 2\nAlso: 周敏\nObservers: 何静",
}
CONFIRM = {"zh": "确认", "en": "Confirm"}
ADDED = {"zh": "👥 另邀人员", "en": "👥 Added people"}
YES = {"zh": "是", "en": "Yes"}


async def plan(world: World, language: str = "zh") -> tuple[School, Message, Person]:
    """A study with one guest and one observer from the committee; the guest has a phone."""
    school = await open_school(world, language)
    zhou = world.give_phone(school.scene.people["周敏"], "周敏", language=language)
    card = await world.say(school.lin, PLANNED[language])
    await world.press(school.lin, CONFIRM[language], message=card)
    await open_more(world, school.lin, card)
    return school, card, zhou


@pytest.mark.parametrize(
    ("language", "tells", "off"),
    [
        ("zh", "邀请已经发出，我会通知本人", "您已不在名单上"),
        ("en", "so I will tell the person", "You are no longer on the list"),
    ],
)
async def test_whoever_was_added_is_taken_off_and_told(
    world: World, language: str, tells: str, off: str
) -> None:
    school, card, zhou = await plan(world, language)
    invitation = world.last(zhou)
    await world.press(school.lin, ADDED[language], message=card)
    assert {"➖ 周敏", "➖ 何静"} < set(labels(card))
    await world.press(school.lin, "➖ 周敏", message=card)
    assert tells in card.text
    assert "周敏" in school.states()
    await world.press(school.lin, YES[language], message=card)
    assert "周敏" not in school.states()
    assert "➖ 周敏" not in labels(card)
    assert off in world.last(zhou).text
    assert world.last(zhou) is not invitation
    assert off in invitation.text
    assert labels(invitation) == labels(world.last(zhou)) == []
    heard = len(world.messages(zhou))
    await world.move_to(at("2026-11-27 15:30"))
    assert len(world.messages(zhou)) == heard
    rows = world.look(lambda s: s.exec(select(HistoryRow)).all())
    [line] = [row for row in rows if row.verb == "taken_off"]
    assert line.after == {"people": [school.scene.people["周敏"]]}


async def test_nobody_is_told_of_an_invitation_that_never_went_out(world: World) -> None:
    school = await open_school(world)
    zhou = world.give_phone(school.scene.people["周敏"], "周敏")
    await world.move_to(at("2026-11-25 22:00"))
    card = await world.say(school.lin, PLANNED["zh"])
    await world.press(school.lin, "确认", message=card)
    await press_stale(world, school.lin, card, "v1:added:1:1")
    await world.press(school.lin, "➖ 周敏", message=card)
    assert "不另行通知" in card.text
    await world.press(school.lin, "是", message=card)
    await world.move_to(at("2026-11-26 12:00"))
    assert not [m for m in world.messages(zhou) if "教职工政治学习" in m.text]


async def test_whoever_is_added_once_more_is_invited_once_more(world: World) -> None:
    school, card, zhou = await plan(world)
    who = school.scene.people["周敏"]
    await press_stale(world, school.lin, card, f"v1:added_off_yes:1-{who}:1")
    await press_stale(world, school.lin, card, "v1:amend:1:1")
    shown = await world.say(school.lin, "另邀：周敏")
    await world.press(school.lin, "确认", message=shown)
    assert school.states()["周敏"] == "expected"
    assert "活动通知" in world.last(zhou).text
    await world.move_to(at("2026-11-27 14:45"))
    await world.press(zhou, "✅ 签到")
    assert school.states()["周敏"] == "present"


@pytest.mark.parametrize("version", [0, 2, 99])
async def test_a_stale_button_takes_nobody_off(world: World, version: int) -> None:
    school, card, _ = await plan(world)
    who = school.scene.people["周敏"]
    await press_stale(world, school.lin, card, f"v1:added_off_yes:1-{who}:{version}")
    assert "周敏" in school.states()


async def test_whoever_has_come_and_the_units_own_people_stay(world: World) -> None:
    school, card, zhou = await plan(world)
    people = school.scene.people
    await world.move_to(at("2026-11-27 14:45"))
    await world.press(zhou, "✅ 签到")
    await press_stale(world, school.lin, card, "v1:added:1:1")
    assert "✅ 周敏" in card.text
    assert "➖ 周敏" not in labels(card)
    for name, version in (("周敏", 2), ("王渡", 1), ("陈帆", 1)):
        await press_stale(world, school.lin, card, f"v1:added_off_yes:1-{people[name]}:{version}")
    assert {"周敏", "王渡", "陈帆"} < set(school.states())


async def test_only_who_answers_for_it_takes_anybody_off(world: World) -> None:
    school, _, _ = await plan(world)
    chen = world.give_phone(school.scene.people["陈帆"], "陈帆")
    other = await world.say(chen, "/activity")
    for verb in ("added:1", f"added_off:1-{school.scene.people['周敏']}"):
        assert "不能" in await press_stale(world, chen, other, f"v1:{verb}:1")
    who = school.scene.people["周敏"]
    assert "不能" in await press_stale(world, chen, other, f"v1:added_off_yes:1-{who}:1")
    assert "周敏" in school.states()


async def test_whoever_is_taken_off_one_of_a_series_is_not_invited_with_everybody_later(
    world: World,
) -> None:
    school = await open_school(world)
    people = school.scene.people
    words = "/activity 组长例会 每周一9:00 会议室\n另邀：周敏\n列席：陈帆"
    card = await world.say(school.lin, words)
    await world.press(school.lin, "确认", message=card)
    for name, version in (("陈帆", 2), ("周敏", 1)):
        await press_stale(world, school.lin, card, f"v1:added_off_yes:2-{people[name]}:{version}")
    assert set(standing(world, 2)) == {"林岚", "王渡"}
    await world.move_to(at("2026-11-30 07:31"))
    assert set(standing(world, 2)) == {"林岚", "王渡"}
    assert set(standing(world, 3)) == {"林岚", "王渡", "陈帆", "周敏"}


async def test_whoever_was_taken_off_and_has_joined_the_unit_since_is_expected_there(
    world: World,
) -> None:
    school = await open_school(world)
    zhou = school.scene.people["周敏"]
    card = await world.say(school.lin, "/activity 组长例会 每周一9:00 会议室\n另邀：周敏")
    await world.press(school.lin, "确认", message=card)
    await press_stale(world, school.lin, card, f"v1:added_off_yes:2-{zhou}:1")
    move(world, zhou, school.scene.units["branch"])
    await world.move_to(at("2026-11-30 07:31"))
    assert set(standing(world, 2)) == {"林岚", "王渡", "陈帆", "周敏"}
