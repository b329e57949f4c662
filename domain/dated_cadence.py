"""A rule or a single moment that was said, as dates on which something is owed."""

from dataclasses import dataclass, replace
from datetime import date, time, timedelta
from enum import StrEnum

from domain.cadence import ByDate, Cadence, OnDates
from domain.ladder import ReminderPolicy
from domain.schedule_words.reading import LocalMoment
from domain.schedule_words.rule import Frequency, Rule, rule_text
from domain.working_day import Shift

_ONE_DAY = timedelta(days=1)
# No month has more.
_MOST_WORKING_DAYS = 23
_LAST_MINUTE = time(23, 59)
COUNTED_ONCE = Rule(frequency=Frequency.DAILY, count=1)


class Unfit(StrEnum):
    """Why nobody can owe something so, though the words were understood."""

    SEVERAL_TIMES = "several times a day"
    NTH_WORKING_DAY = "working days that are not counted within a month"
    BEFORE_AN_EVENT = "before an event"
    WINDOW = "a window without a last day of the month"
    FESTIVAL = "days that no rule names"
    QUOTA = "a quota that does not stand for good, period after period"
    LEAD = "reminders counted otherwise than in days"
    REPEATS = "more reminders after the end, or later ones, than anybody gets"
    CLIMBS = "more levels above, or told of it later, than there can be"
    NOT_REPEATED = "reminders after an end that there is not"


@dataclass(frozen=True, kw_only=True)
class MovingFeast:
    """A festival that is on another day each year: these are the next ones.

    A duty can be owed on one of them; no rule of it can name them all.
    """

    days: tuple[date, ...]


@dataclass(frozen=True, kw_only=True)
class Fitted:
    """How often it is owed; `policy` is set where the words themselves say when to remind."""

    cadence: Cadence
    policy: ReminderPolicy | None = None


def dates(rule: Rule, today: date, *, is_deadline: bool) -> Fitted | Unfit:
    """The dates that a rule names, counted from today where nothing else is said."""
    if len(rule.clocks) > 1:
        return Unfit.SEVERAL_TIMES
    clock = rule.clocks[0] if rule.clocks else None
    dated = _of_working_days(rule) if rule.of_working_days else rule
    if dated is None:
        return Unfit.NTH_WORKING_DAY
    text = rule_text(replace(dated, clocks=()))
    anchor, at, nth = dated.anchor or today, _time_of(clock), _nth(rule)
    if is_deadline:
        return Fitted(
            cadence=ByDate(
                rule=text, anchor=anchor, at=_until(at), shift=dated.shift, nth_working_day=nth
            )
        )
    return Fitted(
        cadence=OnDates(rule=text, anchor=anchor, at=at, shift=dated.shift, nth_working_day=nth)
    )


def _nth(rule: Rule) -> int:
    """Which working day, where it is neither the first nor the last: those are days that move."""
    [position] = rule.positions if rule.of_working_days and rule.positions else (0,)
    return 0 if position in (1, -1) else position


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
        case (position,) if abs(position) <= _MOST_WORKING_DAYS:
            day, shift = (1, Shift.KEEP) if position > 0 else (-1, Shift.KEEP)
        case _:
            return None
    if rule.frequency not in (Frequency.MONTHLY, Frequency.YEARLY):
        return None
    return replace(rule, of_working_days=False, positions=(), month_days=(day,), shift=shift)


def once(moment: LocalMoment, *, is_deadline: bool) -> OnDates | ByDate:
    """A single moment, or all the time until then."""
    return by_date(COUNTED_ONCE, moment) if is_deadline else on_day(moment)


def on_day(moment: LocalMoment, *, duration: timedelta | None = None) -> OnDates:
    """A single moment, and how long it takes."""
    day, at = _wall(moment)
    return OnDates(rule=rule_text(COUNTED_ONCE), anchor=day, at=at, duration=duration)


def by_date(rule: Rule, moment: LocalMoment) -> ByDate:
    """Until a moment, and until those that a rule counts from it."""
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
