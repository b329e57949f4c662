"""What an election asks for: the list that is ticked in place, and the letter that reminds."""

from io import BytesIO
from zipfile import ZipFile

import pytest

from sandbox.chats import Person
from storage.tables.process import HistoryRow
from tests.harness.scenes import Organisation, keep_duty, small_school_committee
from tests.harness.world import World, at
from tests.journeys.asking import facts_of_history
from tests.journeys.reporting import phone, press_stale
from tests.journeys.test_term_answers import DUTY

REQUEST = "v1:term_tick:3-request"
MEETING = "v1:term_tick:3-meeting"


@pytest.fixture
async def scene(world: World) -> Organisation:
    """A branch whose term ends on 20 May 2027, half a year before."""
    now = world.clock()
    made = world.change(lambda s: small_school_committee(s, now))
    world.change(lambda s: keep_duty(s, DUTY))
    await world.move_to(at("2026-11-19 20:00"))
    return made


async def open_list(world: World, officer: Person) -> None:
    """The list of the branch."""
    await world.say(officer, "/terms")
    await world.press(officer, "1 详情")
    await world.press(officer, "☑️ 换届清单")


async def test_steps_are_ticked_in_place_with_who_and_when(
    world: World, scene: Organisation
) -> None:
    chen = phone(world, scene, "陈帆")
    await open_list(world, chen)
    card = world.last(chen)
    assert "1. ⬜ 向上级请示：选举前30天" in card.text
    await world.press(chen, "选举定于…")
    await world.say(chen, "2027年4月28日")
    await world.press(chen, "确认")
    await world.press(chen, "☑️ 换届清单")
    card = world.last(chen)
    assert "1. ⬜ 向上级请示：2027年3月29日" in card.text
    assert await world.press(chen, "1 ✅ 向上级请示") == "已勾选。"
    assert "1. ✅ 向上级请示：陈帆，11月19日" in card.text
    assert "内容已有变化" in await press_stale(world, chen, f"{REQUEST}:1")
    await world.restart()
    await world.move_to(at("2027-04-27 20:00"))
    assert "向上级请示" not in world.last(chen).text.splitlines()[0]
    assert await world.press(chen, "1 ↩️ 向上级请示", message=card) == "已取消勾选。"
    assert "1. ⚠️ 向上级请示" in card.text
    verbs = [one.after for one in facts_of_history(world, HistoryRow.verb == "election_step")]
    assert [one["done"] for one in verbs if one] == [True, False]


async def test_a_tick_takes_the_step_out_of_the_reminders(
    world: World, scene: Organisation
) -> None:
    chen = phone(world, scene, "陈帆")
    await open_list(world, chen)
    await world.press(chen, "选举定于…")
    await world.say(chen, "2027年4月28日")
    await world.press(chen, "确认")
    await press_stale(world, chen, f"{REQUEST}:1")
    heard = len(world.messages(chen))
    await world.move_to(at("2027-04-28 20:00"))
    assert len(world.messages(chen)) == heard
    await world.move_to(at("2027-04-29 08:30"))
    assert "按期换届" in world.last(chen).text


async def test_a_tick_leaves_the_reminder_of_another_step(
    world: World, scene: Organisation
) -> None:
    chen = phone(world, scene, "陈帆")
    await open_list(world, chen)
    await world.press(chen, "选举定于…")
    await world.say(chen, "2027年4月28日")
    await world.press(chen, "确认")
    await world.move_to(at("2027-03-29 08:05"))
    await press_stale(world, chen, f"{MEETING}:1")
    await world.move_to(at("2027-03-29 08:31"))
    assert "向上级请示" in world.last(chen).text


@pytest.mark.parametrize("language", ["zh", "en"])
async def test_half_a_year_ahead_the_superior_gets_the_letter_from_the_reminder(
    world: World, scene: Organisation, language: str
) -> None:
    lin = phone(world, scene, "林岚", language)
    await world.move_to(at("2026-11-20 08:30"))
    label = "1 ✉️ 提醒函" if language == "zh" else "1 ✉️ Letter"
    await world.press(lin, label)
    sent = world.last(lin)
    assert ("2027年5月20日届满" if language == "zh" else "ends on 20 May 2027") in sent.text
    assert sent.document is not None
    with ZipFile(BytesIO(sent.document.content)) as archive:
        assert "青石小学第一支部" in archive.read("word/document.xml").decode()
    await world.press(lin, label)
    assert len(facts_of_history(world, HistoryRow.verb == "term_letter")) == 1


async def test_the_body_itself_writes_no_letter_and_strangers_tick_nothing(
    world: World, scene: Organisation
) -> None:
    chen, wang = phone(world, scene, "陈帆"), phone(world, scene, "王渡")
    assert await press_stale(world, chen, "v1:term_letter:3:0") == "这个按钮您不能使用。"
    for data in (f"{REQUEST}:1", "v1:term_list:3:0", "v1:term_letter:3:0", "v1:term_ledger:0:0"):
        assert await press_stale(world, wang, data) == "这个按钮您不能使用。"
    assert "内容已有变化" in await press_stale(world, chen, "v1:term_tick:3-nothing:1")
    assert facts_of_history(world, HistoryRow.verb == "election_step") == []


async def test_the_ledger_is_sent_as_a_workbook(world: World, scene: Organisation) -> None:
    lin = phone(world, scene, "林岚")
    await world.say(lin, "/terms")
    await world.press(lin, "📄 换届台账")
    sent = world.last(lin)
    assert sent.document is not None
    assert sent.document.name == "换届台账-2026-11-19.xlsx"
