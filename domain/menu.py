"""Which commands somebody is offered. A menu is decoration: the right is checked at the press."""

from collections.abc import Iterable
from dataclasses import dataclass

from domain.permission import Actor, Policy, allows

# From the least to the most; whoever is let in by one is let in by those before it.
LEVELS = (Policy.ANYONE, Policy.LINKED, Policy.OFFICER, Policy.ADMINISTRATOR)


@dataclass(frozen=True, kw_only=True)
class Offer:
    """A command as it stands in menus and in the help."""

    name: str
    policy: Policy
    alias: str = ""


@dataclass(frozen=True, kw_only=True)
class MenuChange:
    """A private chat whose menu is not what it should be; no level: the menu goes away."""

    chat_id: int
    language: str | None = None
    level: Policy | None = None
    fingerprint: str = ""


def offered_to(actor: Actor, offers: Iterable[Offer]) -> tuple[Offer, ...]:
    """What the actor may use here and now."""
    return tuple(offer for offer in offers if allows(offer.policy, actor))


def offered_at(level: Policy, offers: Iterable[Offer]) -> tuple[Offer, ...]:
    """What everybody of a level may use."""
    allowed = LEVELS[: LEVELS.index(level) + 1]
    return tuple(offer for offer in offers if offer.policy in allowed)
