"""The board: how a unit and the level below it stand, counted in obligations."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from domain.audience import OwnerKind
from domain.bilingual import Bilingual
from domain.obligation import Obligation, ObligationState
from domain.period import Period
from domain.unit import Unit


class Mark(StrEnum):
    """How one obligation, or a whole subtree, stands."""

    DONE = "done"
    OPEN = "open"
    OVERDUE = "overdue"


@dataclass(frozen=True, kw_only=True)
class Tally:
    """How many obligations stand how."""

    done: int = 0
    open: int = 0
    overdue: int = 0

    def __add__(self, other: "Tally") -> "Tally":
        return Tally(
            done=self.done + other.done,
            open=self.open + other.open,
            overdue=self.overdue + other.overdue,
        )

    @property
    def mark(self) -> Mark | None:
        """The worst of what is counted; None where nothing is due."""
        if self.overdue:
            return Mark.OVERDUE
        if self.open:
            return Mark.OPEN
        return Mark.DONE if self.done else None


@dataclass(frozen=True, kw_only=True)
class Count:
    """What the memory counted for one duty; `below_id` is None for the unit itself."""

    below_id: int | None
    duty_id: int
    tally: Tally


@dataclass(frozen=True, kw_only=True)
class DutyLine:
    """One duty over a whole subtree, counted in units, people or ties."""

    name: Bilingual
    tally: Tally
    owner: OwnerKind = OwnerKind.UNIT


@dataclass(frozen=True, kw_only=True)
class LastDone:
    """A duty without a cadence: when it was last done in the subtree, None where it never was.

    `done` of `owners` have done it at least once.
    """

    name: Bilingual
    day: date | None
    done: int
    owners: int


@dataclass(frozen=True, kw_only=True)
class CountedDuty:
    """How a duty is called on a board, and what is counted of it."""

    name: Bilingual
    owner: OwnerKind = OwnerKind.UNIT


@dataclass(frozen=True, kw_only=True)
class EndedTerm:
    """A unit whose term is over without an election; `acting` go on in its offices."""

    unit: Unit
    ended_on: date
    acting: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class UnitLine:
    """One unit of the level below, with everything under it."""

    unit: Unit
    tally: Tally


@dataclass(frozen=True, kw_only=True)
class Board:
    """One page of a unit's board; `owed` is what a unit with nothing below owes by itself.

    What people of it owe is counted, and what may be done at any time shows when it last was.

    `above` is the unit to go up to, where the reader may; pages count from 1.
    """

    unit: Unit
    at: datetime
    duties: tuple[DutyLine, ...]
    below: tuple[UnitLine, ...]
    owed: tuple[Obligation, ...]
    last_done: tuple[LastDone, ...]
    above: Unit | None
    page: int
    pages: int
    ended_terms: tuple[EndedTerm, ...] = ()


@dataclass(frozen=True, kw_only=True)
class UnitsToChoose:
    """Several units could be meant. `period` is the one that was asked for, None for now."""

    units: tuple[Unit, ...]
    period: Period | None = None


@dataclass(frozen=True, kw_only=True)
class NoSuchUnit:
    """Absent, or not the reader's: the two look the same."""


Status = Board | UnitsToChoose | NoSuchUnit


def mark_of(obligation: Obligation, today: date) -> Mark | None:
    """How an obligation counts today; None when it does not.

    It counts while today lies in its period, and after that for as long as it is open.
    """
    if today < obligation.first_day:
        return None
    match obligation.state:
        case ObligationState.OPEN:
            return Mark.OVERDUE if obligation.is_overdue(today) else Mark.OPEN
        case ObligationState.DONE:
            return Mark.DONE if today <= obligation.last_day else None
        case ObligationState.MISSED | ObligationState.EXCUSED:
            return None


def by_duty(counts: Iterable[Count], known: Mapping[int, CountedDuty]) -> tuple[DutyLine, ...]:
    """One line for each duty that is known, in the order of the known ones."""
    sums: dict[int, Tally] = {}
    for count in counts:
        sums[count.duty_id] = sums.get(count.duty_id, Tally()) + count.tally
    return tuple(
        DutyLine(name=duty.name, owner=duty.owner, tally=sums[duty_id])
        for duty_id, duty in known.items()
        if duty_id in sums
    )


def by_unit(
    counts: Iterable[Count], below: Sequence[Unit], known: Mapping[int, CountedDuty]
) -> tuple[UnitLine, ...]:
    """One line for each unit of the level below, over the duties that are known."""
    sums: dict[int | None, Tally] = {}
    for count in counts:
        if count.duty_id in known:
            sums[count.below_id] = sums.get(count.below_id, Tally()) + count.tally
    return tuple(UnitLine(unit=unit, tally=sums.get(unit.id, Tally())) for unit in below)


def top_paths(paths: Iterable[str]) -> tuple[str, ...]:
    """The paths that lie in no other of them: each subtree once."""
    kept: list[str] = []
    for path in sorted(set(paths)):
        if not any(path.startswith(above) for above in kept):
            kept.append(path)
    return tuple(kept)
