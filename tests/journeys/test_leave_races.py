"""A leave that an officer decides about while the person is being taken off the list."""

from concurrent.futures import ThreadPoolExecutor
from threading import Event
from typing import Any

import pytest
from sqlalchemy import event
from sqlmodel import Session, select

from actions import leaves
from actions.activities import NotYours
from domain.check_in import Leave
from domain.leave import LeaveCard
from domain.office import HeldOffice, Role
from domain.permission import Actor
from domain.presence_rules import LeaveApproval, PresenceRules
from storage import activities, activity_people, presence_rules
from storage.tables.process import HistoryRow
from tests.harness.activities import School, press_stale
from tests.harness.world import World
from tests.journeys.test_added_people import plan

ILL = "v1:excuse:1-ill:0"


async def ask(world: World) -> School:
    """Zhou, whom the secretary has named by herself, asks for leave."""
    always = PresenceRules(leave_approval=LeaveApproval.ALWAYS)
    world.change(lambda session: presence_rules.keep(session, always))
    school, _, zhou = await plan(world)
    await press_stale(world, zhou, world.last(zhou), ILL)
    return school


def grant(school: School) -> LeaveCard | NotYours:
    """The secretary grants it, in a transaction of her own."""
    world, people = school.world, school.scene.people
    with Session(world.database.writer, expire_on_commit=False) as session:
        activity = activities.find(session, 1)
        assert activity is not None
        unit = activity.unit
        office = HeldOffice(role=Role.SECRETARY, unit_id=unit.id, unit_path=unit.path)
        lin = Actor(telegram_user_id=1, person_id=people["林岚"], offices=(office,))
        done = leaves.decide(
            session,
            lin,
            1,
            person_id=people["周敏"],
            leave=Leave.GRANTED,
            now=world.clock(),
            place=world.place,
        )
        session.commit()
    return done


def take_off(session: Session, person_id: int) -> None:
    """Another officer takes Zhou off the list."""
    activity = activities.find(session, 1)
    assert activity is not None
    [listed] = [
        one for one in activity_people.find_added(session, activity) if one.person_id == person_id
    ]
    assert activity_people.take_off(session, 1, listed)


# SQLite has one writer: nothing is ever under way beside it.
@pytest.mark.parametrize("database", ["postgresql"], indirect=True)
async def test_a_leave_of_who_is_being_taken_off_is_nobodys_to_grant(world: World) -> None:
    school = await ask(world)
    engine = world.database.writer
    is_granting = Event()

    def note(_: Any, __: Any, statement: str, *___: Any) -> None:
        if "UPDATE check_in" in statement:
            is_granting.set()

    with Session(engine) as session, ThreadPoolExecutor(1) as pool:
        take_off(session, school.scene.people["周敏"])
        event.listen(engine, "before_cursor_execute", note)
        granting = pool.submit(grant, school)
        assert is_granting.wait(10)
        session.commit()
        assert granting.result(10) == NotYours()
    event.remove(engine, "before_cursor_execute", note)
    rows = world.look(lambda one: one.exec(select(HistoryRow)).all())
    assert "leave_granted" not in [row.verb for row in rows]
