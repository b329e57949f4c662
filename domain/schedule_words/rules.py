"""From a recurring point of the calendar to a rule, or a recurring window."""

from dataclasses import dataclass, replace
from datetime import date, timedelta

from domain.month_arithmetic import days_in_month
from domain.schedule_words.festivals import FIXED
from domain.schedule_words.meaning import Part, Point, Unit
from domain.schedule_words.narrowing import MONTHS_IN
from domain.schedule_words.reading import Question
from domain.schedule_words.rule import Frequency, Rule
from domain.schedule_words.word_settings import WordSettings

ALL_MONTHS = tuple(range(1, 13))
_SURELY_IN_A_MONTH = 4


@dataclass(frozen=True, kw_only=True)
class Recurs:
    """What recurs: a rule; with a `duration` a window from its days to those of `ending`.

    `festival` names days that no rule can tell.
    """

    rule: Rule
    duration: str | None = None
    ending: Rule | None = None
    festival: str | None = None


@dataclass(frozen=True, kw_only=True)
class _Months:
    """Every `length` months long, beginning in each of `starts`."""

    starts: tuple[int, ...]
    length: int
    interval: int

    def rule(self, *, at_end: bool = False) -> Rule:
        """In the first month of each, or in the last."""
        offset = self.length - 1 if at_end else 0
        months = tuple(sorted((start + offset - 1) % 12 + 1 for start in self.starts))
        if months == ALL_MONTHS:
            return Rule(frequency=Frequency.MONTHLY, interval=self.interval)
        return Rule(frequency=Frequency.YEARLY, months=months, interval=self.interval)


def is_recurring(point: Point) -> bool:
    """Whether it was said to come again."""
    return point.every is not None or point.repeats


def build_rule(point: Point, words: WordSettings) -> Recurs | Question:
    """The rule of a recurring point, still without hours, bounds, shifts and exceptions."""
    unit = point.every.unit if point.every else Unit.YEAR
    match unit:
        case Unit.DAY | Unit.WORKING_DAY | Unit.WEEK:
            return _of_weeks(point, unit)
        case Unit.TERM:
            return Question.TERM_START
        case Unit.HOUR | Unit.MINUTE:
            return Question.VAGUE
        case _:
            return _of_months(point, _months(point, unit), words)


def _of_weeks(point: Point, unit: Unit) -> Recurs | Question:
    interval = point.every.interval if point.every else 1
    months = point.months if point.repeats else ()
    weekly = Rule(frequency=Frequency.WEEKLY, months=months, interval=interval)
    if point.of_working_days or unit is Unit.WORKING_DAY:
        return Recurs(rule=replace(weekly, of_working_days=True, positions=point.nth))
    if point.weekend:
        rule = replace(weekly, weekdays=((0, 5), (0, 6)))
        if point.clocks:
            return Recurs(rule=rule)
        first, last = (replace(weekly, weekdays=((0, day),)) for day in (5, 6))
        return Recurs(rule=first, duration="P2D", ending=last)
    if point.weekdays:
        return Recurs(rule=replace(weekly, weekdays=tuple((0, day) for day in point.weekdays)))
    if unit is Unit.WEEK:
        return Question.NO_DATE
    return Recurs(rule=replace(weekly, frequency=Frequency.DAILY))


def _months(point: Point, unit: Unit) -> _Months:
    """Which months of a year the stretches begin in, and how long they are."""
    interval = point.every.interval if point.every else 1
    length = MONTHS_IN[unit]
    starts = tuple(range(1, 13, length))
    if point.halves and (unit is Unit.YEAR or point.repeats):
        starts, length = tuple(half * 6 - 5 for half in point.halves), 6
    if point.quarters and (unit is not Unit.MONTH or point.repeats):
        starts, length = tuple(quarter * 3 - 2 for quarter in point.quarters), 3
    if unit is Unit.MONTH and length > 1:
        starts, length = tuple(start + nth for start in starts for nth in range(length)), 1
    if point.nth_months:
        offsets = [nth - 1 if nth > 0 else length + nth for nth in point.nth_months]
        starts, length = tuple(start + offset for start in starts for offset in offsets), 1
    if point.months:
        starts, length = point.months, 1
    return _Months(starts=starts, length=length, interval=interval)


def _of_months(point: Point, months: _Months, words: WordSettings) -> Recurs | Question:
    if point.festival is not None:
        return _of_festival(point.festival, months)
    if point.month_days:
        rule = replace(months.rule(), month_days=point.month_days)
        return Recurs(rule=rule) if months.length == 1 else Question.NO_DATE
    if point.part is not None:
        return _of_part(point.part, months, words)
    if point.nth and point.nth_unit is Unit.WEEK:
        return _of_nth_week(point, months)
    if point.nth:
        return _of_nth(point, months)
    if months.length > 1 or months.interval > 1:
        has_days = bool(point.of_working_days or point.weekdays or point.clocks)
        return Question.NO_DATE if has_days else _plain_window(months)
    if point.of_working_days:
        return Recurs(rule=replace(_weekly_in(months), of_working_days=True))
    if point.weekdays:
        weekdays = tuple((0, day) for day in point.weekdays)
        return Recurs(rule=replace(_weekly_in(months), weekdays=weekdays))
    if point.clocks:
        return Question.NO_DATE
    return _plain_window(months)


def _plain_window(months: _Months) -> Recurs:
    whole_year = months.length == MONTHS_IN[Unit.YEAR]
    return _window(months, duration="P1Y" if whole_year else f"P{months.length}M")


def _weekly_in(months: _Months) -> Rule:
    listed = months.starts if months.length == 1 and months.starts != ALL_MONTHS else ()
    return Rule(frequency=Frequency.WEEKLY, months=listed)


def _of_festival(festival: str, months: _Months) -> Recurs:
    fixed = FIXED.get(festival)
    if fixed is None:
        return Recurs(rule=Rule(frequency=Frequency.YEARLY), festival=festival)
    month, day = fixed
    yearly = Rule(frequency=Frequency.YEARLY, months=(month,), interval=months.interval)
    return Recurs(rule=replace(yearly, month_days=(day,)))


def _of_part(part: Part, months: _Months, words: WordSettings) -> Recurs | Question:
    if part is Part.FIRST_DAY:
        return Recurs(rule=replace(months.rule(), month_days=(1,)))
    if part is Part.LAST_DAY:
        return Recurs(rule=replace(months.rule(at_end=True), month_days=(-1,)))
    if months.length == 1:
        first, last = words.days_of_month[part]
        ends_on = _shortest(months.starts) if last == -1 else last
        begins = replace(months.rule(), month_days=(first,))
        ends = replace(months.rule(), month_days=(last,))
        return Recurs(rule=begins, duration=f"P{ends_on - first + 1}D", ending=ends)
    if months.length == MONTHS_IN[Unit.YEAR] and part in words.months_of_year:
        first, last = words.months_of_year[part]
        narrower = replace(months, starts=(first,), length=last - first + 1)
        return _window(narrower, duration=f"P{narrower.length}M")
    return Question.NO_DATE


def _shortest(months: tuple[int, ...]) -> int:
    """The last day that all these months have; of all months it is the usual 30."""
    lengths = {days_in_month(2027, month) for month in months}
    return lengths.pop() if len(lengths) == 1 else 30


def moved_date(rule: Rule, days: int) -> Rule | None:
    """A yearly date moved by some days: the same in common and in leap years, or none."""
    found = {
        (moved.month, moved.day)
        for year in (2026, 2027, 2028)
        for moved in [date(year, rule.months[0], rule.month_days[0]) + timedelta(days=days)]
    }
    if len(found) != 1:
        return None
    month, day = found.pop()
    return replace(rule, months=(month,), month_days=(day,))


def _of_nth_week(point: Point, months: _Months) -> Recurs | Question:
    """The week that begins a month: its seven days, or (`whole_weeks`) from its first Monday."""
    if not point.weekdays:
        return _nth_weeks(point, months)
    if not point.whole_weeks:
        return _of_nth(replace(point, nth_unit=None), months)
    if months.length > 1 or len(point.nth) != 1 or not 1 <= point.nth[0] <= _SURELY_IN_A_MONTH:
        return Question.NO_DATE
    first_monday = range(7 * point.nth[0] - 6, 7 * point.nth[0] + 1)
    weekday = point.weekdays[0]
    days = tuple(day + weekday for day in first_monday)
    if len(point.weekdays) > 1 or days[-1] > 28:
        return Question.NO_DATE
    return Recurs(rule=replace(months.rule(), weekdays=((0, weekday),), month_days=days))


def _nth_weeks(point: Point, months: _Months) -> Recurs | Question:
    if len(point.nth) != 1 or months.length > 1:
        return Question.NO_DATE
    nth = point.nth[0]
    if point.whole_weeks:
        rule = replace(months.rule(), weekdays=((nth, 0),))
        return Recurs(rule=rule, duration="P7D")
    first = 7 * nth - 6 if nth > 0 else 7 * nth
    rule = replace(months.rule(), month_days=(first,))
    ending = replace(months.rule(), month_days=(first + 6,))
    return Recurs(rule=rule, duration="P7D", ending=ending)


def _of_nth(point: Point, months: _Months) -> Recurs | Question:
    at_end = {nth < 0 for nth in point.nth}
    if months.length > 1 and (len(at_end) > 1 or max(map(abs, point.nth)) > _SURELY_IN_A_MONTH):
        return Question.NO_DATE
    rule = months.rule(at_end=months.length > 1 and True in at_end)
    if point.of_working_days:
        return Recurs(rule=_by_position(rule, point.nth))
    if point.weekdays and point.nth_unit is Unit.DAY:
        # The last weekday is one day, not the last Monday, the last Tuesday and so on.
        days = tuple((0, day) for day in point.weekdays)
        counted = replace(rule, frequency=Frequency.MONTHLY, weekdays=days, positions=point.nth)
        return Recurs(rule=counted)
    if point.weekdays:
        chosen = tuple((nth, day) for nth in point.nth for day in point.weekdays)
        return Recurs(rule=replace(rule, weekdays=chosen))
    if point.weekend:
        saturdays = replace(rule, weekdays=tuple((nth, 5) for nth in point.nth))
        return Recurs(rule=saturdays, duration="P2D")
    return Recurs(rule=replace(rule, month_days=point.nth))


def _by_position(rule: Rule, nth: tuple[int, ...]) -> Rule:
    """Positions are counted within a month, also where only some months are meant."""
    return replace(rule, frequency=Frequency.MONTHLY, of_working_days=True, positions=nth)


def _window(months: _Months, *, duration: str) -> Recurs:
    begins = replace(months.rule(), month_days=(1,))
    ends = replace(months.rule(at_end=True), month_days=(-1,))
    return Recurs(rule=begins, duration=duration, ending=ends)
