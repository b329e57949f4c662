"""What a unit has set for its calendar, in plain JSON, the way drafts and versions keep it."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from domain.calendar_setup import CalendarSetup, UnitSetup
from domain.own_day import OwnDays
from domain.school_term import SchoolTerm


def unit_setup_to_facts(one: UnitSetup) -> dict[str, Any]:
    """Plain JSON."""
    return {"unit": one.unit, "setup": setup_to_facts(one.setup)}


def unit_setup_from_facts(facts: Mapping[str, Any]) -> UnitSetup:
    """The unit with what it has set again."""
    return UnitSetup(unit=facts["unit"], setup=setup_from_facts(facts["setup"]))


def setup_to_facts(setup: CalendarSetup) -> dict[str, Any]:
    """Plain JSON."""
    return {
        "country": setup.country,
        "own_days": [_days_to_facts(one) | {"works": one.works} for one in setup.own_days],
        "terms": [_days_to_facts(one) for one in setup.terms],
    }


def setup_from_facts(facts: Mapping[str, Any]) -> CalendarSetup:
    """What was set again."""
    return CalendarSetup(
        country=facts["country"],
        own_days=tuple(
            OwnDays(**_days_from_facts(one), works=one["works"]) for one in facts["own_days"]
        ),
        terms=tuple(SchoolTerm(**_days_from_facts(one)) for one in facts["terms"]),
    )


def _days_to_facts(one: OwnDays | SchoolTerm) -> dict[str, Any]:
    return {"name": one.name, "first": one.first_day.isoformat(), "last": one.last_day.isoformat()}


def _days_from_facts(facts: Mapping[str, Any]) -> dict[str, Any]:
    return {
        "name": facts["name"],
        "first_day": date.fromisoformat(facts["first"]),
        "last_day": date.fromisoformat(facts["last"]),
    }
