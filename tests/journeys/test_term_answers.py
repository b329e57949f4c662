"""What is answered when a term ends: a day set, too few present, an extension, an office left."""

from datetime import date

import pytest

from domain.act import Act, ActKind
from domain.audience import Audience
from domain.bilingual import Bilingual
from domain.cadence import TermEnds
from domain.duty import Duty
from domain.election_rule import ElectionRule, ListedStep, Quorum
from domain.ladder import TERM_POLICY
from sandbox.chats import Person
from storage.tables.process import HistoryRow
from tests.harness.scenes import Organisation, keep_duty, small_school_committee
from tests.harness.world import World, at
from tests.journeys.asking import buttons_of, facts_of_history
from tests.journeys.reporting import phone, press_stale

RULE = ElectionRule(
    quorum=Quorum(part=4, whole=5),
    checklist=(
        ListedStep(code="request", name=Bilingual(zh="向上级请示", en="Request"), days=-30),
        ListedStep(code="meeting", name=Bilingual(zh="选举大会", en="Meeting"), days=0),
    ),
)
NAME = Bilingual(zh="按期换届", en="Election")
DUTY = Duty(
    id=0,
    code="term",
    name=NAME,
    source=Bilingual(zh="任期规定", en="Rules on terms"),
    audience=Audience(kinds=("支部",)),
    acts=(Act(kind=ActKind.VOTE, code="vote", name=NAME, election=RULE),),
    cadence=TermEnds(),
    policy=TERM_POLICY,
    begins_on=date(2026, 11, 1),
)


@pytest.fixture
async def scene(world: World) -> Organisation:
    """A branch whose term ends on 20 May 2027, under a plan with a quorum and a list."""
    now = world.clock()
    made = world.change(lambda s: small_school_committee(s, now))
    world.change(lambda s: keep_duty(s, DUTY))
    await world.move_to(at("2027-02-18 20:00"))
    return made


async def open_sheet(world: World, officer: Person, language: str = "zh") -> None:
    """The sheet of the branch, in the hands of an officer."""
    await world.say(officer, "/terms 第一支部")
    await world.press(officer, "1 详情" if language == "zh" else "1 Details")


async def test_a_day_that_is_set_changes_the_ladder_to_the_steps_before_it(
    world: World, scene: Organisation
) -> None:
    chen = phone(world, scene, "陈帆")
    await world.move_to(at("2027-02-19 08:30"))
    reminder = world.last(chen)
    await open_sheet(world, chen)
    await world.press(chen, "选举定于…")
    assert "选举定于2027年4月28日" in (await world.say(chen, "4月28日")).text
    assert await world.press(chen, "确认") == "已记录，届时按步骤提醒。"
    assert "选举定于4月28日" in reminder.text
    assert "下一步：向上级请示，3月29日" in reminder.text
    heard = len(world.messages(chen))
    await world.restart()
    await world.move_to(at("2027-03-28 20:00"))
    assert len(world.messages(chen)) == heard
    await world.move_to(at("2027-03-29 08:30"))
    assert "向上级请示" in world.last(chen).text
    await world.move_to(at("2027-04-28 20:00"))
    assert len(world.messages(chen)) == heard + 1
    await world.move_to(at("2027-04-29 08:30"))
    assert len(world.messages(chen)) == heard + 2


async def test_a_day_taken_back_brings_back_the_reminder_of_that_morning(
    world: World, scene: Organisation
) -> None:
    chen = phone(world, scene, "陈帆")
    await world.move_to(at("2027-02-19 08:05"))
    await open_sheet(world, chen)
    await world.press(chen, "选举定于…")
    await world.say(chen, "4月28日")
    await world.press(chen, "确认")
    assert await world.press(chen, "撤销") == "已撤销，恢复原状。"
    await world.move_to(at("2027-02-19 08:31"))
    assert "按期换届" in world.last(chen).text


@pytest.mark.parametrize("language", ["zh", "en"])
async def test_too_few_present_is_refused_and_a_new_day_is_offered(
    world: World, scene: Organisation, language: str
) -> None:
    chen = phone(world, scene, "陈帆", language)
    is_chinese = language == "zh"
    await open_sheet(world, chen, language)
    await world.press(chen, "已开" if is_chinese else "Held")
    asked = await world.say(chen, "2月16日" if is_chinese else "16 Feb")
    assert ("应到几人" if is_chinese else "were due") in asked.text
    refused = await world.say(chen, "20，16")
    assert ("至少17人" if is_chinese else "17 or more") in refused.text
    assert "确认" not in buttons_of(refused)
    assert "Confirm" not in buttons_of(refused)
    assert facts_of_history(world, HistoryRow.verb == "record_election") == []
    await world.press(chen, "重新召开…" if is_chinese else "Hold again on …")
    await world.say(chen, "3月15日" if is_chinese else "15 March")
    await world.press(chen, "确认" if is_chinese else "Confirm")
    assert ("选举定于3月15日" if is_chinese else "election on Mon 15 Mar") in world.last(chen).text
    held = "已于2月17日召开，应到20人，实到17人"
    await world.press(chen, "已开" if is_chinese else "Held")
    echo = await world.say(chen, held if is_chinese else "held on 17 Feb, 20 due, 17 present")
    assert ("实到17人" if is_chinese else "17 of 20 came") in echo.text
    await world.press(chen, "确认" if is_chinese else "Confirm")
    assert ("2030年2月17日" if is_chinese else "17 Feb 2030") in world.last(chen).text


async def test_an_extension_moves_the_ladder_and_can_be_taken_back(
    world: World, scene: Organisation
) -> None:
    lin, chen = phone(world, scene, "林岚"), phone(world, scene, "陈帆")
    await open_sheet(world, lin)
    await world.press(lin, "延期至…")
    echo = await world.say(lin, "延期至2027年12月31日，区教育党委2月3日批准")
    assert "延期至2027年12月31日" in echo.text
    assert "区教育党委于2027年2月3日星期三批准" in echo.text
    assert await world.press(lin, "确认") == "已记录，提醒按新的日期计算。"
    assert "🔵 延期至2027年12月31日" in world.last(lin).text
    heard = len(world.messages(chen))
    await world.tick(minutes=9)
    assert await world.press(lin, "撤销") == "已撤销，恢复原状。"
    assert "2027年5月20日星期四届满" in world.last(lin).text
    await world.press(lin, "延期至…")
    await world.say(lin, "2027年12月31日")
    await world.say(lin, "区教育党委2月3日")
    await world.press(lin, "确认")
    await world.restart()
    await world.move_to(at("2027-09-29 20:00"))
    assert len(world.messages(chen)) == heard
    await world.move_to(at("2027-09-30 08:30"))
    assert "2027" not in world.last(chen).text
    assert "12月31日" in world.last(chen).text


async def test_an_extension_of_three_years_is_warned_of_and_not_forbidden(
    world: World, scene: Organisation
) -> None:
    lin = phone(world, scene, "林岚", "en")
    await open_sheet(world, lin, "en")
    await world.press(lin, "Extended until …")
    words = "extended until 2030-05-20, approved by the district committee on 3 Feb"
    assert "More than a year beyond the end" in (await world.say(lin, words)).text
    await world.press(lin, "Confirm")
    assert "extended until Mon 20 May 2030" in world.last(lin).text
    await world.move_to(at("2028-05-21 08:00"))
    assert "overdue" in (await world.say(lin, "/terms")).text


async def test_somebody_leaves_his_office_and_thinks_again(
    world: World, scene: Organisation
) -> None:
    chen = phone(world, scene, "陈帆")
    await open_sheet(world, chen)
    await world.press(chen, "离任")
    await world.press(chen, "陈帆")
    assert "陈帆离任：书记" in world.last(chen).text
    assert await world.press(chen, "确认") == "已记录，职务空缺。"
    assert "这里无人任职" in world.last(chen).text
    sheet = world.last(chen)
    assert "没有可以查看" not in (await world.say(chen, "/terms")).text
    await world.press(chen, "撤销", message=sheet)
    assert "已撤销" in sheet.text
    assert "第一支部" in (await world.say(chen, "/terms")).text


@pytest.mark.parametrize(
    ("button", "words", "answer"),
    [
        ("选举定于…", "2月1日", "已经过去"),
        ("选举定于…", "2031年2月1日", "太远了"),
        ("选举定于…", "日" * 5000, "没有看懂这个日期"),
        ("延期至…", "2027年5月1日", "算不上延期"),
        ("延期至…", "2099年5月1日", "太远了"),
        ("延期至…", "字" * 5000, "没有看懂这个日期"),
        ("已开", "3月15日", "还没有到"),
        ("离任", "张三", "点离任者的姓名"),
    ],
)
async def test_what_makes_no_sense_is_refused_in_a_sentence(
    world: World, scene: Organisation, button: str, words: str, answer: str
) -> None:
    chen = phone(world, scene, "陈帆")
    await open_sheet(world, chen)
    await world.press(chen, button)
    assert answer in (await world.say(chen, words)).text
    assert facts_of_history(world, HistoryRow.subject_kind == "unit") == []


async def test_pressed_twice_it_is_kept_once(world: World, scene: Organisation) -> None:
    chen = phone(world, scene, "陈帆")
    await open_sheet(world, chen)
    await world.press(chen, "选举定于…")
    echo = await world.say(chen, "4月28日")
    confirm = echo.buttons[0][0].data or ""
    await world.press(chen, "确认")
    assert "内容已有变化" in await press_stale(world, chen, confirm)
    assert len(facts_of_history(world, HistoryRow.verb == "term_planned")) == 1


async def test_a_sibling_answers_nothing(world: World, scene: Organisation) -> None:
    wang = phone(world, scene, "王渡")
    for data in ("term_say:3-extended", "term_holder:1-1", "term_undo:1"):
        assert await press_stale(world, wang, f"v1:{data}:0") == "这个按钮您不能使用。"


async def test_nobody_decides_and_those_in_office_go_on_as_acting(
    world: World, scene: Organisation
) -> None:
    chen, lin = phone(world, scene, "陈帆"), phone(world, scene, "林岚")
    await world.move_to(at("2027-05-20 20:00"))
    heard = len(world.messages(chen)), len(world.messages(lin))
    for week, day in enumerate(("2027-05-27", "2027-06-03", "2027-06-10"), start=1):
        await world.move_to(at(f"{day} 08:30"))
        assert len(world.messages(chen)) == heard[0] + week
        assert len(world.messages(lin)) == heard[1] + week
    for command in ("/terms 第一支部", "/status"):
        shown = (await world.say(lin, command)).text
        assert "2027年5月20日星期四已届满，应当换届" in shown
        assert "届满未换，暂行职务：陈帆" in shown
    await world.restart()
    await world.press(chen, "1 已开")
    await world.say(chen, "已于6月9日召开，应到20人，实到20人")
    await world.press(chen, "确认")
    assert "在任：陈帆" in world.last(chen).text
    assert "暂行" not in (await world.say(lin, "/status")).text
