"""The level above hears in one message of silent units and vacant offices, and a burst never."""

from datetime import date

import pytest
from sqlmodel import Session

from domain.act import ActKind
from domain.public_holiday import CHINA, SpecialDay
from storage import public_holidays
from tests.harness.ladders import speak
from tests.harness.two_districts import CANARIES, finish, labels, november
from tests.harness.world import World, at


async def test_silent_units_come_as_one_line_for_each_duty(world: World) -> None:
    scene = await november(world, ActKind.ACTIVITY, ActKind.REPORT)
    he, lin, chen = (world.give_phone(scene.people[n], n) for n in ("何静", "林岚", "陈帆"))
    finish(world, scene.units["stone"])
    await world.move_to(at("2026-11-30 09:00"))
    heard = len(world.messages(he))
    await world.move_to(at("2026-12-07 08:30"))
    [digest] = world.messages(he)[heard:]
    assert (
        "下级情况\n1. 教职工政治学习 · 2026年11月\n柳岸小学和石桥小学：⚠️ 已逾期，11月30日星期一截止"
        in digest.text
    )
    assert "2. 履责报告 · 2026年11月\n青石小学、柳岸小学和石桥小学：⚠️" in digest.text
    assert labels(digest) == [
        "1 催办",
        "1 更多",
        "2 催办",
        "2 更多",
        "查看未完成",
        "为什么提醒我",
    ]
    assert not any(canary in digest.text for canary in CANARIES)
    before = [len(world.messages(phone)) for phone in (lin, chen)]
    await world.press(he, "1 催办")
    assert world.last(he).text.startswith("📣 已提醒1人。")
    assert [len(world.messages(phone)) for phone in (lin, chen)] == [before[0], before[1] + 1]
    assert "2026年11月" in world.last(chen).text
    assert "12月" not in world.last(chen).text.partition("截止")[0]


async def test_a_vacant_office_is_one_line_a_week_to_the_level_above(world: World) -> None:
    scene = await november(world)
    he, zhou = (world.give_phone(scene.people[n], n) for n in ("何静", "周敏"))
    await world.tick(minutes=1)
    await world.move_to(at("2026-11-02 08:30"))
    [digest] = world.messages(he)
    assert "🪑 青石小学、柳岸小学和石桥小学：那里没有人能收到消息。" in digest.text
    [above] = world.messages(zhou)
    assert "🪑 雪松小学：" in above.text
    assert "青石小学" not in above.text
    world.give_phone(scene.people["林岚"], "林岚")
    for day in range(3, 9):
        await world.move_to(at(f"2026-11-0{day} 09:00"))
    assert len(world.messages(he)) == 1
    await world.move_to(at("2026-11-09 08:30"))
    [_, digest] = world.messages(he)
    assert "🪑 柳岸小学和石桥小学：" in digest.text


async def test_a_bot_that_slept_through_monday_tells_it_on_the_day_it_is_back(
    world: World,
) -> None:
    scene = await november(world)
    he = world.give_phone(scene.people["何静"], "He", language="en")
    world.change(lambda s: speak(s, scene.people["何静"], "en"))
    await world.move_to(at("2026-11-11 06:00"))
    assert world.messages(he) == []
    await world.move_to(at("2026-11-11 08:30"))
    [digest] = world.messages(he)
    assert "nobody there can be reached" in digest.text
    await world.move_to(at("2026-11-15 09:00"))
    assert len(world.messages(he)) == 1


async def test_an_office_filled_before_the_digest_goes_out_is_not_called_vacant(
    world: World,
) -> None:
    scene = await november(world)
    he = world.give_phone(scene.people["何静"], "何静")
    await world.move_to(at("2026-11-02 07:45"))
    for name in ("林岚", "陈帆"):
        world.give_phone(scene.people[name], name)
    await world.move_to(at("2026-11-02 08:30"))
    [digest] = world.messages(he)
    assert "🪑 石桥小学：" in digest.text
    assert "青石小学" not in digest.text


@pytest.mark.parametrize("days", [7, 40])
async def test_after_downtime_everybody_gets_at_most_one_message(world: World, days: int) -> None:
    scene = await november(world, ActKind.ACTIVITY, ActKind.REPORT)
    phones = [world.give_phone(person, name) for name, person in scene.people.items()]
    await world.move_to(at("2026-11-26 20:00"))
    heard = [len(world.messages(phone)) for phone in phones]
    await world.tick(days=days)
    await world.tick(hours=1)
    after = [len(world.messages(phone)) for phone in phones]
    assert all(now - before <= 1 for before, now in zip(heard, after, strict=True))
    assert after != heard
    await world.tick(hours=3)
    assert [len(world.messages(phone)) for phone in phones] == after


async def test_a_report_that_waits_for_five_working_days_is_a_line_for_its_reviewer(
    world: World,
) -> None:
    scene = await november(world, ActKind.REPORT)
    he, chen = (world.give_phone(scene.people[n], n) for n in ("何静", "陈帆"))
    await world.move_to(at("2026-11-03 10:00"))
    await world.say(chen, "/todo")
    await world.press(chen, "1 提交")
    await world.say(chen, "学习六次")
    await world.press(chen, "提交")
    for day in ("09", "10"):
        await world.move_to(at(f"2026-11-{day} 08:30"))
    digest = world.last(he)
    assert "📨 1份报告等您审阅已满5个工作日。" in digest.text
    await world.move_to(at("2026-11-11 12:00"))
    assert world.last(he) is digest
    await world.press(he, "待审阅 1")
    assert "学习六次" in world.last(he).text
    await world.press(he, "通过")
    assert "审阅" not in digest.text
    await world.move_to(at("2026-11-13 12:00"))
    assert "审阅" not in "".join(one.text for one in world.messages(he)[-1:] if "待办" in one.text)


async def test_a_week_of_holidays_in_the_middle_of_a_ladder_counts_for_nobody(
    world: World,
) -> None:
    scene = await november(world)
    he, lin = (world.give_phone(scene.people[n], n) for n in ("何静", "林岚"))
    world.change(_close_first_week_of_december)
    await world.move_to(at("2026-11-30 08:30"))
    assert "如12月14日星期一 08:30前仍未完成，将告知东岸片区书记。" in world.last(lin).text
    heard = len(world.messages(lin))
    await world.move_to(at("2026-12-07 20:00"))
    assert len(world.messages(lin)) == heard
    await world.move_to(at("2026-12-08 08:30"))
    assert "⚠️ 已逾期" in world.last(lin).text
    await world.move_to(at("2026-12-11 20:00"))
    assert not any("下级情况" in one.text for one in world.messages(he))
    await world.move_to(at("2026-12-14 08:30"))
    assert "下级情况" in world.last(he).text


def _close_first_week_of_december(session: Session) -> None:
    days = [SpecialDay(day=date(2026, 12, day), works=False, name="校庆") for day in range(1, 8)]
    public_holidays.set_days(session, CHINA, days)
