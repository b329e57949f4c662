"""When the bot will do something by itself next, for a clock that is moved by hand."""

from datetime import datetime, time, timedelta

from sqlmodel import Session

from actions.running import reads
from domain.place import Place
from storage import agenda

MIDNIGHT = time(0)
# Late enough for the last reminder to have come, early enough to do something about it.
ON_THE_LAST_DAY = time(9)


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


@reads
def is_mail_due(session: Session, *, now: datetime, place: Place) -> bool:
    """Whether a message could be delivered now."""
    oldest = agenda.find_oldest_due(session)
    return oldest is not None and oldest <= now


@reads
def find_next_deadline(session: Session, *, now: datetime, place: Place) -> datetime | None:
    """The morning of the nearest last day of something that is still owed."""
    today = place.today(now)
    is_over = now >= place.at(today, ON_THE_LAST_DAY)
    day = agenda.find_next_last_day(session, not_before=today + timedelta(days=is_over))
    return place.at(day, ON_THE_LAST_DAY) if day else None
