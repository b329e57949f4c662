"""The level above gives more time or excuses, one unit or all the silent ones, and thinks again."""

import pytest

from sandbox.chats import Person
from tests.harness.ladders import digests, open_item, open_line
from tests.harness.two_districts import finish, labels, november, owed_by, press_data
from tests.harness.world import World, at


async def test_a_problem_is_answered_with_more_time_and_the_ladder_begins_anew(
    world: World,
) -> None:
    scene = await november(world)
    he, lin = (world.give_phone(scene.people[n], n) for n in ("何静", "林岚"))
    await world.move_to(at("2026-11-27 08:30"))
    await open_item(world, lin)
    await world.press(lin, "⚠ 有困难")
    await world.press(lin, "材料不全")
    await world.press(he, "🕓 延期")
    asked = world.last(he)
    assert "最晚可延至12月28日星期一" in asked.text
    assert labels(asked) == [
        "12月1日星期二",
        "12月3日星期四",
        "12月7日星期一",
        "📅 其他日期",
        "返回",
    ]
    heard = len(world.messages(lin))
    await world.press(he, "12月3日星期四")
    assert "🕓 已延期" in world.last(he).text
    assert "现截止日期：12月3日星期四" in world.last(he).text
    await world.tick(seconds=61)
    [told] = world.messages(lin)[heard:]
    assert told.text.startswith("🕓 何静已同意延期\n\n教职工政治学习 · 2026年11月 · 青石小学")
    before = len(digests(world, lin))
    for day in ("11-30", "12-01"):
        await world.move_to(at(f"2026-{day} 12:00"))
    assert len(digests(world, lin)) == before + 1  # 2 December less ten days is over; 3 days ahead.
    await world.move_to(at("2026-12-03 12:00"))
    assert "今天截止" in digests(world, lin)[-1]
    above = len(digests(world, he))
    await world.move_to(at("2026-12-09 12:00"))
    assert not any("青石小学：⚠️" in text for text in digests(world, he)[above:])
    await world.move_to(at("2026-12-10 12:00"))
    assert "青石小学：⚠️ 已逾期，12月3日星期四截止" in digests(world, he)[-1]


async def test_all_silent_units_of_a_duty_are_extended_at_once(world: World) -> None:
    scene = await november(world)
    he, lin, chen = (world.give_phone(scene.people[n], n) for n in ("何静", "林岚", "陈帆"))
    await world.move_to(at("2026-12-07 08:30"))
    silent = await open_line(world, he, "below")
    assert silent.text.startswith("教职工政治学习 · 2026年11月：3个组织未完成")
    assert labels(silent) == ["1 更多", "2 更多", "3 更多", "📣 全部催办3项", "🕓 延期", "🕊 免除"]
    finish(world, scene.units["stone"])
    await world.press(he, "🕓 延期", message=silent)
    heard = [len(world.messages(phone)) for phone in (lin, chen)]
    await world.press(he, "+3个工作日")
    assert silent.text.count("现截止日期：12月10日星期四") == 2
    await world.tick(seconds=61)
    assert [len(world.messages(phone)) for phone in (lin, chen)] == [heard[0], heard[1] + 1]
    assert {one.last_day.isoformat() for one in owed_by(world, scene.units["willow"])} == {
        "2026-12-10",
        "2026-12-31",
    }


async def test_a_press_on_a_list_that_has_changed_shows_the_present_one_first(
    world: World,
) -> None:
    scene = await november(world)
    he = world.give_phone(scene.people["何静"], "何静")
    await world.move_to(at("2026-12-07 08:30"))
    silent = await open_line(world, he, "below")
    await world.press(he, "🕓 延期", message=silent)
    finish(world, scene.units["stone"])
    before = owed_by(world, scene.units["willow"])
    await world.press(he, "+5个工作日")
    assert "青石小学" not in silent.text
    assert owed_by(world, scene.units["willow"]) == before
    await world.press(he, "+5个工作日")
    assert owed_by(world, scene.units["willow"]) != before


async def test_an_excuse_settles_it_quietly_and_the_owner_is_told_once(world: World) -> None:
    scene = await november(world)
    he, lin = (world.give_phone(scene.people[n], n) for n in ("何静", "林岚"))
    await world.move_to(at("2026-12-07 08:30"))
    silent = await open_line(world, he, "below")
    item = await open_line(world, he, "item")
    assert labels(item) == ["📣 催办", "🕓 延期", "🕊 免除"]
    await world.press(he, "🕊 免除", message=item)
    heard = len(world.messages(lin))
    november_id = _first(world, scene.units["stone"])
    await world.press(he, "不适用")
    again = f"v1:waive_as:i{november_id}-no_need:1"
    assert await press_data(world, he, again) == "这个按钮您不能使用。"
    await world.tick(seconds=61)
    [told] = world.messages(lin)[heard:]
    assert told.text.startswith("🕊 何静已免除此项")
    assert told.text.endswith("已免\n\n原因：不适用")
    assert silent.text.count("\n") == 4
    await world.move_to(at("2026-12-09 12:00"))
    assert "11月30日星期一截止" not in digests(world, lin)[-1]


def _first(world: World, unit_id: int) -> int:
    return next((one.id for one in owed_by(world, unit_id)), 0)


async def test_an_excuse_taken_back_within_a_minute_is_never_heard_of(world: World) -> None:
    scene = await november(world)
    he, lin = (world.give_phone(scene.people[n], n) for n in ("何静", "林岚"))
    await world.move_to(at("2026-11-30 12:00"))
    owed = owed_by(world, scene.units["stone"])
    await press_data_on(world, he, f"v1:item:{owed[0].id}:0")
    await world.press(he, "🕊 免除")
    heard = len(world.messages(lin))
    await world.press(he, "确有困难")
    assert owed_by(world, scene.units["stone"]) == []
    await world.tick(seconds=59)
    await world.press(he, "↩️ 撤销")
    assert "↩️ 已撤销" in world.last(he).text
    [again] = owed_by(world, scene.units["stone"])
    assert (again.state, again.last_day) == (owed[0].state, owed[0].last_day)
    await world.tick(hours=3)
    assert len(world.messages(lin)) == heard
    await world.move_to(at("2026-12-01 12:00"))
    assert "⚠️ 已逾期" in digests(world, lin)[-1]


async def test_after_a_minute_nothing_is_taken_back(world: World) -> None:
    scene = await november(world)
    he, lin = (world.give_phone(scene.people[n], n) for n in ("何静", "林岚"))
    await world.move_to(at("2026-11-30 12:00"))
    await press_data_on(world, he, f"v1:item:{_first(world, scene.units['stone'])}:0")
    await world.press(he, "🕓 延期")
    await world.press(he, "12月3日星期四")
    await world.tick(seconds=61)
    heard = len(world.messages(lin))
    assert await world.press(he, "↩️ 撤销") == "已超过一分钟，不能撤销了。"
    assert [str(one.last_day) for one in owed_by(world, scene.units["stone"])] == ["2026-12-03"]
    await world.tick(hours=1)
    assert len(world.messages(lin)) == heard


async def test_an_extension_taken_back_climbs_as_before(world: World) -> None:
    scene = await november(world)
    he = world.give_phone(scene.people["何静"], "何静")
    await world.move_to(at("2026-12-04 20:00"))
    await press_data_on(world, he, f"v1:item:{_first(world, scene.units['stone'])}:0")
    await world.press(he, "🕓 延期")
    await world.press(he, "12月9日星期三")
    await world.press(he, "↩️ 撤销")
    await world.move_to(at("2026-12-07 12:00"))
    assert "青石小学、柳岸小学和石桥小学：⚠️ 已逾期，11月30日" in digests(world, he)[-1]


async def test_another_day_is_read_from_words_within_the_limit(world: World) -> None:
    scene = await november(world)
    he = world.give_phone(scene.people["何静"], "He", language="en")
    await world.move_to(at("2026-11-30 12:00"))
    await press_data_on(world, he, f"v1:item:{_first(world, scene.units['stone'])}:0")
    await world.press(he, "🕓 Extend")
    await world.press(he, "📅 Another day")
    assert "I do not read a day" in (await world.say(he, "soon")).text
    assert "not possible here" in (await world.say(he, "29 Dec")).text
    assert "not possible here" in (await world.say(he, "29 Nov")).text
    assert "Last day now: Thu 10 Dec" in (await world.say(he, "10 Dec")).text
    assert [str(one.last_day) for one in owed_by(world, scene.units["stone"])] == ["2026-12-10"]


@pytest.mark.parametrize("verb", ["extend", "extend_by", "extend_to", "waive", "waive_as"])
async def test_nobody_rules_on_his_own_or_on_what_lies_beside(world: World, verb: str) -> None:
    scene = await november(world)
    lin, he = (world.give_phone(scene.people[n], n) for n in ("林岚", "何静"))
    wang = world.give_phone(scene.people["王渡"], "王渡")
    await world.move_to(at("2026-12-07 08:30"))
    await world.say(wang, "/todo")
    rest = {"extend_by": "-3", "waive_as": "-other"}.get(verb, "")
    for phone, unit in ((lin, "stone"), (lin, "willow"), (he, "snow"), (wang, "stone")):
        [before, *_] = owed_by(world, scene.units[unit])
        data = f"v1:{verb}:i{before.id}{rest}:{before.version}"
        assert await press_data(world, phone, data) == "这个按钮您不能使用。"
        assert owed_by(world, scene.units[unit])[0] == before
    for key in ("i999999", "d1", "x", "i"):
        toast = await press_data(world, lin, f"v1:{verb}:{key}{rest}:1")
        assert (
            toast in ("这个按钮您不能使用。", "这个按钮已经过时，请发送 /todo 查看现状。") or toast
        )


async def press_data_on(world: World, phone: Person, data: str) -> None:
    """Press a button that another list would show."""
    if not world.messages(phone):
        await world.say(phone, "/todo")
    await press_data(world, phone, data)
