"""Who may do what. Deny by default; rights come from running offices alone."""

from dataclasses import dataclass
from enum import StrEnum

from domain.office import HEARING_ORDER, OFFICER_ROLES, HeldOffice, Role
from domain.unit import Unit, is_within


class Policy(StrEnum):
    """The least that somebody must be for a handler to listen."""

    ANYONE = "anyone"
    LINKED = "linked"
    OFFICER = "officer"
    ADMINISTRATOR = "administrator"


@dataclass(frozen=True, kw_only=True)
class Actor:
    """Whoever acts, as our own database knows him at this moment."""

    telegram_user_id: int
    person_id: int | None = None
    name: str = ""
    language: str | None = None
    unit_id: int | None = None
    unit_path: str = ""
    offices: tuple[HeldOffice, ...] = ()

    @property
    def is_linked(self) -> bool:
        """Whether the account belongs to a person on the roster."""
        return self.person_id is not None

    @property
    def person(self) -> int:
        """The person's id; only asked behind a policy that demands a linked account."""
        if self.person_id is None:
            raise LookupError("this account is not linked to a person")
        return self.person_id


def allows(policy: Policy, actor: Actor) -> bool:
    """Whether the policy lets the actor in at all. Objects are checked one by one afterwards."""
    match policy:
        case Policy.ANYONE:
            return True
        case Policy.LINKED:
            return actor.is_linked
        case Policy.OFFICER:
            return actor.is_linked and bool(officer_paths(actor))
        case Policy.ADMINISTRATOR:
            return actor.is_linked and is_administrator(actor)


def is_administrator(actor: Actor) -> bool:
    """Administrators are those who hold that office; nobody else can grant it in chat."""
    return any(office.role is Role.ADMINISTRATOR for office in actor.offices)


def officer_paths(actor: Actor) -> tuple[str, ...]:
    """The subtrees that the actor answers for, each path once."""
    return tuple(
        dict.fromkeys(office.unit_path for office in actor.offices if office.role in OFFICER_ROLES)
    )


def may_manage(actor: Actor, unit_path: str) -> bool:
    """Officers act for their own unit and everything below it, never above or beside."""
    return actor.is_linked and any(is_within(unit_path, above) for above in officer_paths(actor))


def administered_paths(actor: Actor) -> tuple[str, ...]:
    """The subtrees whose set-up the actor may change."""
    return tuple(one.unit_path for one in actor.offices if one.role is Role.ADMINISTRATOR)


def answers_for(actor: Actor, unit: Unit) -> bool:
    """Whether the actor holds an office in the unit itself that hears for it."""
    return any(
        office.unit_id == unit.id and office.role in HEARING_ORDER for office in actor.offices
    )


def may_administer(actor: Actor, unit_path: str) -> bool:
    """Administrators change the set-up inside their own subtree."""
    return any(
        office.role is Role.ADMINISTRATOR and is_within(unit_path, office.unit_path)
        for office in actor.offices
    )
