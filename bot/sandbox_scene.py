"""Set the sandbox's scene: an organisation, its duties, and phones that are linked already."""

from datetime import datetime

from sqlmodel import Session

from actions import rosters
from bot.demo_organisation import PHONES, ROOT, demo_roster
from domain.place import Place
from domain.roster import RosterReading
from sandbox.core import StandIn
from storage import accounts, people, units
from storage.engine import Database
from storage.roster_history import Author


def set_scene(database: Database, stand_in: StandIn, place: Place, now: datetime) -> None:
    """Fill an empty database, by the same actions as a roster file and a preset."""
    with Session(database.writer, expire_on_commit=False) as session:
        reading = RosterReading(roster=demo_roster(place.today(now)), refusals=(), notes=())
        difference = rosters.find_difference_now(session, reading)
        rosters.apply(session, difference, Author(person_id=None, way="sandbox", now=now))
        _link_phones(session, stand_in, now)
        session.commit()


def _link_phones(session: Session, stand_in: StandIn, now: datetime) -> None:
    root = units.find_root(session)
    if root is None:
        raise LookupError(f"{ROOT} was not made")
    ids = {person.name: person.id for person in people.find_within(session, root.path)}
    for phone in PHONES:
        person = stand_in.people.add_person(phone.caption)
        person.started = True
        accounts.link(session, person.id, person_id=ids[phone.name], now=now)
