"""/delivery: whom reminders reached, counted by hand."""

from datetime import date

import pytest
from sqlmodel import Session

from domain.act import Act, ActKind
from domain.audience import Audience
from domain.bilingual import Bilingual
from domain.cadence import Quota
from domain.duty import Duty
from domain.ladder import ReminderPolicy
from domain.period import PeriodKind
from tests.harness.scenes import Organisation, add_duty, add_office, add_person, keep_duty
from tests.harness.two_districts import CANARIES, labels, press_data, two_districts
from tests.harness.world import World, at
from tests.journeys.reporting import phone


async def set_scene(world: World) -> Organisation:
    """A study of every school in November, told on 20 November at half past eight.

    In the east: the stone school's secretary hears it, the willow school's has blocked the bot,
    the bridge school has nobody. In the west the snow school's has never started it.
    """
    now = world.clock()
    scene = world.change(lambda s: two_districts(s, now))
    world.change(
        lambda s: add_duty(s, ActKind.ACTIVITY, owner_kinds=["学校"], begins_on=date(2026, 11, 1))
    )
    world.give_phone(scene.people["林岚"], "林岚")
    chen = world.give_phone(scene.people["陈帆"], "陈帆")
    # He blocks it on the way to the bot's first message, so only the message itself finds out.
    chen.blocked = True
    await world.move_to(at("2026-11-20 10:00"))
    return scene


async def test_the_figures_are_those_counted_by_hand(world: World) -> None:
    scene = await set_scene(world)
    he = world.give_phone(scene.people["何静"], "何静")
    said = (await world.say(he, "送达")).text
    assert said.splitlines() == [
        "东岸片区",
        "全部任务 · 2026年11月到期",
        "",
        "应提醒2人",
        "已提醒 2",
        "已送达 1",
        "已屏蔽 1",
        "未连接 0",
        "无人任职的组织 1",
        "",
        "1. 青石小学 · 1人中已送达1人",
        "2. 柳岸小学 · 1人中已送达0人 · 已屏蔽1",
        "3. 石桥小学 · 0人中已送达0人 · 无人任职1",
        "",
        "送达不等于已读：Telegram 不提供已读信息。",
    ]
    assert [word for word in CANARIES if word in said] == []
    await world.press(he, "2 ›")
    assert "柳岸小学" in world.last(he).text
    assert "已屏蔽 1" in world.last(he).text
    await world.press(he, "‹ 上一级")
    assert world.last(he).text == said


async def test_above_it_adds_up_with_who_never_started(world: World) -> None:
    scene = await set_scene(world)
    zhou = world.give_phone(scene.people["周敏"], "周敏")
    said = (await world.say(zhou, "/delivery 教职工 11月")).text
    assert "教职工政治学习 · 2026年11月到期" in said
    assert "应提醒3人\n已提醒 2\n已送达 1\n已屏蔽 1\n未连接 1\n无人任职的组织 1" in said
    assert "1. 东岸片区 · 2人中已送达1人 · 已屏蔽1 · 无人任职1" in said
    assert "2. 西岸片区 · 1人中已送达0人 · 未连接1" in said
    assert not any(name in said for name in ("陈帆", "白露", "林岚"))


async def test_a_person_who_owes_is_counted_reached_or_not(world: World) -> None:
    now = world.clock()
    scene = world.change(lambda s: two_districts(s, now))
    zhao = world.change(lambda s: add_person(s, "赵麦", scene.units["stone"], now=now))
    owing = (scene.people["王渡"], scene.people["林岚"], zhao)
    world.change(lambda s: _add_tick(s, owing))
    wang = world.give_phone(scene.people["王渡"], "王渡")
    lin = world.give_phone(scene.people["林岚"], "林岚")
    await world.move_to(at("2026-11-02 08:00"))
    assert (
        "应提醒3人\n已提醒 0\n已送达 0\n已屏蔽 0\n未连接 1\n尚未送达 2"
        in (await world.say(lin, "/delivery 2026-11")).text
    )
    await world.move_to(at("2026-11-20 10:00"))
    # Blocked after it came: it has arrived all the same.
    world.stand_in.people.block(wang)
    await world.muduo.settle()
    said = (await world.say(lin, "/delivery")).text
    assert "应提醒3人\n已提醒 2\n已送达 2\n已屏蔽 0\n未连接 1" in said
    assert "尚未送达" not in said


def _add_tick(session: Session, owing: tuple[int, ...]) -> int:
    name = Bilingual(zh="安全自查", en="Safety check")
    return keep_duty(
        session,
        Duty(
            id=0,
            code="tick",
            name=name,
            source=name,
            audience=Audience(people=owing),
            acts=(Act(kind=ActKind.TICK, code="tick", name=name),),
            cadence=Quota(per=PeriodKind.MONTH),
            policy=ReminderPolicy(),
            begins_on=date(2026, 11, 1),
        ),
    )


async def test_it_reads_in_english_and_chooses_a_duty(world: World) -> None:
    scene = await set_scene(world)
    he = world.give_phone(scene.people["何静"], "He", language="en")
    said = (await world.say(he, "/delivery staff STUDY November")).text
    assert "Staff study · due in November 2026" in said
    assert "2 people concerned\nTold 2\nArrived 1\nBlocked the bot 1\nNever started it 0" in said
    await world.press(he, "Choose a duty")
    assert labels(world.last(he)) == ["All duties", "Staff study"]
    await world.press(he, "All duties")
    assert "All duties · due in November 2026" in world.last(he).text


@pytest.mark.parametrize("words", ["x" * 4_000, "没有这项任务", "2026-13", "%"])
async def test_what_is_not_there_is_answered_with_an_example(world: World, words: str) -> None:
    scene = await set_scene(world)
    he = world.give_phone(scene.people["何静"], "何静")
    assert "例如：/delivery" in (await world.say(he, f"/delivery {words}")).text


async def test_foreign_units_and_people_without_office_see_nothing(world: World) -> None:
    scene = await set_scene(world)
    he = world.give_phone(scene.people["何静"], "何静")
    wang = world.give_phone(scene.people["王渡"], "王渡")
    await world.say(he, "/delivery")
    assert "负责人使用" in (await world.say(wang, "/delivery")).text
    own, foreign = scene.units["stone"], scene.units["west"]
    for person, unit in ((he, foreign), (wang, own)):
        for data in (f"v1:told:{unit}-0-2026-11:1", f"v1:told_pick:{unit}-0-2026-11:1"):
            assert await press_data(world, person, data) == "这个按钮您不能使用。"
    for data in ("v1:told:0:1", "v1:told:1-2-2026-W48:1", f"v1:told:{own}-999-2026-11:1"):
        assert await press_data(world, he, data) == "这个按钮您不能使用。"


@pytest.mark.parametrize("language", ["zh", "en"])
async def test_whoever_answers_for_several_units_chooses_one(world: World, language: str) -> None:
    scene = await set_scene(world)
    now = world.clock()
    he = scene.people["何静"]
    world.change(lambda s: add_office(s, he, scene.units["snow"], role="secretary", now=now))
    officer = phone(world, scene, "何静", language)
    # The packet of the new office comes first.
    await world.muduo.settle()
    asked = await world.say(officer, "/delivery 2026-11")
    assert labels(asked) == ["东岸片区", "雪松小学"]
    await world.press(officer, "雪松小学")
    page = world.last(officer)
    assert page.text.startswith("雪松小学")
    assert ("2026年11月到期" if language == "zh" else "due in November 2026") in page.text
    assert page.message_id == asked.message_id
    # A duty that is named is kept through the choice.
    duty = "教职工政治学习" if language == "zh" else "Staff study"
    await world.say(officer, f"/delivery {duty} 2026-11")
    await world.press(officer, "东岸片区")
    assert duty in world.last(officer).text
