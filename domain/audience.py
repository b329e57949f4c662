"""Who owes a duty: units, each person of some, or each tie between two."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from domain.office import Role
from domain.tie import TieKind
from domain.unit import Unit


class OwnerKind(StrEnum):
    """What one obligation belongs to."""

    UNIT = "unit"
    PERSON = "person"
    TIE = "tie"


@dataclass(frozen=True, kw_only=True)
class Audience:
    """Whom a duty is addressed to. Inside one field any word will do; the fields narrow.

    `kinds` and `units` choose units, and nothing else: then each of these units owes. `roles`
    (offices held there) and `tags` choose people of these units, of all units where none is
    chosen; who is named by both fields must match both. `people` are added to them. With `links`
    each running tie of these kinds owes: its first side must match `roles` and `tags`, its second
    side lies in the chosen units.
    """

    kinds: tuple[str, ...] = ()
    roles: tuple[Role, ...] = ()
    tags: tuple[str, ...] = ()
    links: tuple[TieKind, ...] = ()
    units: tuple[int, ...] = ()
    people: tuple[int, ...] = ()
    except_units: tuple[int, ...] = ()
    except_people: tuple[int, ...] = ()

    @property
    def owner(self) -> OwnerKind:
        """What each obligation of such a duty belongs to."""
        if self.links:
            return OwnerKind.TIE
        if self.roles or self.tags or self.people:
            return OwnerKind.PERSON
        return OwnerKind.UNIT

    @property
    def chooses_units(self) -> bool:
        """Whether only some units come into question."""
        return bool(self.kinds or self.units)

    @property
    def chooses_people(self) -> bool:
        """Whether people are chosen by what they are, and not only by name."""
        return bool(self.roles or self.tags)

    def names_unit(self, unit: Unit) -> bool:
        """Whether a unit is chosen, as an owner or as the place of owners."""
        is_chosen = unit.kind in self.kinds or unit.id in self.units or not self.chooses_units
        return is_chosen and unit.id not in self.except_units

    @property
    def is_empty(self) -> bool:
        """Whether it names nobody at all."""
        return not (self.chooses_units or self.chooses_people or self.people or self.links)


@dataclass(frozen=True, kw_only=True)
class Owner:
    """Whose one obligation is, and the unit that it counts in.

    The key is the owner's identity: a person who moves to another unit stays the same owner.
    """

    unit_id: int
    person_id: int | None = None
    tie_id: int | None = None

    @property
    def key(self) -> str:
        """`u4` a unit, `p17` a person, `t9` a tie."""
        if self.tie_id is not None:
            return f"t{self.tie_id}"
        if self.person_id is not None:
            return f"p{self.person_id}"
        return f"u{self.unit_id}"


@dataclass(frozen=True, kw_only=True)
class NamedOwner:
    """An owner as people know it: a unit, a person of it, and towards whom."""

    unit: Unit
    person: str = ""
    towards: str = ""


def audience_to_data(audience: Audience) -> dict[str, Any]:
    """Plain JSON; what is empty is left out."""
    fields = {
        "kinds": list(audience.kinds),
        "roles": [role.value for role in audience.roles],
        "tags": list(audience.tags),
        "links": [kind.value for kind in audience.links],
        "units": list(audience.units),
        "people": list(audience.people),
        "except_units": list(audience.except_units),
        "except_people": list(audience.except_people),
    }
    return {name: value for name, value in fields.items() if value}


def audience_from_data(data: Mapping[str, Any]) -> Audience:
    """The audience again; ValueError for an unknown office or kind of tie."""
    return Audience(
        kinds=tuple(data.get("kinds", ())),
        roles=tuple(Role(role) for role in data.get("roles", ())),
        tags=tuple(data.get("tags", ())),
        links=tuple(TieKind(kind) for kind in data.get("links", ())),
        units=tuple(data.get("units", ())),
        people=tuple(data.get("people", ())),
        except_units=tuple(data.get("except_units", ())),
        except_people=tuple(data.get("except_people", ())),
    )
