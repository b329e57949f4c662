"""A person's dated role in a unit."""

from dataclasses import dataclass
from enum import StrEnum


class Role(StrEnum):
    """Roles that a roster may name."""

    HEAD = "head"
    SECRETARY = "secretary"
    COMMITTEE_MEMBER = "committee_member"
    GROUP_LEADER = "group_leader"
    MEMBER = "member"
    ADMINISTRATOR = "administrator"


# Who acts for a unit: sees its members, makes activities, hands in, reviews what comes from below.
OFFICER_ROLES = frozenset({Role.SECRETARY, Role.HEAD, Role.GROUP_LEADER, Role.ADMINISTRATOR})

# Who hears for a unit, first one first.
HEARING_ORDER = (Role.SECRETARY, Role.HEAD, Role.GROUP_LEADER)


@dataclass(frozen=True, kw_only=True)
class HeldOffice:
    """A running office: the role and the place in the tree.

    `stands_in_for` names whose office it is while somebody is away; empty for one's own.
    """

    role: Role
    unit_id: int
    unit_path: str
    unit_name: str = ""
    stands_in_for: str = ""
