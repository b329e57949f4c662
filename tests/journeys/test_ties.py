"""Who oversees whom: each running tie owes, the one who acts is told, and an end is an end."""

import pytest
from sqlmodel import Session, col, select

from domain.audience import Audience
from domain.tie import TieKind
from sandbox.chats import Person
from storage.tables.organisation import PersonRow
from tests.harness.duties import duty, keep, states
from tests.harness.scenes import Organisation, add_person, small_school_committee
from tests.harness.two_districts import labels
from tests.harness.world import World, at

OVERSEEN = Audience(links=(TieKind.OVERSEE,), kinds=("学校",))


@pytest.fixture
async def scene(world: World) -> Organisation:
    return world.change(lambda s: small_school_committee(s, world.clock()))


@pytest.fixture
async def he(world: World, scene: Organisation) -> Person:
    """The administrator."""
    return world.give_phone(scene.people["何静"], "何静")


async def test_a_tie_is_one_line_and_the_overseer_is_told_about_that_school(
    world: World, scene: Organisation, he: Person
) -> None:
    made = keep(world, duty(OVERSEEN))
    zhou = world.give_phone(scene.people["周敏"], "周敏")
    await world.tick(minutes=1)
    assert states(world, made) == {}
    answer = await world.say(he, "/ties 包抓 周敏 青石小学")
    assert answer.text == "周敏 包抓 青石小学\n\n自今天起生效，十分钟内可以撤销。"
    await world.tick(minutes=1)
    assert states(world, made) == {("t1", "2026-11"): "open"}
    await world.move_to(at("2026-11-20 09:00"))
    assert "安全自查 · 2026年11月 · 周敏 → 青石小学" in world.last(zhou).text
    await world.press(zhou, "1 完成")
    assert states(world, made) == {("t1", "2026-11"): "done"}


async def test_each_pair_owes_by_itself_and_other_kinds_of_unit_do_not(
    world: World, scene: Organisation, he: Person
) -> None:
    made = keep(world, duty(OVERSEEN))
    for other in ("青石小学", "青石小学第一支部"):
        await world.say(he, f"/ties 周敏 包抓 {other}")
    await world.say(he, "/ties 联系 周敏 青石小学")
    await world.say(he, "/ties 包抓 林岚 青石小学")
    await world.tick(minutes=1)
    assert states(world, made) == {("t1", "2026-11"): "open", ("t4", "2026-11"): "open"}
    assert (await world.say(he, "/ties")).text.startswith("4对关系")
    assert "安全自查：0/2对" in (await world.say(he, "/status")).text


async def test_an_ended_tie_owes_nothing_and_undo_brings_it_back(
    world: World, scene: Organisation, he: Person
) -> None:
    made = keep(world, duty(OVERSEEN))
    await world.say(he, "/ties 包抓 周敏 青石小学")
    await world.tick(minutes=1)
    await world.say(he, "/ties")
    await world.press(he, "1 结束")
    await world.tick(minutes=1)
    assert states(world, made) == {("t1", "2026-11"): "excused"}
    await world.press(he, "撤销")
    await world.tick(minutes=1)
    assert states(world, made) == {("t1", "2026-11"): "open"}


async def test_undo_takes_a_new_tie_back_once(
    world: World, scene: Organisation, he: Person
) -> None:
    keep(world, duty(OVERSEEN))
    tied = await world.say(he, "/ties 包抓 周敏 青石小学")
    await world.press(he, "撤销", message=tied)
    assert "已结束" in tied.text
    assert await world.press(he, "撤销", message=tied) == "这个按钮您不能使用。"
    assert "还没有登记" in (await world.say(he, "/ties")).text


async def test_what_cannot_be_read_is_said(world: World, scene: Organisation, he: Person) -> None:
    assert "需要一个类别和双方" in (await world.say(he, "/ties 周敏")).text
    assert "需要一个类别和双方" in (await world.say(he, "/ties 喜欢 周敏 林岚")).text
    assert "没有叫“李四”" in (await world.say(he, "/ties 包抓 李四 青石小学")).text
    assert (await world.say(he, "/ties 包抓 周敏 周敏")).text == "双方相同。"
    await world.say(he, "/ties 结对 周敏 林岚")
    assert "已经是这样了" in (await world.say(he, "/ties 结对 周敏 林岚")).text
    now = world.clock()
    world.change(lambda s: add_person(s, "周敏二", scene.units["school"], now=now))
    world.change(lambda s: rename(s, "周敏二", "周敏"))
    several = await world.say(he, "/ties 包抓 周敏 青石小学")
    assert "周敏@青石小学" in several.text
    assert "周敏@江畔教育局党委" in several.text
    answer = await world.say(he, "/ties 包抓 周敏@江畔教育局党委 青石小学")
    assert "自今天起生效" in answer.text


def rename(session: Session, before: str, after: str) -> None:
    """Two people of one name in two units."""
    session.exec(select(PersonRow).where(col(PersonRow.name) == before)).one().name = after


async def test_english_and_only_for_administrators(world: World, scene: Organisation) -> None:
    he = world.give_phone(scene.people["何静"], "He", language="en")
    await world.say(he, "/language")
    await world.press(he, "English")
    answer = await world.say(he, "/ties oversees 周敏 青石小学")
    assert answer.text == "周敏 oversees 青石小学\n\nFrom today on. Undo works for ten minutes."
    assert labels(answer) == ["Undo"]
    lin = world.give_phone(scene.people["林岚"], "林岚")
    assert "管理员" in (await world.say(lin, "/ties")).text
