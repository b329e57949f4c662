"""The next dates on which a duty is told or due, as its makers see them before it is saved."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, time, timedelta
from itertools import dropwhile, islice
from typing import assert_never

from domain.cadence import AfterEvent, ByDate, NoCadence, OnDates, Quota, TermEnds
from domain.duty import Duty
from domain.ladder import Step, day_before_the_end, steps
from domain.month_arithmetic import add_months
from domain.window import Window, windows_between
from domain.working_day import Shift, WorkingCalendar

MOST_DATES = 5
LOOK_AHEAD_MONTHS = 24


@dataclass(frozen=True, kw_only=True)
class UpcomingDate:
    """`moved_from` is the day that the rule names when nobody works on it.

    A provisional day depends on a list of holidays that is not published yet. `key` names the
    obligation that is due then; it is not shown.
    """

    day: date
    is_due: bool = False
    at: time | None = None
    moved_from: date | None = None
    is_provisional: bool = False
    unit_name: str = ""
    key: str = field(default="", compare=False)


@dataclass(frozen=True, kw_only=True)
class TermEnd:
    """When the term of a unit ends."""

    unit_name: str
    ends_on: date


def upcoming_dates(
    duty: Duty, calendar: WorkingCalendar, *, today: date, terms: Sequence[TermEnd] = ()
) -> tuple[UpcomingDate, ...]:
    """The next five, each day once. What follows only if nothing is done is not among them.

    Of fixed dates only the dates themselves: their reminders would hide the next ones. What
    follows an event has none, unless it is a school term's; nor what may be done at any time.
    """
    match duty.cadence:
        case TermEnds():
            found = [date for term in terms for date in _term_dates(duty, term, calendar, today)]
        case Quota():
            found = list(_period_dates(duty, calendar, today))
        case OnDates() | ByDate():
            found = list(_fixed_dates(duty, duty.cadence.at, calendar, today))
        case AfterEvent():
            found = list(_fixed_dates(duty, None, calendar, today))
        case NoCadence():
            return ()
        case _:
            assert_never(duty.cadence)
    return tuple(_merged(sorted(found, key=lambda one: (one.day, one.unit_name))))[:MOST_DATES]


def _windows(duty: Duty, calendar: WorkingCalendar, today: date) -> Iterator[Window]:
    """Each of them has a date to come at its end, so no more are needed than dates are shown."""
    first, last = max(today, duty.begins_on), add_months(today, LOOK_AHEAD_MONTHS)
    return islice(windows_between(duty, calendar, first, last), MOST_DATES)


def _period_dates(duty: Duty, calendar: WorkingCalendar, today: date) -> Iterator[UpcomingDate]:
    for window in _windows(duty, calendar, today):
        yield UpcomingDate(day=window.last_day, is_due=True, key=window.key)
        for days in duty.policy.days_before:
            told = _told_inside(window, days, calendar)
            if told is not None and told.day >= max(today, duty.begins_on):
                yield told


def _fixed_dates(
    duty: Duty, at: time | None, calendar: WorkingCalendar, today: date
) -> Iterator[UpcomingDate]:
    for window in _windows(duty, calendar, today):
        nominal = window.moved_from or window.last_day
        yield UpcomingDate(
            day=window.last_day,
            at=at,
            is_due=True,
            moved_from=window.moved_from,
            key=window.key,
            is_provisional=_depends_on_the_list(duty)
            and (calendar.is_provisional(nominal) or calendar.is_provisional(window.last_day)),
        )


def _depends_on_the_list(duty: Duty) -> bool:
    cadence = duty.cadence
    if isinstance(cadence, AfterEvent):
        return cadence.within.working_days != 0
    if not isinstance(cadence, OnDates | ByDate):
        return False
    return cadence.shift is not Shift.KEEP or cadence.nth_working_day != 0


def _term_dates(
    duty: Duty, term: TermEnd, calendar: WorkingCalendar, today: date
) -> Iterator[UpcomingDate]:
    months = (*duty.policy.months_before_superior, *duty.policy.months_before_both)
    if term.ends_on >= today:
        yield UpcomingDate(day=term.ends_on, is_due=True, unit_name=term.unit_name)
        for count in months:
            told = _told(add_months(term.ends_on, -count), calendar)
            if told.day >= today:
                yield replace(told, unit_name=term.unit_name)
        return
    ladder = steps(duty.policy, term.ends_on, term.ends_on, calendar)
    for step in islice(dropwhile(lambda one: one.on < today, ladder), MOST_DATES):
        yield _of_step(step, calendar, term.unit_name)


def _of_step(step: Step, calendar: WorkingCalendar, unit_name: str) -> UpcomingDate:
    return UpcomingDate(
        day=step.on, is_provisional=calendar.is_provisional(step.on), unit_name=unit_name
    )


def _told_inside(window: Window, days: int, calendar: WorkingCalendar) -> UpcomingDate | None:
    day = day_before_the_end(days, window.first_day, window.last_day, calendar)
    if day is None:
        return None
    plain = _told(window.last_day - timedelta(days=days), calendar)
    if plain.day == day:
        return plain
    return UpcomingDate(day=day, is_provisional=calendar.is_provisional(day))


def _told(nominal: date, calendar: WorkingCalendar) -> UpcomingDate:
    day = calendar.previous_working_day(nominal)
    return UpcomingDate(
        day=day,
        moved_from=None if day == nominal else nominal,
        is_provisional=calendar.is_provisional(nominal),
    )


def _merged(dates: Iterable[UpcomingDate]) -> Iterator[UpcomingDate]:
    """One for each day and unit; being due outweighs having been moved there."""
    by_day: dict[tuple[date, str], UpcomingDate] = {}
    for one in dates:
        key = (one.day, one.unit_name)
        before = by_day.get(key)
        if before is None:
            by_day[key] = one
        elif one.is_due or (before.moved_from and not one.moved_from):
            by_day[key] = replace(one, is_due=one.is_due or before.is_due)
    yield from by_day.values()
