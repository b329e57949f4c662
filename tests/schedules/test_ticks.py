"""One tick runs all that the clock may have to do, whatever happens to one part of it."""

from datetime import datetime

import pytest
from sqlmodel import Session

from bot.action_runner import ActionRunner
from domain.place import Place
from schedules.ticks import Step, tick
from storage import memory
from storage.engine import Database
from tests.harness.world import SHANGHAI, at

NOW: datetime = at("2026-11-02 09:00")
PLACE = Place(zone=SHANGHAI)


def remembering(word: str, *, times: int = 1) -> Step:
    """A step that does something so often, and then nothing."""

    def step(session: Session, *, now: datetime, place: Place) -> int:
        done = int(memory.recall(session, word) or 0)
        if done == times:
            return 0
        memory.remember(session, word, str(done + 1))
        return 1

    return step


def breaking(session: Session, *, now: datetime, place: Place) -> int:
    """A step that has begun to write when it breaks."""
    memory.remember(session, "half", "done")
    raise LookupError("a row that nobody expected")


async def test_a_part_that_breaks_stops_none_after_it_and_leaves_nothing_behind(
    database: Database,
) -> None:
    runner = ActionRunner(database)
    steps = (remembering("before", times=3), breaking, remembering("after", times=2))
    with pytest.raises(ExceptionGroup) as told:
        await tick(runner, now=NOW, place=PLACE, steps=steps)
    words = ("before", "half", "after")
    found = await runner.read(lambda s: [memory.recall(s, word) for word in words])
    runner.close()
    assert [type(one) for one in told.value.exceptions] == [LookupError]
    assert found == ["3", None, "2"]


async def test_a_tick_says_how_much_it_did(database: Database) -> None:
    runner = ActionRunner(database)
    steps = (remembering("one", times=2), remembering("none", times=0), remembering("two"))
    did = [await tick(runner, now=NOW, place=PLACE, steps=steps) for _ in range(2)]
    runner.close()
    assert did == [3, 0]


async def test_a_tick_ends_when_the_memory_is_closed_already(database: Database) -> None:
    runner = ActionRunner(database)
    runner.close()
    with pytest.raises(ExceptionGroup) as told:
        await tick(runner, now=NOW, place=PLACE, steps=(remembering("one"), remembering("two")))
    assert len(told.value.exceptions) == 2
