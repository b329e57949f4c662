"""A ladder that climbs two levels: each hears once, in working days, and not of what is done."""

from datetime import date

import pytest

from domain.act import Act, ActKind
from domain.audience import Audience
from domain.bilingual import Bilingual
from domain.cadence import ByDate
from domain.ladder import ReminderPolicy
from domain.own_day import OwnDays
from sandbox.chats import Person
from storage import own_days
from tests.harness.duties import duty, keep
from tests.harness.scenes import Organisation
from tests.harness.two_districts import CANARIES, finish, two_districts
from tests.harness.world import World, at

CHECK = Act(kind=ActKind.TICK, code="check", name=Bilingual(zh="安全自查", en="Safety check"))
ONCE = ByDate(rule="FREQ=DAILY;COUNT=1", anchor=date(2026, 11, 30))
# Five working days after Monday 30 November are over on the 14th, ten on the 21st.
HOLIDAY_WEEK = OwnDays(first_day=date(2026, 12, 7), last_day=date(2026, 12, 13), name="放假")
FIRST_LEVEL, SECOND_LEVEL = date(2026, 12, 14), date(2026, 12, 21)


@pytest.fixture
async def scene(world: World) -> Organisation:
    """Every school owes one check by 30 November; nobody works in the second week of December."""
    now = world.clock()
    found = world.change(lambda s: two_districts(s, now))
    top = found.units["committee"]
    world.change(lambda s: own_days.replace(s, top, [HOLIDAY_WEEK]))
    policy = ReminderPolicy(climbs_after=(5, 10))
    keep(world, duty(Audience(kinds=("学校",)), CHECK, cadence=ONCE, policy=policy))
    return found


@pytest.fixture
def phones(world: World, scene: Organisation) -> dict[str, Person]:
    """The schools' secretaries, the districts', and the committee's, who reads English."""
    names = ("林岚", "陈帆", "何静", "高远")
    found = {name: world.give_phone(scene.people[name], name) for name in names}
    found["周敏"] = world.give_phone(scene.people["周敏"], "Zhou", language="en")
    return found


async def play(world: World, first: date, last: date, *, restarts: bool = False) -> None:
    """Every morning after the hour of the daily messages, and once more at noon."""
    for day in range(first.toordinal(), last.toordinal() + 1):
        for hour in ("08:31", "12:00"):
            await world.move_to(at(f"{date.fromordinal(day)} {hour}"))
        if restarts:
            await world.restart()
            await world.tick(minutes=1)


def told(world: World, phone: Person, *words: str) -> list[date]:
    """On which days somebody heard words."""
    return [
        world.place.today(one.date)
        for one in world.messages(phone)
        if any(word in one.text for word in words)
    ]


async def test_each_level_hears_once_after_working_days_that_leave_the_holiday_out(
    world: World, phones: dict[str, Person]
) -> None:
    await play(world, date(2026, 11, 27), date(2026, 12, 30), restarts=True)
    assert told(world, phones["何静"], "安全自查") == [FIRST_LEVEL]
    assert told(world, phones["周敏"], "Safety check", "安全自查") == [SECOND_LEVEL]
    assert told(world, phones["林岚"], "安全自查") == [
        date(2026, 11, 27),
        date(2026, 11, 30),
        date(2026, 12, 1),
        date(2026, 12, 2),
        date(2026, 12, 4),
    ]


async def test_what_is_done_between_the_levels_climbs_no_further(
    world: World, scene: Organisation, phones: dict[str, Person]
) -> None:
    await play(world, date(2026, 12, 1), date(2026, 12, 15))
    [heard] = [one.text for one in world.messages(phones["何静"]) if "安全自查" in one.text]
    assert "青石小学、柳岸小学和石桥小学" in heard
    finish(world, scene.units["stone"])
    before = len(world.messages(phones["林岚"]))
    await play(world, date(2026, 12, 16), date(2026, 12, 30))
    [above] = [
        one.text
        for one in world.messages(phones["周敏"])
        if "安全自查" in one.text or "Safety check" in one.text
    ]
    assert "柳岸小学" in above
    assert "青石小学" not in above
    assert len(world.messages(phones["林岚"])) == before


async def test_when_all_is_done_in_the_holiday_nobody_above_hears_of_it(
    world: World, scene: Organisation, phones: dict[str, Person]
) -> None:
    await play(world, date(2026, 12, 3), date(2026, 12, 9))
    for school in ("stone", "willow", "bridge", "snow"):
        finish(world, scene.units[school])
    await play(world, date(2026, 12, 10), date(2026, 12, 30))
    assert told(world, phones["何静"], "安全自查") == []
    assert told(world, phones["周敏"], "Safety check", "安全自查") == []


async def test_a_bot_that_slept_past_both_levels_tells_each_of_them_once(
    world: World, scene: Organisation, phones: dict[str, Person]
) -> None:
    await play(world, date(2026, 12, 1), date(2026, 12, 4))
    await world.move_to(at("2026-12-23 08:31"))
    await play(world, date(2026, 12, 24), date(2026, 12, 28))
    for name in ("何静", "周敏"):
        assert len(told(world, phones[name], "Safety check", "安全自查")) == 1
    # The district is told of its own schools only.
    assert not any(
        canary in one.text for one in world.messages(phones["何静"]) for canary in CANARIES
    )
