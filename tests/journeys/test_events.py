"""Something happens on a day, and what follows from it is owed from then on."""

from datetime import date

import pytest

from domain.audience import Audience
from domain.bilingual import Bilingual
from domain.cadence import AfterEvent
from domain.offset import read_offset
from sandbox.chats import Person
from tests.harness.duties import duty, keep, rows, states
from tests.harness.scenes import Organisation, small_school_committee
from tests.harness.two_districts import labels, press_data
from tests.harness.world import World, at

LEADERS_CHANGED = AfterEvent(
    event="leaders_changed",
    within=read_offset("+5WD"),
    name=Bilingual(zh="领导班子调整", en="Leaders changed"),
)
EVERYBODY = Audience(kinds=("学校", "支部"))


@pytest.fixture
async def scene(world: World) -> Organisation:
    return world.change(lambda s: small_school_committee(s, world.clock()))


@pytest.fixture
async def zhou(world: World, scene: Organisation) -> Person:
    """The secretary of the committee."""
    return world.give_phone(scene.people["周敏"], "周敏")


async def test_an_officer_records_it_and_everybody_below_owes_it_within_working_days(
    world: World, scene: Organisation, zhou: Person
) -> None:
    made = keep(world, duty(EVERYBODY, cadence=LEADERS_CHANGED))
    lin = world.give_phone(scene.people["林岚"], "林岚")
    await world.move_to(at("2026-11-10 09:00"))
    assert states(world, made) == {}
    menu = await world.say(zhou, "/event")
    assert "江畔教育局党委：11月10日星期二发生了什么？" in menu.text
    await world.press(zhou, "‹ 11月9日星期一")
    await world.press(zhou, "1 领导班子调整")
    assert menu.text == (
        "领导班子调整 · 江畔教育局党委 · 2026年11月9日星期一\n\n由此产生2项待办，十分钟内可以撤销。"
    )
    await world.tick(minutes=1)
    assert [(row.first_day, row.last_day) for row in rows(world, made)] == [
        (date(2026, 11, 9), date(2026, 11, 16))
    ] * 2
    todo = await world.say(lin, "/todo")
    assert "安全自查 · 2026年11月9日星期一起 · 青石小学" in todo.text
    assert "还有6天，11月16日星期一截止" in todo.text


async def test_it_concerns_only_the_unit_where_it_happened(
    world: World, scene: Organisation, zhou: Person
) -> None:
    made = keep(world, duty(EVERYBODY, cadence=LEADERS_CHANGED))
    await world.tick(minutes=1)
    await world.say(zhou, "/event 第一支部 11月2日")
    await world.press(zhou, "1 领导班子调整")
    await world.tick(minutes=1)
    assert [row.unit_id for row in rows(world, made)] == [scene.units["branch"]]


async def test_twice_is_once_and_undo_closes_what_followed(
    world: World, scene: Organisation, zhou: Person
) -> None:
    made = keep(world, duty(EVERYBODY, cadence=LEADERS_CHANGED))
    menu = await world.say(zhou, "/event")
    data = menu.buttons[0][0].data
    assert data is not None
    await world.press(zhou, "1 领导班子调整")
    undo = menu.buttons[0][0].data
    await world.say(zhou, "/event")
    await press_data(world, zhou, data)
    assert "此前已经记录" in world.last(zhou).text
    await world.tick(minutes=1)
    assert set(states(world, made).values()) == {"open"}
    assert undo is not None
    await press_data(world, zhou, undo)
    assert "已撤销，不再产生待办。" in world.last(zhou).text
    assert set(states(world, made).values()) == {"excused"}
    await world.tick(days=2)
    assert set(states(world, made).values()) == {"excused"}
    assert "不能" not in await press_data(world, zhou, undo)
    assert "已撤销，不再产生待办。" in world.last(zhou).text


async def test_undo_ends_after_ten_minutes_and_days_to_come_are_refused(
    world: World, scene: Organisation, zhou: Person
) -> None:
    made = keep(world, duty(EVERYBODY, cadence=LEADERS_CHANGED))
    await world.say(zhou, "/event")
    await world.press(zhou, "1 领导班子调整")
    await world.tick(minutes=11)
    assert "已不能撤销" in await world.press(zhou, "撤销")
    assert set(states(world, made).values()) == {"open"}
    late = await world.say(zhou, "/event 11月30日")
    assert "11月30日星期一还没有到，只能记录已经发生的事" in late.text
    assert late.buttons == ()
    data = f"v1:event_do:{made}-{scene.units['committee']}-20261130:0"
    assert "这一天还没到" in await press_data(world, zhou, data)
    assert len(states(world, made)) == 2


async def test_it_is_asked_for_until_it_is_done(
    world: World, scene: Organisation, zhou: Person
) -> None:
    made = keep(world, duty(Audience(kinds=("学校",)), cadence=LEADERS_CHANGED))
    await world.say(zhou, "/event")
    await world.press(zhou, "1 领导班子调整")
    await world.move_to(at("2027-11-10 09:00"))
    assert set(states(world, made).values()) == {"open"}


async def test_another_officer_cannot_record_for_units_above_or_read_english_wrongly(
    world: World, scene: Organisation
) -> None:
    keep(world, duty(EVERYBODY, cadence=LEADERS_CHANGED))
    lin = world.give_phone(scene.people["林岚"], "Lin", language="en")
    await world.say(lin, "/language")
    await world.press(lin, "English")
    menu = await world.say(lin, "/event 2 Nov")
    assert "青石小学: what happened on Mon 2 Nov?" in menu.text
    assert labels(menu) == ["1 Leaders changed", "‹ Sun 1 Nov"]
    toast = await press_data(world, lin, f"v1:event_do:1-{scene.units['committee']}-20261102:0")
    assert toast == "You cannot use this button."
    assert "none of that name" in (await world.say(lin, "/event 江畔")).text
    late = await world.say(lin, "/event tomorrow")
    assert "Tue 3 Nov is still to come, and only what has happened can be recorded" in late.text
