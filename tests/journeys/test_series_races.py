"""A series that one officer ends while another one changes it is ended all the same."""

from concurrent.futures import ThreadPoolExecutor
from threading import Event
from typing import Any

import pytest
from sqlalchemy import event
from sqlmodel import Session, col, select

from actions import activity_series
from domain.office import HeldOffice, Role
from domain.permission import Actor
from storage import activities, series
from storage.tables.activities import ActivityRow, SeriesRow
from tests.harness.activities import School, open_school
from tests.harness.world import World

TOUCHES_A_SERIES = ("UPDATE activity_series", "FOR UPDATE")


async def begin(world: World) -> School:
    """A series of every Monday runs."""
    school = await open_school(world)
    shown = await world.say(school.lin, "/activity 组长例会 每周一9:00 会议室")
    await world.press(school.lin, "确认", message=shown)
    return school


def secretary(school: School) -> Actor:
    """Lin, who answers for the school."""
    found = school.world.look(lambda session: activities.find(session, 1))
    assert found is not None
    office = HeldOffice(role=Role.SECRETARY, unit_id=found.unit.id, unit_path=found.unit.path)
    person = school.scene.people["林岚"]
    return Actor(telegram_user_id=school.lin.id, person_id=person, offices=(office,))


def end(school: School) -> None:
    """End it with the first one, in a transaction of its own."""
    world = school.world
    with Session(world.database.writer, expire_on_commit=False) as session:
        activity_series.end(session, secretary(school), 1, now=world.clock(), place=world.place)
        session.commit()


def standing(world: World) -> tuple[str, set[str]]:
    """The state of the series, and those of what was planned after the first one."""

    def read(session: Session) -> tuple[str, set[str]]:
        later = select(ActivityRow.state).where(col(ActivityRow.id) > 1)
        return session.exec(select(SeriesRow)).one().state, set(session.exec(later).all())

    return world.look(read)


def change(session: Session) -> None:
    """The other officer's change of what is made from now on."""
    known = series.find(session, 1)
    assert known is not None
    assert series.change_plan(session, known, known.plan)
    session.flush()


# SQLite has one writer: nothing is ever under way beside it.
@pytest.mark.parametrize("database", ["postgresql"], indirect=True)
async def test_ending_waits_for_a_change_that_is_under_way(world: World) -> None:
    school = await begin(world)
    engine = world.database.writer
    is_ending = Event()

    def note(_: Any, __: Any, statement: str, *___: Any) -> None:
        if any(words in statement for words in TOUCHES_A_SERIES):
            is_ending.set()

    with Session(engine) as session, ThreadPoolExecutor(1) as pool:
        change(session)
        event.listen(engine, "before_cursor_execute", note)
        ending = pool.submit(end, school)
        assert is_ending.wait(10)
        session.commit()
        ending.result(10)
    event.remove(engine, "before_cursor_execute", note)
    assert standing(world) == ("ended", {"cancelled"})


async def test_a_change_after_the_end_makes_nothing_come_again(world: World) -> None:
    school = await begin(world)
    end(school)
    with Session(world.database.writer) as session:
        assert series.find(session, 1) is None
    assert standing(world) == ("ended", {"cancelled"})
