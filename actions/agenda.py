"""When the bot will do something by itself next, for a clock that is moved by hand."""

from datetime import datetime, time, timedelta

from sqlmodel import Session

from actions.running import reads
from domain.place import Place
from storage import agenda

MIDNIGHT = time(0)


@reads
def find_next_event(session: Session, *, now: datetime, place: Place) -> datetime | None:
    """The next instant at which somebody may hear something; None while nothing is planned."""
    return agenda.find_next_at(session, after=now)


@reads
def find_next_stop(session: Session, *, now: datetime, place: Place) -> datetime:
    """Where a clock on its way must stop, so that nothing happens later than it would have.

    Periods begin at midnight, and in the morning those who slept are written to.
    """
    tomorrow = place.today(now) + timedelta(days=1)
    stops = [place.at(tomorrow, MIDNIGHT), place.morning_of(tomorrow)]
    if (morning := place.morning_of(place.today(now))) > now:
        stops.append(morning)
    if (event := agenda.find_next_at(session, after=now)) is not None:
        stops.append(event)
    return min(stops)
