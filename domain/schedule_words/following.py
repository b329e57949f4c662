"""The next moments of a rule, after working days and holidays have had their say."""

from collections.abc import Callable, Iterator
from datetime import date, datetime, time, timedelta
from itertools import count, groupby, islice
from zoneinfo import ZoneInfo

from domain.recurrence import Recurrence, occurrences_after
from domain.schedule_words.reading import LocalMoment
from domain.schedule_words.rule import Frequency, Rule, rule_text
from domain.schedule_words.standpoint import Standpoint
from domain.wall_clock import local_moment
from domain.working_day import Shift, WorkingCalendar, shift

HOW_MANY = 5
_SATURDAY = 5
_ONE_DAY = timedelta(days=1)
# A shift over the longest holiday; so far back a rule's own day may lie before now.
_LONGEST_SHIFT = timedelta(days=12)
# Rules of working days are followed day by day, at most this long.
_HORIZON_DAYS = 366 * 8


def next_moments(
    rule: Rule, standpoint: Standpoint, *, how_many: int = HOW_MANY
) -> tuple[LocalMoment, ...]:
    """The next five, or fewer when the rule ends. Days without a clock time are later than today.

    Raises ValueError for a rule that never occurs.
    """
    now, calendar = standpoint.now, standpoint.calendar
    if rule.of_working_days:
        found = _of_working_days(rule, now, calendar)
    elif rule.shift is Shift.KEEP:
        found = _walls(rule, now, standpoint.zone)
    else:
        found = _shifted(rule, standpoint)
    ahead = (wall for wall in found if rule.clocks or wall.date() > now.date())
    return tuple(_moment(wall, rule) for wall in islice(ahead, how_many))


def _moment(wall: datetime, rule: Rule) -> LocalMoment:
    clock = timedelta(hours=wall.hour, minutes=wall.minute) if rule.clocks else None
    return LocalMoment(day=wall.date(), clock=clock)


def _walls(rule: Rule, after: datetime, zone: ZoneInfo) -> Iterator[datetime]:
    """Wall times later than `after`; a wall time that the zone leaves out is moved."""
    starts_on = _start(rule, after)
    recurrence = Recurrence(rule=rule_text(rule), starts_on=starts_on, zone=zone, month_end="skip")
    after_instant = after.replace(tzinfo=zone)
    for instant in occurrences_after(recurrence, after_instant):
        yield local_moment(instant, zone).replace(tzinfo=None)


def _start(rule: Rule, after: datetime) -> datetime:
    """Midnight at the anchor; without one, at the beginning of the stretch that now lies in."""
    day = rule.anchor
    if day is None:
        today = after.date()
        match rule.frequency:
            case Frequency.WEEKLY:
                day = today - timedelta(days=today.weekday())
            case Frequency.MONTHLY:
                day = today.replace(day=1)
            case Frequency.YEARLY:
                day = today.replace(month=1, day=1)
            case _:
                day = today
    return datetime.combine(day, time.min)


def _shifted(rule: Rule, standpoint: Standpoint) -> Iterator[datetime]:
    latest = standpoint.now
    for wall in _walls(rule, latest - _LONGEST_SHIFT, standpoint.zone):
        day = _moved(wall.date(), rule, standpoint.calendar)
        moved = None if day is None else datetime.combine(day, wall.time())
        if moved is not None and moved > latest:
            latest = moved
            yield moved


def _moved(day: date, rule: Rule, calendar: WorkingCalendar) -> date | None:
    """Where a weekend was asked for by name, only a holiday moves it."""
    by_name = any(weekday >= _SATURDAY for _, weekday in rule.weekdays)
    if by_name and calendar.special_days.get(day, True):
        return day
    return shift(day, rule.shift, calendar)


def _of_working_days(rule: Rule, now: datetime, calendar: WorkingCalendar) -> Iterator[datetime]:
    """Day by day: the working days of each stretch, or those at the rule's positions."""
    first = _start(rule, now).date()
    days = (first + _ONE_DAY * n for n in range(_HORIZON_DAYS))
    told = 0
    for number, (_, stretch) in zip(count(), groupby(days, _stretch_of(rule)), strict=False):
        working = [day for day in stretch if _is_chosen(day, rule, calendar)]
        if number % rule.interval:
            continue
        for wall in _walls_of(_at_positions(working, rule.positions), rule):
            told += 1
            if (rule.until and wall > rule.until) or (rule.count and told > rule.count):
                return
            if wall > now:
                yield wall


def _stretch_of(rule: Rule) -> Callable[[date], object]:
    match rule.frequency:
        case Frequency.WEEKLY:
            return lambda day: day - timedelta(days=day.weekday())
        case Frequency.MONTHLY:
            return lambda day: (day.year, day.month)
        case Frequency.YEARLY:
            return lambda day: day.year
        case _:
            return lambda day: day


def _is_chosen(day: date, rule: Rule, calendar: WorkingCalendar) -> bool:
    in_month = not rule.months or day.month in rule.months
    on_weekday = not rule.weekdays or day.weekday() in {weekday for _, weekday in rule.weekdays}
    return in_month and on_weekday and calendar.is_working_day(day)


def _at_positions(days: list[date], positions: tuple[int, ...]) -> list[date]:
    if not positions:
        return days
    size = len(days)
    wanted = {at - 1 if at > 0 else size + at for at in positions}
    return [day for number, day in enumerate(days) if number in wanted]


def _walls_of(days: list[date], rule: Rule) -> Iterator[datetime]:
    for day in days:
        for clock in rule.clocks or (timedelta(),):
            yield datetime.combine(day, time.min) + clock
