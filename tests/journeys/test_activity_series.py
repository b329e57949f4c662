"""Activities that come again: made from words, ahead of time, changed one by one or together."""

import pytest

from sandbox.chats import Message
from tests.harness.activities import (
    CONFIRM,
    School,
    labels,
    open_more,
    open_school,
    press_stale,
)
from tests.harness.scenes import add_person
from tests.harness.series import planned
from tests.harness.world import World, at

SERIES = {
    "zh": "/activity 组长例会 每周一9:00 会议室",
    "en": "/activity every Monday 9:00 Leaders meeting, Room 2",
}


async def begin(world: World, language: str = "zh") -> tuple[School, Message]:
    """Monday 23 November at ten: the first is a week from now."""
    school = await open_school(world, language)
    shown = await world.say(school.lin, SERIES[language])
    await world.press(school.lin, CONFIRM[language], message=shown)
    return school, shown


@pytest.mark.parametrize(
    ("language", "words"),
    [
        (
            "zh",
            ("🔁 每周星期一 09:00", "2026年11月30日星期一", "2026年12月28日星期一", "📌 组长例会"),
        ),
        (
            "en",
            ("🔁 every week on Monday at 09:00", "Mon 30 Nov 2026", "Mon 28 Dec 2026", "📍 Room 2"),
        ),
    ],
)
async def test_a_rule_is_shown_with_its_next_five_dates(
    world: World, language: str, words: tuple[str, ...]
) -> None:
    school = await open_school(world, language)
    shown = await world.say(school.lin, SERIES[language])
    for one in words:
        assert one in shown.text
    assert planned(school) == []
    await world.press(school.lin, CONFIRM[language], message=shown)
    days = ("11-30", "12-07", "12-14", "12-21", "12-28")
    assert planned(school) == [f"{day} 09:00" for day in days]


async def test_people_are_invited_a_week_before_each(world: World) -> None:
    school, _ = await begin(world)
    invited = [one.text for one in world.messages(school.wang) if "组长例会" in one.text]
    assert len(invited) == 1
    assert "11月30日" in invited[0]
    now = world.clock()
    world.change(lambda s: add_person(s, "新来的人", school.scene.units["branch"], now=now))
    await world.move_to(at("2026-11-30 07:31"))
    invited = [one.text for one in world.messages(school.wang) if "12月7日" in one.text]
    assert len(invited) == 1
    assert "新来的人" in school.states()


async def test_the_next_ones_are_made_by_the_clock_and_none_twice(world: World) -> None:
    school, _ = await begin(world)
    for day in ("2026-12-01", "2026-12-02", "2026-12-08"):
        await world.move_to(at(f"{day} 10:00"))
        await world.restart()
    assert planned(school)[-2:] == ["01-04 09:00", "01-11 09:00"]
    assert len(planned(school)) == len(set(planned(school))) == 7


async def test_after_a_long_outage_nothing_of_the_past_is_made(world: World) -> None:
    school, _ = await begin(world)
    await world.move_to(at("2027-03-01 10:00"))
    assert planned(school)[5:7] == ["03-08 09:00", "03-15 09:00"]


async def test_one_is_changed_alone(world: World) -> None:
    school, made = await begin(world)
    await world.press(school.lin, "2 查看", message=made)
    await world.press(school.lin, "✏️ 修改", message=made)
    shown = await world.say(school.lin, "12月8日 10:00")
    assert "此次及以后" not in labels(shown)
    await world.press(school.lin, "确认", message=shown)
    assert planned(school)[:3] == ["11-30 09:00", "12-08 10:00", "12-14 09:00"]
    await world.move_to(at("2026-12-01 10:00"))
    assert planned(school)[:3] == ["11-30 09:00", "12-08 10:00", "12-14 09:00"]


@pytest.mark.parametrize(
    ("language", "opened", "change", "following"),
    [("zh", "2 查看", "✏️ 修改", "此次及以后"), ("en", "2 Open", "✏️ Change", "This and following")],
)
async def test_this_and_what_follows_are_changed_together(
    world: World, language: str, opened: str, change: str, following: str
) -> None:
    school, made = await begin(world, language)
    await world.press(school.lin, opened, message=made)
    await world.press(school.lin, change, message=made)
    shown = await world.say(school.lin, "10:30")
    await world.press(school.lin, following, message=shown)
    later = ["12-07 10:30", "12-14 10:30", "12-21 10:30", "12-28 10:30"]
    assert planned(school) == ["11-30 09:00", *later]
    await world.move_to(at("2026-12-01 10:00"))
    assert planned(school)[5:] == ["01-04 10:30"]


async def test_one_that_is_called_off_does_not_come_back(world: World) -> None:
    school, made = await begin(world)
    await world.press(school.lin, "2 查看", message=made)
    await world.press(school.lin, "🚫 取消", message=made)
    await world.press(school.lin, "是", message=made)
    await world.move_to(at("2026-12-02 10:00"))
    assert planned(school)[:3] == ["11-30 09:00", "(12-07)", "12-14 09:00"]


@pytest.mark.parametrize(
    ("language", "end", "yes"), [("zh", "⏹ 结束系列", "是"), ("en", "⏹ End the series", "Yes")]
)
async def test_a_series_ends_with_the_one_that_is_chosen(
    world: World, language: str, end: str, yes: str
) -> None:
    school, made = await begin(world, language)
    await world.press(school.lin, {"zh": "2 查看", "en": "2 Open"}[language], message=made)
    await open_more(world, school.lin, made, activity=2)
    await world.press(school.lin, end, message=made)
    assert "3" in made.text
    await world.press(school.lin, yes, message=made)
    await world.move_to(at("2027-01-20 10:00"))
    assert planned(school) == ["11-30 09:00", "12-07 09:00", "(12-14)", "(12-21)", "(12-28)"]


@pytest.mark.parametrize(
    ("words", "first"),
    [
        ("每周五15:00，节假日除外 学习，会议室", "11-27 15:00"),
        ("每月最后一个周五15:00 学习 会议室", "11-27 15:00"),
        ("每周二、周四 16:00-17:30 合唱 礼堂", "11-24 16:00"),
        ("学习 每天8:00 会议室", "11-24 08:00"),
    ],
)
async def test_rules_are_said_in_plain_words(world: World, words: str, first: str) -> None:
    school = await open_school(world)
    shown = await world.say(school.lin, f"/activity {words}")
    await world.press(school.lin, "确认", message=shown)
    assert planned(school)[0] == first


async def test_the_hour_is_asked_for_where_a_rule_has_none(world: World) -> None:
    school = await open_school(world)
    asked = await world.say(school.lin, "/activity 每周一 组长例会，会议室")
    assert "时" in asked.text
    shown = await world.say(school.lin, "9:00")
    assert "🔁 每周星期一 09:00" in shown.text


async def test_a_series_confirmed_twice_is_made_once(world: World) -> None:
    school = await open_school(world)
    shown = await world.say(school.lin, SERIES["zh"])
    [confirm] = [b.data or "" for row in shown.buttons for b in row if b.text == "确认"]
    await world.press(school.lin, "确认", message=shown)
    before = planned(school)
    assert await press_stale(world, school.lin, shown, confirm)
    assert planned(school) == before


async def test_the_end_of_a_series_calls_off_nothing_that_has_begun(world: World) -> None:
    school, made = await begin(world)
    await world.move_to(at("2026-12-09 10:00"))
    await world.press(school.lin, "2 查看", message=made)
    await press_stale(world, school.lin, made, "v1:series_end_yes:1:1")
    assert planned(school)[:4] == ["11-30 09:00", "12-07 09:00", "(12-14)", "(12-21)"]
