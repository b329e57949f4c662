"""How the reports of a subtree stand: waiting, returned, accepted, late."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from domain.bilingual import Bilingual
from domain.obligation import ObligationState
from domain.report import ReportState, days_late
from domain.unit import Unit, is_within


class Standing(StrEnum):
    """Where a report that is owed has come to, as its reviewers see it."""

    WAITING = "waiting"
    RETURNED = "returned"
    ACCEPTED = "accepted"
    MISSING = "missing"


@dataclass(frozen=True, kw_only=True)
class OwedReport:
    """One report that is owed, with its newest version. Its day is a local one."""

    path: str
    unit: str
    person: str
    duty: Bilingual
    period_key: str
    last_day: date
    obligation: ObligationState
    state: ReportState | None = None
    submitted_on: date | None = None

    @property
    def standing(self) -> Standing:
        """A draft is its author's own: for everybody else nothing is there yet."""
        if self.obligation is ObligationState.DONE:
            return Standing.ACCEPTED
        match self.state:
            case ReportState.SUBMITTED:
                return Standing.WAITING
            case ReportState.RETURNED:
                return Standing.RETURNED
            case ReportState.ACCEPTED:
                return Standing.ACCEPTED
            case _:
                return Standing.MISSING

    def days_late(self, today: date) -> int:
        """Calendar days after the last one, until it was handed in or until today."""
        is_there = self.standing in (Standing.WAITING, Standing.ACCEPTED)
        if is_there:
            return days_late(self.submitted_on, self.last_day) if self.submitted_on else 0
        return days_late(today, self.last_day)


@dataclass(frozen=True, kw_only=True)
class Tally:
    """How many stand how; the late ones are counted besides."""

    waiting: int = 0
    returned: int = 0
    accepted: int = 0
    missing: int = 0
    late: int = 0

    @property
    def total(self) -> int:
        """How many are owed."""
        return self.waiting + self.returned + self.accepted + self.missing


def tally(owed: Iterable[OwedReport], today: date) -> Tally:
    """Count them."""
    found = list(owed)
    standings = [one.standing for one in found]
    return Tally(
        waiting=standings.count(Standing.WAITING),
        returned=standings.count(Standing.RETURNED),
        accepted=standings.count(Standing.ACCEPTED),
        missing=standings.count(Standing.MISSING),
        late=sum(one.days_late(today) > 0 for one in found),
    )


@dataclass(frozen=True, kw_only=True)
class UnitTally:
    """A unit with everything below it."""

    unit: Unit
    tally: Tally


@dataclass(frozen=True, kw_only=True)
class ReportOverview:
    """One page for a unit: the units below it, or what it owes itself. Pages count from 1."""

    unit: Unit
    today: date
    tally: Tally
    rows: tuple[UnitTally, ...] = ()
    lines: tuple[OwedReport, ...] = ()
    above: Unit | None = None
    waiting_for_me: int = 0
    page: int = 1
    pages: int = 1


@dataclass(frozen=True, kw_only=True)
class LateList:
    """One page of what is late in a subtree, the latest first."""

    unit: Unit
    today: date
    lines: tuple[OwedReport, ...]
    total: int
    page: int = 1
    pages: int = 1


def tally_each(
    children: Iterable[Unit], owed: Iterable[OwedReport], today: date
) -> tuple[UnitTally, ...]:
    """A tally for every child that owes something; one walk over all of it."""
    by_child: dict[int, list[OwedReport]] = {}
    known = {child.path: child for child in children}
    for one in owed:
        child = next((known[path] for path in _paths_above(one.path) if path in known), None)
        if child is not None:
            by_child.setdefault(child.id, []).append(one)
    return tuple(
        UnitTally(unit=child, tally=tally(by_child[child.id], today))
        for child in known.values()
        if child.id in by_child
    )


def _paths_above(path: str) -> Iterable[str]:
    """`/1/`, `/1/2/`, `/1/2/3/` of `/1/2/3/`."""
    end = path.find("/", 1)
    while end != -1:
        yield path[: end + 1]
        end = path.find("/", end + 1)


def own_lines(unit: Unit, owed: Iterable[OwedReport]) -> tuple[OwedReport, ...]:
    """What the unit owes itself, without those below it."""
    return tuple(one for one in owed if one.path == unit.path and is_within(one.path, unit.path))
