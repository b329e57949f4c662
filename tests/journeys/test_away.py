"""Somebody is away: the deputy agrees, hears and may everything, and hands back by himself."""

from datetime import datetime
from functools import partial

import pytest
from sqlmodel import Session, select

from domain.act import ActKind
from sandbox.chats import Person
from storage.tables.ladders import AwayRow
from storage.tables.organisation import AccountRow, OfficeRow
from tests.harness.ladders import digests, open_line, speak
from tests.harness.scenes import Organisation, leave
from tests.harness.two_districts import labels, november, owed_by, press_data
from tests.harness.world import World, at


async def arrange(world: World, principal: Person, deputy: Person, words: str) -> None:
    """Ask in one line, confirm, and let the deputy agree."""
    await world.say(principal, f"/away {words} {deputy.name}")
    await world.press(principal, "确认")
    await world.press(deputy, "确认")


def states(world: World) -> list[str]:
    """How all absences stand."""
    return [row.state for row in world.look(lambda s: s.exec(select(AwayRow)).all())]


async def test_the_deputy_agrees_and_then_hears_and_may_what_the_officer_does(
    world: World,
) -> None:
    scene = await november(world)
    he, lin = (world.give_phone(scene.people[n], n) for n in ("何静", "林岚"))
    await world.move_to(at("2026-12-02 10:00"))
    shown = await world.say(he, "/away 12月4日-9日 林岚")
    assert "12月4日星期五至12月9日星期三外出" in shown.text
    assert "东岸片区：书记" in shown.text
    await world.press(he, "确认")
    assert "同意之前消息仍发给您" in world.last(he).text
    question = world.last(lin)
    assert question.text.startswith("何静请您代理")
    assert await press_data(world, lin, f"v1:board:{scene.units['east']}:1") != ""
    await world.press(lin, "确认")
    assert "👍 已同意" in question.text
    assert world.last(he).text.startswith("👍 林岚已同意")
    heard = len(digests(world, he))
    await world.move_to(at("2026-12-07 08:30"))
    assert len(digests(world, he)) == heard
    assert "下级情况\n🔁 代何静\n" in digests(world, lin)[-1]
    assert "柳岸小学" in digests(world, lin)[-1]
    silent = await open_line(world, lin, "below", 2)
    assert "3个组织未完成" in silent.text
    assert "您代理何静（东岸片区书记）" in (await world.say(lin, "/why")).text
    await world.say(lin, "/status 东岸片区")
    assert "东岸片区" in world.last(lin).text
    await world.move_to(at("2026-12-10 08:00"))
    assert states(world) == ["ended"]
    assert world.last(he).text.startswith("🔚 代理结束，已交还")
    assert world.last(lin).text.startswith("🔚 代理结束，已交还")
    before = world.last(lin)
    data = f"v1:board:{scene.units['east']}:1"
    assert await press_data(world, lin, data) == "这个按钮您不能使用。"
    assert world.last(lin) is before
    await world.move_to(at("2027-01-08 12:00"))
    assert "2026年12月" in digests(world, he)[-1]
    assert not any("代何静" in text for text in digests(world, lin)[-1:])


async def test_it_is_arranged_in_a_dialogue_in_english(world: World) -> None:
    scene = await november(world)
    he = world.give_phone(scene.people["何静"], "He", language="en")
    lin = world.give_phone(scene.people["林岚"], "Lin", language="en")
    chen = world.give_phone(scene.people["陈帆"], "Chen", language="en")
    for name in ("何静", "林岚", "陈帆"):
        world.change(partial(speak, person_id=scene.people[name], language="en"))
    await world.move_to(at("2026-11-20 10:00"))
    shown = await world.say(he, "/away")
    assert "Nothing is arranged" in shown.text
    await world.press(he, "➕ I will be away")
    assert "From which day to which" in world.last(he).text
    asked = await world.say(he, "10-24 Dec")
    assert asked.text.startswith("Away from Thu 10 Dec to Thu 24 Dec")
    assert labels(asked) == ["林岚", "陈帆", "Discard"]
    assert "I find nobody of that name" in (await world.say(he, "Nobody")).text
    await world.press(he, "陈帆")
    assert "陈帆 (柳岸小学) stands in for you" in world.last(he).text
    await world.say(he, "林岚")
    assert "林岚 (青石小学) stands in for you" in world.last(he).text
    await world.press(he, "Confirm")
    await world.press(lin, "I cannot")
    assert "林岚 cannot stand in for you" in world.last(he).text
    assert states(world) == ["declined"]
    assert chen.name not in "".join(one.text for one in world.messages(chen))


@pytest.mark.parametrize(
    ("words", "says"),
    [
        ("12月10日-24日 何静", "不能由本人代理自己"),
        ("12月10日-5日 林岚", "结束早于开始"),
        ("2026-10-01 至 2026-10-07 林岚", "请重新发送今天或以后的日期"),
        ("12月10日-2027年9月1日 林岚", "时间太长"),
        ("12月10日-24日 白", "没有找到这个名字"),
        ("12月10日-24日 高远", "没有找到这个名字"),
        ("12月10日-24日 王渡", "没有找到这个名字"),
        ("哪天都行", "没有找到这个名字"),
    ],
)
async def test_what_cannot_be_arranged_is_said(world: World, words: str, says: str) -> None:
    scene = await november(world)
    he, _, _ = (world.give_phone(scene.people[n], n) for n in ("何静", "林岚", "白露"))
    await world.move_to(at("2026-11-20 10:00"))
    assert says in (await world.say(he, f"/away {words}")).text
    assert states(world) == []


async def test_two_absences_do_not_overlap_and_deputies_are_there(world: World) -> None:
    scene = await november(world)
    he, lin, zhou = (world.give_phone(scene.people[n], n) for n in ("何静", "林岚", "周敏"))
    chen = world.give_phone(scene.people["陈帆"], "陈帆")
    await world.move_to(at("2026-11-20 10:00"))
    await arrange(world, he, lin, "12月1日-5日")
    assert "已有安排" in (await world.say(he, "/away 12月5日-8日 陈帆")).text
    assert "您正在代理何静" in (await world.say(lin, "/away 12月5日-8日 何静")).text
    await arrange(world, chen, he, "12月20日-22日")
    assert "也外出" in (await world.say(zhou, "/away 12月3日 何静")).text
    assert states(world) == ["confirmed", "confirmed"]


async def test_without_an_answer_everything_stays_and_it_is_said_once(world: World) -> None:
    scene = await november(world)
    he, lin = (world.give_phone(scene.people[n], n) for n in ("何静", "林岚"))
    await world.move_to(at("2026-12-01 10:00"))
    await world.say(he, "/away 12月4日-9日 林岚")
    await world.press(he, "确认")
    await world.move_to(at("2026-12-04 12:00"))
    await world.tick(hours=1)
    assert sum("还没有答复是否代理" in one.text for one in world.messages(he)) == 1
    await world.move_to(at("2026-12-07 08:30"))
    assert "下级情况" in digests(world, he)[-1]
    await world.press(lin, "确认")
    assert states(world) == ["running"]
    await world.press(lin, "结束")
    assert states(world) == ["ended"]
    assert world.last(he).text.startswith("🔚 提前结束")
    stale = "v1:away_yes:1:1"
    assert await press_data(world, lin, stale) == "没有改动，现状如此。"
    assert states(world) == ["ended"]


async def test_only_the_two_can_answer_or_end(world: World) -> None:
    scene = await november(world)
    he, lin, chen = (world.give_phone(scene.people[n], n) for n in ("何静", "林岚", "陈帆"))
    await world.move_to(at("2026-12-01 10:00"))
    await world.say(he, "/away 12月1日-9日 林岚")
    await world.press(he, "确认")
    await world.say(chen, "/todo")
    for phone, verb in (
        (chen, "away_yes"),
        (chen, "away_no"),
        (chen, "away_end"),
        (he, "away_yes"),
    ):
        assert await press_data(world, phone, f"v1:{verb}:1:1") == "这个按钮您不能使用。"
    await world.press(lin, "确认")
    assert states(world) == ["running"]
    await world.say(he, "/away")
    await world.press(he, "1 结束")
    assert states(world) == ["ended"]
    assert world.last(lin).text.startswith("🔚 提前结束")


@pytest.mark.parametrize("how", ["leaves", "blocks"])
async def test_a_deputy_who_is_lost_in_the_middle_hands_back(world: World, how: str) -> None:
    scene = await november(world)
    he, lin = (world.give_phone(scene.people[n], n) for n in ("何静", "林岚"))
    await world.move_to(at("2026-12-01 10:00"))
    await arrange(world, he, lin, "12月1日-20日")
    now = world.clock()
    if how == "leaves":
        world.change(lambda s: leave(s, scene.people["林岚"], now=now))
    else:
        world.change(lambda s: _lose(s, scene.people["林岚"]))
    await world.move_to(at("2026-12-07 08:30"))
    assert "下级情况" in digests(world, he)[-1]
    assert states(world) == ["ended"]
    assert sum("不再代理" in one.text for one in world.messages(he)) == 1


def _lose(session: Session, person_id: int) -> None:
    row = session.exec(select(AccountRow).where(AccountRow.person_id == person_id)).one()
    row.lost = "blocked"
    session.add(row)


async def test_reports_are_reviewed_by_the_deputy_and_administrators_stay_alone(
    world: World,
) -> None:
    scene = await november(world, ActKind.REPORT)
    now = world.clock()
    world.change(lambda s: _make_administrator(s, scene, now=now))
    he, lin, chen = (world.give_phone(scene.people[n], n) for n in ("何静", "林岚", "陈帆"))
    await world.move_to(at("2026-11-03 10:00"))
    await arrange(world, he, lin, "11月2日-9日")
    await world.say(chen, "/todo")
    [owed] = owed_by(world, scene.units["willow"])
    await press_data(world, chen, f"v1:hand:{owed.id}:1")
    await world.say(chen, "学习六次")
    await world.press(chen, "提交")
    assert "柳岸小学" in world.last(lin).text
    await world.press(lin, "通过")
    assert owed_by(world, scene.units["willow"]) == []
    assert "管理员" in (await world.say(lin, "/duty")).text


def _make_administrator(session: Session, scene: Organisation, *, now: datetime) -> None:
    session.add(
        OfficeRow(
            person_id=scene.people["何静"],
            unit_id=scene.units["committee"],
            role="administrator",
            began_at=now,
        )
    )
