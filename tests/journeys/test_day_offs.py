"""What people were invited to has come to stand on a day off: the secretary is asked, once."""

import pytest

from tests.harness.activities import labels, press_stale
from tests.harness.series import (
    AS_PLANNED,
    QUESTION,
    SKIPPED,
    begin_fridays,
    planned,
    questions,
    rest,
)
from tests.harness.world import World


@pytest.mark.parametrize(
    ("language", "move", "moved"),
    [
        ("zh", "📅 改到11月26日星期四", "11月26日星期四 15:00"),
        ("en", "📅 Move: Thu 26 Nov", "Thu 26 Nov 15:00"),
    ],
)
async def test_what_people_were_invited_to_stays_and_the_secretary_is_asked_once(
    world: World, language: str, move: str, moved: str
) -> None:
    school = await begin_fridays(world, language)
    for _ in range(2):
        await rest(school, "2026-11-27")
        await world.tick(minutes=3)
    await rest(school, "2026-12-11")
    await world.tick(minutes=3)
    assert planned(school)[0] == "11-27 15:00"
    [asked] = questions(school, language)
    assert move in labels(asked)
    heard = len(world.messages(school.wang))
    await world.press(school.lin, move, message=asked)
    await world.tick(minutes=3)
    assert planned(school)[0] == "11-26 15:00"
    [told] = world.messages(school.wang)[heard:]
    assert moved in told.text
    assert QUESTION[language] not in asked.text


@pytest.mark.parametrize(
    ("language", "keep", "said"),
    [
        ("zh", "✅ 日期不变", "活动在休息日照常进行"),
        ("en", "✅ Keep the day", "It takes place on this day off"),
    ],
)
async def test_what_is_kept_takes_place_on_the_day_off(
    world: World, language: str, keep: str, said: str
) -> None:
    school = await begin_fridays(world, language)
    await rest(school, "2026-11-27")
    await world.tick(minutes=3)
    [asked] = questions(school, language)
    await world.press(school.lin, keep, message=asked)
    await world.tick(minutes=3)
    assert said in asked.text
    await rest(school, "2026-12-11")
    await world.tick(minutes=3)
    assert planned(school)[0] == "11-27 15:00"
    assert questions(school, language) == []


async def test_a_change_that_is_taken_back_within_its_minute_is_asked_about_by_nobody(
    world: World,
) -> None:
    school = await begin_fridays(world)
    answer = await rest(school, "2026-11-27")
    await world.press(school.lin, "撤销", message=answer)
    await world.tick(minutes=10)
    assert questions(school) == []
    await rest(school, "2026-11-27")
    await world.tick(minutes=10)
    assert len(questions(school)) == 1


async def test_a_question_about_a_day_that_is_worked_after_all_is_closed(world: World) -> None:
    school = await begin_fridays(world)
    await rest(school, "2026-11-27")
    await world.tick(minutes=3)
    [asked] = questions(school)
    data = [button.data or "" for row in asked.buttons for button in row]
    await world.say(school.lin, "/calendar 2026-11-27 清除")
    await world.tick(minutes=3)
    assert "无需处理" in asked.text
    assert labels(asked) == []
    await press_stale(world, school.lin, asked, data[0])
    assert planned(school) == AS_PLANNED
    await rest(school, "2026-11-27")
    await world.tick(minutes=3)
    assert [one.text for one in questions(school)] == [asked.text]
    assert len(labels(asked)) == 3


async def test_one_that_was_moved_by_hand_stays_and_is_asked_about_only_on_a_new_day_off(
    world: World,
) -> None:
    school = await begin_fridays(world)
    opened = await world.say(school.lin, "/activity")
    for day in ("12月12日 10:00", "12月13日 10:00"):
        await press_stale(world, school.lin, opened, "v1:amend:3:1")
        shown = await world.say(school.lin, day)
        await world.press(school.lin, "此次" if "此次" in labels(shown) else "确认", message=shown)
    await rest(school, "2026-12-11")
    await world.tick(minutes=3)
    # The Sunday is what the secretary wanted.
    assert planned(school)[2] == "12-13 10:00"
    assert questions(school) == []
    await press_stale(world, school.lin, opened, "v1:amend:3:1")
    shown = await world.say(school.lin, "12月14日 10:00")
    await world.press(school.lin, "确认", message=shown)
    await rest(school, "2026-12-14")
    await world.tick(minutes=3)
    assert planned(school)[2] == "12-14 10:00"
    assert len(questions(school)) == 1


@pytest.mark.parametrize("data", ["v1:day_off_move:1-20261126:0", "v1:day_off_keep:1:1"])
async def test_nobody_else_decides_about_a_day_off(world: World, data: str) -> None:
    school = await begin_fridays(world)
    await rest(school, "2026-11-27")
    await world.tick(minutes=3)
    card = world.last(school.wang)
    assert "不能使用" in await press_stale(world, school.wang, card, data)
    [asked] = questions(school)
    assert len(labels(asked)) == 3
    assert planned(school) == AS_PLANNED


@pytest.mark.parametrize(
    "data",
    [
        "v1:day_off_move:1:0",
        "v1:day_off_move:1-20261125:0",
        "v1:day_off_move:1-20269999:0",
        "v1:day_off_move:9999-20261126:0",
        "v1:day_off_move:3-20261210:0",
        "v1:day_off_keep:3:1",
        "v1:day_off_keep:9999:1",
    ],
)
async def test_an_altered_press_moves_and_keeps_nothing(world: World, data: str) -> None:
    school = await begin_fridays(world)
    await rest(school, "2026-11-27")
    await world.tick(minutes=3)
    opened = await world.say(school.lin, "/activity")
    await press_stale(world, school.lin, opened, data)
    assert planned(school) == AS_PLANNED
    assert {len(labels(one)) for one in questions(school)} == {3}


async def test_where_a_rule_leaves_the_day_out_it_can_be_called_off_from_the_question(
    world: World,
) -> None:
    school = await begin_fridays(world, words=SKIPPED)
    await rest(school, "2026-11-27")
    await world.tick(minutes=3)
    [asked] = questions(school)
    assert labels(asked) == ["🚫 取消", "✅ 日期不变", "✏️ 修改"]
    await world.press(school.lin, "🚫 取消", message=asked)
    await world.press(school.lin, "是", message=asked)
    assert planned(school)[0] == "(11-27)"
