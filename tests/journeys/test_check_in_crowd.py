"""A whole school presses at once, and one thumb presses a thousand times."""

import asyncio
from datetime import UTC, datetime, timedelta
from functools import partial

from sqlmodel import Session, col, func, select, update

from actions import check_ins, presence
from actions.check_ins import Answered, Press, Recorded, Stands
from actions.presence import Used
from actions.running import Asked, for_person
from bot.action_runner import ActionRunner
from domain.activity import Proof, window
from domain.circle import EVERYBODY
from domain.code import show
from domain.incoming import Incoming
from domain.permission import Policy
from domain.place import Place
from storage import accounts, activities, codes, expecting, inbox
from storage import check_ins as rows
from storage.activities import NewActivity
from storage.engine import Database
from storage.tables.activities import ExpectedRow
from storage.tables.organisation import AccountRow
from storage.tables.process import HistoryRow
from tests.harness.activities import press_stale
from tests.harness.scenes import add_person, add_unit
from tests.harness.world import SHANGHAI, World, at, open_world

START = datetime(2026, 11, 27, 7, 0, tzinfo=UTC)
PLACE = Place(zone=SHANGHAI)
FIRST_ACCOUNT = 7_000_000


def a_crowd(session: Session, people: int) -> int:
    """A school with so many teachers, all with a phone, and an activity that has begun."""
    unit = add_unit(session, "青石小学", "学校")
    for number in range(people):
        person = add_person(session, f"教师{number}", unit, now=START)
        accounts.link(session, FIRST_ACCOUNT + number, person_id=person, now=START)
    opens_at, closes_at = window(START)
    new = NewActivity(
        unit_id=unit,
        title="运动会",
        place="操场",
        starts_at=START,
        opens_at=opens_at,
        closes_at=closes_at,
        made_by=person,
    )
    activity_id = activities.add(session, new, now=START)
    expecting.expect_circle(session, activity_id, f"/{unit}/", EVERYBODY)
    return activity_id


async def press(runner: ActionRunner, activity_id: int, update_id: int, account: int) -> Answered:
    """One press through the people's door, from the inbox to the answer."""
    asked = Asked(telegram_user_id=account, policy=Policy.LINKED, update_id=update_id)
    work = for_person(asked, START, check_ins.check_in)
    pressed = Press(activity_id=activity_id, at=START)
    return await runner.write(lambda session: work(session, pressed, now=START, place=PLACE))


async def prepare(database: Database, people: int, presses: int) -> tuple[ActionRunner, int]:
    """The crowd and its presses in the inbox."""
    runner = ActionRunner(database)
    activity_id = await runner.write(partial(a_crowd, people=people))
    arrived = [
        Incoming(update_id=number, sender=number, raw="{}", received_at=START)
        for number in range(presses)
    ]
    await runner.write(lambda session: inbox.keep(session, arrived))
    return runner, activity_id


def recorded(session: Session) -> tuple[int, int]:
    """How many are present, and how many lines of the history say so."""
    present = select(func.count()).where(col(ExpectedRow.state) == "present")
    noted = select(func.count()).where(col(HistoryRow.verb) == "present")
    return session.exec(present).one(), session.exec(noted).one()


async def test_everybody_who_presses_at_once_is_present(database: Database) -> None:
    people = 60
    runner, activity_id = await prepare(database, people, people)
    answers = await asyncio.gather(
        *(press(runner, activity_id, number, FIRST_ACCOUNT + number) for number in range(people))
    )
    assert all(isinstance(answer, Recorded) for answer in answers)
    counts = await runner.read(lambda session: rows.count(session, activity_id))
    assert (counts.present, counts.expected) == (people, 0)
    runner.close()


async def test_a_thousand_presses_of_one_thumb_are_one_check_in(database: Database) -> None:
    presses = 1000
    runner, activity_id = await prepare(database, 1, presses)
    answers = await asyncio.gather(
        *(press(runner, activity_id, number, FIRST_ACCOUNT) for number in range(presses))
    )
    assert sum(isinstance(answer, Recorded) for answer in answers) == 1
    assert sum(isinstance(answer, Stands) for answer in answers) == presses - 1

    assert await runner.read(recorded) == (1, 1)
    runner.close()


async def test_a_thousand_scans_of_one_phone_are_one_check_in(database: Database) -> None:
    scans = 1000
    runner, activity_id = await prepare(database, 1, scans)
    await runner.write(partial(activities.change_proof, activity_id=activity_id, proof=Proof.WALL))
    secret = await runner.read(lambda session: codes.find_secret(session, activity_id))
    used = Used(
        words=show(secret or "", activity_id, at=START).scan,
        at=START,
        good_for=timedelta(seconds=90),
    )

    async def scan(update_id: int) -> presence.Scanned:
        asked = Asked(telegram_user_id=FIRST_ACCOUNT, policy=Policy.LINKED, update_id=update_id)
        work = for_person(asked, START, presence.scan)
        return await runner.write(lambda session: work(session, used, now=START, place=PLACE))

    answers = await asyncio.gather(*(scan(number) for number in range(scans)))
    assert sum(isinstance(answer, Recorded) for answer in answers) == 1
    assert sum(isinstance(answer, Stands) for answer in answers) == scans - 1
    assert await runner.read(recorded) == (1, 1)
    runner.close()


async def test_who_pressed_while_the_bot_was_down_is_in_time(database: Database) -> None:
    async with open_world(database, start=at("2026-11-27 14:55")) as world:
        await begin(world)
    async with open_world(database, start=at("2026-11-27 15:20")) as world:
        teacher = world.stand_in.people.add_person("教师", "zh-hans")
        teacher.started = True
        asked = await world.say(teacher, "/checkin")
        await press_stale(world, teacher, asked, "v1:checkin:1:0")
        assert "已签到 15:20" in asked.text


async def begin(world: World) -> None:
    """One teacher is expected at three; the bot was last alive five minutes before."""
    world.change(lambda session: a_crowd(session, 1))
    teacher = world.stand_in.people.add_person("教师", "zh-hans")
    linked = update(AccountRow).values(telegram_user_id=teacher.id)
    world.change(lambda session: session.execute(linked))
    await world.tick(minutes=0)
