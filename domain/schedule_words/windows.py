"""From one point to another: a single window, or one that recurs."""

from dataclasses import replace
from datetime import date, timedelta

from domain.month_arithmetic import add_months
from domain.schedule_words.meaning import Expression, Part, Point, Unit
from domain.schedule_words.narrowing import Stretch, narrowed
from domain.schedule_words.reading import (
    Ask,
    Kind,
    LocalMoment,
    Question,
    Reading,
    Refusal,
    Refused,
    Schedule,
)
from domain.schedule_words.recurring import finished
from domain.schedule_words.rule import Frequency, Rule
from domain.schedule_words.rules import build_rule
from domain.schedule_words.singles import resolve_single
from domain.schedule_words.standpoint import Standpoint, wall
from domain.schedule_words.stretches import bare_bases, places_of

_DAY = timedelta(days=1)
# A window that nobody gave a year is no longer than one.
_LONGEST = timedelta(days=366)
_IN_EVERY_MONTH = 28


def resolve_window(start: Point, end: Point, said: Expression, standpoint: Standpoint) -> Reading:
    """A stretch of days or hours; an end without a date is the next such one after the start."""
    reading = resolve_single(start, Expression(when=start), standpoint)
    if isinstance(reading, Ask) and reading.question in (Question.PAST, Question.NO_DATE):
        reading = reading.readings[-1]
    if isinstance(reading, Schedule) and start.clocks and reading.kind is Kind.PERIOD:
        return Ask(question=Question.NO_DATE)
    if not isinstance(reading, Schedule) or reading.at is None:
        return reading if not isinstance(reading, Schedule) else _unclear()
    begins = _lasting(start, end, standpoint) or reading.at
    ends = _end_after(begins, end, standpoint)
    if ends is None:
        return Refused(refusal=Refusal.NO_SUCH_DATE)
    window = Schedule(kind=Kind.PERIOD, at=begins, until=ends, part_of_day=start.part_of_day)
    if _is_backwards(begins.day, ends.day, start, end):
        return Ask(question=Question.WHICH_MEANING, readings=(window,))
    is_over = standpoint.is_past(ends) and not said.is_deadline
    return Ask(question=Question.PAST, readings=(window,)) if is_over else window


def _is_backwards(first: date, last: date, start: Point, end: Point) -> bool:
    """12月20日到10日 is a slip; only who says the year means the one after."""
    if end.year is not None or end.year_shift is not None:
        return False
    goes_round = last.year > first.year and last.month == first.month
    leaves_the_month = bool(start.months) and end == Point(month_days=end.month_days)
    return goes_round or last - first > _LONGEST or (leaves_the_month and last.month != first.month)


def _unclear() -> Ask:
    return Ask(question=Question.WHICH_MEANING)


def is_clock_only(point: Point) -> bool:
    """Whether only an hour was said."""
    return point == Point(clocks=point.clocks, part_of_day=point.part_of_day)


def _lasting(start: Point, end: Point, standpoint: Standpoint) -> LocalMoment | None:
    """The window of whole days that is under way: the 15th to the 25th, on the 20th."""
    if start.clocks or end.clocks:
        return None
    for choice in places_of(start, standpoint):
        begins = LocalMoment(day=choice[0].first)
        ends = _end_after(begins, end, standpoint)
        if ends is None:
            # The 29th of February is not looked for in another year.
            return None
        if not standpoint.is_past(ends):
            return begins
    return None


def _end_after(begins: LocalMoment, end: Point, standpoint: Standpoint) -> LocalMoment | None:
    """The first end at or after the beginning."""
    clock = end.clocks[0].at if end.clocks else None
    if is_clock_only(end):
        same_day = LocalMoment(day=begins.day, clock=clock)
        return (
            same_day if wall(same_day) > wall(begins) else replace(same_day, day=begins.day + _DAY)
        )
    for stretch in _ends(begins.day, end, standpoint):
        if _lacks_the_day(begins, stretch, end):
            return None
        ends = LocalMoment(day=stretch.last, clock=clock)
        if ends.day > begins.day or (ends.day == begins.day and wall(ends) >= wall(begins)):
            return ends
    return None


def _lacks_the_day(begins: LocalMoment, stretch: Stretch, end: Point) -> bool:
    """4月1日到31日 does not run into May."""
    is_later_day = bool(end.month_days) and end.month_days[-1] > begins.day.day
    names_month = end.months or end.month_shift is not None or end.year is not None
    return is_later_day and not names_month and stretch.last.month != begins.day.month


def _ends(day: date, end: Point, standpoint: Standpoint) -> list[Stretch]:
    if end.year is not None or end.day_shift is not None or end.week_shift is not None:
        return [one for choice in places_of(end, standpoint) for one in choice]
    if end.month_shift is not None or end.year_shift is not None:
        return [one for choice in places_of(end, standpoint) for one in choice]
    bases = list(bare_bases(end, day))
    return [one for base in bases for one in narrowed(base, end, standpoint)]


def resolve_recurring_window(
    start: Point, end: Point, said: Expression, standpoint: Standpoint
) -> Reading:
    """Each Wednesday from two to four; the 1st to the 5th of each month; September to January."""
    built = build_rule(start, standpoint.words)
    if isinstance(built, Question):
        return Ask(question=built)
    if built.festival:
        return _unclear()
    clocks = tuple(clock.at for clock in start.clocks)
    rule = replace(built.rule, clocks=clocks)
    length = _length_text(rule, start, end)
    ending = None
    if length is None and (last := _last_day_of_a_month(start, end)):
        # As long as the month allows: the length is that of a month of 30 days.
        length = f"P{30 - start.month_days[0] + 1 + max(last, 0)}D"
        ending = replace(rule, month_days=(last,))
    if length is None:
        return _unclear()
    schedule = Schedule(
        kind=Kind.PERIOD,
        rule=rule,
        duration=length,
        ending=ending,
        part_of_day=start.part_of_day,
    )
    return finished(schedule, start, said, standpoint)


def _last_day_of_a_month(start: Point, end: Point) -> int:
    """每月25日至月底: -1; 每月25日至次月5日: 5, of the month after; 0 for anything else."""
    if len(start.month_days) != 1 or start.month_days[0] < 1 or start.clocks:
        return 0
    if end in (Point(part=Part.END, part_unit=Unit.MONTH), Point(month_days=(-1,))):
        return -1
    is_next = len(end.month_days) == 1 and end == Point(month_shift=1, month_days=end.month_days)
    return end.month_days[0] if is_next and not start.months else 0


def _length_text(rule: Rule, start: Point, end: Point) -> str | None:
    """ISO duration, when it is the same every time."""
    if is_clock_only(end):
        if len(rule.clocks) != 1 or len(end.clocks) != 1:
            return None
        length = end.clocks[0].at - rule.clocks[0]
        return _hours_text(length if length > timedelta() else length + _DAY)
    if rule.clocks or end.clocks:
        return None
    if start.weekdays and end.weekdays and not start.nth and not end.nth:
        days = (end.weekdays[-1] - start.weekdays[0]) % 7 + 1
        return f"P{days}D"
    return _days_text(start, end, rule)


def _hours_text(length: timedelta) -> str:
    hours, minutes = length // timedelta(hours=1), length % timedelta(hours=1)
    text = f"{hours}H" if hours else ""
    return f"PT{text}" + (f"{minutes // timedelta(minutes=1)}M" if minutes else "")


def _days_text(start: Point, end: Point, rule: Rule) -> str | None:
    """Days of one month are as many every year, but for a February in between."""
    if len(start.month_days) > 1 or len(end.month_days) > 1:
        return None
    months = end.months or start.months
    if rule.frequency is Frequency.MONTHLY and not rule.months:
        if end.month_shift is not None:
            return None
        first, last = (point.month_days[0] if point.month_days else 0 for point in (start, end))
        return f"P{last - first + 1}D" if 0 < first <= last else None
    if len(start.months) != 1 or len(months) != 1:
        return _days_of_one_month(start, end)
    if not start.month_days and not end.month_days:
        return f"P{(months[0] - start.months[0]) % 12 + 1}M"
    return _span_of_days(start, end, months[0])


def _days_of_one_month(start: Point, end: Point) -> str | None:
    """每季度首月1日至10日: within each of the months, whichever they are."""
    if end != Point(month_days=end.month_days) or not (start.month_days and end.month_days):
        return None
    first, last = start.month_days[0], end.month_days[0]
    return f"P{last - first + 1}D" if 0 < first <= last <= _IN_EVERY_MONTH else None


def _span_of_days(start: Point, end: Point, last_month: int) -> str | None:
    """Counted in a common year and in a leap year; None when the two differ."""
    lengths = set()
    for year in (2026, 2027, 2028):
        first = date(year, start.months[0], start.month_days[0] if start.month_days else 1)
        ends_in = year if last_month >= start.months[0] else year + 1
        last = _day_in(ends_in, last_month, end.month_days[0] if end.month_days else -1)
        lengths.add((last - first) // _DAY + 1)
    length = lengths.pop()
    return f"P{length}D" if not lengths and length > 0 else None


def _day_in(year: int, month: int, day: int) -> date:
    if day < 0:
        return add_months(date(year, month, 1), 1) - _DAY * -day
    return date(year, month, day)
