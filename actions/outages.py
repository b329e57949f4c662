"""What an outage of the bot itself must not do to people: nobody is late because we were down."""

from datetime import datetime, timedelta

from sqlmodel import Session

from actions.quieting import ACTIVITY
from domain.activity import effective_close
from domain.place import Place
from storage import activities, history, memory

ALIVE_AT = "alive_at"
NOTE_EVERY = timedelta(seconds=20)


def note_alive(session: Session, *, now: datetime, place: Place) -> int:
    """Remember that the bot is at work; there is never more of it to do."""
    known = _last_alive(session)
    if known is None or abs(place.local(now) - known) >= NOTE_EVERY:
        memory.remember(session, ALIVE_AT, now.isoformat())
    return 0


def note_return(session: Session, *, now: datetime) -> int:
    """At the start: windows that closed while the bot was down stay open a little longer.

    Returns how many those are.
    """
    last_alive = _last_alive(session)
    if last_alive is None:
        return 0
    cut_off = activities.find_closing_between(session, last_alive, now)
    for activity in cut_off:
        closes_at = effective_close(activity.closes_at, last_alive=last_alive, back_at=now)
        activities.close_at(session, activity.id, closes_at)
        history.write_down(
            session,
            "extended",
            (ACTIVITY, activity.id),
            now=now,
            by=None,
            way="clock",
            before={"closes_at": activity.closes_at.isoformat()},
            after={"closes_at": closes_at.isoformat()},
        )
    return len(cut_off)


def _last_alive(session: Session) -> datetime | None:
    written = memory.recall(session, ALIVE_AT)
    return datetime.fromisoformat(written) if written else None
