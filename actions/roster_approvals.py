"""A roster that a second administrator is asked about: described, and taken in."""

from datetime import datetime
from typing import Any

from sqlmodel import Session

from actions import roster_effects, rosters
from actions.config_versions import Author
from domain.approval import RosterChange
from domain.place import Place
from domain.roster_summary import fingerprint, summarise
from storage import roster_history
from storage import rosters as kept


def describe_asked(
    session: Session, facts: dict[str, Any], *, now: datetime, place: Place
) -> RosterChange:
    """What a second administrator would confirm."""
    del now, place
    reading = kept.from_facts(facts["reading"])
    difference = rosters.find_difference_now(session, reading)
    return RosterChange(summary=summarise(reading, difference))


def apply_approved(
    session: Session, facts: dict[str, Any], author: Author, *, now: datetime, place: Place
) -> bool:
    """Take in what a second administrator confirmed; False when it would do something else now."""
    del place
    kept.lock(session)
    difference = rosters.find_difference_now(session, kept.from_facts(facts["reading"]))
    if difference.is_empty or fingerprint(difference) != facts["mark"]:
        return False
    importing = roster_history.Author(person_id=author.person_id, way=author.way, now=now)
    roster_effects.apply(session, difference, importing)
    return True
