"""The sheet of one activity, from its card."""

from datetime import time

import pytest

from domain.presence_rules import PresenceRules
from domain.quorum import Share
from storage import presence_rules
from storage.tables.activities import ActivityRow
from tests.harness.activities import (
    CONFIRM,
    PLAN,
    hold,
    open_more,
    open_school,
    press_onward,
    press_stale,
)
from tests.harness.duties import tag
from tests.harness.ledgers import document, read_book
from tests.harness.two_districts import press_data
from tests.harness.world import World, at


async def test_the_secretary_prints_a_list_to_sign_before_and_the_sums_afterwards(
    world: World,
) -> None:
    school = await open_school(world)
    card = await school.plan()
    await open_more(world, school.lin, card)
    await world.press(school.lin, "🖨 签到表", message=card)
    name, content = document(world.last(school.lin))
    assert name == "签到表-教职工政治学习-2026-11-27.xlsx"
    rows = read_book(content)["签到表"]
    heading = ("序号", "姓名", "组织", "签到时间", "方式", "状态", "备注")
    assert rows[:5] == [
        ("青石小学 教职工政治学习", *(None,) * 6),
        ("时间：2026年11月27日星期五 15:00", *(None,) * 6),
        ("地点：会议室", *(None,) * 6),
        ("状态：计划中", *(None,) * 6),
        heading,
    ]
    assert rows[5] == (1, "林岚", "青石小学", None, None, None, None)
    await world.move_to(at("2026-11-27 14:45"))
    await world.say(school.wang, "/checkin")
    await world.press(school.wang, "✅ 签到")
    await world.move_to(at("2026-11-27 15:30"))
    await press_stale(world, school.lin, card, "v1:activity:1:1")
    await hold(world, school.lin, card)
    await world.press(school.lin, "🖨 签到表")
    rows = read_book(document(world.last(school.lin))[1])["签到表"]
    assert (3, "王渡", "青石小学第一支部", time(14, 45), "本人", "签到", "无") in rows
    assert (1, "林岚", "青石小学", "无", "无", "缺席", "无") in rows
    assert rows[-2][0] == "应到3 · 实到1 · 请假0 · 缺席2 · 出席率33.3%"


@pytest.mark.parametrize(
    ("language", "sheet", "due", "moved", "topic", "left"),
    [
        (
            "zh",
            "签到表",
            "有表决权应到2实到1，要求过半数：未达到",
            "原定时间：2026年11月26日星期四 15:00",
            "议题：学习精神",
            "早退",
        ),
        (
            "en",
            "Attendance sheet",
            "1 of 2 with a vote, more than half: not reached",
            "First set for: Thu 26 Nov 2026 15:00",
            "Topic: 学习精神",
            "left early",
        ),
    ],
)
async def test_it_says_what_was_moved_what_it_was_about_and_whether_enough_were_there(
    world: World, language: str, sheet: str, due: str, moved: str, topic: str, left: str
) -> None:
    school = await open_school(world, language)
    rules = PresenceRules(quorum=Share.HALF, without_vote=("预备党员",))
    world.change(lambda session: presence_rules.keep(session, rules))
    tag(world, school.scene.people["陈帆"], "预备党员")
    card = await school.plan(language)
    first = at("2026-11-26 15:00")
    world.change(lambda s: setattr(s.get_one(ActivityRow, 1), "moved_from", first))
    await world.move_to(at("2026-11-27 15:05"))
    await press_stale(world, school.wang, world.last(school.wang), "v1:checkin:1:0")
    wang = school.scene.people["王渡"]
    await press_stale(world, school.lin, card, f"v1:fix_ok:1-{wang}-left-other:2")
    await press_stale(world, school.lin, card, "v1:hold:1:1")
    await press_stale(world, school.lin, card, "v1:held_topic:1:1")
    answer = await world.say(school.lin, "学习精神")
    await press_onward(world, school.lin, answer)
    await world.press(school.lin, "v1:sheet:1:2", message=answer)
    rows = read_book(document(world.last(school.lin))[1])[sheet]
    said = [row[0] for row in rows]
    assert due in said
    assert moved in said
    assert topic in said
    [own] = [row for row in rows if row[1] == "王渡"]
    assert own[-1] == left


async def test_it_reads_in_english(world: World) -> None:
    school = await open_school(world, "en")
    card = await world.say(school.lin, PLAN["en"])
    await world.press(school.lin, CONFIRM["en"], message=card)
    await press_stale(world, school.lin, world.last(school.lin), "v1:sheet:1:1")
    name, content = document(world.last(school.lin))
    assert name == "Attendance sheet-Staff study-2026-11-27.xlsx"
    rows = read_book(content)["Attendance sheet"]
    assert rows[4] == ("No.", "Full name", "Unit", "Checked in at", "Way", "State", "Remarks")


async def test_nobody_else_gets_it(world: World) -> None:
    school = await open_school(world)
    await school.plan()
    chen = world.give_phone(school.scene.people["陈帆"], "陈帆")
    await world.say(chen, "/help")
    for phone in (chen, school.wang):
        await world.say(phone, "/help")
        for data in ("v1:sheet:1:1", "v1:sheet:999:1"):
            assert await press_data(world, phone, data) == "这个按钮您不能使用。"
        assert not any(one.document for one in world.messages(phone))
