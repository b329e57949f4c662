"""The messages of a duty's first month, if nothing is done: what its makers agree to."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import takewhile

from domain.duty import Duty
from domain.ladder import Hearer, steps
from domain.window import windows_between
from domain.working_day import WorkingCalendar

A_MONTH = timedelta(days=31)
# The first date of a yearly duty may be far away, and still its reminders are wanted.
_LOOKS_AHEAD = timedelta(days=400)


@dataclass(frozen=True, kw_only=True)
class TimelineEntry:
    """On this day somebody hears of what is due on `last_day`."""

    day: date
    last_day: date
    hearer: Hearer
    is_provisional: bool = False


def first_month(duty: Duty, calendar: WorkingCalendar, *, today: date) -> tuple[TimelineEntry, ...]:
    """The first month in which it speaks, in order of time."""
    # Steps that would come before a short period come on its first day, all of them at once.
    entries = dict.fromkeys(_entries(duty, calendar, today))
    found = sorted(entries, key=lambda one: (one.day, one.last_day))
    if not found:
        return ()
    until = found[0].day + A_MONTH
    return tuple(takewhile(lambda one: one.day <= until, found))


def _entries(duty: Duty, calendar: WorkingCalendar, today: date) -> Iterator[TimelineEntry]:
    first = max(today, duty.begins_on)
    until = date.max
    for window in windows_between(duty, calendar, first, first + _LOOKS_AHEAD):
        if window.first_day > until:
            return
        for step in steps(duty.policy, window.first_day, window.last_day, calendar):
            if step.on < first:
                continue
            until = min(until, step.on + A_MONTH)
            yield TimelineEntry(
                day=step.on,
                last_day=window.last_day,
                hearer=step.hearer,
                is_provisional=calendar.is_provisional(step.on),
            )
