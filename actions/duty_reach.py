"""How many people a change of duties reaches."""

from collections.abc import Collection, Iterable
from datetime import date

from sqlmodel import Session

from domain.audience import Audience
from domain.configuration import Reach
from storage import owners


def count_reach(
    session: Session,
    audiences: Iterable[Audience],
    *,
    besides: Collection[int] = (),
    today: date,
) -> Reach:
    """Everybody whom any of these audiences holds, and some units besides."""
    units = set(besides)
    people: set[int] = set()
    for audience in dict.fromkeys(audiences):
        for owner in owners.find(session, audience, today=today):
            if owner.person_id is None:
                units.add(owner.unit_id)
            else:
                people.add(owner.person_id)
    keys = frozenset((*(f"u{one}" for one in units), *(f"p{one}" for one in people)))
    return Reach(units=len(units), people=len(people), keys=keys)
