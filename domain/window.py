"""When obligations run: each stretch of days that a cadence makes, with its name and its end."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from itertools import chain, pairwise

from domain.cadence import AfterEvent, ByDate, OnDates, Quota, recurrence_of
from domain.duty import Duty
from domain.event import Event
from domain.ladder import ReminderPolicy, steps
from domain.month_arithmetic import add_months
from domain.obligation import AFTER_EVENT, ANY_TIME, NO_END
from domain.offset import Offset, back, shifted
from domain.period import Period
from domain.recurrence import occurrences_after
from domain.school_event import day_in, is_about_school
from domain.school_period import named_terms, period_after, periods_within
from domain.working_day import WorkingCalendar, shift

# A date that recurs is on the list from a month before, so that it can be planned.
OPENS_BEFORE = timedelta(days=31)
# Longer than any row of days off: how far a date may be moved from the one that the rule names.
FURTHEST_SHIFT = timedelta(days=20)
# Where every date of a rule is skipped, looking for the next one must come to an end.
_LOOKS_AHEAD = timedelta(days=800)
_ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, kw_only=True)
class Window:
    """One obligation's days, both included. `key` is its name: a period, or the nominal date.

    What is not done until `lapses_on` counts as missed; None: it is asked for until it is done.
    `moved_from` is the date that the rule names, where the last day is another one.
    """

    key: str
    first_day: date
    last_day: date
    lapses_on: date | None
    moved_from: date | None = None


def windows_between(
    duty: Duty, calendar: WorkingCalendar, first: date, last: date
) -> Iterator[Window]:
    """The windows of a duty with a calendar of its own that share a day with `first` to `last`.

    In order of time. Terms of bodies, events and duties without a cadence have none: those depend
    on what happens to each owner. What follows the beginning or the end of a school term has,
    where the calendar knows the terms.
    """
    match duty.cadence:
        case Quota():
            yield from _periods(duty, duty.cadence, calendar, first, last)
        case OnDates() | ByDate():
            yield from _dates(duty, duty.cadence, calendar, first, last)
        case AfterEvent() if follows_terms(duty.cadence, calendar):
            yield from _after_terms(duty.cadence, calendar, first, last)
        case _:
            return


def follows_terms(cadence: AfterEvent, calendar: WorkingCalendar) -> bool:
    """Whether its days are known from the school terms, so that nobody has to record them."""
    return is_about_school(cadence) and bool(calendar.terms)


def _after_terms(
    cadence: AfterEvent, calendar: WorkingCalendar, first: date, last: date
) -> Iterator[Window]:
    for term in named_terms(calendar.terms):
        happens_on = day_in(cadence, term)
        last_day = max(shifted(happens_on, cadence.within, calendar), happens_on)
        if happens_on <= last and first <= last_day:
            yield Window(key=term.key, first_day=happens_on, last_day=last_day, lapses_on=None)


def term_window(
    ends_on: date,
    policy: ReminderPolicy,
    calendar: WorkingCalendar,
    *,
    until: date | None = None,
) -> Window:
    """The end of a term. It never lapses: it is asked for until a vote is recorded.

    `until` is the day to which it is extended; its name stays that of the term.
    """
    lead = max((*policy.months_before_superior, *policy.months_before_both, 0))
    last_day = until or ends_on
    # The first warning is told on a working day, so it must be open by then.
    first_day = calendar.previous_working_day(add_months(last_day, -lead))
    return Window(key=term_key(ends_on), first_day=first_day, last_day=last_day, lapses_on=None)


def term_key(ends_on: date) -> str:
    """The name of a term: the day it ends."""
    return f"term-{ends_on.isoformat()}"


def event_window(event: Event, within: Offset, calendar: WorkingCalendar) -> Window:
    """From the day on which it happened; it is asked for until it is done."""
    last_day = shifted(event.happened_on, within, calendar)
    return Window(
        key=event_key(event),
        first_day=event.happened_on,
        last_day=max(last_day, event.happened_on),
        lapses_on=None,
    )


def event_key(event: Event) -> str:
    """The name of what follows an event: the day on which it happened, and which one it was."""
    return f"{AFTER_EVENT}{event.happened_on.isoformat()}-{event.id}"


def any_time_window(number: int, today: date) -> Window:
    """Open without an end, the number-th of its owner."""
    return Window(key=f"{ANY_TIME}{number}", first_day=today, last_day=NO_END, lapses_on=None)


def _periods(
    duty: Duty, quota: Quota, calendar: WorkingCalendar, first: date, last: date
) -> Iterator[Window]:
    for period in periods_within(quota.per, calendar.terms, first, last):
        if not _is_exempt(duty, period):
            yield Window(
                key=period.key,
                first_day=period.first_day,
                last_day=period.last_day,
                lapses_on=period_after(quota.per, calendar.terms, period.last_day).last_day,
            )


def _is_exempt(duty: Duty, period: Period) -> bool:
    day, months = period.first_day, set[int]()
    while day <= period.last_day and len(months) < 12:
        months.add(day.month)
        day = (day.replace(day=1) + timedelta(days=32)).replace(day=1)
    return bool(duty.exempt_months) and months.issubset(duty.exempt_months)


def _dates(
    duty: Duty, cadence: OnDates | ByDate, calendar: WorkingCalendar, first: date, last: date
) -> Iterator[Window]:
    since = _opens(duty.policy, cadence, first, calendar) - 2 * FURTHEST_SHIFT
    days = _shifted_days(duty, cadence, calendar, since, last + _LOOKS_AHEAD)
    before: date | None = None
    for one, following in pairwise(chain(days, (None,))):
        if one is None:
            return
        nominal, day = one
        opens = _opens(duty.policy, cadence, day, calendar)
        first_day = min(day, max(opens, before + _ONE_DAY) if before else opens)
        if first_day > last:
            return
        if day >= first:
            yield Window(
                key=nominal.isoformat(),
                first_day=first_day,
                last_day=day,
                lapses_on=_lapses(duty.policy, calendar, day, following[1] if following else None),
                moved_from=None if day == nominal or cadence.nth_working_day else nominal,
            )
        before = day


def _shifted_days(
    duty: Duty,
    cadence: OnDates | ByDate,
    calendar: WorkingCalendar,
    after: date,
    until: date,
) -> Iterator[tuple[date, date]]:
    """The days that the rule names, beside the days that they fall on."""
    instants = occurrences_after(recurrence_of(cadence), datetime.combine(after, time.max, UTC))
    latest = after
    for instant in instants:
        nominal = instant.date()
        if nominal > until:
            return
        is_new, latest = nominal > latest, nominal
        if nominal.month in duty.exempt_months or not is_new:
            continue
        day = day_of(nominal, cadence, calendar)
        if day is not None:
            yield nominal, day


def day_of(nominal: date, cadence: OnDates | ByDate, calendar: WorkingCalendar) -> date | None:
    """The day that a date of the rule falls on; None when it is left out."""
    nth = cadence.nth_working_day
    if not nth:
        return shift(nominal, cadence.shift, calendar)
    outside = nominal - _ONE_DAY if nth > 0 else nominal + _ONE_DAY
    day = calendar.add_working_days(outside, nth)
    # A month with fewer working days, such as August at a school, has no such day.
    return day if (day.year, day.month) == (nominal.year, nominal.month) else None


def _opens(
    policy: ReminderPolicy, cadence: OnDates | ByDate, day: date, calendar: WorkingCalendar
) -> date:
    earliest = timedelta(days=max(policy.days_before, default=0))
    if isinstance(cadence, ByDate):
        return min(back(day, cadence.lead, calendar), day)
    return day - max(earliest, OPENS_BEFORE)


def _lapses(
    policy: ReminderPolicy, calendar: WorkingCalendar, day: date, following: date | None
) -> date | None:
    """With the date after it, but not before its own reminders are over."""
    if following is None:
        return None
    rungs = () if policy.is_for_terms else steps(policy, day, day, calendar)
    return max((following, *(rung.on for rung in rungs)))
