"""When a calendar changes, look at the open obligations again: their days may have moved."""

from datetime import datetime

from sqlmodel import Session

from domain.place import Place
from storage import duties, memory, obligation_changes, units

CHUNK = 500
KEY = "calendar_look:"


def begin(session: Session, unit_id: int) -> None:
    """The days of a unit and everything below it have changed."""
    duties.forget_openings(session)
    memory.remember(session, f"{KEY}{unit_id}", "0")


def look_again(session: Session, *, now: datetime, place: Place) -> int:
    """Let one chunk of the open obligations be looked at now; returns how many.

    A rung that moved forward would otherwise be told on the day on which it used to stand.
    """
    del place
    for key, after in memory.recall_under(session, KEY):
        unit = units.find(session, int(key.removeprefix(KEY)))
        last = (
            obligation_changes.look_within(
                session, unit.path, after=int(after), limit=CHUNK, at=now
            )
            if unit
            else []
        )
        if last:
            memory.remember(session, key, str(last[-1]))
            return len(last)
        memory.forget(session, key)
    return 0
