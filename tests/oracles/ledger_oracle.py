"""Who must be told what on which day of the story's year: worked out by hand, from the rules alone.

Nothing of the bot is used: plain dates, and the public holidays of the `holidays` package.
"""

from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

import holidays

from tests.oracles import year_facts as facts
from tests.oracles.year_facts import Member

DAY = timedelta(days=1)
CHINA = holidays.country_holidays("CN", years=range(2025, 2028))
HEARING = ("secretary", "head")


@dataclass(frozen=True, kw_only=True, order=True)
class Line:
    """One line of somebody's digest; a vacant office has no duty and no period."""

    day: date
    person: str
    unit: str
    duty: str
    period: str
    step: str


@dataclass(frozen=True, kw_only=True)
class Debt:
    """A duty of a unit for a period; on the day it is done the morning still has a reminder."""

    unit: str
    duty: str
    period: str
    first_day: date
    last_day: date
    done_on: date | None


def expected_lines() -> list[Line]:
    """Every line of every digest of the year, in order."""
    lines = [line for debt in _debts() for line in _lines_of(debt)]
    return sorted([*lines, *_vacancies(), *missing_lists()])


def missing_lists() -> Iterator[Line]:
    """The list of 2027 is not known: from November the administrators hear it every Monday."""
    monday = date(2026, 11, 2)
    while monday <= facts.LAST_DAY:
        for one in facts.PEOPLE:
            if one.role == "administrator":
                yield Line(
                    day=monday,
                    person=one.name,
                    unit=facts.COMMITTEE,
                    duty="",
                    period="",
                    step="CN-2027",
                )
        monday += 7 * DAY


def _debts() -> Iterator[Debt]:
    held = {(school, day.month): day for day, school in facts.studies()}
    for month in range(1, 13):
        first, last = date(2026, month, 1), date(2026, month, monthrange(2026, month)[1])
        for school in facts.SCHOOLS:
            yield Debt(
                unit=school,
                duty=facts.STUDY,
                period=f"2026-{month:02}",
                first_day=first,
                last_day=last,
                done_on=held.get((school, month)),
            )
    handed_in = {(branch, facts.period_of_report(day)): day for day, branch in facts.reports()}
    for period, first, last in (
        ("2026-H1", date(2026, 1, 1), date(2026, 6, 30)),
        ("2026-H2", date(2026, 7, 1), date(2026, 12, 31)),
    ):
        for branch in facts.BRANCHES:
            yield Debt(
                unit=branch,
                duty=facts.REPORT,
                period=period,
                first_day=first,
                last_day=last,
                done_on=handed_in.get((branch, period)),
            )
    for unit, (elected_on, years) in facts.TERMS.items():
        last = elected_on.replace(year=elected_on.year + years)
        yield Debt(
            unit=unit,
            duty=facts.TERM,
            period=f"term-{last}",
            first_day=_months_before(last, 6),
            last_day=last,
            done_on=facts.ELECTED_ON if unit == facts.BRANCHES[1] else None,
        )


def _lines_of(debt: Debt) -> Iterator[Line]:
    for (day, who), step in rungs_of(debt).items():
        if not facts.FIRST_DAY <= day <= (debt.done_on or facts.LAST_DAY):
            continue
        for person in _hearers(debt.unit, day) if who == "owner" else _above(debt.unit, day):
            yield Line(
                day=day,
                person=person.name,
                unit=debt.unit,
                duty=debt.duty,
                period=debt.period,
                step=step,
            )


def rungs_of(debt: Debt) -> dict[tuple[date, str], str]:
    """The rung that is told on a day to its owner or its superior.

    Two rungs on one day for the same people are one line: the later rung.
    """
    rungs = _term_rungs(debt) if debt.duty == facts.TERM else _rungs(debt)
    return {(day, who): step for day, who, step in rungs}


def _rungs(debt: Debt) -> Iterator[tuple[date, str, str]]:
    for days in (10, 3, 1, 0):
        day = _on_or_before(debt.last_day - days * DAY)
        told = day if day >= debt.first_day else _on_or_after(debt.first_day)
        if told <= debt.last_day:
            yield told, "owner", f"before-{days}"
    day = debt.last_day
    for number in range(1, 6):
        day = _on_or_after(day + DAY)
        if number in (1, 2, 4):
            yield day, "owner", f"after-{number}"
    yield day, "superior", "climb"


def _term_rungs(debt: Debt) -> Iterator[tuple[date, str, str]]:
    yield _on_or_before(_months_before(debt.last_day, 6)), "superior", "term-6m"
    for months in (3, 1):
        day = _on_or_before(_months_before(debt.last_day, months))
        yield day, "owner", f"term-{months}m"
        yield day, "superior", f"term-{months}m"
    for week in range(1, 27):
        day = _on_or_after(debt.last_day + week * 7 * DAY)
        yield day, "owner", f"term-week-{week}"
        yield day, "superior", f"term-week-{week}"
    for month in range(1, 7):
        day = _on_or_after(_months_before(debt.last_day + 26 * 7 * DAY, -month))
        yield day, "owner", f"term-month-{month}"
        yield day, "superior", f"term-month-{month}"


def _vacancies() -> Iterator[Line]:
    """On Mondays: units that owe something and have nobody who hears it."""
    day = facts.FIRST_DAY
    while day <= facts.LAST_DAY:
        for unit in facts.SCHOOLS if day.weekday() == 0 else ():
            if _owes(unit, day) and not _hearers(unit, day):
                for person in _above(unit, day):
                    yield Line(
                        day=day, person=person.name, unit=unit, duty="", period="", step="vacant"
                    )
        day += DAY


def _owes(unit: str, day: date) -> bool:
    return any(
        debt.unit == unit
        and debt.first_day <= day
        and (debt.done_on is None or day <= debt.done_on)
        for debt in _debts()
    )


def _hearers(unit: str, day: date) -> list[Member]:
    """The secretary, else the head, of those who can be written to on the morning of the day."""
    for role in HEARING:
        found = [
            one
            for one in facts.PEOPLE
            if one.unit == unit and one.role == role and is_reachable(one, day)
        ]
        if found:
            return found
    return []


def _above(unit: str, day: date) -> list[Member]:
    return next(filter(None, (_hearers(above, day) for above in facts.ancestors_of(unit))), [])


def is_reachable(member: Member, day: date) -> bool:
    """On the morning of a day; the first day of the story has none before the links."""
    if member.linked_on is None:
        return False
    return member.linked_on < day or day == facts.FIRST_DAY == member.linked_on


def expected_invitations() -> list[tuple[date, str, str]]:
    """(day, person, kind): an invitation when a study is planned, a word when check-in opens."""
    return sorted(
        (day, one.name, kind)
        for day, school in facts.studies()
        for one in facts.PEOPLE
        if facts.is_inside(one.unit, school) and is_reachable(one, day)
        for kind in ("check_in_open", "invitation")
    )


@cache
def _works(day: date) -> bool:
    return CHINA.is_working_day(day)


def _on_or_before(day: date) -> date:
    while not _works(day):
        day -= DAY
    return day


def _on_or_after(day: date) -> date:
    while not _works(day):
        day += DAY
    return day


def _months_before(day: date, months: int) -> date:
    index = day.year * 12 + day.month - 1 - months
    year, month = index // 12, index % 12 + 1
    return date(year, month, min(day.day, monthrange(year, month)[1]))
