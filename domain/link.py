"""A personal one-time link: it ties the account that opens it to one person on the roster."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from hashlib import sha256

from domain.office import OFFICER_ROLES, HeldOffice, Role
from domain.permission import Actor, may_administer, may_manage

GUESSES = 5
GUESSES_WITHIN = timedelta(minutes=10)

# 128 random bits as base64url.
_SECRET = re.compile(r"[A-Za-z0-9_-]{22}")


class Purpose(StrEnum):
    """Whom a link makes of its opener: somebody on the roster, or the first administrator."""

    PERSON = "person"
    ADMINISTRATOR = "administrator"


LIFETIME = {Purpose.PERSON: timedelta(days=14), Purpose.ADMINISTRATOR: timedelta(hours=24)}


@dataclass(frozen=True, kw_only=True)
class Link:
    """`opened_by` is the account that opened it first; nobody else can use it afterwards."""

    id: int
    purpose: Purpose
    person_id: int | None
    made_by: int | None
    made_at: datetime
    expires_at: datetime
    opened_by: int | None = None
    used_at: datetime | None = None

    def is_open_to(self, telegram_user_id: int, at: datetime) -> bool:
        """Whether this account may still use it at that instant."""
        is_live = self.used_at is None and at < self.expires_at
        return is_live and self.opened_by in (None, telegram_user_id)


@dataclass(frozen=True, kw_only=True)
class LinkMade:
    """A fresh link; its secret is told once and never kept."""

    secret: str
    name: str
    until: date


@dataclass(frozen=True, kw_only=True)
class Invited:
    """The opener is asked whether he is this person; `replaces` another account if so."""

    link_id: int
    name: str
    unit_name: str
    replaces: bool


@dataclass(frozen=True, kw_only=True)
class Linked:
    """The account belongs to this person now."""

    name: str
    unit_name: str
    is_administrator: bool = False


class LinkEnd(StrEnum):
    """What became of a link that somebody opened."""

    LINKED = "linked"
    UNDONE = "undone"
    DENIED = "denied"  # The opener said: not me.


@dataclass(frozen=True, kw_only=True)
class LinkedCard:
    """What an officer is told about a link; `account_name` is how Telegram calls the opener."""

    link_id: int
    person_id: int
    person_name: str
    unit_name: str
    end: LinkEnd
    account_name: str = ""


def hash_secret(secret: str) -> str:
    """The form in which a secret is kept."""
    return sha256(secret.encode()).hexdigest()


def is_secret(payload: str) -> bool:
    """Whether a payload could be a secret at all."""
    return _SECRET.fullmatch(payload) is not None


def may_make_link(actor: Actor, home_path: str, offices: Iterable[HeldOffice]) -> bool:
    """Whether the actor may hand out the account of somebody.

    Whoever makes a link could open it himself, so it must not lead to more than he has: the
    person lives in his subtree and holds no office above or beside it, and an administrator's
    link is made by an administrator.
    """
    return may_manage(actor, home_path) and all(
        _is_within_reach(actor, office) for office in offices
    )


def _is_within_reach(actor: Actor, office: HeldOffice) -> bool:
    if office.role is Role.ADMINISTRATOR:
        return may_administer(actor, office.unit_path)
    return office.role not in OFFICER_ROLES or may_manage(actor, office.unit_path)
