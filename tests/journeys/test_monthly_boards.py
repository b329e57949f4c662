"""The board as a picture comes by itself each month, to those who want it, once and by day."""

from datetime import datetime
from functools import partial

import pytest
from sqlmodel import Session, col, select

from sandbox.chats import Message, Person
from storage.tables.organisation import OfficeRow
from tests.harness.scenes import Organisation, add_unit
from tests.harness.two_districts import CANARIES, labels, november, press_data
from tests.harness.world import World, at
from tests.journeys.reporting import phone


def pictures(world: World, someone: Person) -> list[Message]:
    """Every picture that somebody has got."""
    return [one for one in world.messages(someone) if one.photo]


def appoint(person_id: int, unit_id: int, now: datetime, session: Session) -> None:
    session.add(OfficeRow(person_id=person_id, unit_id=unit_id, role="secretary", began_at=now))


async def want(world: World, scene: Organisation, name: str, language: str = "zh") -> Person:
    """An officer who chooses it in /settings."""
    officer = phone(world, scene, name, language)
    await world.say(officer, "/settings")
    label = "🖼 每月发看板图" if language == "zh" else "🖼 Board each month"
    await world.press(officer, label)
    assert ("每月初发送" if language == "zh" else "each month") in world.last(officer).text
    return officer


@pytest.mark.parametrize("language", ["zh", "en"])
async def test_it_comes_at_ones_hour_on_the_first_day_of_the_month_and_once(
    world: World, language: str
) -> None:
    scene = await november(world)
    he = await want(world, scene, "何静", language)
    await world.move_to(at("2026-11-30 23:00"))
    assert pictures(world, he) == []
    await world.move_to(at("2026-12-01 07:00"))
    assert pictures(world, he) == []
    await world.restart()
    await world.move_to(at("2026-12-01 08:31"))
    [sent] = pictures(world, he)
    assert sent.text.startswith("东岸片区 · 2026")
    assert "✅ 0/6 · ⏳ 3 · ⚠️ 3" in sent.text
    assert not [word for word in CANARIES if word in sent.text]
    await world.restart()
    await world.tick(days=3)
    assert pictures(world, he) == [sent]
    await world.move_to(at("2027-01-01 09:00"))
    newest = pictures(world, he)[-1]
    assert ("2026年" if language == "zh" else "2026 ·") in newest.text
    assert len(pictures(world, he)) == 2


async def test_whoever_does_not_want_it_or_wants_it_no_more_gets_none(world: World) -> None:
    scene = await november(world)
    zhou = phone(world, scene, "周敏")
    he = await want(world, scene, "何静")
    await world.move_to(at("2026-12-01 08:31"))
    assert pictures(world, zhou) == []
    [sent] = pictures(world, he)
    assert await world.press(he, "不再发送", message=sent) == "已保存。"
    await world.move_to(at("2027-01-04 09:00"))
    assert pictures(world, he) == [sent]


async def test_whoever_answers_for_several_subtrees_gets_a_picture_of_each(world: World) -> None:
    scene = await november(world)
    he = await want(world, scene, "何静")
    # A school inside the district is no subtree of its own.
    for unit in ("west", "stone"):
        world.change(partial(appoint, scene.people["何静"], scene.units[unit], world.clock()))
    await world.move_to(at("2026-12-01 08:31"))
    await world.move_to(at("2026-12-01 08:33"))
    first, second = pictures(world, he)
    assert first.text.startswith("东岸片区 · 2026")
    assert second.text.startswith("西岸片区 · 2026")
    await world.restart()
    await world.tick(days=3)
    assert len(pictures(world, he)) == 2


async def test_of_very_many_subtrees_five_come_and_the_last_says_where_the_others_are(
    world: World,
) -> None:
    scene = await november(world)
    zhou = await want(world, scene, "林岚")
    extra = [
        world.change(partial(add_unit, name=f"支部{n}", kind="支部", parent=scene.units["west"]))
        for n in range(6)
    ]
    for unit_id in extra:
        world.change(partial(appoint, scene.people["林岚"], unit_id, world.clock()))
    await world.move_to(at("2026-12-01 08:31"))
    await world.move_to(at("2026-12-01 08:33"))
    sent = pictures(world, zhou)
    assert len(sent) == 5
    assert ["/status" in one.text for one in sent] == [False] * 4 + [True]
    assert "另有2个组织" in sent[-1].text


async def test_an_office_that_is_over_ends_it(world: World) -> None:
    scene = await november(world)
    he = await want(world, scene, "何静")
    await world.move_to(at("2026-11-30 20:00"))

    def end_office(session: Session) -> None:
        held = select(OfficeRow).where(col(OfficeRow.person_id) == scene.people["何静"])
        session.exec(held).one().ended_at = world.clock()

    world.change(end_office)
    await world.move_to(at("2026-12-02 09:00"))
    assert pictures(world, he) == []


async def test_at_night_nothing_is_sent_and_long_afterwards_nothing_either(world: World) -> None:
    scene = await november(world)
    he = await want(world, scene, "何静")
    # The bot was away on the first of the month, and is back in a night.
    await world.move_to(at("2026-12-03 23:30"))
    assert pictures(world, he) == []
    await world.move_to(at("2026-12-04 08:31"))
    assert len(pictures(world, he)) == 1
    # Then it is away until the middle of a month.
    await world.move_to(at("2027-01-15 10:00"))
    assert len(pictures(world, he)) == 1


async def test_members_have_no_such_choice(world: World) -> None:
    scene = await november(world)
    wang = phone(world, scene, "王渡")
    shown = await world.say(wang, "/settings")
    assert not [label for label in labels(shown) if "看板" in label]
    assert await press_data(world, wang, "v1:monthly_board:1:0") == "这个按钮您不能使用。"
    await world.move_to(at("2026-12-01 09:00"))
    assert pictures(world, wang) == []
