"""What units have set for their calendars as a whole: country, own days and school terms."""

from collections.abc import Collection, Mapping

from sqlmodel import Session

from domain.calendar_setup import CalendarSetup
from storage import own_days, school_terms


def find(session: Session, unit_ids: Collection[int]) -> Mapping[int, CalendarSetup]:
    """What these units have set; those that have set nothing are left out."""
    chosen = own_days.find_countries(session, unit_ids)
    own = own_days.find(session, unit_ids)
    terms = school_terms.find(session, unit_ids)
    return {
        unit_id: CalendarSetup(
            country=chosen.get(unit_id),
            own_days=own.get(unit_id, ()),
            terms=terms.get(unit_id, ()),
        )
        for unit_id in sorted({*chosen, *own, *terms})
    }


def replace(session: Session, unit_id: int, setup: CalendarSetup) -> None:
    """Let exactly this hold for a unit."""
    own_days.replace(session, unit_id, setup.own_days)
    school_terms.replace(session, unit_id, setup.terms)
    own_days.choose_country(session, unit_id, setup.country)
