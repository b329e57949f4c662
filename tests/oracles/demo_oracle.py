"""Who must be told what in the sandbox's organisation, in a year in which nobody does anything.

The organisation is taken from its roster, as a reader of the file would; the rest is the rules.
"""

from calendar import monthrange
from collections.abc import Iterator
from datetime import date, timedelta

from domain.roster import Role, Roster, RosterPerson
from tests.oracles import year_facts as facts
from tests.oracles.ledger_oracle import Debt, Line, rungs_of

YEAR = 2026
FIRST_DAY, LAST_DAY = date(YEAR, 1, 1), date(YEAR, 12, 31)
HALVES = {"H1": (date(YEAR, 1, 1), date(YEAR, 6, 30)), "H2": (date(YEAR, 7, 1), LAST_DAY)}


def expected_lines(roster: Roster, *, since: date = FIRST_DAY) -> list[Line]:
    """Every line of every digest of the year; what lay before the duties began is not told."""
    lines = [line for debt in _debts(roster) for line in _lines_of(debt, roster)]
    return sorted(line for line in [*lines, *_missing_lists(roster)] if line.day >= since)


def _debts(roster: Roster) -> Iterator[Debt]:
    for unit in roster.units:
        if unit.kind == "学校":
            for month in range(1, 13):
                last = date(YEAR, month, monthrange(YEAR, month)[1])
                yield _debt(unit.name, facts.STUDY, f"{YEAR}-{month:02}", last.replace(day=1), last)
        if unit.kind == "支部":
            for name, (first, last) in HALVES.items():
                yield _debt(unit.name, facts.REPORT, f"{YEAR}-{name}", first, last)
        if unit.term_began_on is not None and unit.term_months is not None:
            ends_on = _later(unit.term_began_on, unit.term_months)
            first = _later(ends_on, -6)
            yield _debt(unit.name, facts.TERM, f"term-{ends_on}", first, ends_on)


def _debt(unit: str, duty: str, period: str, first: date, last: date) -> Debt:
    return Debt(unit=unit, duty=duty, period=period, first_day=first, last_day=last, done_on=None)


def _lines_of(debt: Debt, roster: Roster) -> Iterator[Line]:
    for (day, who), step in rungs_of(debt).items():
        if FIRST_DAY <= day <= LAST_DAY:
            told = debt.unit if who == "owner" else _parent(debt.unit, roster)
            for person in _hearers(told, roster):
                yield Line(
                    day=day,
                    person=person,
                    unit=debt.unit,
                    duty=debt.duty,
                    period=debt.period,
                    step=step,
                )


def _parent(unit: str, roster: Roster) -> str | None:
    return next(one.parent for one in roster.units if one.name == unit)


def _hearers(unit: str | None, roster: Roster) -> list[str]:
    """The secretary; every unit of this organisation has one, and everybody a phone."""
    return [one.name for one in _holding(Role.SECRETARY, roster) if one.unit == unit]


def _holding(role: Role, roster: Roster) -> list[RosterPerson]:
    return [one for one in roster.people if any(office.role is role for office in one.offices)]


def _missing_lists(roster: Roster) -> Iterator[Line]:
    """The list of the next year is not known: from November the administrators hear it weekly."""
    (root,) = (one.name for one in roster.units if one.parent is None)
    administrators = [one.name for one in _holding(Role.ADMINISTRATOR, roster)]
    monday = date(YEAR, 11, 2)
    while monday <= LAST_DAY:
        for name in administrators:
            yield Line(
                day=monday, person=name, unit=root, duty="", period="", step=f"CN-{YEAR + 1}"
            )
        monday += timedelta(days=7)


def _later(day: date, months: int) -> date:
    index = day.year * 12 + day.month - 1 + months
    year, month = index // 12, index % 12 + 1
    return date(year, month, min(day.day, monthrange(year, month)[1]))
