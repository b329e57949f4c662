"""Whom the reminders about a duty reached: everybody concerned, each counted once."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from domain.bilingual import Bilingual
from domain.period import Period
from domain.reach import Standing
from domain.unit import Unit, is_within


@dataclass(frozen=True, kw_only=True)
class Told:
    """One person about what one unit owes. `arrived` says that a message surely did."""

    path: str
    person_id: int
    is_told: bool = False
    has_arrived: bool = False


class Reached(StrEnum):
    """How far the reminders came with one person. Arrived is not read."""

    ARRIVED = "arrived"
    BLOCKED = "blocked"
    NEVER_STARTED = "never_started"
    CUT_OFF = "cut_off"
    WAITING = "waiting"


@dataclass(frozen=True, kw_only=True)
class DeliveryCount:
    """Everybody concerned, by how far it came; `told` had at least one reminder made for them.

    `vacant` are units in which nobody holds an office that hears.
    """

    told: int = 0
    arrived: int = 0
    blocked: int = 0
    never_started: int = 0
    cut_off: int = 0
    waiting: int = 0
    vacant: int = 0

    @property
    def total(self) -> int:
        """All people concerned; each stands in one of the numbers below `told`."""
        return self.arrived + self.blocked + self.never_started + self.cut_off + self.waiting


@dataclass(frozen=True, kw_only=True)
class DeliveryScope:
    """A unit with everything below it, a duty (0: every one), and what falls due in a period."""

    unit_id: int
    duty_id: int
    period: Period

    @property
    def key(self) -> str:
        """As it stands in a button: `12-7-2026-11`."""
        return f"{self.unit_id}-{self.duty_id}-{self.period.key}"


@dataclass(frozen=True, kw_only=True)
class UnitDelivery:
    """One unit of the level below."""

    unit: Unit
    count: DeliveryCount


@dataclass(frozen=True, kw_only=True)
class UnitsForDelivery:
    """The reader answers for several units; of a duty (0: all) and what falls due in a period."""

    units: tuple[Unit, ...]
    duty_id: int
    period: Period


@dataclass(frozen=True, kw_only=True)
class DeliveryPage:
    """The count of a scope and of the level below; pages count from 1."""

    scope: DeliveryScope
    today: date
    unit: Unit
    duty: Bilingual | None
    count: DeliveryCount
    below: tuple[UnitDelivery, ...] = ()
    above: Unit | None = None
    page: int = 1
    pages: int = 1


@dataclass(frozen=True, kw_only=True)
class DutyChoice:
    """The duties that somebody in the unit owes or owed in the period."""

    scope: DeliveryScope
    duties: tuple[tuple[int, Bilingual], ...]
    page: int = 1
    pages: int = 1


def count_delivery(
    told: Iterable[Told], standings: dict[int, Standing], vacant: Iterable[str], *, within: str
) -> DeliveryCount:
    """What a subtree adds up to. Whoever is concerned twice is one person, at his best."""
    best: dict[int, Told] = {}
    for one in told:
        if is_within(one.path, within) and one.person_id in standings:
            best[one.person_id] = _better(best.get(one.person_id), one)
    counts = dict.fromkeys(Reached, 0)
    for person_id, one in best.items():
        counts[_reached(one, standings[person_id])] += 1
    return DeliveryCount(
        told=sum(one.is_told for one in best.values()),
        vacant=sum(is_within(path, within) for path in vacant),
        **{reached.value: number for reached, number in counts.items()},
    )


def _better(one: Told | None, other: Told) -> Told:
    if one is None:
        return other
    return Told(
        path=one.path,
        person_id=one.person_id,
        is_told=one.is_told or other.is_told,
        has_arrived=one.has_arrived or other.has_arrived,
    )


def _reached(one: Told, standing: Standing) -> Reached:
    if one.has_arrived:
        return Reached.ARRIVED
    return Reached.WAITING if standing is Standing.LINKED else Reached(standing.value)
