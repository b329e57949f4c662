"""School terms that are entered late or corrected: what was asked once stays one thing."""

from datetime import date

import pytest
from sqlmodel import Session, col, select

from domain.audience import Audience
from domain.cadence import AfterEvent, Quota
from domain.offset import read_offset
from domain.period import PeriodKind
from sandbox.chats import Person
from storage.tables.duties import ObligationRow
from storage.tables.process import HistoryRow
from tests.harness.duties import duty, keep, rows, states
from tests.harness.ladders import digests
from tests.harness.scenes import Organisation, small_school_committee
from tests.harness.two_districts import press_data
from tests.harness.world import World, at

SCHOOLS = Audience(kinds=("学校",))
EACH_TERM = Quota(per=PeriodKind.SCHOOL_TERM)
SCHOOL_STARTS = AfterEvent(event="school_start", within=read_offset("P10D"))
SCHOOL_ENDS = AfterEvent(event="school_end", within=read_offset("P10D"))
AUTUMN = "/calendar 学期 秋季 2026-11-02..2027-01-22"


@pytest.fixture
async def scene(world: World) -> Organisation:
    return world.change(lambda s: small_school_committee(s, world.clock()))


@pytest.fixture
def lin(world: World, scene: Organisation) -> Person:
    """The secretary of the school."""
    return world.give_phone(scene.people["林岚"], "林岚")


async def record(world: World, phone: Person, day: str = "") -> None:
    """The first thing that may happen has happened."""
    menu = await world.say(phone, f"/event {day}")
    await press_data(world, phone, menu.buttons[0][0].data or "")
    await world.tick(minutes=1)


async def test_an_event_recorded_before_the_terms_were_entered_is_asked_about_once(
    world: World, scene: Organisation, lin: Person
) -> None:
    made = keep(world, duty(SCHOOLS, cadence=SCHOOL_STARTS))
    await record(world, lin)
    assert [row.period_key for row in rows(world, made)] == ["event-2026-11-02-1"]
    await world.say(lin, "/calendar 学期 秋季 2026-11-03..2027-01-22")
    for day in ("2026-11-03", "2026-11-04", "2026-11-20"):
        await world.move_to(at(f"{day} 09:00"))
    [row] = rows(world, made)
    assert (row.period_key, row.first_day, row.last_day) == (
        "2026-S1",
        date(2026, 11, 3),
        date(2026, 11, 13),
    )


async def test_what_was_done_after_the_event_is_not_asked_for_again_by_the_term(
    world: World, scene: Organisation, lin: Person
) -> None:
    made = keep(world, duty(SCHOOLS, cadence=SCHOOL_STARTS))
    await record(world, lin)
    world.change(lambda s: finish_all(s, made))
    await world.move_to(at("2026-11-16 09:00"))
    await world.say(lin, "/calendar 学期 秋季 2026-11-09..2027-01-22")
    await world.tick(days=1)
    assert states(world, made) == {(f"u{scene.units['school']}", "2026-S1"): "done"}


def finish_all(session: Session, duty_id: int) -> None:
    """Everything of a duty is done."""
    query = select(ObligationRow).where(col(ObligationRow.duty_id) == duty_id)
    for row in session.exec(query):
        row.state = "done"


async def test_another_terms_event_stays_what_it_is(
    world: World, scene: Organisation, lin: Person
) -> None:
    made = keep(world, duty(SCHOOLS, cadence=SCHOOL_STARTS))
    await record(world, lin)
    await world.say(lin, "/calendar 学期 春季 2027-02-22..2027-07-09")
    await world.move_to(at("2027-02-22 09:00"))
    assert set(states(world, made)) == {
        (f"u{scene.units['school']}", key) for key in ("event-2026-11-02-1", "2026-S2")
    }


async def test_an_event_recorded_after_the_terms_were_taken_away_is_asked_about_once(
    world: World, scene: Organisation, lin: Person
) -> None:
    made = keep(world, duty(SCHOOLS, cadence=SCHOOL_STARTS))
    await world.say(lin, AUTUMN)
    await world.tick(minutes=1)
    await world.say(lin, "/calendar 学期 清除 秋季")
    await record(world, lin)
    assert [row.period_key for row in rows(world, made)] == ["2026-S1"]


async def test_the_end_of_a_term_recorded_a_little_late_is_that_terms_end(
    world: World, scene: Organisation, lin: Person
) -> None:
    made = keep(world, duty(SCHOOLS, cadence=SCHOOL_ENDS))
    await world.move_to(at("2027-01-26 09:00"))
    await record(world, lin)
    await world.say(lin, AUTUMN)
    await world.tick(days=1)
    [row] = rows(world, made)
    assert (row.period_key, row.last_day) == ("2026-S1", date(2027, 2, 1))


async def test_an_open_quota_ends_with_the_term_that_was_entered_late(
    world: World, scene: Organisation, lin: Person
) -> None:
    made = keep(world, duty(SCHOOLS, cadence=EACH_TERM))
    await world.move_to(at("2027-01-14 09:00"))
    assert [row.last_day for row in rows(world, made)] == [date(2027, 1, 31)]
    await world.say(lin, AUTUMN)
    await world.tick(minutes=1)
    [row] = rows(world, made)
    assert (row.period_key, row.first_day, row.last_day) == (
        "2026-S1",
        date(2026, 11, 2),
        date(2027, 1, 22),
    )
    assert "还有8天，1月22日星期五截止" in (await world.say(lin, "/todo")).text
    assert "安全自查：⏳ 1" in (await world.say(lin, "/status")).text
    # The reminder of the tenth day before has passed with the correction: it is told once.
    for day in ("15", "16", "17", "18", "19"):
        await world.move_to(at(f"2027-01-{day} 09:00"))
    told = [world.place.today(one.date) for one in world.messages(lin) if one in heard(world, lin)]
    assert told == [date(2027, 1, 14), date(2027, 1, 19)]
    assert "1月21日星期四再次提醒" in (await world.say(lin, "/why")).text
    for day in ("21", "22", "23", "25"):
        await world.move_to(at(f"2027-01-{day} 09:00"))
    assert "安全自查：⚠️ 1" in (await world.say(lin, "/status")).text


def heard(world: World, phone: Person) -> list[object]:
    """The daily messages, as they are in the chat."""
    found = set(digests(world, phone))
    return [one for one in world.messages(phone) if one.text in found]


async def test_a_daily_message_that_was_sent_shows_the_corrected_end_and_the_undo(
    world: World, scene: Organisation, lin: Person
) -> None:
    keep(world, duty(SCHOOLS, cadence=EACH_TERM))
    await world.move_to(at("2027-01-21 09:00"))
    [before] = digests(world, lin)
    assert "1月31日" in before
    await world.say(lin, "/calendar 学期 秋季 2026-11-02..2027-02-05")
    await world.tick(seconds=5)
    [corrected] = digests(world, lin)
    assert "2月5日" in corrected
    await world.press(lin, "撤销")
    await world.tick(seconds=5)
    assert digests(world, lin) == [before]
    for day in ("22", "25", "26", "27"):
        await world.move_to(at(f"2027-01-{day} 09:00"))
    # The tenth day before the end was told on the 21st and is not told again.
    assert len(digests(world, lin)) == 1
    await world.move_to(at("2027-01-28 09:00"))
    await world.move_to(at("2027-01-29 09:00"))
    assert len(digests(world, lin)) == 3


async def test_a_later_end_takes_the_lateness_away_and_the_ladder_begins_anew(
    world: World, scene: Organisation, lin: Person
) -> None:
    made = keep(world, duty(SCHOOLS, cadence=EACH_TERM))
    for day in ("2027-01-29", "2027-02-01", "2027-02-02"):
        await world.move_to(at(f"{day} 09:00"))
    before = len(digests(world, lin))
    await world.say(lin, "/calendar 学期 秋季 2026-11-02..2027-03-12")
    await world.tick(minutes=1)
    assert [(row.period_key, row.first_day, row.last_day) for row in rows(world, made)] == [
        ("2026-S1", date(2026, 11, 2), date(2027, 3, 12)),
        ("2026-S2", date(2027, 3, 13), date(2027, 7, 31)),
    ]
    assert "安全自查：⏳ 1" in (await world.say(lin, "/status")).text
    await world.move_to(at("2027-02-26 09:00"))
    assert len(digests(world, lin)) == before
    await world.move_to(at("2027-03-02 09:00"))
    assert len(digests(world, lin)) == before + 1


async def test_an_extension_outlasts_a_correction_of_the_term(
    world: World, scene: Organisation, lin: Person
) -> None:
    made = keep(world, duty(SCHOOLS, cadence=EACH_TERM))
    zhou = world.give_phone(scene.people["周敏"], "周敏")
    await world.move_to(at("2027-01-29 09:00"))
    [row] = rows(world, made)
    await world.say(zhou, "/todo")
    await press_data(world, zhou, f"v1:extend_by:i{row.id}-3:{row.version}")
    await world.say(lin, AUTUMN)
    await world.tick(minutes=1)
    [row] = rows(world, made)
    assert (row.last_day, row.extended_from) == (date(2027, 2, 3), date(2027, 1, 22))


@pytest.mark.parametrize("way", ["restart", "again"])
async def test_a_correction_is_made_once_and_written_down(
    world: World, scene: Organisation, lin: Person, way: str
) -> None:
    made = keep(world, duty(SCHOOLS, cadence=EACH_TERM))
    await world.move_to(at("2027-01-14 09:00"))
    await world.say(lin, AUTUMN)
    await world.tick(minutes=1)
    version = rows(world, made)[0].version
    if way == "restart":
        await world.restart()
    else:
        assert "原本就是如此" in (await world.say(lin, AUTUMN)).text
    await world.tick(days=1)
    assert rows(world, made)[0].version == version
    query = select(HistoryRow).where(col(HistoryRow.verb) == "days_moved")
    [line] = world.look(lambda s: list(s.exec(query)))
    assert line.before == {"period": "2026-S1", "first": "2026-08-01", "last": "2027-01-31"}
    assert line.after == {"period": "2026-S1", "first": "2026-11-02", "last": "2027-01-22"}
