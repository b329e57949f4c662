"""An activity that takes place at another moment: both are kept, everybody hears once."""

import pytest
from sqlmodel import select

from storage.tables.activities import ActivityRow
from storage.tables.process import HistoryRow
from tests.harness.activities import hold, labels, open_school, press_stale
from tests.harness.world import SHANGHAI, World, at


def begins(world: World) -> tuple[str, str | None]:
    """When it begins, and when it was to begin at first."""
    row = world.look(lambda session: session.exec(select(ActivityRow)).one())
    first = row.moved_from
    local = f"{row.starts_at.astimezone(SHANGHAI):%m-%d %H:%M}"
    return local, f"{first.astimezone(SHANGHAI):%m-%d %H:%M}" if first else None


@pytest.mark.parametrize(
    ("language", "button", "words", "confirm", "from_", "told"),
    [
        ("zh", "📅 改期", "12月4日下午3点", "确认", "原定 11月27日", "活动改期"),
        ("en", "📅 Moved", "Dec 4 15:00", "Confirm", "Moved from Fri 27 Nov", "It was moved"),
    ],
)
async def test_moved_asks_in_plain_words_and_tells_everybody_once(
    world: World, language: str, button: str, words: str, confirm: str, from_: str, told: str
) -> None:
    school = await open_school(world, language)
    await school.plan(language)
    invitation = world.last(school.wang)
    await world.move_to(at("2026-11-27 19:00"))
    await world.press(school.lin, button)
    preview = await world.say(school.lin, words)
    assert begins(world) == ("11-27 15:00", None)
    await world.press(school.lin, confirm, message=preview)
    assert begins(world) == ("12-04 15:00", "11-27 15:00")
    assert from_ in preview.text
    assert from_ in invitation.text
    assert [told in m.text for m in world.messages(school.wang)].count(True) == 1
    await world.move_to(at("2026-12-04 14:30"))
    opening = world.last(school.wang)
    await press_stale(world, school.wang, opening, "v1:checkin:1:0")
    assert school.states()["王渡"] == "present"
    await world.move_to(at("2026-12-04 19:00"))
    asked = [m for m in world.messages(school.lin) if "hold:" in str(m.buttons)]
    assert asked, "it is asked about anew"


async def test_what_was_said_of_the_old_moment_is_not_taken_for_the_new_one(world: World) -> None:
    school = await open_school(world)
    await school.plan()
    await world.press(school.wang, "请假", message=world.last(school.wang))
    await world.press(school.wang, "出差", message=world.last(school.wang))
    assert school.states()["王渡"] == "excused"
    await world.move_to(at("2026-11-27 19:00"))
    await world.press(school.lin, "📅 改期")
    preview = await world.say(school.lin, "11月30日 9:00")
    await world.press(school.lin, "确认", message=preview)
    assert school.states()["王渡"] == "expected"
    assert "请假" in labels(world.last(school.wang))


async def test_a_moment_that_is_over_keeps_the_check_ins(world: World) -> None:
    school = await open_school(world)
    card = await school.plan()
    await world.move_to(at("2026-11-27 14:50"))
    await press_stale(world, school.wang, world.last(school.wang), "v1:checkin:1:0")
    await world.move_to(at("2026-11-28 09:00"))
    await press_stale(world, school.lin, card, "v1:activity:1:1")
    await world.press(school.lin, "📅 改期", message=card)
    preview = await world.say(school.lin, "昨天16:00")
    assert "签到保留" in preview.text
    await world.press(school.lin, "确认", message=preview)
    assert begins(world) == ("11-27 16:00", "11-27 15:00")
    assert school.states()["王渡"] == "present"
    await hold(world, school.lin, preview)
    assert school.obligation() == ("done", 1)


async def test_moved_twice_keeps_the_first_moment_and_every_step_in_the_history(
    world: World,
) -> None:
    school = await open_school(world)
    card = await school.plan()
    for day, words in ((27, "11月28日"), (28, "11月29日 10:00")):
        await world.move_to(at(f"2026-11-{day} 16:00"))
        await press_stale(world, school.lin, card, "v1:moved:1:1")
        preview = await world.say(school.lin, words)
        await world.press(school.lin, "确认", message=preview)
    assert begins(world) == ("11-29 10:00", "11-27 15:00")
    verbs = [row.verb for row in world.look(lambda s: s.exec(select(HistoryRow)).all())]
    assert verbs.count("moved") == 2


async def test_every_move_is_told_once(world: World) -> None:
    school = await open_school(world)
    card = await school.plan()
    for number, (day, words) in enumerate(
        (("11-27", "11月28日 9:00"), ("11-28", "11月30日 9:00"), ("11-30", "12月1日 9:00")), start=1
    ):
        await world.move_to(at(f"2026-{day} 16:00"))
        await press_stale(world, school.lin, card, "v1:moved:1:1")
        preview = await world.say(school.lin, words)
        await world.press(school.lin, "确认", message=preview)
        told = [m for m in world.messages(school.wang) if "活动改期" in m.text]
        assert len(told) == number
    assert "12月1日" in world.last(school.wang).text


@pytest.mark.parametrize(
    ("language", "moved", "change", "instead"),
    [
        ("zh", "📅 改期", "✏️ 修改", "请按“修改”"),
        ("en", "📅 Moved", "✏️ Change", "Press Change"),
    ],
)
async def test_until_it_begins_its_time_is_changed_and_afterwards_it_was_moved(
    world: World, language: str, moved: str, change: str, instead: str
) -> None:
    school = await open_school(world, language)
    card = await school.plan(language)
    assert change in labels(card)
    assert moved not in labels(card)
    assert instead in await press_stale(world, school.lin, card, "v1:moved:1:1")
    await world.move_to(at("2026-11-27 15:00"))
    await press_stale(world, school.lin, card, "v1:activity:1:1")
    assert moved in labels(card)
    assert change not in labels(card)
    await world.press(school.lin, moved, message=card)
    asked = world.last(school.lin).text
    assert {"zh": "未按此时间举行", "en": "did not take place then"}[language] in asked


@pytest.mark.parametrize("words", ["也许吧", "👍" * 2000, "下个月", "25:99"])
async def test_what_names_no_moment_moves_nothing(world: World, words: str) -> None:
    school = await open_school(world)
    card = await school.plan()
    await world.move_to(at("2026-11-27 16:00"))
    await press_stale(world, school.lin, card, "v1:moved:1:1")
    answer = await world.say(school.lin, words)
    assert "确认" not in labels(answer)
    assert begins(world) == ("11-27 15:00", None)


async def test_a_preview_that_was_confirmed_or_replaced_moves_nothing_again(world: World) -> None:
    school = await open_school(world)
    card = await school.plan()
    await world.move_to(at("2026-11-27 16:00"))
    await press_stale(world, school.lin, card, "v1:moved:1:1")
    first = await world.say(school.lin, "11月28日 9:00")
    stale = next(b.data for row in first.buttons for b in row if b.text == "确认") or ""
    second = await world.say(school.lin, "11月30日 9:00")
    await press_stale(world, school.lin, first, stale)
    assert begins(world) == ("11-27 15:00", None)
    await world.press(school.lin, "确认", message=second)
    assert begins(world) == ("11-30 09:00", "11-27 15:00")
