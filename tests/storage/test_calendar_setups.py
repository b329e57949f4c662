"""A unit's whole calendar set-up goes out as one value and comes in as it went."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from sqlmodel import Session

from actions.calendar_changes import undo
from actions.calendar_setups import SetUp, TooMuch, find_setups, set_up
from domain.calendar_change import CalendarUndone, NoSuchUnit, SameAsBefore
from domain.calendar_setup import CalendarSetup
from domain.office import HeldOffice, Role
from domain.own_day import OwnDays
from domain.permission import Actor
from domain.school_term import SchoolTerm
from storage import units
from storage.engine import Database
from tests.harness.scenes import Organisation, small_school_committee

NOW = datetime(2026, 11, 2, 1, tzinfo=UTC)
MONDAY = date(2027, 1, 11)
WHOLE = CalendarSetup(
    country="DE",
    own_days=(OwnDays(first_day=MONDAY, last_day=MONDAY + timedelta(days=4), name="考试周"),),
    terms=(
        SchoolTerm(name="2027春季学期", first_day=date(2027, 2, 22), last_day=date(2027, 7, 9)),
    ),
)


def secretary(session: Session, scene: Organisation) -> Actor:
    school = units.find(session, scene.units["school"])
    assert school is not None
    office = HeldOffice(
        role=Role.SECRETARY, unit_id=school.id, unit_path=school.path, unit_name=school.name
    )
    return Actor(telegram_user_id=1, person_id=scene.people["林岚"], offices=(office,))


def test_a_set_up_goes_out_as_it_came_in_and_is_taken_back(database: Database) -> None:
    with Session(database.writer) as session:
        scene = small_school_committee(session, NOW)
        lin, school = secretary(session, scene), scene.units["school"]
        done = set_up(session, lin, school, WHOLE, now=NOW)
        assert isinstance(done, SetUp)
        assert find_setups(session, scene.units.values()) == {school: WHOLE}
        assert set_up(session, lin, school, WHOLE, now=NOW) == SameAsBefore()
        assert undo(session, lin, done.change_id, pressed_at=NOW, now=NOW) == CalendarUndone()
        assert find_setups(session, scene.units.values()) == {}


def test_overlaps_are_settled_and_too_much_or_foreign_is_refused(database: Database) -> None:
    with Session(database.writer) as session:
        scene = small_school_committee(session, NOW)
        lin, school = secretary(session, scene), scene.units["school"]
        days = [MONDAY + timedelta(days=number) for number in range(61)]
        single = tuple(OwnDays(first_day=day, last_day=day) for day in days)
        many = replace(WHOLE, own_days=single)
        assert set_up(session, lin, school, many, now=NOW) == TooMuch()
        twice = replace(WHOLE, own_days=(*WHOLE.own_days, *WHOLE.own_days))
        set_up(session, lin, school, twice, now=NOW)
        assert find_setups(session, [school]) == {school: WHOLE}
        above = scene.units["committee"]
        assert set_up(session, lin, above, WHOLE, now=NOW) == NoSuchUnit()
