"""Series follow a calendar that changes after they were planned: nothing is lost or doubled."""

from datetime import date, timedelta

import pytest
from sqlmodel import select

from storage.tables.activities import ActivityRow
from tests.harness.activities import labels, open_school, press_stale
from tests.harness.holiday_files import holiday_file
from tests.harness.roster_files import send_file
from tests.harness.series import (
    AS_PLANNED,
    SKIPPED,
    begin_fridays,
    by_the_calendar,
    planned,
    questions,
    rest,
)
from tests.harness.world import World, at


@pytest.mark.parametrize("language", ["zh", "en"])
async def test_what_nobody_was_invited_to_moves_off_a_day_off_and_back_when_it_is_taken_back(
    world: World, language: str
) -> None:
    school = await begin_fridays(world, language)
    answer = await rest(school, "2026-12-11")
    moved = [*AS_PLANNED[:2], "12-10 15:00", *AS_PLANNED[3:]]
    assert planned(school) == moved
    await rest(school, "2026-12-11")
    assert planned(school) == moved
    assert by_the_calendar(world) == ["redated"]
    await world.press(school.lin, {"zh": "撤销", "en": "Undo"}[language], message=answer)
    await world.tick(seconds=1)
    assert planned(school) == AS_PLANNED
    assert questions(school, language) == []


async def test_whoever_is_invited_later_is_invited_to_the_new_day(world: World) -> None:
    school = await begin_fridays(world)
    await rest(school, "2026-12-04")
    await world.move_to(at("2026-11-26 07:31"))
    invited = [one.text for one in world.messages(school.wang) if "12月3日" in one.text]
    assert len(invited) == 1
    assert not [one for one in world.messages(school.wang) if "12月4日" in one.text]


async def test_one_that_the_rule_leaves_out_is_off_the_list_and_comes_back(world: World) -> None:
    school = await begin_fridays(world, words=SKIPPED)
    await rest(school, "2026-12-11")
    assert planned(school) == [*AS_PLANNED[:2], "(12-11)", *AS_PLANNED[3:]]
    await world.say(school.lin, "/calendar 2026-12-11 清除")
    await world.tick(seconds=1)
    assert planned(school) == AS_PLANNED
    assert by_the_calendar(world) == ["left_out", "redated"]
    await world.move_to(at("2026-12-04 07:31"))
    assert [one for one in world.messages(school.wang) if "12月11日" in one.text]


async def test_one_that_was_called_off_by_an_officer_does_not_come_back(world: World) -> None:
    school = await begin_fridays(world, words=SKIPPED)
    opened = await world.say(school.lin, "/activity")
    await press_stale(world, school.lin, opened, "v1:call_off_yes:3:1")
    await rest(school, "2026-12-11")
    await world.say(school.lin, "/calendar 2026-12-11 清除")
    await world.tick(seconds=1)
    assert planned(school)[2] == "(12-11)"


async def test_a_day_that_is_worked_after_all_brings_what_was_never_made(world: World) -> None:
    school = await open_school(world)
    await rest(school, "2026-12-11")
    shown = await world.say(school.lin, SKIPPED)
    await world.press(school.lin, "确认", message=shown)
    assert "12-11 15:00" not in planned(school)
    await world.say(school.lin, "/calendar 2026-12-11 清除")
    await world.tick(seconds=1)
    assert planned(school)[:5] == AS_PLANNED


async def test_a_rule_with_an_end_follows_as_well(world: World) -> None:
    school = await open_school(world)
    words = "/activity 每周五15:00，遇节假日提前，共3次 理论学习 会议室"
    shown = await world.say(school.lin, words)
    await world.press(school.lin, "确认", message=shown)
    assert planned(school) == AS_PLANNED[:3]
    await rest(school, "2026-12-11")
    assert planned(school) == [*AS_PLANNED[:2], "12-10 15:00"]


async def test_a_rule_that_keeps_days_off_and_a_series_of_another_unit_stay(world: World) -> None:
    school = await begin_fridays(world, words="/activity 每周五15:00 理论学习，会议室")
    await rest(school, "2026-12-11")
    assert planned(school) == AS_PLANNED
    assert by_the_calendar(world) == []


async def test_a_list_that_is_sent_in_later_moves_the_series_of_every_unit(world: World) -> None:
    school = await open_school(world)
    admin = world.give_phone(school.scene.people["何静"], "何静")
    await world.move_to(at("2027-08-30 10:00"))
    words = "/activity 每月最后一个周三15:00，遇节假日提前 学习 会议室"
    shown = await world.say(school.lin, words)
    await world.press(school.lin, "确认", message=shown)
    assert planned(school) == ["09-29 15:00"]
    days = (("放假", "2027-09-28", 2),)
    for _ in range(2):
        await send_file(world, admin, holiday_file(off=days, working=()), name="2027.json")
        if "确认" in labels(world.last(admin)):
            await world.press(admin, "确认")
        await world.tick(minutes=1)
    assert planned(school) == ["09-27 15:00"]
    assert by_the_calendar(world) == ["redated"]


async def test_over_a_year_of_changes_no_date_is_lost_and_none_stands_twice(world: World) -> None:
    school = await begin_fridays(world, words=SKIPPED)
    first, week = date(2026, 11, 27), timedelta(days=7)
    for number in range(1, 50):
        day = first + number * week
        if number % 3 == 0:
            await rest(school, day.isoformat())
        if number % 6 == 0:
            await world.say(school.lin, f"/calendar {day} 清除")
        if number % 4 == 0:
            await world.move_to(at(f"{day - 3 * week} 18:00"))
    rows = world.look(lambda s: s.exec(select(ActivityRow)).all())
    # Where the day was off when it was the turn of its date, and stayed so, nothing was made.
    made = {row.series_day for row in rows}
    assert len(made) == len(rows)
    off = {first + number * week for number in range(3, 50, 6)}
    last = max(day for day in made if day)
    dates = {first + number * week for number in range(50)}
    assert made >= {day for day in dates if day <= last} - off
    starts = [row.starts_at for row in rows if row.state == "planned"]
    assert len(starts) == len(set(starts)) > 30
