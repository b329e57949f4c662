"""Rulings, answers and waiting reviews count the working days of the unit that they are about."""

from datetime import date

import pytest
from sqlalchemy import event

from domain.act import ActKind
from domain.own_day import OwnDays
from sandbox.chats import Person
from storage import own_days
from tests.harness.ladders import digests, open_item, open_line
from tests.harness.scenes import Organisation
from tests.harness.two_districts import labels, november, owed_by
from tests.harness.world import World, at


def rest(world: World, scene: Organisation, unit: str, first: date, last: date) -> None:
    """A unit, with everything below it, has days off of its own."""
    days = OwnDays(first_day=first, last_day=last, name="停课")
    world.change(lambda s: own_days.replace(s, scene.units[unit], [days]))


async def ask(world: World, scene: Organisation, asker: Person, judge: Person) -> None:
    """Something stands in the way, and the level above looks at more time."""
    await world.move_to(at("2026-11-27 08:30"))
    await open_item(world, asker)
    await world.press(asker, "⚠ 有困难")
    await world.press(asker, "材料不全")
    await world.press(judge, "🕓 延期")


async def test_more_time_is_counted_in_the_days_of_the_school_that_gets_it(world: World) -> None:
    scene = await november(world)
    he, lin = (world.give_phone(scene.people[n], n) for n in ("何静", "林岚"))
    rest(world, scene, "stone", date(2026, 12, 1), date(2026, 12, 4))
    await ask(world, scene, lin, he)
    asked = world.last(he)
    assert labels(asked)[:3] == ["12月7日星期一", "12月9日星期三", "12月11日星期五"]
    # Twenty working days would end on 4 January; what is over counts as missed from then on.
    assert "最晚可延至12月31日星期四" in asked.text
    await world.press(he, "12月7日星期一")
    assert "现截止日期：12月7日星期一" in world.last(he).text


async def test_a_school_at_work_is_not_given_days_for_a_rest_elsewhere(world: World) -> None:
    scene = await november(world)
    he, lin = (world.give_phone(scene.people[n], n) for n in ("何静", "林岚"))
    rest(world, scene, "committee", date(2026, 12, 1), date(2026, 12, 4))
    works = OwnDays(first_day=date(2026, 12, 1), last_day=date(2026, 12, 4), works=True, name="课")
    world.change(lambda s: own_days.replace(s, scene.units["stone"], [works]))
    await ask(world, scene, lin, he)
    assert labels(world.last(he))[0] == "12月1日星期二"
    await world.press(he, "📅 其他日期")
    await world.say(he, "12月29日")
    assert "12月28日" in world.last(he).text
    assert [one.last_day for one in owed_by(world, scene.units["stone"])] == [date(2026, 11, 30)]


async def test_of_many_schools_extended_at_once_each_goes_by_its_own_days(world: World) -> None:
    scene = await november(world)
    he = world.give_phone(scene.people["何静"], "何静")
    rest(world, scene, "willow", date(2026, 12, 8), date(2026, 12, 9))
    await world.move_to(at("2026-12-07 08:30"))
    silent = await open_line(world, he, "below")
    if "+3个工作日" not in str(labels(silent)):
        await world.press(he, "🕓 延期", message=silent)
    asked: list[str] = []
    engine = world.database.writer

    def note(connection: object, cursor: object, statement: str, *rest: object) -> None:
        asked.append(statement)

    event.listen(engine, "before_cursor_execute", note)
    await world.press(he, "+3个工作日")
    event.remove(engine, "before_cursor_execute", note)
    ends = {unit: owed_by(world, scene.units[unit])[0].last_day for unit in ("stone", "bridge")}
    assert set(ends.values()) == {date(2026, 12, 10)}
    late = [one.last_day for one in owed_by(world, scene.units["willow"])]
    assert date(2026, 12, 14) in late
    # The calendars of any number of schools are loaded at once.
    assert sum("own_days" in one for one in asked) <= 2


@pytest.mark.parametrize("unit", ["stone", "committee"])
async def test_the_next_working_day_is_that_of_the_one_who_answers(world: World, unit: str) -> None:
    scene = await november(world)
    lin = world.give_phone(scene.people["林岚"], "林岚")
    rest(world, scene, unit, date(2026, 11, 23), date(2026, 11, 24))
    if unit == "committee":
        works = OwnDays(first_day=date(2026, 11, 23), last_day=date(2026, 11, 24), works=True)
        world.change(lambda s: own_days.replace(s, scene.units["stone"], [works]))
    await world.move_to(at("2026-11-20 08:30"))
    card = await open_item(world, lin)
    await world.press(lin, "⏭ 下个工作日再说")
    day = "11月25日星期三" if unit == "stone" else "11月23日星期一"
    assert f"下次提醒：{day}" in card.text
    heard = len(digests(world, lin))
    for day_of_month in range(20, 26):
        await world.move_to(at(f"2026-11-{day_of_month} 12:00"))
        is_told = len(digests(world, lin)) > heard
        assert is_told is (day_of_month >= (25 if unit == "stone" else 23))


async def test_in_hand_rests_until_the_last_working_day_of_the_school_itself(
    world: World,
) -> None:
    scene = await november(world)
    lin = world.give_phone(scene.people["林岚"], "林岚")
    rest(world, scene, "stone", date(2026, 11, 27), date(2026, 11, 30))
    await world.move_to(at("2026-11-20 08:30"))
    card = await open_item(world, lin)
    await world.press(lin, "👌 知道了")
    assert "👌 知道了：11月26日星期四起再提醒您。" in card.text


async def hand_in(world: World, author: Person) -> None:
    """A report goes to the district on Tuesday, 3 November."""
    await world.move_to(at("2026-11-03 10:00"))
    await world.say(author, "/todo")
    await world.press(author, "1 提交")
    await world.say(author, "学习六次")
    await world.press(author, "提交")


async def test_a_report_waits_in_the_working_days_of_whoever_is_to_review_it(
    world: World,
) -> None:
    scene = await november(world, ActKind.REPORT)
    he, chen = (world.give_phone(scene.people[n], n) for n in ("何静", "陈帆"))
    rest(world, scene, "east", date(2026, 11, 5), date(2026, 11, 6))
    await hand_in(world, chen)

    def has_heard() -> bool:
        return any("已满5个工作日" in one.text for one in world.messages(he))

    for day in ("10", "11"):
        await world.move_to(at(f"2026-11-{day} 12:00"))
        assert not has_heard()
    await world.move_to(at("2026-11-12 12:00"))
    assert has_heard()
