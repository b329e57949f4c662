"""How units stand over a whole period: counted, compared, and down to the single record."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from fractions import Fraction

from domain.bilingual import Bilingual
from domain.ledger import ActivityEntry
from domain.obligation import Obligation
from domain.period import Period
from domain.report import Report
from domain.status import DutyLine, Tally
from domain.term import RecordedTerm
from domain.unit import Unit


@dataclass(frozen=True, kw_only=True)
class PeriodScope:
    """A unit with everything below it, a duty (0: all), and what was due in a period.

    `kind_id` is any unit of the kind that is compared; 0 compares the level below.
    """

    unit_id: int
    period: Period
    duty_id: int = 0
    kind_id: int = 0

    @property
    def subject_key(self) -> str:
        """As it stands in a button before the period: `12-7-0`."""
        return f"{self.unit_id}-{self.duty_id}-{self.kind_id}"

    @property
    def key(self) -> str:
        """As it stands in a button: `12-7-0-2026-H2`."""
        return f"{self.subject_key}-{self.period.key}"


@dataclass(frozen=True, kw_only=True)
class ComparedUnit:
    """A unit with everything below it. `rank` is None where nothing was due; ties share one."""

    unit: Unit
    tally: Tally
    rank: int | None = None


@dataclass(frozen=True, kw_only=True)
class PeriodBoard:
    """One page of what was due in a period.

    `duty` is None for all, `kind` empty for the level below; pages count from 1.
    """

    scope: PeriodScope
    unit: Unit
    today: date
    whole: Tally
    duties: tuple[DutyLine, ...]
    compared: tuple[ComparedUnit, ...]
    duty: Bilingual | None = None
    kind: str = ""
    above: Unit | None = None
    has_kinds: bool = False
    page: int = 1
    pages: int = 1


class Filter(StrEnum):
    """By what a board is narrowed."""

    DUTY = "duty"
    KIND = "kind"


@dataclass(frozen=True, kw_only=True)
class FilterChoice:
    """What can be chosen, by id."""

    scope: PeriodScope
    by: Filter
    options: tuple[tuple[int, Bilingual], ...]
    page: int = 1
    pages: int = 1


@dataclass(frozen=True, kw_only=True)
class RecordPage:
    """What a unit itself and its people owed in a period, one by one."""

    scope: PeriodScope
    unit: Unit
    today: date
    items: tuple[Obligation, ...]
    page: int = 1
    pages: int = 1


@dataclass(frozen=True, kw_only=True)
class Record:
    """One thing that was owed, and what proves how it stands.

    `settled_by` is empty where nobody settled it, or that person is not the reader's to see.
    `period` leads back to the list that it stands in.
    """

    obligation: Obligation
    today: date
    period: Period
    activities: tuple[ActivityEntry, ...] = ()
    report: Report | None = None
    election: RecordedTerm | None = None
    settled_by: str = ""
    settled_on: date | None = None


def due(tally: Tally) -> int:
    """Everything that was due."""
    return tally.done + tally.open + tally.overdue


def share(tally: Tally) -> Fraction | None:
    """The part that is done; None where nothing was due."""
    total = due(tally)
    return Fraction(tally.done, total) if total else None


def compare(units: Iterable[Unit], tallies: Mapping[int, Tally]) -> list[ComparedUnit]:
    """The greatest share done first, then the fewest late ones; countable facts and nothing else.

    Equals share their rank, and the next one counts them: 1, 2, 2, 4. Where nothing was due there
    is no rank.
    """
    found = [(unit, tallies.get(unit.id, Tally())) for unit in units]
    standing = [(_standing(tally), unit.path, unit, tally) for unit, tally in found]
    ranked: list[ComparedUnit] = []
    rank, before = 0, None
    for place, (stands, _, unit, tally) in enumerate(sorted(standing, key=_in_order), start=1):
        rank = rank if stands == before else place
        before = stands
        ranked.append(ComparedUnit(unit=unit, tally=tally, rank=rank if due(tally) else None))
    return ranked


_Standing = tuple[bool, Fraction, int]


def _in_order(one: tuple[_Standing, str, Unit, Tally]) -> tuple[_Standing, str]:
    return one[:2]


def _standing(tally: Tally) -> _Standing:
    done = share(tally)
    return done is None, -(done or Fraction(0)), tally.overdue


def sum_above(tallies: Mapping[str, Tally], units: Sequence[Unit]) -> dict[int, Tally]:
    """By unit, what was counted at its path and everywhere below it."""
    wanted = {unit.id for unit in units}
    sums: dict[int, Tally] = {}
    for path, tally in tallies.items():
        for unit_id in wanted.intersection(int(part) for part in path.split("/") if part):
            sums[unit_id] = sums.get(unit_id, Tally()) + tally
    return sums
