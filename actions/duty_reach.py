"""How many people a change of duties reaches."""

from collections.abc import Iterable
from datetime import date

from sqlmodel import Session

from domain.audience import Audience
from domain.configuration import Reach
from storage import owners


def count_reach(session: Session, audiences: Iterable[Audience], *, today: date) -> Reach:
    """Everybody whom any of these audiences holds."""
    units: set[int] = set()
    people: set[int] = set()
    for audience in dict.fromkeys(audiences):
        for owner in owners.find(session, audience, today=today):
            if owner.person_id is None:
                units.add(owner.unit_id)
            else:
                people.add(owner.person_id)
    return Reach(units=len(units), people=len(people))
