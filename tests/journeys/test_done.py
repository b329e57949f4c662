"""Done is one press; for ten minutes it can be taken back; one act, any of several, or all."""

import pytest

from domain.act import Needs
from domain.audience import Audience
from domain.cadence import NoCadence, Quota
from domain.period import PeriodKind
from sandbox.chats import Person
from tests.harness.duties import HEAR, INSPECT, PLAN, STUDY, duty, keep, rows, states
from tests.harness.scenes import Organisation, small_school_committee
from tests.harness.two_districts import labels, press_data
from tests.harness.world import World, at

SCHOOLS = Audience(kinds=("学校",))


@pytest.fixture
async def scene(world: World) -> Organisation:
    return world.change(lambda s: small_school_committee(s, world.clock()))


@pytest.fixture
async def lin(world: World, scene: Organisation) -> Person:
    """The secretary of the school."""
    return world.give_phone(scene.people["林岚"], "林岚")


async def test_a_press_on_a_digest_line_is_noted_and_the_digest_says_so(
    world: World, lin: Person
) -> None:
    made = keep(world, duty(SCHOOLS))
    await world.move_to(at("2026-11-20 08:30"))
    digest = world.last(lin)
    assert "安全自查 · 2026年11月 · 青石小学" in digest.text
    await world.press(lin, "1 完成")
    assert world.last(lin).text == (
        "安全自查 · 2026年11月 · 青石小学\n✅ 已完成\n\n已记录，十分钟内可以撤销。"
    )
    assert set(states(world, made).values()) == {"done"}
    assert "✅" in digest.text
    assert "1 完成" not in labels(digest)


async def test_undo_owes_it_again_and_its_reminders_come_as_if_nothing_had_been(
    world: World, lin: Person
) -> None:
    made = keep(world, duty(SCHOOLS))
    await world.move_to(at("2026-11-20 08:30"))
    await world.press(lin, "1 完成")
    await world.tick(minutes=9)
    await world.press(lin, "撤销")
    assert "已撤销，仍需完成。" in world.last(lin).text
    assert "1 完成" in labels(world.last(lin))
    assert set(states(world, made).values()) == {"open"}
    heard = len(world.messages(lin))
    await world.move_to(at("2026-11-27 09:00"))
    assert len(world.messages(lin)) == heard + 1
    assert "还有3天" in world.last(lin).text


async def test_undo_is_over_after_ten_minutes(world: World, lin: Person) -> None:
    made = keep(world, duty(SCHOOLS))
    await world.tick(minutes=1)
    await world.say(lin, "/todo")
    await world.press(lin, "1 完成")
    await world.tick(minutes=11)
    assert "已不能撤销" in await world.press(lin, "撤销")
    assert set(states(world, made).values()) == {"done"}


async def test_a_second_press_and_an_old_button_count_nothing(world: World, lin: Person) -> None:
    made = keep(world, duty(SCHOOLS, cadence=Quota(per=PeriodKind.MONTH, at_least=2)))
    await world.tick(minutes=1)
    todo = await world.say(lin, "/todo")
    await world.press(lin, "1 完成", message=todo)
    await world.press(lin, "1 完成", message=todo)
    assert [row.counted for row in rows(world, made)] == [1]
    assert "已完成1/2；还有28天" in world.last(lin).text
    await world.press(lin, "1 完成")
    assert [(row.counted, row.state) for row in rows(world, made)] == [(2, "done")]


async def test_a_second_undo_changes_nothing(world: World, lin: Person) -> None:
    made = keep(world, duty(SCHOOLS))
    await world.tick(minutes=1)
    await world.say(lin, "/todo")
    await world.press(lin, "1 完成")
    noted = world.last(lin)
    version = rows(world, made)[0].version
    await world.press(lin, "撤销", message=noted)
    toast = await press_data(world, lin, f"v1:undone:{rows(world, made)[0].id}:{version}")
    assert "已不能撤销" in toast
    assert set(states(world, made).values()) == {"open"}


async def test_either_act_is_enough(world: World, lin: Person) -> None:
    made = keep(world, duty(SCHOOLS, PLAN, INSPECT))
    await world.tick(minutes=1)
    todo = await world.say(lin, "/todo")
    assert labels(todo) == ["1 完成：部署", "1 完成：检查", "1 更多"]
    await world.press(lin, "1 完成：检查")
    assert "已记录：检查。" in world.last(lin).text
    [row] = rows(world, made)
    assert (row.state, row.progress) == ("done", {"inspect": 1})


async def test_both_acts_must_be_done_and_progress_shows(world: World, lin: Person) -> None:
    made = keep(world, duty(SCHOOLS, HEAR, STUDY, needs=Needs.ALL))
    await world.tick(minutes=1)
    await world.say(lin, "/todo")
    await world.press(lin, "1 完成：听取汇报")
    assert set(states(world, made).values()) == {"open"}
    todo = await world.say(lin, "/todo")
    assert "已完成1/2" in todo.text
    assert labels(todo) == ["1 完成：专题研究", "1 更多"]
    await world.press(lin, "1 完成：专题研究")
    assert set(states(world, made).values()) == {"done"}
    assert (await world.say(lin, "/todo")).text == "您没有待办。🎉"


async def test_what_has_no_cadence_never_presses_and_the_board_says_when_it_was_last_done(
    world: World, scene: Organisation, lin: Person
) -> None:
    made = keep(world, duty(SCHOOLS, cadence=NoCadence()))
    await world.move_to(at("2027-02-01 09:00"))
    assert world.messages(lin) == []
    assert "安全自查：还没有做过" in (await world.say(lin, "/status")).text
    todo = await world.say(lin, "/todo")
    assert todo.text == "您没有待办。🎉\n\n时间不限\n\n1. 安全自查 · 青石小学\n时间不限"
    await world.press(lin, "1 完成")
    assert "安全自查：上次完成于2月1日星期一" in (await world.say(lin, "/status")).text
    assert "时间不限" not in (await world.say(lin, "/todo")).text
    await world.move_to(at("2027-02-02 09:00"))
    assert "时间不限" in (await world.say(lin, "/todo")).text
    assert states(world, made) == {("u2", "any-1"): "done", ("u2", "any-2"): "open"}
    assert "没有" in (await world.say(lin, "/missing")).text


async def test_english_readers_read_english(world: World, scene: Organisation) -> None:
    keep(world, duty(SCHOOLS, HEAR, STUDY, needs=Needs.ALL))
    lin = world.give_phone(scene.people["林岚"], "Lin", language="en")
    await world.tick(minutes=1)
    await world.say(lin, "/language")
    await world.press(lin, "English")
    todo = await world.say(lin, "/todo")
    assert labels(todo) == ["1 Done: Hear reports", "1 Done: Study topic", "1 More"]
    await world.press(lin, "1 Done: Hear reports")
    assert world.last(lin).text == (
        "Task of office · November 2026 · 青石小学\n1/2 done; 28 days left, due Mon 30 Nov\n\n"
        "Noted: Hear reports. Undo works for ten minutes."
    )
    await world.press(lin, "Undo")
    assert "Taken back; it is owed again." in world.last(lin).text


async def test_nobody_ticks_off_what_others_owe(world: World, scene: Organisation) -> None:
    made = keep(world, duty(SCHOOLS))
    await world.tick(minutes=1)
    [row] = rows(world, made)
    for name in ("王渡", "陈帆"):
        stranger = world.give_phone(scene.people[name], name)
        await world.say(stranger, "/help")
        toast = await press_data(world, stranger, f"v1:done:{row.id}-0:{row.version}")
        assert toast == "这个按钮您不能使用。"
    assert set(states(world, made).values()) == {"open"}
