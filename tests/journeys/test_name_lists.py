"""Marking by list: names are matched, doubts asked, and nothing counts before Confirm."""

from io import BytesIO

import pytest
from openpyxl import Workbook
from sqlmodel import select

from sandbox.chats import Message
from storage.tables.activities import ExpectedRow
from storage.tables.organisation import PersonRow
from storage.tables.process import HistoryRow
from tests.harness.activities import School, labels, open_school, press_stale
from tests.harness.presence import record_of
from tests.harness.roster_files import send_file
from tests.harness.scenes import add_person
from tests.harness.world import World, at


async def waiting(world: World, language: str = "zh") -> tuple[School, Message]:
    """The check-in is open and the officer has asked to mark by list."""
    school = await open_school(world, language)
    card = await school.plan(language)
    await world.move_to(at("2026-11-27 15:20"))
    await press_stale(world, school.lin, card, "v1:mark_list:1:0")
    return school, card


@pytest.mark.parametrize(
    ("language", "nobody", "confirm", "marked"),
    [
        ("zh", "没有找到以下1个姓名：\n李四", "确认", "已代签2人"),
        ("en", "1 name that I do not know:\n李四", "Confirm", "Marked: 2"),
    ],
)
async def test_pasted_names_are_shown_and_then_marked(
    world: World, language: str, nobody: str, confirm: str, marked: str
) -> None:
    school, _ = await waiting(world, language)
    shown = await world.say(school.lin, "1. 王渡\n2. 陈帆\n3. 李四")
    assert nobody in shown.text
    assert school.states() == dict.fromkeys(("林岚", "陈帆", "王渡"), "expected")
    assert await world.press(school.lin, confirm, message=shown) == marked
    assert school.states() == {"林岚": "expected", "陈帆": "present", "王渡": "present"}
    lin = school.scene.people["林岚"]
    assert record_of(world, "陈帆") == ("present", at("2026-11-27 15:10"), "officer", lin)
    rows = world.look(lambda s: s.exec(select(HistoryRow)).all())
    [line] = [row for row in rows if row.verb == "marked_by_list"]
    assert line.after is not None
    assert len(line.after["people"]) == 2


async def test_namesakes_are_asked_about(world: World) -> None:
    school, _ = await waiting(world)
    units, now = school.scene.units, world.clock()
    second = world.change(lambda s: add_person(s, "王二", units["school"], now=now))
    world.change(lambda s: setattr(s.get_one(PersonRow, second), "name", "王渡"))
    shown = await world.say(school.lin, "王渡")
    assert labels(shown) == ["王渡 · 青石小学", "王渡 · 青石小学第一支部", "都不是"]
    await world.press(school.lin, "王渡 · 青石小学", message=shown)
    assert "确认" in labels(shown)
    await world.press(school.lin, "确认", message=shown)
    first = school.scene.people["王渡"]
    assert second != first
    rows = world.look(lambda s: s.exec(select(ExpectedRow)).all())
    states = {row.person_id: row.state for row in rows}
    assert (states[first], states[second]) == ("expected", "present")


async def test_a_sheet_is_read_like_pasted_names(world: World) -> None:
    school, _ = await waiting(world)
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    heading = ["序号", "姓名", "单位"]
    for row in (["签到表"], heading, [1, "王渡", "青石小学第一支部"], [2, "陈 帆", ""]):
        sheet.append(row)
    content = BytesIO()
    book.save(content)
    shown = await send_file(world, school.lin, content.getvalue(), name="名单.xlsx")
    await world.press(school.lin, "确认", message=shown)
    assert school.states() == {"林岚": "expected", "陈帆": "present", "王渡": "present"}


@pytest.mark.parametrize("content", [b"PK\x03\x04rubbish", b"\xff\xfe\x00\xd8", b""])
async def test_a_file_without_names_marks_nobody(world: World, content: bytes) -> None:
    school, _ = await waiting(world)
    answer = await send_file(world, school.lin, content or b" ", name="名单.xlsx")
    assert "确认" not in labels(answer)
    assert set(school.states().values()) == {"expected"}


async def test_who_has_checked_in_himself_stays_as_he_is(world: World) -> None:
    school = await open_school(world)
    card = await school.plan()
    await world.move_to(at("2026-11-27 14:40"))
    await press_stale(world, school.wang, world.last(school.wang), "v1:checkin:1:0")
    await press_stale(world, school.lin, card, "v1:mark_list:1:0")
    shown = await world.say(school.lin, "王渡、陈帆")
    assert "1人已经签到" in shown.text
    await world.press(school.lin, "确认", message=shown)
    assert record_of(world, "王渡")[2] == "self"
    # The same Confirm of another phone does nothing.
    await press_stale(world, school.lin, shown, "v1:list_ok:2:2")
    assert record_of(world, "王渡")[2] == "self"


async def test_before_the_window_no_list_is_taken(world: World) -> None:
    school = await open_school(world)
    card = await school.plan()
    assert "签到将于" in await press_stale(world, school.lin, card, "v1:mark_list:1:0")
    chen = world.give_phone(school.scene.people["陈帆"], "陈帆")
    other = await world.say(chen, "/activity")
    assert "不能" in await press_stale(world, chen, other, "v1:mark_list:1:0")
