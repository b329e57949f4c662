"""A year of the sandbox's organisation in one move of its clock, against an oracle."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, time
from pathlib import Path

import pytest

from bot.calendar_seed import seed_calendar
from bot.sandbox_clock import TimeMachine
from bot.sandbox_scene import Scene, demo_scene, set_scene
from tests.harness.databases import fresh_database
from tests.harness.world import World, open_world
from tests.journeys.test_a_year import sends, told_lines
from tests.journeys.test_time_machine import HeldClock
from tests.journeys.year_player import moment
from tests.oracles import demo_oracle
from tests.oracles.ledger_oracle import Line


@pytest.fixture
def scene() -> Scene:
    """Everybody has a phone."""
    return replace(demo_scene(demo_oracle.FIRST_DAY, "zh"), labels=None, group=None)


async def test_a_year_in_one_move_tells_forty_people_what_the_rules_say(
    tmp_path: Path, scene: Scene
) -> None:
    start = moment(demo_oracle.FIRST_DAY, time(8, 20))
    with fresh_database("sqlite", tmp_path) as database:
        async with open_world(database, start=start) as world:
            await seed_calendar(world.muduo.runner, world.clock())
            world.change(
                lambda s: set_scene(
                    s, world.stand_in, scene, place=world.place, language="zh", now=start
                )
            )
            machine = TimeMachine(HeldClock(clock=world.clock), world.muduo)
            await machine.move_to(moment(demo_oracle.LAST_DAY, time(21)))

            told = Counter(told_lines(world))
            expected = Counter(demo_oracle.expected_lines(scene.roster))
            assert sorted((expected - told).elements()) == [], "missing"
            assert sorted((told - expected).elements()) == [], "too much"
            assert_is_read(world, expected)
            assert len(world.stand_in.world.persons) >= 40


def assert_is_read(world: World, expected: Counter[Line]) -> None:
    """One message for everybody on each of these days, with every line in it, and no other."""
    found = dict(messages(world))
    assert found.keys() == {(line.day, line.person) for line in expected}
    assert len(found) == sum(1 for _ in sends(world)), "two messages on one day"
    for line in expected:
        text = found[line.day, line.person]
        assert (line.duty in text, line.unit in text or not line.duty) == (True, True), line


def messages(world: World) -> Iterator[tuple[tuple[date, str], str]]:
    """What Telegram accepted, by day and owner of the phone."""
    # Phones say behind the name where their owners belong.
    persons = world.stand_in.world.persons.values()
    names = {one.id: one.name.partition(" · ")[0] for one in persons}
    for entry in sends(world):
        yield (world.place.today(entry.at), names[entry.chat_id]), str(entry.params["text"])
