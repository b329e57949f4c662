"""What a changed roster means for what is owed."""

from sqlmodel import Session

from actions import calendar_looks
from domain.roster_difference import RosterDifference
from storage import duties, units


def follow(session: Session, difference: RosterDifference) -> None:
    """Whoever owes may be somebody else now, and a unit that moved goes by other working days."""
    duties.forget_openings(session)
    root = units.find_root(session)
    if difference.units and root is not None:
        calendar_looks.begin(session, root.id)
