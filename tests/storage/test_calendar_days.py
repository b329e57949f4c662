"""Calendars of many units come in a handful of queries, however many units there are."""

from datetime import date

from sqlmodel import Session

from domain.own_day import OwnDays
from domain.school_term import SchoolTerm
from storage import calendar_days, own_days, school_terms, units
from storage.engine import Database
from tests.harness.questions import counted
from tests.harness.scenes import add_unit

MONDAY = date(2027, 3, 1)


def test_five_hundred_units_cost_as_many_queries_as_one(database: Database) -> None:
    with Session(database.writer) as session:
        root = add_unit(session, "局党委", "委员会")
        schools = [add_unit(session, f"学校{n}", "学校", parent=root) for n in range(500)]
        vacation = OwnDays(first_day=MONDAY, last_day=MONDAY, name="校庆")
        own_days.replace(session, schools[7], [vacation])
        found = units.find_of_kinds(session, ["学校"])
        with counted(session) as statements:
            calendars = calendar_days.load_for(session, found)
        assert len(statements) == 6
        resting = [unit.name for unit in found if not calendars.of(unit).is_working_day(MONDAY)]
        assert resting == ["学校7"]


def test_own_days_countries_and_terms_are_kept_and_replaced(database: Database) -> None:
    with Session(database.writer) as session:
        root = add_unit(session, "Harbour Union", "union")
        office = add_unit(session, "Northern Office", "office", parent=root)
        unit = units.find(session, office)
        assert unit is not None
        own_days.choose_country(session, root, "GB")
        own_days.choose_country(session, office, "SA")
        own_days.choose_country(session, office, None)
        assert calendar_days.load_for(session, [unit]).country_of(unit) == "GB"
        first, second = (
            SchoolTerm(name=name, first_day=date(2026, 9, day), last_day=date(2026, 12, 18))
            for name, day in (("Autumn", 1), ("Michaelmas", 7))
        )
        school_terms.replace(session, root, [first])
        assert school_terms.terms_of(session, unit) == (first,)
        school_terms.replace(session, root, [second])
        assert school_terms.terms_of(session, unit) == (second,)
