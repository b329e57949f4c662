"""When a calendar changes, look again at open obligations, and at series: days may have moved."""

from collections.abc import Sequence
from datetime import date, datetime

from sqlmodel import Session

from actions import series_looks
from domain.place import Place
from storage import calendar_days, duties, memory, obligation_looks, units
from storage.obligation_looks import Look

CHUNK = 500
KEY = "calendar_look:"


def begin(session: Session, unit_id: int) -> None:
    """The days of a unit and everything below it have changed."""
    duties.forget_openings(session)
    memory.remember(session, f"{KEY}{unit_id}", "0")
    series_looks.begin(session, unit_id)


def look_again(session: Session, *, now: datetime, place: Place) -> int:
    """Let one chunk of the open obligations be looked at now; returns how many.

    A rung that moved forward would otherwise be told on the day on which it used to stand, or,
    where it moved to a day that is looked at already, never.
    """
    for key, after in memory.recall_under(session, KEY):
        unit = units.find(session, int(key.removeprefix(KEY)))
        found = (
            obligation_looks.look_within(session, unit.path, after=int(after), limit=CHUNK, at=now)
            if unit
            else []
        )
        if found:
            _tell_what_has_moved(session, found, today=place.today(now))
            memory.remember(session, key, str(found[-1].obligation_id))
            return len(found)
        memory.forget(session, key)
    return 0


def _tell_what_has_moved(session: Session, found: Sequence[Look], *, today: date) -> None:
    """A rung ahead that gives way to days off goes no further back than the last working day."""
    concerned = units.find_many(session, {one.unit_id for one in found})
    calendars = calendar_days.load_for(session, concerned.values())
    since: dict[date, list[int]] = {}
    for one in found:
        day = calendars.of(concerned[one.unit_id]).previous_working_day(today)
        since.setdefault(day, []).append(one.obligation_id)
    for day, obligation_ids in since.items():
        obligation_looks.tell_since(session, obligation_ids, day)
