"""Write what a roster changes, and what that means for what is owed."""

from sqlmodel import Session

from actions import calendar_looks
from domain.roster_difference import NewRef, RosterDifference
from storage import duties, history, roster_history, units
from storage.roster_history import Author
from storage.roster_people import PeopleWriting
from storage.roster_units import write_units


def apply(session: Session, difference: RosterDifference, author: Author) -> None:
    """Write a difference down; everything in one transaction, some twenty statements long."""
    unit_ids = write_units(session, difference.units)
    people = PeopleWriting(session, unit_ids, now=author.now)
    person_ids = people.write(difference.people)
    people.end(difference.left)
    _follow(session, difference)
    roster_history.write_lines(
        session,
        difference,
        author,
        unit_ids={ref.row: unit_id for ref, unit_id in unit_ids.items() if isinstance(ref, NewRef)},
        person_ids=person_ids,
    )
    history.write_down(
        session,
        "imported",
        ("roster", 0),
        now=author.now,
        by=author.person_id,
        way=author.way,
        after={
            "units": len(difference.units),
            "people": len(difference.people),
            "left": len(difference.left),
        },
    )


def _follow(session: Session, difference: RosterDifference) -> None:
    """Whoever owes may be somebody else now, and a unit that moved goes by other working days."""
    duties.forget_openings(session)
    root = units.find_root(session)
    if difference.units and root is not None:
        calendar_looks.begin(session, root.id)
