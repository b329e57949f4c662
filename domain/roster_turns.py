"""Who takes or leaves an office that carries rights when a roster file is applied."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass

from domain.roster import Role
from domain.roster_difference import (
    KnownPerson,
    KnownRef,
    OfficeTurn,
    OfficeValue,
    PersonChange,
    UnitRef,
)

# Who sees the members of a unit and acts for it; a member of a committee does neither.
RIGHTS = frozenset({Role.ADMINISTRATOR, Role.SECRETARY, Role.HEAD, Role.GROUP_LEADER})


@dataclass(frozen=True, kw_only=True)
class Held:
    """What somebody holds before and after the file."""

    name: str
    before: Collection[OfficeValue] = ()
    after: Collection[OfficeValue] = ()


def find_turns(
    changes: Iterable[PersonChange],
    left: Iterable[KnownPerson],
    known: Mapping[int, KnownPerson],
    *,
    names: Mapping[UnitRef, str],
) -> tuple[OfficeTurn, ...]:
    """Every office that begins or ends, those of administrators first."""
    held = [
        Held(
            name=one.values.name,
            before=() if one.known_id is None else known_offices(known[one.known_id]),
            after=one.values.offices,
        )
        for one in changes
    ]
    held += [Held(name=one.name, before=known_offices(one)) for one in left]
    turns = (turn for one in held for turn in _turns(one, names))
    return tuple(sorted(turns, key=lambda turn: turn.role is not Role.ADMINISTRATOR))


def known_offices(person: KnownPerson) -> tuple[OfficeValue, ...]:
    """What somebody holds, with units as a difference names them."""
    return tuple(
        OfficeValue(role=office.role, unit=KnownRef(id=office.unit_id)) for office in person.offices
    )


def _turns(held: Held, names: Mapping[UnitRef, str]) -> Iterator[OfficeTurn]:
    sides = ((True, held.after, held.before), (False, held.before, held.after))
    for is_gain, here, there in sides:
        for office in here:
            if office.role in RIGHTS and office not in there:
                yield OfficeTurn(
                    person=held.name, role=office.role, unit=names[office.unit], is_gain=is_gain
                )
