"""Who has not is seen in one tap, and only they are asked."""

import pytest
from sqlmodel import Session

from domain.act import ActKind
from storage.tables.reports import ReportRow
from tests.harness.scenes import add_person, add_unit
from tests.harness.two_districts import (
    CANARIES,
    finish,
    labels,
    november,
    owed_by,
    press_data,
)
from tests.harness.world import World, at


async def test_the_list_names_those_who_have_not_and_nobody_else(world: World) -> None:
    scene = await november(world)
    finish(world, scene.units["stone"])
    he = world.give_phone(scene.people["何静"], "何静")
    page = await world.say(he, "/missing")
    assert page.text.startswith("2项未完成\n\n教职工政治学习 · 2026年11月\n• 柳岸小学：还有28天")
    assert "石桥小学" in page.text
    assert "青石小学" not in page.text
    assert not any(canary in page.text for canary in CANARIES)
    assert labels(page) == ["📣 催办 2项"]
    assert (await world.say(he, "未完成")).text == page.text


async def test_the_overdue_come_first_and_a_filter_narrows_the_list_in_place(world: World) -> None:
    scene = await november(world, ActKind.ACTIVITY, ActKind.REPORT)
    await world.move_to(at("2026-12-01 07:10"))
    he = world.give_phone(scene.people["何静"], "He", language="en")
    page = await world.say(he, "/missing")
    assert labels(page)[:2] == ["Staff study 6", "Duty report 6"]
    assert page.text.splitlines()[3] == "• 青石小学: ⚠️ overdue, was due Mon 30 Nov"
    assert page.text.splitlines()[2] == "Staff study · November 2026"
    assert "1/2" in labels(page)
    await world.press(he, "Duty report 6")
    narrowed = world.last(he)
    assert narrowed.message_id == page.message_id
    assert "Staff study" not in narrowed.text
    assert labels(narrowed)[:3] == ["All", "Staff study 6", "● Duty report 6"]
    assert "📣 Nudge: 6 items" in labels(narrowed)


async def test_a_report_under_review_is_not_missing(world: World) -> None:
    scene = await november(world, ActKind.REPORT)
    [owed] = owed_by(world, scene.units["stone"])

    def hand_in(session: Session) -> None:
        session.add(
            ReportRow(
                obligation_id=owed.id,
                number=1,
                state="submitted",
                author_id=scene.people["林岚"],
                begun_at=world.clock(),
            )
        )

    world.change(hand_in)
    he = world.give_phone(scene.people["何静"], "何静")
    assert "青石小学" not in (await world.say(he, "/missing")).text


async def test_a_nudge_reaches_only_the_missing_and_says_whom_it_could_not(world: World) -> None:
    scene = await november(world)
    finish(world, scene.units["stone"])
    await world.move_to(at("2026-11-04 10:00"))
    he, lin, chen = (world.give_phone(scene.people[n], n) for n in ("何静", "林岚", "陈帆"))
    await world.say(he, "/missing")
    heard = len(world.messages(he))
    await world.press(he, "📣 催办 2项")
    assert world.last(he).text == "📣 已提醒1人。\n1个组织没有可以联系的人，见 /reach。"
    assert len(world.messages(he)) == heard
    assert world.messages(lin) == []
    [card] = world.messages(chen)
    assert card.text.startswith("何静提醒您：\n\n1. 教职工政治学习 · 2026年11月 · 柳岸小学")
    assert labels(card) == ["1 安排", "为什么提醒我"]


async def test_an_officer_who_nudges_hears_which_items_are_his_own(world: World) -> None:
    scene = await november(world)
    await world.move_to(at("2026-11-04 10:00"))
    lin = world.give_phone(scene.people["林岚"], "林岚")
    await world.say(lin, "/missing")
    await world.press(lin, "📣 催办 1项")
    assert world.last(lin).text == "没有新提醒任何人。\n1项由您自己完成：/todo"


async def test_nudging_twice_a_day_tells_nobody_twice(world: World) -> None:
    scene = await november(world, ActKind.ACTIVITY, ActKind.REPORT)
    await world.move_to(at("2026-11-04 10:00"))
    he, zhou, chen = (world.give_phone(scene.people[n], n) for n in ("何静", "周敏", "陈帆"))
    await world.say(he, "/missing")
    await world.press(he, "📣 催办 6项")
    await world.press(he, "返回列表")
    await world.press(he, "📣 催办 6项")
    assert world.last(he).text.startswith("没有新提醒任何人。\n今天已提醒过1人。")
    await world.say(zhou, "/missing")
    await world.press(zhou, "📣 催办 8项")
    assert world.last(zhou).text.startswith("没有新提醒任何人。")
    [card] = world.messages(chen)
    assert "履责报告" in card.text
    await world.move_to(at("2026-11-05 10:00"))
    await world.say(he, "/missing")
    await world.press(he, "📣 催办 6项")
    assert len(world.messages(chen)) == 2


async def test_a_nudge_at_night_arrives_when_people_are_awake(world: World) -> None:
    scene = await november(world)
    await world.move_to(at("2026-11-04 23:30"))
    he, chen = (world.give_phone(scene.people[n], n) for n in ("何静", "陈帆"))
    await world.say(he, "/missing")
    await world.press(he, "📣 催办 3项")
    assert world.last(he).text.startswith("📣 已提醒1人。")
    assert world.messages(chen) == []
    await world.move_to(at("2026-11-05 07:30"))
    assert len(world.messages(chen)) == 1


async def test_what_was_done_by_then_is_not_asked_for(world: World) -> None:
    scene = await november(world)
    await world.move_to(at("2026-11-04 23:30"))
    he, chen = (world.give_phone(scene.people[n], n) for n in ("何静", "陈帆"))
    await world.say(he, "/missing")
    await world.press(he, "📣 催办 3项")
    finish(world, scene.units["willow"])
    await world.move_to(at("2026-11-05 07:30"))
    assert world.messages(chen) == []
    await world.move_to(at("2026-11-06 09:00"))
    assert world.messages(chen) == []


async def test_done_means_quiet_for_a_nudge_that_was_sent(world: World) -> None:
    scene = await november(world)
    await world.move_to(at("2026-11-04 10:00"))
    he, chen = (world.give_phone(scene.people[n], n) for n in ("何静", "陈帆"))
    await world.say(he, "/missing")
    await world.press(he, "📣 催办 3项")
    finish(world, scene.units["willow"])
    await world.tick(seconds=1)
    [card] = world.messages(chen)
    assert "✅ 已完成" in card.text
    assert labels(card) == []


async def test_many_people_are_written_to_only_after_a_second_look(world: World) -> None:
    scene = await november(world)
    east, now = scene.units["east"], world.clock()

    def grow(session: Session) -> dict[str, int]:
        return {
            f"秘书{n}": add_person(
                session,
                f"秘书{n}",
                add_unit(session, f"第{n}小学", "学校", parent=east),
                roles=["secretary"],
                now=now,
            )
            for n in range(21)
        }

    secretaries = world.change(grow)
    phones = [world.give_phone(person, name) for name, person in secretaries.items()]
    await world.move_to(at("2026-11-04 10:00"))
    he = world.give_phone(scene.people["何静"], "何静")
    heard = [len(world.messages(phone)) for phone in phones]
    page = await world.say(he, "/missing")
    await world.press(he, "📣 催办 24项")
    assert world.last(he).text == "将给21人发送提醒，确定催办吗？"
    assert world.last(he).message_id == page.message_id
    assert [len(world.messages(phone)) for phone in phones] == heard
    await world.press(he, "📣 催办 21人")
    assert world.last(he).text.startswith("📣 已提醒21人。")
    assert [len(world.messages(phone)) for phone in phones] == [one + 1 for one in heard]
    await press_data(world, he, "v1:nudge_sure:0:0")
    assert [len(world.messages(phone)) for phone in phones] == [one + 1 for one in heard]


@pytest.mark.parametrize("verb", ["missing", "nudge", "nudge_sure"])
async def test_nobody_looks_at_or_nudges_foreign_units(world: World, verb: str) -> None:
    scene = await november(world)
    await world.move_to(at("2026-11-04 10:00"))
    he, lin, snow = (world.give_phone(scene.people[n], n) for n in ("何静", "林岚", "白露"))
    for phone, foreign in ((he, "west"), (he, "committee"), (lin, "east"), (lin, "willow")):
        before = (await world.say(phone, "/missing")).text
        for key in (str(scene.units[foreign]), f"{scene.units[foreign]}-1", "999999", "x"):
            toast = await press_data(world, phone, f"v1:{verb}:{key}:1")
            assert toast == "这个按钮您不能使用。"
        assert world.last(phone).text == before
    assert world.messages(snow) == []


async def test_a_member_and_a_stranger_nudge_nobody(world: World) -> None:
    scene = await november(world)
    await world.move_to(at("2026-11-04 10:00"))
    chen, wang = (world.give_phone(scene.people[n], n) for n in ("陈帆", "王渡"))
    stranger = world.stand_in.people.add_person("路人", "en")
    stranger.started = True
    for phone in (wang, stranger):
        await world.say(phone, "/missing")
        assert await press_data(world, phone, "v1:nudge_sure:0:0") in (
            "这个按钮您不能使用。",
            "You cannot use this button.",
        )
        assert "小学" not in world.last(phone).text
    assert world.messages(chen) == []
