"""Who is told about somebody: the hearers of the unit, else of the level above, never himself."""

from sqlmodel import Session

from domain.hearing import Officer
from domain.unit import Unit
from storage import people


def find_besides(
    session: Session, unit: Unit, *, person_id: int, levels: int = 1
) -> tuple[Officer, ...]:
    """The hearers of the nearest `levels` units, this one or above, where anybody hears."""
    climb = (unit.id, *unit.ancestor_ids)
    by_unit = people.find_hearers(session, climb)
    hearing = [
        tuple(officer for officer in by_unit.get(unit_id, ()) if officer.person_id != person_id)
        for unit_id in climb
    ]
    nearest = [officers for officers in hearing if officers][:levels]
    found = {officer.person_id: officer for officers in nearest for officer in officers}
    return tuple(found.values())
