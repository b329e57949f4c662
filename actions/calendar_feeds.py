"""One's own calendar: a file for an activity, and a secret address to subscribe to."""

from dataclasses import dataclass, replace
from datetime import datetime
from secrets import token_urlsafe

from sqlmodel import Session

from actions.running import reads
from domain.calendar_feed import (
    LOOKS_AHEAD,
    LOOKS_BACK,
    MOST_EVENTS,
    CalendarAddress,
    CalendarDeadline,
    CalendarEvent,
    CalendarFeed,
    is_secret,
)
from domain.link import hash_secret
from domain.office import OFFICER_ROLES
from domain.permission import Actor
from domain.place import Place
from storage import accounts, calendar_feeds, history, obligations

CALENDAR = "calendar"


@dataclass(frozen=True, kw_only=True)
class AddressMade:
    """A fresh address; its secret is told once and never kept."""

    secret: str


@dataclass(frozen=True, kw_only=True)
class Shown:
    """Whose calendar it is, what it shows, and since when it shows that."""

    address: CalendarAddress
    feed: CalendarFeed


@reads
def find_event(session: Session, actor: Actor, activity_id: int) -> CalendarEvent | None:
    """An activity that the actor is on the list of."""
    return calendar_feeds.find_event(session, activity_id, person_id=actor.person)


@reads
def find_own(session: Session, actor: Actor, *, place: Place) -> CalendarAddress | None:
    """Whether the actor has an address; when it was made, local."""
    found = calendar_feeds.find_own_address(session, actor.person)
    return replace(found, made_at=place.local(found.made_at)) if found else None


def make_address(session: Session, actor: Actor, *, now: datetime) -> AddressMade:
    """A new address; the old one is none any longer."""
    secret = token_urlsafe(16)
    calendar_feeds.make_address(session, actor.person, secret_hash=hash_secret(secret), now=now)
    subject = (CALENDAR, actor.person)
    history.write_down(session, "address_made", subject, now=now, by=actor.person)
    return AddressMade(secret=secret)


def remove_address(session: Session, actor: Actor, *, now: datetime) -> bool:
    """No address any longer; False when there was none."""
    if not calendar_feeds.remove_address(session, actor.person):
        return False
    subject = (CALENDAR, actor.person)
    history.write_down(session, "address_removed", subject, now=now, by=actor.person)
    return True


@reads
def look(session: Session, secret: str, *, now: datetime, place: Place) -> Shown | None:
    """What stands behind an address; None for one that is none, and for who has left."""
    found = calendar_feeds.find_address(session, hash_secret(secret)) if is_secret(secret) else None
    account = accounts.find_account(session, found.person_id) if found else None
    reader = accounts.find_actor(session, account) if account else None
    if found is None or reader is None or reader.person_id != found.person_id:
        return None
    return Shown(address=found, feed=_feed(session, reader, now=now, place=place))


def _feed(session: Session, reader: Actor, *, now: datetime, place: Place) -> CalendarFeed:
    # From whole days, so that it stays what it is until something changes.
    today = place.morning_of(place.today(now))
    events = calendar_feeds.find_events(
        session,
        reader.person,
        since=today - LOOKS_BACK,
        until=today + LOOKS_AHEAD,
        limit=MOST_EVENTS,
    )
    own = [office.unit_id for office in reader.offices if office.role in OFFICER_ROLES]
    owed = obligations.find_open_of(session, own, person_id=reader.person)
    deadlines = (
        CalendarDeadline(
            obligation_id=one.id,
            version=one.version,
            name=one.name,
            unit=one.unit.name,
            last_day=one.last_day,
        )
        for one in owed
        if not one.is_any_time
    )
    return CalendarFeed(events=tuple(events), deadlines=tuple(deadlines), language=reader.language)


def note_change(session: Session, person_id: int, *, fingerprint: str, now: datetime) -> datetime:
    """The calendar shows something else since now."""
    calendar_feeds.note_change(session, person_id, fingerprint=fingerprint, now=now)
    return now
