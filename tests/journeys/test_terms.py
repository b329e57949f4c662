"""Terms end with warning, and an election that is recorded leaves both levels in peace."""

from datetime import date

import pytest
from sqlmodel import Session

from domain.act import ActKind
from sandbox.chats import Person
from storage.tables.organisation import UnitRow
from storage.tables.process import HistoryRow
from tests.harness.scenes import Organisation, add_duty, add_unit, small_school_committee
from tests.harness.world import World, at
from tests.journeys.asking import buttons_of, facts_of_history
from tests.journeys.reporting import phone, press_stale


@pytest.fixture
async def scene(world: World) -> Organisation:
    """A branch under a school, its term of three years ending on 20 May 2027."""
    now = world.clock()
    made = world.change(lambda s: small_school_committee(s, now))
    world.change(
        lambda s: add_duty(s, ActKind.VOTE, owner_kinds=["支部"], begins_on=date(2026, 11, 1))
    )
    await world.move_to(at("2026-11-02 09:00"))
    return made


async def begin(world: World, officer: Person, unit: str = "青石小学第一支部") -> None:
    await world.say(officer, "/terms")
    lines = world.last(officer).text.splitlines()
    number = next(line.split(".")[0] for line in lines if unit in line)
    await world.press(officer, f"{number} 详情")
    await world.press(officer, "已开")


async def test_six_months_before_only_the_superior_is_told_and_then_both(
    world: World, scene: Organisation
) -> None:
    chen, lin = phone(world, scene, "陈帆"), phone(world, scene, "林岚")
    await world.move_to(at("2026-11-20 08:30"))
    assert "按期换届" in world.last(lin).text
    assert world.messages(chen) == []
    for day, told in (("2027-02-19", 1), ("2027-04-20", 2), ("2027-05-27", 3), ("2027-06-03", 4)):
        await world.move_to(at(f"{day} 08:30"))
        assert len(world.messages(chen)) == told
        assert len(world.messages(lin)) == told + 1
    await world.move_to(at("2027-06-09 19:00"))
    assert len(world.messages(chen)) == 4


async def test_an_election_closes_the_ladder_and_edits_both_digests(
    world: World, scene: Organisation
) -> None:
    chen, lin = phone(world, scene, "陈帆"), phone(world, scene, "林岚")
    await world.move_to(at("2027-02-19 08:30"))
    own, below = world.last(chen), world.last(lin)
    await world.press(chen, "1 已开")
    assert "哪一天" in world.last(chen).text
    await world.say(chen, "2月16日")
    echo = world.last(chen)
    assert "换届选举：2027年2月16日星期二" in echo.text
    assert "新一届届满：2030年2月16日星期六" in echo.text
    assert await world.press(chen, "确认") == "已记录，提醒已停止。"
    assert "2024年5月20日星期一至2027年2月16日星期二" in echo.text
    assert "已完成" in own.text
    assert "已完成" in below.text
    assert buttons_of(own) == []
    await world.move_to(at("2029-08-15 20:00"))
    assert world.last(lin) is below
    await world.move_to(at("2029-08-16 08:30"))
    assert "2030" in world.last(lin).text


async def test_the_record_can_be_taken_back_for_ten_minutes(
    world: World, scene: Organisation
) -> None:
    chen, lin = phone(world, scene, "陈帆"), phone(world, scene, "林岚")
    await world.move_to(at("2027-04-20 08:30"))
    told = world.last(chen)
    await world.press(chen, "1 已开")
    await world.say(chen, "2027-04-18")
    await world.press(chen, "确认")
    sheet = world.last(chen)
    await world.tick(minutes=10)
    assert await world.press(chen, "撤销") == "已撤销，原任期继续。"
    assert "2027年5月20日星期四届满" in sheet.text
    assert "以往任期" not in sheet.text
    assert "已完成" not in told.text
    before = len(world.messages(lin))
    await world.move_to(at("2027-05-27 08:30"))
    assert len(world.messages(lin)) == before + 1
    assert [line.verb for line in facts_of_history(world, HistoryRow.subject_kind == "unit")] == [
        "record_election",
        "undo_election",
    ]


async def test_after_ten_minutes_the_record_stands(world: World, scene: Organisation) -> None:
    chen = phone(world, scene, "陈帆")
    await begin(world, chen)
    await world.say(chen, "11月1日")
    await world.press(chen, "确认")
    await world.tick(minutes=11)
    assert "内容已有变化" in await world.press(chen, "撤销")
    assert "2029年11月1日星期四届满" in world.last(chen).text


async def test_two_officers_record_one_election_once(world: World, scene: Organisation) -> None:
    chen, lin = phone(world, scene, "陈帆"), phone(world, scene, "林岚")
    for officer in (chen, lin):
        await begin(world, officer)
        await world.say(officer, "11月1日")
    await world.press(chen, "确认")
    assert "内容已有变化" in await world.press(lin, "确认")
    assert "2029年11月1日星期四届满" in world.last(lin).text
    assert len(facts_of_history(world, HistoryRow.verb == "record_election")) == 1


@pytest.mark.parametrize(
    ("words", "answer"),
    [
        ("明年", "没有看懂这个日期"),
        ("2月30日", "没有看懂这个日期"),
        ("日" * 5000, "没有看懂这个日期"),
        ("11月3日", "还没有到"),
        ("2024年5月20日", "本届任期从2024年5月20日星期一开始"),
    ],
    ids=["vague", "no such day", "5000 characters", "tomorrow", "before the term"],
)
async def test_a_day_on_which_no_election_was_held_is_refused(
    world: World, scene: Organisation, words: str, answer: str
) -> None:
    chen = phone(world, scene, "陈帆")
    await begin(world, chen)
    assert answer in (await world.say(chen, words)).text
    assert "换届选举：2026年11月2日" in (await world.say(chen, "今天")).text


async def test_a_photo_is_no_day(world: World, scene: Organisation) -> None:
    chen = phone(world, scene, "陈帆")
    await begin(world, chen)
    world.stand_in.people.send_photo(chen, b"not a picture")
    await world.muduo.settle()
    assert "没有看懂这个日期" in world.last(chen).text


async def test_a_length_that_nobody_knows_is_asked_for(world: World, scene: Organisation) -> None:
    def forget_the_length(session: Session) -> None:
        unit = session.get_one(UnitRow, scene.units["branch"])
        unit.term_began_on, unit.term_months = None, None

    world.change(forget_the_length)
    chen = phone(world, scene, "陈帆", "en")
    await world.say(chen, "/terms")
    assert "end not known" in world.last(chen).text
    await world.press(chen, "1 Held")
    await world.say(chen, "Nov 1")
    assert "How many years" in world.last(chen).text
    assert "whole years" in (await world.say(chen, "eleven")).text
    assert "Thu 1 Nov 2029" in (await world.say(chen, "3")).text
    await world.press(chen, "Confirm")
    assert "ends on Thu 1 Nov 2029" in world.last(chen).text


async def test_an_officer_sees_his_own_unit_and_below(world: World, scene: Organisation) -> None:
    chen, zhou = phone(world, scene, "陈帆"), phone(world, scene, "周敏")
    assert "江畔教育局党委" not in (await world.say(chen, "任期")).text
    seen = (await world.say(zhou, "任期")).text
    assert seen.index("青石小学第一支部") < seen.index("江畔教育局党委")


async def test_many_terms_are_turned_page_by_page(world: World, scene: Organisation) -> None:
    def add_branches(session: Session) -> None:
        for number in range(9):
            term = (date(2024, 6, 1 + number), 36)
            add_unit(session, f"第{number}支部", "支部", parent=scene.units["school"], term=term)

    world.change(add_branches)
    lin = phone(world, scene, "林岚")
    assert "10个任期" in (await world.say(lin, "/terms")).text
    await world.press(lin, "›")
    assert "第8支部" in world.last(lin).text


async def test_a_sibling_and_a_member_record_nothing(world: World, scene: Organisation) -> None:
    chen, wang = phone(world, scene, "陈帆"), phone(world, scene, "王渡")
    forged = f"v1:elected:{scene.units['school']}:0"
    for officer in (chen, wang):
        assert await press_stale(world, officer, forged) == "这个按钮您不能使用。"
