"""Who hears for a unit: its secretary, else its head; nobody means the office is vacant."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import time

from domain.easing import Reminding
from domain.office import HEARING_ORDER, Role
from domain.unit import Unit

DEFAULT_DIGEST_AT = time(8, 30)
WAKING_FROM = time(7, 30)
WAKING_UNTIL = time(21, 0)


@dataclass(frozen=True, kw_only=True)
class Officer:
    """Somebody with an office in a unit; `is_reachable` means a linked account that still works.

    `stands_in_for` names the holder of the office when he is away.
    """

    person_id: int
    name: str
    role: Role
    unit_id: int
    digest_at: time = DEFAULT_DIGEST_AT
    is_reachable: bool = True
    reminding: Reminding = Reminding.ALL
    stands_in_for: str = ""


def put_deputies(held: Iterable[Officer], deputies: Mapping[int, Officer]) -> list[Officer]:
    """The officers, with deputies (by the person who is away) in the place of those away.

    Whoever holds the same office himself is named once, by his own.
    """
    found: dict[tuple[int, Role, int], Officer] = {}
    for officer in sorted(held, key=lambda one: one.person_id in deputies):
        deputy = deputies.get(officer.person_id)
        acting = officer
        if deputy is not None:
            acting = replace(
                deputy, role=officer.role, unit_id=officer.unit_id, stands_in_for=officer.name
            )
        found.setdefault((acting.unit_id, acting.role, acting.person_id), acting)
    return list(found.values())


def choose_hearers(officers: Iterable[Officer]) -> tuple[Officer, ...]:
    """All holders of the first office in the order that somebody reachable holds."""
    held = [officer for officer in officers if officer.is_reachable]
    for role in HEARING_ORDER:
        if chosen := tuple(officer for officer in held if officer.role is role):
            return chosen
    return ()


def find_level_above(
    unit: Unit, hearers_by_unit: Mapping[int, tuple[Officer, ...]], *, level: int = 1
) -> tuple[Officer, ...]:
    """The hearers of the nearest unit above that has any, or of the `level`-th such unit."""
    hearing = [hearers_by_unit[one] for one in unit.ancestor_ids if hearers_by_unit.get(one)]
    return hearing[level - 1] if level <= len(hearing) else ()
