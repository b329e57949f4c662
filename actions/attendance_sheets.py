"""Load the list of one activity for a sheet of paper."""

from datetime import datetime

from sqlmodel import Session

from actions.activities import NotYours, find_managed
from actions.ledger_rows import Reader, attendance_of, locally
from actions.running import reads
from domain.ledger import MOST_ROWS, AttendanceSheet
from domain.permission import Actor
from domain.place import Place
from storage import ledgers


@reads
def load(
    session: Session, actor: Actor, activity_id: int, *, now: datetime, place: Place
) -> AttendanceSheet | NotYours:
    """Everybody on the list of an activity of the actor's, with the reasons that he may see."""
    managed = find_managed(session, actor, activity_id)
    entry = ledgers.find_activity(session, activity_id) if managed else None
    if entry is None:
        return NotYours()
    reader = Reader(actor=actor, place=place)
    found = ledgers.find_people_of(session, activity_id, limit=MOST_ROWS)
    return AttendanceSheet(
        activity=locally(entry, place),
        people=tuple(attendance_of(one, reader) for one in found),
        made_at=place.local(now),
    )
