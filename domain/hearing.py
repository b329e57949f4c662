"""Who hears for a unit: its secretary, else its head; nobody means the office is vacant."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import time

from domain.office import HEARING_ORDER, Role
from domain.unit import Unit

DEFAULT_DIGEST_AT = time(8, 30)
WAKING_FROM = time(7, 30)
WAKING_UNTIL = time(21, 0)


@dataclass(frozen=True, kw_only=True)
class Officer:
    """Somebody with an office in a unit; `is_reachable` means a linked account that still works."""

    person_id: int
    name: str
    role: Role
    unit_id: int
    digest_at: time = DEFAULT_DIGEST_AT
    is_reachable: bool = True


def choose_hearers(officers: Iterable[Officer]) -> tuple[Officer, ...]:
    """All holders of the first office in the order that somebody reachable holds."""
    held = [officer for officer in officers if officer.is_reachable]
    for role in HEARING_ORDER:
        if chosen := tuple(officer for officer in held if officer.role is role):
            return chosen
    return ()


def find_level_above(
    unit: Unit, hearers_by_unit: Mapping[int, tuple[Officer, ...]]
) -> tuple[Officer, ...]:
    """The hearers of the nearest unit above that has any."""
    for unit_id in unit.ancestor_ids:
        if hearers := hearers_by_unit.get(unit_id):
            return hearers
    return ()
