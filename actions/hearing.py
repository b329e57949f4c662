"""Who hears about what is owed: a person about his own, officers about a unit's, and above them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import time

from sqlmodel import Session

from domain.hearing import Officer
from domain.obligation import Obligation
from storage import people
from storage.people import Person


@dataclass(frozen=True, kw_only=True)
class Ear:
    """Somebody who is told, at his own hour."""

    person_id: int
    digest_at: time


@dataclass(frozen=True, kw_only=True)
class Hearing:
    """Who can be told about some obligations, loaded once for all of them."""

    units: Mapping[int, tuple[Officer, ...]]
    people: Mapping[int, Person]

    def owners(self, obligation: Obligation) -> tuple[Ear, ...]:
        """Whoever owes it, as far as he can be reached."""
        if obligation.person_id is None:
            hearing = self.units.get(obligation.unit.id, ())
            return tuple(Ear(person_id=one.person_id, digest_at=one.digest_at) for one in hearing)
        person = self.people.get(obligation.person_id)
        if person is None or person.chat_id is None:
            return ()
        return (Ear(person_id=person.id, digest_at=person.digest_at),)

    def level_above(self, obligation: Obligation) -> int | None:
        """The unit that is told next: for a person his own, if somebody else hears there."""
        unit = obligation.unit
        if obligation.person_id is None:
            return next((one for one in unit.ancestor_ids if self.units.get(one)), None)
        climb = (unit.id, *unit.ancestor_ids)
        return next((one for one in climb if self._besides(one, obligation.person_id)), None)

    def above(self, obligation: Obligation) -> tuple[Officer, ...]:
        """Those who are told there. Nobody is told about himself."""
        unit_id = self.level_above(obligation)
        return () if unit_id is None else self._besides(unit_id, obligation.person_id)

    def _besides(self, unit_id: int, person_id: int | None) -> tuple[Officer, ...]:
        hearing = self.units.get(unit_id, ())
        return tuple(one for one in hearing if one.person_id != person_id)


def load(session: Session, owed: Iterable[Obligation]) -> Hearing:
    """Two questions, however many obligations."""
    found = list(owed)
    unit_ids = {unit for one in found for unit in (one.unit.id, *one.unit.ancestor_ids)}
    person_ids = {one.person_id for one in found if one.person_id is not None}
    return Hearing(
        units=people.find_hearers(session, list(unit_ids)),
        people=people.find_many(session, person_ids),
    )
