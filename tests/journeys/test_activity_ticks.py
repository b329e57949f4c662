"""What is ticked on an activity stays as its button says, however often it is pressed."""

import pytest
from sqlmodel import select

from domain.audience import Audience
from sandbox.chats import Message
from storage import activity_duties
from storage.tables.activities import ActivityRow
from storage.tables.process import HistoryRow
from tests.harness.activities import School, open_school, press_stale
from tests.harness.duties import duty, keep
from tests.harness.presence import plan_with
from tests.harness.world import World, at
from tests.journeys.test_person_check_in import PRACTICE


def counted_for(world: World) -> set[int]:
    """The other duties that the activity counts for."""
    return set(world.look(lambda session: activity_duties.find(session, 1)))


def verbs(world: World) -> list[str]:
    """What the history says, in order."""
    return [row.verb for row in world.look(lambda session: session.exec(select(HistoryRow)).all())]


def activity_of(world: World) -> ActivityRow:
    """The activity as it is kept."""
    return world.look(lambda session: session.get_one(ActivityRow, 1))


async def open_ticks(world: World, language: str = "zh") -> tuple[School, Message, int]:
    """The school, the ticks of its study on a card, and a duty that it could count for."""
    school = await open_school(world, language)
    made = keep(world, duty(Audience(kinds=("学校",)), PRACTICE))
    await world.tick(minutes=1)
    card = await school.plan(language)
    await press_stale(world, school.lin, card, "v1:counts_for:1:1")
    return school, card, made


@pytest.mark.parametrize(("language", "back"), [("zh", "‹ 返回"), ("en", "‹ Back")])
async def test_a_tick_pressed_twice_stays_ticked(world: World, language: str, back: str) -> None:
    school, card, made = await open_ticks(world, language)
    [tick] = [b.data for row in card.buttons for b in row if b.text != back]
    assert tick is not None
    for _ in range(3):
        await press_stale(world, school.lin, card, tick)
    assert counted_for(world) == {made}
    [untick] = [b.data for row in card.buttons for b in row if b.text.startswith("☑")]
    assert untick is not None
    for _ in range(3):
        await press_stale(world, school.lin, card, untick)
    assert counted_for(world) == set()
    assert verbs(world).count("linked") == 2


@pytest.mark.parametrize("said", ["", "-", "-maybe", "-yes-", "-1"])
async def test_a_tick_that_says_nothing_clear_changes_nothing(world: World, said: str) -> None:
    school, card, made = await open_ticks(world)
    if said == "-yes-":
        made += 50
    await press_stale(world, school.lin, card, f"v1:count_for:1-{made}{said}:1")
    assert counted_for(world) == set()


async def test_a_tick_after_it_was_called_off_shows_that_and_changes_nothing(world: World) -> None:
    school, card, made = await open_ticks(world)
    await press_stale(world, school.lin, card, "v1:call_off_yes:1:1")
    await press_stale(world, school.lin, card, f"v1:count_for:1-{made}-yes:1")
    assert "🚫 已取消" in card.text
    assert counted_for(world) == set()


async def test_the_quorum_turns_once_for_what_a_button_showed(world: World) -> None:
    school = await open_school(world)
    card = await school.plan()
    for _ in range(2):
        await press_stale(world, school.lin, card, "v1:quorum:1:1")
    assert activity_of(world).quorum == "more_than_half"


async def test_names_on_the_wall_turn_once_for_what_a_button_showed(world: World) -> None:
    school = await open_school(world)
    card = await plan_with(school, "wall")
    for _ in range(2):
        await press_stale(world, school.lin, card, "v1:wall_names:1:2")
    assert not activity_of(world).shows_names


def button_of(card: Message, label: str) -> str:
    """What the button sends that has this label."""
    [found] = [b.data or "" for row in card.buttons for b in row if b.text == label]
    return found


async def test_a_name_pressed_twice_is_here_and_pressed_twice_again_is_not(world: World) -> None:
    school = await open_school(world)
    card = await school.plan()
    await world.move_to(at("2026-11-27 15:00"))
    await world.press(school.lin, "✍️ 代签", message=card)
    for label, state in (("📵 陈帆", "present"), ("✅ 陈帆", "expected")):
        data = button_of(card, label)
        for _ in range(3):
            await press_stale(world, school.lin, card, data)
            assert school.states()["陈帆"] == state
    assert verbs(world).count("marked") == 2


async def test_an_old_page_takes_nobody_back_who_came_himself_and_ticks_nobody_on_leave(
    world: World,
) -> None:
    school = await open_school(world)
    card = await school.plan()
    wang, chen = school.scene.people["王渡"], school.scene.people["陈帆"]
    await world.move_to(at("2026-11-27 15:00"))
    await press_stale(world, school.wang, world.last(school.wang), "v1:checkin:1:0")
    for word in ("not", "here"):
        await press_stale(world, school.lin, card, f"v1:mark:1-{wang}-{word}:1")
    assert school.states()["王渡"] == "present"
    assert "marked" not in verbs(world)
    await press_stale(world, school.lin, card, f"v1:fix_ok:1-{chen}-excused-told:1")
    await press_stale(world, school.lin, card, "v1:marks:1:1")
    await press_stale(world, school.lin, card, button_of(card, "📵 陈帆"))
    assert school.states()["陈帆"] == "present"


@pytest.mark.parametrize("said", ["", "-", "-maybe", "-here-", "-1"])
async def test_a_mark_that_says_nothing_clear_changes_nothing(world: World, said: str) -> None:
    school = await open_school(world)
    card = await school.plan()
    chen = school.scene.people["陈帆"] + (50 if said == "-here-" else 0)
    await world.move_to(at("2026-11-27 15:00"))
    await press_stale(world, school.lin, card, f"v1:mark:1-{chen}{said}:1")
    assert set(school.states().values()) == {"expected"}
