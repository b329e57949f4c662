"""From when a changed duty is owed by its new rule: what runs keeps the old one."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from itertools import islice

from domain.cadence import ByDate, Cadence, OnDates, Quota
from domain.duty import Duty
from domain.month_arithmetic import add_months
from domain.period import PeriodKind, next_period, period_of
from domain.recurrence_rule import read_parts
from domain.school_period import period_after
from domain.window import Window, windows_between
from domain.working_day import WorkingCalendar

# Far enough for two dates of a yearly rule.
_LOOKS_AHEAD_MONTHS = 36
_LOOKS_BACK_MONTHS = 14
_PERIODS = {
    "WEEKLY": PeriodKind.WEEK,
    "MONTHLY": PeriodKind.MONTH,
    "YEARLY": PeriodKind.YEAR,
}


def moves_windows(before: Duty, after: Duty) -> bool:
    """Whether other obligations would open by the new rule than by the old one."""
    return windows_differ(before, after) or before.audience != after.audience


def windows_differ(before: Duty, after: Duty) -> bool:
    """Whether the periods or dates themselves are others; a higher quota is not."""
    if before.exempt_months != after.exempt_months:
        return True
    old, new = before.cadence, after.cadence
    if isinstance(old, Quota) and isinstance(new, Quota):
        return old.per is not new.per
    return old != new


def begins_by_new_rule(
    before: Duty, after: Duty, calendar: WorkingCalendar, *, today: date
) -> date:
    """The first day on which a duty is owed as changed, so that nothing open is owed twice.

    A quota begins with its next period, and so does a date where both rules name one in each
    week, month or year. Any other begins halfway between the one that is open and the one that
    the old rule would have named next.
    """
    if not moves_windows(before, after):
        return after.begins_on
    match after.cadence:
        case Quota(per=per):
            return period_after(per, calendar.terms, today).first_day
        case OnDates() | ByDate():
            found = _next_period_of_both(before, after, calendar, today)
            return max(after.begins_on, found or _halfway(before, calendar, today))
        case _:
            return after.begins_on


def _next_period_of_both(
    before: Duty, after: Duty, calendar: WorkingCalendar, today: date
) -> date | None:
    """The first day after the period of the date that began last; None without such periods."""
    kind = _every(before.cadence)
    if kind is None or kind is not _every(after.cadence):
        return None
    running = replace(before, is_paused=False)
    since = add_months(today, -_LOOKS_BACK_MONTHS)
    begun = [
        period_of(kind, one.last_day) for one in windows_between(running, calendar, since, today)
    ]
    next_ones = [period_of(kind, one.last_day) for one in _next_windows(before, calendar, today)]
    around = [*begun, *(one for one in next_ones if one not in begun[-1:])]
    if len({one.key for one in around}) < len(around):
        return None
    return max(today, next_period(begun[-1]).first_day) if begun else today


def _every(cadence: Cadence) -> PeriodKind | None:
    """The period in each of which a rule names its dates."""
    if not isinstance(cadence, OnDates | ByDate):
        return None
    parts = read_parts(cadence.rule)
    return None if parts.keys() & {"INTERVAL", "COUNT"} else _PERIODS.get(parts["FREQ"])


def _halfway(before: Duty, calendar: WorkingCalendar, today: date) -> date:
    dates = list(_next_windows(before, calendar, today))
    if not dates or dates[0].first_day > today:
        return today
    if len(dates) == 1:
        return dates[0].last_day
    return dates[0].last_day + (dates[1].last_day - dates[0].last_day) / 2


def _next_windows(duty: Duty, calendar: WorkingCalendar, today: date) -> Iterator[Window]:
    running = replace(duty, is_paused=False)
    until = add_months(today, _LOOKS_AHEAD_MONTHS)
    return islice(windows_between(running, calendar, today, until), 2)
