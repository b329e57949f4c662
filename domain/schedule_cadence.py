"""From what was said about when to how often a duty is owed, where a duty can be so owed."""

from dataclasses import dataclass, replace
from datetime import date, time, timedelta
from enum import StrEnum

from domain.cadence import AfterEvent, ByDate, Cadence, OnDates, Quota, TermEnds
from domain.event_names import event_name
from domain.ladder import TERM_POLICY, ReminderPolicy
from domain.offset import Offset, read_offset
from domain.period import PeriodKind
from domain.schedule_words import reading as words
from domain.schedule_words.reading import Kind, LocalMoment, Per, RelativeTo, Schedule
from domain.schedule_words.rule import Frequency, Rule, rule_text
from domain.working_day import Shift

TERM_END = "term_end"
_ONE_DAY = timedelta(days=1)
_LAST_MINUTE = time(23, 59)
_DAYS = range(1, 29)

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


class Unfit(StrEnum):
    """Why nobody can owe something so, though the words were understood."""

    SEVERAL_TIMES = "several times a day"
    NTH_WORKING_DAY = "a working day that is neither the first nor the last"
    BEFORE_AN_EVENT = "before an event"
    WINDOW = "a window without a last day of the month"
    FESTIVAL = "days that no rule names"
    QUOTA = "a quota that does not stand for good, period after period"
    LEAD = "reminders counted otherwise than in days"


@dataclass(frozen=True, kw_only=True)
class Fitted:
    """How often it is owed; `policy` is set where the words themselves say when to remind."""

    cadence: Cadence
    policy: ReminderPolicy | None = None


def cadence_of(schedule: Schedule, *, today: date) -> Fitted | Unfit:
    """How often a duty with this schedule is owed, counted from today where nothing else is said.

    A single date makes a duty that is owed once.
    """
    if schedule.quota is not None:
        return _quota(schedule.quota, schedule)
    if schedule.relative_to:
        return _relative(schedule)
    if schedule.kind is Kind.PERIOD:
        return _window(schedule, today)
    if schedule.rule is not None:
        return _dates(schedule.rule, today, is_deadline=schedule.kind is Kind.DEADLINE)
    if schedule.at is None:
        return Unfit.FESTIVAL
    return Fitted(cadence=_once(schedule.at, is_deadline=schedule.kind is Kind.DEADLINE))


def with_shift(cadence: Cadence, shift: Shift) -> Cadence:
    """The same dates, with another answer to days off; others than dates have no such answer."""
    return replace(cadence, shift=shift) if isinstance(cadence, OnDates | ByDate) else cadence


def _quota(quota: words.Quota, schedule: Schedule) -> Fitted | Unfit:
    """So often in each period, for good: a bound, a part of a year or every second week is not."""
    rule = schedule.rule
    is_standing = rule is None or (
        schedule.duration in _LENGTHS[quota.per] and rule.until is None and rule.count is None
    )
    if quota.every > 1 or not is_standing:
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
        return _recurring_window(schedule.rule, schedule.duration or "", today)
    if schedule.at is None or schedule.until is None:
        return Unfit.WINDOW
    first, last = schedule.at, schedule.until
    if first.day == last.day and first.clock is not None and last.clock is not None:
        return Fitted(cadence=_on_day(first, duration=last.clock - first.clock))
    lead = Offset(days=(last.day - first.day).days)
    return Fitted(cadence=replace(_by_date(_COUNTED_ONCE, last), lead=lead))


def _recurring_window(rule: Rule, duration: str, today: date) -> Fitted | Unfit:
    """A window of some days of a month is owed by its last day, and open from its first one."""
    try:
        length = read_offset(duration).days
    except ValueError:
        return Unfit.WINDOW
    starts = rule.month_days
    is_plain = len(starts) == 1 and not rule.weekdays and not rule.positions and not rule.clocks
    if not is_plain or length < 1 or starts[0] + length - 1 not in _DAYS:
        return Unfit.WINDOW
    until = replace(rule, month_days=(starts[0] + length - 1,))
    fitted = _dates(until, today, is_deadline=True)
    if isinstance(fitted, Fitted) and isinstance(fitted.cadence, ByDate):
        lead = Offset(days=length - 1)
        return Fitted(cadence=replace(fitted.cadence, lead=lead))
    return fitted


def _dates(rule: Rule, today: date, *, is_deadline: bool) -> Fitted | Unfit:
    if len(rule.clocks) > 1:
        return Unfit.SEVERAL_TIMES
    clock = rule.clocks[0] if rule.clocks else None
    dated = _of_working_days(rule) if rule.of_working_days else rule
    if dated is None:
        return Unfit.NTH_WORKING_DAY
    text = rule_text(replace(dated, clocks=()))
    anchor, at = dated.anchor or today, _time_of(clock)
    if is_deadline:
        return Fitted(cadence=ByDate(rule=text, anchor=anchor, at=_until(at), shift=dated.shift))
    return Fitted(cadence=OnDates(rule=text, anchor=anchor, at=at, shift=dated.shift))


def _of_working_days(rule: Rule) -> Rule | None:
    """Said with days of the month that give way to days off; None where that cannot be said."""
    match rule.positions:
        case ():
            daily = replace(rule, frequency=Frequency.DAILY, of_working_days=False)
            is_every_day = not rule.weekdays and rule.interval == 1
            return replace(daily, shift=Shift.SKIP) if is_every_day else None
        case (1,):
            day, shift = 1, Shift.AFTER
        case (-1,):
            day, shift = -1, Shift.BEFORE
        case _:
            return None
    if rule.frequency not in (Frequency.MONTHLY, Frequency.YEARLY):
        return None
    return replace(rule, of_working_days=False, positions=(), month_days=(day,), shift=shift)


_COUNTED_ONCE = Rule(frequency=Frequency.DAILY, count=1)


def _once(moment: LocalMoment, *, is_deadline: bool) -> OnDates | ByDate:
    return _by_date(_COUNTED_ONCE, moment) if is_deadline else _on_day(moment)


def _on_day(moment: LocalMoment, *, duration: timedelta | None = None) -> OnDates:
    day, at = _wall(moment)
    return OnDates(rule=rule_text(_COUNTED_ONCE), anchor=day, at=at, duration=duration)


def _by_date(rule: Rule, moment: LocalMoment) -> ByDate:
    day, at = _wall(moment)
    return ByDate(rule=rule_text(rule), anchor=day, at=_until(at))


def _wall(moment: LocalMoment) -> tuple[date, time | None]:
    if moment.clock is None:
        return moment.day, None
    return moment.day + _ONE_DAY * (moment.clock // _ONE_DAY), _time_of(moment.clock % _ONE_DAY)


def _time_of(clock: timedelta | None) -> time | None:
    if clock is None:
        return None
    minutes = int(clock.total_seconds()) // 60 % (24 * 60)
    return time(minutes // 60, minutes % 60)


def _until(clock: time | None) -> time | None:
    """The last minute of a day is the day itself."""
    return None if clock == _LAST_MINUTE else clock
