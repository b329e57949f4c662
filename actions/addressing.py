"""Before a digest goes out: what waits for the wrong person is turned over to the right one."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlmodel import Session

from actions import hearing
from actions.hearing import Ear, Hearing
from domain.hearing import Officer, find_level_above
from domain.notice import Notice, NoticeKind
from domain.obligation import Obligation
from domain.place import Place
from domain.unit import Unit
from storage import notice_turns, notices, units
from storage.notices import NewNotice
from storage.people import Person

FIRST_LEVEL = 1


@dataclass(frozen=True, kw_only=True)
class Addresses:
    """Who hears for the units that some notices are about, loaded once."""

    owed: Mapping[int, Obligation]
    named: Mapping[int, Unit]
    heard: Hearing

    def addressees(self, notice: Notice) -> tuple[Ear | Officer, ...] | None:
        """Who should hear it now; None where no office decides."""
        obligation = self.owed.get(notice.obligation_id or 0)
        unit = self.named.get(notice.unit_id or 0)
        match notice.kind:
            case NoticeKind.OWN if obligation is not None:
                return self.heard.owners(obligation)
            case NoticeKind.BELOW if obligation is not None:
                return self.heard.above(obligation, level=_level(notice.step))
            case NoticeKind.REVIEW if unit is not None:
                own = self.heard.units.get(unit.id)
                return own or find_level_above(unit, self.heard.units)
            case NoticeKind.VACANT if unit is not None:
                return find_level_above(unit, self.heard.units)
            case _:
                return None

    def is_stray(self, notice: Notice) -> bool:
        """Whether it waits for somebody who does not hold the office any more, or is away."""
        addressees = self.addressees(notice)
        return addressees is not None and notice.person_id not in {
            one.person_id for one in addressees
        }

    def stands_in_for(self, notice: Notice) -> str:
        """Whose notice it is while its reader stands in; empty for one's own."""
        return next(
            (
                one.stands_in_for
                for one in self.addressees(notice) or ()
                if one.person_id == notice.person_id
            ),
            "",
        )


def _level(step: str) -> int:
    """`climb-2` is for the second level above, everything else for the first."""
    family, _, number = step.rpartition("-")
    return int(number) if family == "climb" else FIRST_LEVEL


def load(session: Session, found: Collection[Notice], owed: Mapping[int, Obligation]) -> Addresses:
    """The units of the notices and everything above them."""
    named = units.find_many(session, [one.unit_id for one in found if one.unit_id])
    heard = hearing.load(session, owed.values(), besides=named.values())
    return Addresses(owed=owed, named=named, heard=heard)


def turn_over(
    session: Session,
    found: Sequence[Notice],
    everybody: Mapping[int, Person],
    addresses: Addresses,
    *,
    now: datetime,
    place: Place,
) -> set[int]:
    """Make the strays anew for those who hear now; returns the ids of the strays.

    Whoever cannot be written to today keeps what waits for him: it is told on his return.
    """
    strays = [
        notice for notice in found if addresses.is_stray(notice) and _is_here(notice, everybody)
    ]
    notices.drop(session, [one.id for one in strays])
    made = [
        NewNotice(
            once_key=notice.key_for(one.person_id),
            person_id=one.person_id,
            kind=notice.kind,
            step=notice.step,
            obligation_id=notice.obligation_id,
            unit_id=notice.unit_id,
            due_at=place.next_digest(now, one.digest_at),
            useful_until=notice.useful_until,
        )
        for notice in strays
        for one in addresses.addressees(notice) or ()
    ]
    notice_turns.make_again(session, made, now=now)
    return {one.id for one in strays}


def _is_here(notice: Notice, everybody: Mapping[int, Person]) -> bool:
    person = everybody.get(notice.person_id)
    return person is None or person.chat_id is not None
