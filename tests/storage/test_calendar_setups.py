"""A unit's whole calendar set-up goes out as one value and comes in as it went."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from sqlmodel import Session

from actions.calendar_setups import put
from domain.calendar_setup import CalendarSetup
from domain.own_day import OwnDays
from domain.school_term import SchoolTerm
from storage import calendar_setups, history
from storage.engine import Database
from tests.harness.scenes import small_school_committee

NOW = datetime(2026, 11, 2, 1, tzinfo=UTC)
MONDAY = date(2027, 1, 11)
WHOLE = CalendarSetup(
    country="DE",
    own_days=(OwnDays(first_day=MONDAY, last_day=MONDAY + timedelta(days=4), name="考试周"),),
    terms=(
        SchoolTerm(name="2027春季学期", first_day=date(2027, 2, 22), last_day=date(2027, 7, 9)),
    ),
)


def test_a_set_up_goes_out_as_it_came_in(database: Database) -> None:
    with Session(database.writer) as session:
        scene = small_school_committee(session, NOW)
        school = scene.units["school"]
        put(session, school, WHOLE, by=scene.people["何静"], way="chat", now=NOW)
        assert calendar_setups.find(session, scene.units.values()) == {school: WHOLE}
        line = history.find_last(session, ("calendar", school), ("calendar_set",))
        assert line is not None
        assert line.person_id == scene.people["何静"]
        put(session, school, CalendarSetup(), by=None, way="chat", now=NOW)
        assert calendar_setups.find(session, scene.units.values()) == {}


def test_of_days_that_are_said_twice_the_later_word_holds(database: Database) -> None:
    with Session(database.writer) as session:
        school = small_school_committee(session, NOW).units["school"]
        twice = replace(WHOLE, own_days=(*WHOLE.own_days, *WHOLE.own_days))
        put(session, school, twice, by=None, way="chat", now=NOW)
        assert calendar_setups.find(session, [school]) == {school: WHOLE}
