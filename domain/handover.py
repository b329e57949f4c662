"""The packet for somebody who takes an office: what is open, what comes, who was there before."""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from domain.bilingual import Bilingual
from domain.obligation import Obligation
from domain.office import Role
from domain.unit import Unit

LOOKS_AHEAD = timedelta(days=60)
LOOKS_BACK = timedelta(days=365)


@dataclass(frozen=True, kw_only=True)
class TakenOffice:
    """An office that somebody holds now, and in which unit."""

    office_id: int
    person_id: int
    role: Role
    unit: Unit


@dataclass(frozen=True, kw_only=True)
class Coming:
    """Something that is not open yet, and its last day."""

    name: Bilingual
    last_day: date


@dataclass(frozen=True, kw_only=True)
class Handover:
    """Everything about an office at a glance; `until` is the last day of the body's term."""

    today: date
    office: TakenOffice
    until: date | None = None
    open: int = 0
    overdue: int = 0
    coming: int = 0
    people: int = 0
    unreachable: int = 0
    done_last_year: int = 0
    predecessor: str = ""


@dataclass(frozen=True, kw_only=True)
class HandoverCard:
    """The packet as it is sent."""

    handover: Handover


class HandoverPart(StrEnum):
    """What can be looked at behind the packet."""

    OPEN = "open"
    COMING = "coming"
    YEAR = "year"


@dataclass(frozen=True, kw_only=True)
class HandoverPage:
    """One part of the packet, page by page; pages count from 1."""

    today: date
    office: TakenOffice
    part: HandoverPart
    items: tuple[Obligation, ...] = ()
    coming: tuple[Coming, ...] = ()
    page: int = 1
    pages: int = 1
