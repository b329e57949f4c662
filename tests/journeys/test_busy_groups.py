"""A group with several activities at once is not flooded, and shows what is true in the end."""

from sandbox.chats import Chat
from tests.harness.activities import School, open_school, press_stale
from tests.harness.scenes import add_person
from tests.harness.world import World, at
from tests.journeys.test_groups import bind, said


def edits(world: World, group: Chat) -> list[float]:
    """The instants at which messages in the group were edited."""
    found = world.stand_in.journal
    return [
        one.at.timestamp()
        for one in found
        if one.method == "editMessageText" and one.chat_id == group.id
    ]


async def mark(school: School, activity: int, person: int) -> None:
    """The officer marks somebody as here."""
    data = f"v1:mark:{activity}-{person}-here:1"
    await press_stale(school.world, school.lin, school.world.last(school.lin), data)


async def test_two_activities_at_once_stay_below_twenty_edits_a_minute(world: World) -> None:
    school = await open_school(world)
    group = await bind(school)
    branch, now = school.scene.units["branch"], world.clock()
    teachers = world.change(
        lambda s: [add_person(s, f"教师{number:02}", branch, now=now) for number in range(35)]
    )
    await school.plan()
    shown = await world.say(school.lin, "/activity 11月27日 15:05 安全培训 礼堂")
    await world.press(school.lin, "确认", message=shown)
    await world.tick(minutes=1)
    cards = [one for one in said(school, group) if "实到" in one.text]
    assert len(cards) == 2
    await world.move_to(at("2026-11-27 15:05"))
    for person in teachers:
        for activity in (1, 2):
            await mark(school, activity, person)
        await world.tick(seconds=2)
    times = edits(world, group)
    assert len(times) > 10
    assert max(sum(one <= other < one + 60 for other in times) for one in times) <= 20
    for _ in range(2):
        await world.tick(seconds=6)
    assert ["实到35" in one.text for one in cards] == [True, True]
