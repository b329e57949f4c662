"""A leave of somebody who is taken off the list is no question any more, until asked anew."""

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
from sandbox.chats import Message, Person
from storage import activities, activity_people, presence_rules
from storage.tables.process import HistoryRow
from tests.harness.activities import School, labels, press_stale
from tests.harness.world import World, at
from tests.journeys.test_absences import FIRST, open_study, standing
from tests.journeys.test_added_people import plan

ILL = "v1:excuse:1-ill:0"


def decide_all(world: World) -> None:
    """An officer decides about every leave."""
    always = PresenceRules(leave_approval=LeaveApproval.ALWAYS)
    world.change(lambda session: presence_rules.keep(session, always))


async def ask(world: World, language: str = "zh") -> tuple[School, Message, Person]:
    """Zhou, whom the secretary has named by herself, asks for leave."""
    decide_all(world)
    school, card, zhou = await plan(world, language)
    await press_stale(world, zhou, world.last(zhou), ILL)
    return school, card, zhou


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
    school, _, _ = await ask(world)
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


def questions(world: World, officer: Person) -> list[Message]:
    """The messages that ask this officer about a leave."""
    return [m for m in world.messages(officer) if "leave_grant" in str(m.buttons)]


@pytest.mark.parametrize(
    ("language", "asks", "over"),
    [
        ("zh", "周敏请假", "已撤回，或不再需要"),
        ("en", "周敏 asks for leave", "Withdrawn, or not needed any more"),
    ],
)
async def test_who_is_taken_off_asks_for_nothing_any_more_and_may_ask_again_once_back(
    world: World, language: str, asks: str, over: str
) -> None:
    school, card, zhou = await ask(world, language)
    who = school.scene.people["周敏"]
    for _ in range(2):
        [question] = questions(world, school.lin)
        assert asks in question.text
        await press_stale(world, school.lin, card, f"v1:added_off_yes:1-{who}:2")
        assert over in question.text
        assert labels(question) == []
        assert questions(world, school.lin) == []
        await world.tick(minutes=1)
        await press_stale(world, school.lin, card, "v1:amend:1:1")
        again = "另邀：周敏" if language == "zh" else "Also: 周敏"
        shown = await world.say(school.lin, again)
        await world.press(school.lin, "确认" if language == "zh" else "Confirm", message=shown)
        assert school.states()["周敏"] == "expected"
        assert questions(world, school.lin) == []
        await press_stale(world, zhou, world.last(zhou), ILL)


async def test_who_is_released_from_a_make_up_session_asks_for_nothing_any_more(
    world: World,
) -> None:
    study = await open_study(world)
    decide_all(world)
    await world.move_to(at("2026-11-28 10:00"))
    wang = study.school.scene.people["王渡"]
    await press_stale(
        world, study.school.wang, world.last(study.school.wang), f"v1:excuse:{FIRST}-ill:0"
    )
    [question] = questions(world, study.school.lin)
    await study.press(f"v1:fix_ok:1-{wang}-present-forgot:2")
    assert standing(world, FIRST) == {"陈帆": "expected"}
    assert "已撤回，或不再需要" in question.text
    assert labels(question) == []
