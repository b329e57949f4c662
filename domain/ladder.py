"""When and whom to remind: the steps of a period, and which of them is next.

The lead times and the order of the steps are the product's; only the six months before the end
of a term come from a rule (branch regulations, article on reminding before a term expires).
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from heapq import merge
from typing import assert_never

from domain.election_rule import ElectionPlan
from domain.month_arithmetic import add_months
from domain.working_day import WorkingCalendar


class Hearer(StrEnum):
    """Who is told at a step."""

    OWNER = "owner"
    SUPERIOR = "superior"
    BOTH = "both"


@dataclass(frozen=True, kw_only=True)
class ReminderPolicy:
    """The numbers of a ladder, kept with each obligation so that what runs keeps its rule.

    `climbs_after` are working days after the end: the first for the level above, each further one
    for the next level. Of a term the level above is told every week anyway, so that the first is
    for the one after that.
    """

    days_before: tuple[int, ...] = (10, 3, 1, 0)
    working_days_after: tuple[int, ...] = (1, 2, 4)
    climbs_after: tuple[int, ...] = (5,)
    months_before_superior: tuple[int, ...] = ()
    months_before_both: tuple[int, ...] = ()
    weeks_after: int = 0

    @property
    def is_for_terms(self) -> bool:
        """Ladders of terms count in months; the others in days."""
        return bool(self.months_before_superior or self.months_before_both)


TERM_POLICY = ReminderPolicy(
    days_before=(),
    working_days_after=(),
    climbs_after=(),
    months_before_superior=(6,),
    months_before_both=(3, 1),
    weeks_after=26,
)


@dataclass(frozen=True, kw_only=True)
class Step:
    """One rung: its name inside the ladder, the local day it falls on, and who hears.

    `level` is how many levels up a superior is told.
    """

    key: str
    on: date
    hearer: Hearer
    level: int = 1


@dataclass(frozen=True, kw_only=True)
class Tell:
    """Tell these steps today, then look again on `look_on` (None: never)."""

    steps: tuple[Step, ...]
    look_on: date | None


@dataclass(frozen=True, kw_only=True)
class WaitUntil:
    """Nothing to say before that day."""

    look_on: date


@dataclass(frozen=True, kw_only=True)
class GiveUp:
    """The ladder is at its end."""


Move = Tell | WaitUntil | GiveUp


def steps(
    policy: ReminderPolicy,
    first_day: date,
    last_day: date,
    calendar: WorkingCalendar,
    *,
    plan: ElectionPlan | None = None,
) -> Iterator[Step]:
    """The rungs in order of time. A term's weekly and monthly rungs go on without end.

    Once the day of an election is set, the unit alone hears, of the steps of its list; the usual
    rungs go on when that day is over.
    """
    if policy.is_for_terms and plan is not None:
        yield from _election_steps(policy, last_day, calendar, plan)
    elif policy.is_for_terms:
        yield from _term_steps(policy, last_day, calendar)
    else:
        found = _period_steps(policy, first_day, last_day, calendar)
        yield from sorted(found, key=lambda step: step.on)


def _period_steps(
    policy: ReminderPolicy, first_day: date, last_day: date, calendar: WorkingCalendar
) -> Iterator[Step]:
    for days in sorted(policy.days_before, reverse=True):
        day = day_before_the_end(days, first_day, last_day, calendar)
        if day is not None:
            yield Step(key=f"before-{days}", on=day, hearer=Hearer.OWNER)
    for days in sorted(policy.working_days_after):
        day = calendar.add_working_days(last_day, days)
        yield Step(key=f"after-{days}", on=day, hearer=Hearer.OWNER)
    for level, days in enumerate(sorted(policy.climbs_after), start=1):
        day = calendar.add_working_days(last_day, days)
        key = "climb" if level == 1 else f"climb-{level}"
        yield Step(key=key, on=day, hearer=Hearer.SUPERIOR, level=level)


def day_before_the_end(
    days: int, first_day: date, last_day: date, calendar: WorkingCalendar
) -> date | None:
    """The working day on which a period is spoken of so many days before its end.

    Never before the period begins; None when it has no working day from there on.
    """
    day = calendar.previous_working_day(last_day - timedelta(days=days))
    if day < first_day:
        day = calendar.next_working_day(first_day)
    return day if day <= last_day else None


def _term_steps(
    policy: ReminderPolicy, last_day: date, calendar: WorkingCalendar
) -> Iterator[Step]:
    warnings = [(months, Hearer.SUPERIOR) for months in policy.months_before_superior]
    warnings += [(months, Hearer.BOTH) for months in policy.months_before_both]
    for months, hearer in sorted(warnings, reverse=True):
        day = calendar.previous_working_day(add_months(last_day, -months))
        yield Step(key=f"term-{months}m", on=day, hearer=hearer)
    overdue = _after_the_term(policy, last_day, calendar)
    wider = _wider_circle(policy, last_day, calendar)
    yield from merge(overdue, wider, key=lambda step: step.on)


def _after_the_term(
    policy: ReminderPolicy, last_day: date, calendar: WorkingCalendar
) -> Iterator[Step]:
    """Weekly, then monthly without end."""
    for week in range(1, policy.weeks_after + 1):
        day = calendar.next_working_day(last_day + timedelta(weeks=week))
        yield Step(key=f"term-week-{week}", on=day, hearer=Hearer.BOTH)
    month = 0
    while policy.weeks_after:
        month += 1
        day = add_months(last_day + timedelta(weeks=policy.weeks_after), month)
        yield Step(key=f"term-month-{month}", on=calendar.next_working_day(day), hearer=Hearer.BOTH)


def _wider_circle(
    policy: ReminderPolicy, last_day: date, calendar: WorkingCalendar
) -> Iterator[Step]:
    """Levels further up, once each."""
    for level, days in enumerate(sorted(policy.climbs_after), start=2):
        day = calendar.add_working_days(last_day, days)
        yield Step(key=f"climb-{level}", on=day, hearer=Hearer.SUPERIOR, level=level)


def _election_steps(
    policy: ReminderPolicy, last_day: date, calendar: WorkingCalendar, plan: ElectionPlan
) -> Iterator[Step]:
    asked_on = calendar.next_working_day(plan.election_on + timedelta(days=1))
    for step, day in plan.waiting:
        if day < plan.election_on:
            on = calendar.previous_working_day(day)
            yield Step(key=f"{list_step(step.code)}{day}", on=on, hearer=Hearer.OWNER)
    yield Step(key=f"term-held-{plan.election_on}", on=asked_on, hearer=Hearer.OWNER)
    for rung in _term_steps(policy, last_day, calendar):
        if rung.on > asked_on:
            yield rung


def list_step(code: str) -> str:
    """How the keys of the reminders of one step of an election begin."""
    return f"list-{code[:12]}-"


def decide_next_move(ladder: Iterator[Step], *, told_through: date | None, today: date) -> Move:
    """Which rungs are to be told today.

    Rungs that were missed (the bot was down) are not told one after the other: each hearer gets
    the latest one only. Rungs on or before `told_through` are over.
    """
    latest: dict[tuple[Hearer, int], Step] = {}
    for step in ladder:
        if step.on > today:
            return _tell(latest, step.on) if latest else WaitUntil(look_on=step.on)
        if told_through is None or step.on > told_through:
            latest[step.hearer, step.level] = step
    return _tell(latest, None) if latest else GiveUp()


def _tell(latest: dict[tuple[Hearer, int], Step], look_on: date | None) -> Tell:
    told = sorted(latest.values(), key=lambda step: step.on)
    nearest = [step for step in told if step.level == 1]
    if nearest and nearest[-1].hearer is Hearer.BOTH:
        # Whoever hears the later rung for both need not hear an older one beside it.
        told = [step for step in told if step is nearest[-1] or step.level > 1]
    return Tell(steps=tuple(told), look_on=look_on)


def hears_as_owner(hearer: Hearer) -> bool:
    """Whether the unit itself is told."""
    match hearer:
        case Hearer.OWNER | Hearer.BOTH:
            return True
        case Hearer.SUPERIOR:
            return False
        case _:
            assert_never(hearer)


def hears_as_superior(hearer: Hearer) -> bool:
    """Whether the level above is told."""
    return hearer in (Hearer.SUPERIOR, Hearer.BOTH)
