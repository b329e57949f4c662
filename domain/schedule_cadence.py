"""From what was said about when to how often a duty is owed, where a duty can be so owed."""

import re
from dataclasses import replace
from datetime import date, timedelta

from domain.cadence import AfterEvent, ByDate, Cadence, OnDates, Quota, TermEnds
from domain.dated_cadence import (
    COUNTED_ONCE,
    Fitted,
    MovingFeast,
    Unfit,
    by_date,
    dates,
    on_day,
    once,
)
from domain.event_names import event_name
from domain.ladder import TERM_POLICY
from domain.offset import Offset, read_offset
from domain.period import PeriodKind
from domain.schedule_words import reading as words
from domain.schedule_words.festivals import is_moving
from domain.schedule_words.quotas import counts_all
from domain.schedule_words.reading import Kind, Per, RelativeTo, Schedule
from domain.schedule_words.rule import Rule
from domain.working_day import Shift

TERM_END = "term_end"
_ONE_DAY = timedelta(days=1)
# The 29th to the 31st are the last day of a month that is shorter.
_DAYS = range(1, 32)
_A_COMMON_YEAR = 2025
_LENGTH_OF_HOURS = re.compile(r"PT(?:(?P<hours>\d+)H)?(?:(?P<minutes>\d+)M)?", re.ASCII)

# The stretches of words about time, as periods.
PERIODS = {
    Per.DAY: PeriodKind.DAY,
    Per.WEEK: PeriodKind.WEEK,
    Per.MONTH: PeriodKind.MONTH,
    Per.QUARTER: PeriodKind.QUARTER,
    Per.HALF_YEAR: PeriodKind.HALF_YEAR,
    Per.YEAR: PeriodKind.YEAR,
    Per.TERM: PeriodKind.SCHOOL_TERM,
}

# How long the windows are that stand for all of a period.
_LENGTHS = {
    Per.DAY: ("P1D",),
    Per.WEEK: ("P1W", "P7D"),
    Per.MONTH: ("P1M",),
    Per.QUARTER: ("P3M",),
    Per.HALF_YEAR: ("P6M",),
    Per.YEAR: ("P1Y", "P12M"),
    Per.TERM: (),
}


def cadence_of(schedule: Schedule, *, today: date) -> Fitted | MovingFeast | Unfit:
    """How often a duty with this schedule is owed, counted from today where nothing else is said.

    A single date makes a duty that is owed once.
    """
    if schedule.quota is not None:
        return _quota(schedule.quota, schedule)
    if any(is_moving(one.event) for one in schedule.relative_to):
        # Nobody records a festival, so what waited for that would never be owed.
        days = tuple(one.day for one in schedule.upcoming)
        return MovingFeast(days=days) if days else Unfit.FESTIVAL
    if schedule.relative_to:
        return _relative(schedule)
    if schedule.kind is Kind.PERIOD:
        return _window(schedule, today)
    if schedule.rule is not None:
        return dates(schedule.rule, today, is_deadline=schedule.kind is Kind.DEADLINE)
    if schedule.at is None:
        return Unfit.FESTIVAL
    return Fitted(cadence=once(schedule.at, is_deadline=schedule.kind is Kind.DEADLINE))


def with_shift(cadence: Cadence, shift: Shift) -> Cadence:
    """The same dates, with another answer to days off; working days and others need none."""
    if not isinstance(cadence, OnDates | ByDate) or cadence.nth_working_day:
        return cadence
    return replace(cadence, shift=shift)


def _quota(quota: words.Quota, schedule: Schedule) -> Fitted | Unfit:
    """So often in each period, for good: a bound, a part of a year or every second week is not."""
    rule = schedule.rule
    is_standing = rule is None or (
        schedule.duration in _LENGTHS[quota.per] and rule.until is None and rule.count is None
    )
    is_of_all = rule is None or counts_all(rule, quota.per)
    if quota.every > 1 or not (is_standing and is_of_all) or schedule.at is not None:
        return Unfit.QUOTA
    return Fitted(cadence=Quota(per=PERIODS[quota.per], at_least=quota.at_least))


def _relative(schedule: Schedule) -> Fitted | Unfit:
    offsets = [(one.event, read_offset(one.offset)) for one in schedule.relative_to]
    if all(event == TERM_END for event, _ in offsets):
        return _before_term_ends(schedule.relative_to)
    if len(offsets) > 1:
        return Unfit.BEFORE_AN_EVENT
    [(event, offset)] = offsets
    if min(offset.months, offset.days, offset.working_days) < 0:
        return Unfit.BEFORE_AN_EVENT
    return Fitted(cadence=AfterEvent(event=event, within=offset, name=event_name(event)))


def _before_term_ends(relative_to: tuple[RelativeTo, ...]) -> Fitted | Unfit:
    offsets = [read_offset(one.offset) for one in relative_to]
    if any(one.months >= 0 or one.days or one.working_days for one in offsets):
        return Unfit.BEFORE_AN_EVENT
    months = tuple(sorted((-one.months for one in offsets), reverse=True))
    policy = replace(TERM_POLICY, months_before_superior=(), months_before_both=months)
    return Fitted(cadence=TermEnds(), policy=policy)


def _window(schedule: Schedule, today: date) -> Fitted | Unfit:
    if schedule.rule is not None:
        return _recurring_window(schedule, schedule.rule, today)
    if schedule.at is None or schedule.until is None:
        return Unfit.WINDOW
    first, last = schedule.at, schedule.until
    if first.day == last.day and first.clock is not None and last.clock is not None:
        return Fitted(cadence=on_day(first, duration=last.clock - first.clock))
    lead = Offset(days=(last.day - first.day).days)
    return Fitted(cadence=replace(by_date(COUNTED_ONCE, last), lead=lead))


def _recurring_window(schedule: Schedule, rule: Rule, today: date) -> Fitted | Unfit:
    """Some hours of a day take place then; days are owed by their last one, open from the first."""
    if rule.clocks:
        return _hours(schedule.duration or "", rule, today)
    last = _last_day(schedule, rule)
    if last is None:
        return Unfit.WINDOW
    fitted = dates(last, today, is_deadline=True)
    if isinstance(fitted, Fitted) and isinstance(fitted.cadence, ByDate):
        lead = Offset(days=_days(schedule.duration) - 1)
        if schedule.ending is not None:
            # Open in time where the month is a long one.
            lead = Offset(days=lead.days + 1)
        return Fitted(cadence=replace(fitted.cadence, lead=lead))
    return fitted


def _hours(duration: str, rule: Rule, today: date) -> Fitted | Unfit:
    length = _LENGTH_OF_HOURS.fullmatch(duration)
    fitted = dates(rule, today, is_deadline=False)
    if length is None or not (isinstance(fitted, Fitted) and isinstance(fitted.cadence, OnDates)):
        return Unfit.WINDOW
    lasting = timedelta(hours=int(length["hours"] or 0), minutes=int(length["minutes"] or 0))
    return Fitted(cadence=replace(fitted.cadence, duration=lasting))


def _last_day(schedule: Schedule, rule: Rule) -> Rule | None:
    """The rule of the last days of a window that begins on one day of each month, or of a year."""
    length = _days(schedule.duration)
    is_plain = len(rule.month_days) == 1 and not rule.weekdays and not rule.positions
    if not is_plain or length < 1:
        return None
    if schedule.ending is not None:
        return schedule.ending
    [first] = rule.month_days
    last_one = first + length - 1
    if (first > 0 and last_one in _DAYS) or (first < 0 and last_one < 0):
        return replace(rule, month_days=(last_one,))
    if len(rule.months) != 1 or first < 0:
        return None
    # In a common year: who says 15 February to 15 March means the same days in a leap year.
    last = date(_A_COMMON_YEAR, rule.months[0], first) + _ONE_DAY * (length - 1)
    return replace(rule, months=(last.month,), month_days=(last.day,))


def _days(duration: str | None) -> int:
    """How many days a window has; none where it is counted otherwise."""
    try:
        return read_offset(duration or "").days
    except ValueError:
        return 0
