"""Who hears about what is owed: a person about his own, officers about a unit's, and above them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import time

from sqlmodel import Session

from domain.easing import Reminding
from domain.hearing import Officer
from domain.obligation import Obligation
from domain.unit import Unit
from storage import people
from storage.people import Person


@dataclass(frozen=True, kw_only=True)
class Ear:
    """Somebody who is told, at his own hour, perhaps while he stands in for a colleague."""

    person_id: int
    digest_at: time
    reminding: Reminding = Reminding.ALL
    stands_in_for: str = ""


@dataclass(frozen=True, kw_only=True)
class Hearing:
    """Who can be told about some obligations, loaded once for all of them."""

    units: Mapping[int, tuple[Officer, ...]]
    people: Mapping[int, Person]

    def owners(self, obligation: Obligation) -> tuple[Ear, ...]:
        """Whoever owes it, as far as he can be reached."""
        if obligation.person_id is None:
            hearing = self.units.get(obligation.unit.id, ())
            return tuple(map(_ear, hearing))
        person = self.people.get(obligation.person_id)
        if person is None or person.chat_id is None:
            return ()
        return (Ear(person_id=person.id, digest_at=person.digest_at, reminding=person.reminding),)

    def level_above(self, obligation: Obligation, *, level: int = 1) -> int | None:
        """The unit that is told next, or the `level`-th one where anybody hears.

        For a person it begins with his own, if somebody else hears there.
        """
        unit = obligation.unit
        own = (unit.id,) if obligation.person_id is not None else ()
        climb = (*own, *unit.ancestor_ids)
        hearing = [one for one in climb if self._besides(one, obligation.person_id)]
        return hearing[level - 1] if level <= len(hearing) else None

    def above(self, obligation: Obligation, *, level: int = 1) -> tuple[Officer, ...]:
        """Those who are told there. Nobody is told about himself."""
        unit_id = self.level_above(obligation, level=level)
        return () if unit_id is None else self._besides(unit_id, obligation.person_id)

    def above_besides(self, obligation: Obligation, person_id: int) -> tuple[Officer, ...]:
        """The nearest ones above other than one person."""
        level = 1
        while found := self.above(obligation, level=level):
            others = tuple(one for one in found if one.person_id != person_id)
            if others:
                return others
            level += 1
        return ()

    def _besides(self, unit_id: int, person_id: int | None) -> tuple[Officer, ...]:
        hearing = self.units.get(unit_id, ())
        return tuple(one for one in hearing if one.person_id != person_id)


def _ear(officer: Officer) -> Ear:
    return Ear(
        person_id=officer.person_id,
        digest_at=officer.digest_at,
        reminding=officer.reminding,
        stands_in_for=officer.stands_in_for,
    )


def load(session: Session, owed: Iterable[Obligation], *, besides: Iterable[Unit] = ()) -> Hearing:
    """Two questions, however many obligations; `besides` are more units to know hearers of."""
    found = list(owed)
    involved = [*(one.unit for one in found), *besides]
    unit_ids = {unit_id for unit in involved for unit_id in (unit.id, *unit.ancestor_ids)}
    person_ids = {one.person_id for one in found if one.person_id is not None}
    return Hearing(
        units=people.find_hearers(session, list(unit_ids)),
        people=people.find_many(session, person_ids),
    )
