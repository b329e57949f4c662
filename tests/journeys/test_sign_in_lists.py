"""What the officer of an office that signs in sees, corrects and takes out."""

from datetime import date, time

import pytest
from sqlmodel import Session, col, select

from storage.tables.ladders import AwayRow
from storage.tables.process import HistoryRow
from tests.harness.activities import labels, press_stale
from tests.harness.contact import press_forged
from tests.harness.ledgers import document, read_book
from tests.harness.offices import Office, open_office
from tests.harness.world import World, at


async def _tuesday(world: World, language: str = "zh") -> Office:
    """马原 comes late, 周敏 in time, 何静 is away, 宋言 has not come; it is ten o'clock."""
    office = await open_office(world, language)
    await office.switch_on(language)
    people = office.scene.people
    away = AwayRow(
        person_id=people["何静"],
        deputy_id=people["周敏"],
        first_day=date(2026, 11, 3),
        last_day=date(2026, 11, 4),
        state="confirmed",
        asked_at=world.clock(),
    )
    world.change(lambda s: s.add(away))
    await world.move_to(at("2026-11-03 08:20"))
    await world.say(office.zhou, "/signin")
    await world.press(office.zhou, "v1:sign:0:0")
    await world.move_to(at("2026-11-03 08:31"))
    await world.say(office.ma, "/signin")
    await world.move_to(at("2026-11-03 10:00"))
    return office


async def test_the_counts_come_first_then_who_and_when(world: World) -> None:
    office = await _tuesday(world)
    shown = await world.say(office.zhou, "上下班")
    assert shown.text.splitlines() == [
        "江畔教育局党委 · 11月3日星期二",
        "",
        "上班：准时1/4 · 迟到1 · 外出1 · 未签1",
        "下班：准时0/4 · 早退0 · 外出1 · 未签0",
        "",
        "何静：外出 · 外出",
        "周敏：08:20 准时 · 待签",
        "马原：08:31 迟到 · 待签",
        "宋言：上班未签 · 待签",
    ]
    assert labels(shown) == [
        "🕘 上下班签到",
        "‹ 前一天",
        "✏️ 更正",
        "时间设置",
        "📄 10月",
        "📄 11月",
    ]
    await world.press(office.zhou, "‹ 前一天")
    assert "当天无需签到。" in shown.text


async def test_the_officer_corrects_with_a_reason_that_the_history_keeps(world: World) -> None:
    office = await _tuesday(world)
    shown = await world.say(office.zhou, "/signin")
    for label in ("✏️ 更正", "宋言", "上班：外出"):
        await world.press(office.zhou, label, message=shown)
    assert "上班：外出。原因？" in shown.text
    assert await world.press(office.zhou, "已口头说明", message=shown) == "已更正，前后记录均保留。"
    for label in ("‹ 返回", "马原", "上班：准时", "登记有误"):
        await world.press(office.zhou, label, message=shown)
    assert "上班：08:31 准时" in shown.text

    def kept(session: Session) -> list[tuple[object, object]]:
        found = session.exec(select(HistoryRow).where(col(HistoryRow.verb) == "sign_corrected"))
        return [(one.before, one.after) for one in found]

    told = {"day": "2026-11-03", "slot": "coming"}
    assert world.look(kept) == [
        ({"state": None}, {**told, "state": "away", "why": "told"}),
        ({"state": "late"}, {**told, "state": "in", "why": "mistake"}),
    ]


async def test_a_correction_of_what_has_changed_since_is_shown_instead(world: World) -> None:
    office = await _tuesday(world)
    song = office.scene.people["宋言"]
    phone = world.give_phone(song, "宋言")
    shown = await world.say(office.zhou, "/signin")
    for label in ("✏️ 更正", "宋言", "上班未签"):
        await world.press(office.zhou, label, message=shown)
    await world.say(phone, "/signin")
    said = await world.press(office.zhou, "其他", message=shown)
    assert said == "记录刚刚有变动，请再看一下。"
    assert "上班：10:00 迟到" in shown.text


async def test_what_an_officer_said_is_not_taken_back_by_the_person(world: World) -> None:
    office = await _tuesday(world)
    shown = await world.say(office.zhou, "/signin")
    for label in ("✏️ 更正", "马原", "下班：外出", "其他"):
        await world.press(office.zhou, label, message=shown)
    mine = await world.say(office.ma, "/signin")
    assert "下班（17:30起）：外出" in mine.text
    assert labels(mine) == []
    data = "v1:sign_undo:20261103-leaving:0"
    assert await press_stale(world, office.ma, mine, data) == "已不能撤销，请联系书记。"


async def test_the_month_comes_as_a_workbook(world: World) -> None:
    office = await _tuesday(world)
    await world.move_to(at("2026-11-04 09:00"))
    await world.say(office.zhou, "/signin")
    await world.press(office.zhou, "📄 11月")
    name, content = document(world.last(office.zhou))
    assert name == "上下班签到-江畔教育局党委-2026-11.xlsx"
    book = read_book(content)
    heading = ("序号", "姓名", "工作日", "上班准时", "迟到", "上班未签")
    assert book["汇总"][2] == (*heading, "下班准时", "早退", "下班未签", "外出（次）")
    assert book["汇总"][3:] == [
        (1, "何静", 2, 0, 0, 0, 0, 0, 0, 4),
        (2, "周敏", 2, 1, 0, 0, 0, 0, 1, 0),
        (3, "马原", 2, 0, 1, 0, 0, 0, 1, 0),
        (4, "宋言", 2, 0, 0, 1, 0, 0, 1, 0),
    ]
    assert book["明细"][7][1:] == ("马原", time(8, 31), "迟到", "无", "下班未签")
    assert book["明细"][8][1:] == ("马原", "无", "待签", "无", "待签")


async def test_the_list_and_the_month_read_in_english(world: World) -> None:
    office = await _tuesday(world, "en")
    shown = await world.say(office.zhou, "/signin")
    assert "Coming: in time 1 of 4 · late 1 · away 1 · missing 1" in shown.text
    await world.press(office.zhou, "📄 November")
    assert set(read_book(document(world.last(office.zhou))[1])) == {"Sums", "Days"}


@pytest.mark.parametrize("verb", ["sign_day", "sign_names", "sign_hours", "sign_off", "sign_sheet"])
async def test_other_officers_and_members_see_nothing_of_it(world: World, verb: str) -> None:
    office = await _tuesday(world)
    lin = world.give_phone(office.scene.people["林岚"], "林岚")
    assert "还没有开启" in (await world.say(lin, "/signin")).text
    unit, song = office.scene.units["committee"], office.scene.people["宋言"]
    refused = "这个按钮您不能使用。"
    for phone in (lin, office.ma):
        assert await press_forged(world, phone, f"v1:{verb}:{unit}-20261103:1") == refused
        for data in ("sign_one:20261103-{}:0", "sign_ok:20261103-{}-coming-in-other:0"):
            assert await press_forged(world, phone, f"v1:{data.format(song)}") == refused
