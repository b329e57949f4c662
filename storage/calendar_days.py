"""The working calendars of units, loaded in a handful of queries for any number of them."""

from collections.abc import Iterable

from sqlmodel import Session

from domain.public_holiday import CHINA
from domain.school_term import SchoolTerms
from domain.unit import Unit
from domain.unit_calendar import UnitCalendars
from domain.working_day import WorkingCalendar
from storage import own_days, public_holidays, school_terms, units


def load_for(session: Session, some: Iterable[Unit]) -> UnitCalendars:
    """What the calendars of these units are made of; then ask `.of(unit)` for each."""
    chain = {unit_id for unit in some for unit_id in (unit.id, *unit.ancestor_ids)}
    chosen = own_days.find_countries(session, chain)
    countries = {CHINA, *chosen.values()}
    return UnitCalendars(
        countries=public_holidays.load_countries(session, countries),
        chosen=chosen,
        own=own_days.find(session, chain),
        terms=SchoolTerms(own=school_terms.find(session, chain)),
    )


def calendar_for(session: Session, unit: Unit) -> WorkingCalendar:
    """The working calendar of one unit."""
    return load_for(session, [unit]).of(unit)


def load(session: Session) -> WorkingCalendar:
    """The calendar of the whole organisation: that of its top unit."""
    root = units.find_root(session)
    if root is None:
        return public_holidays.load_countries(session, [CHINA])[CHINA].working()
    return calendar_for(session, root)
