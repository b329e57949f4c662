"""From a recurring point of the calendar to a rule, or a recurring window."""

from dataclasses import replace
from datetime import date, timedelta

from domain.schedule_words.festivals import FIXED
from domain.schedule_words.meaning import Point, Unit
from domain.schedule_words.narrowing import MONTHS_IN
from domain.schedule_words.reading import Question
from domain.schedule_words.recurs import ALL_MONTHS, Months, Recurs, window
from domain.schedule_words.rule import Frequency, Rule
from domain.schedule_words.rules_of_parts import of_part
from domain.schedule_words.word_settings import WordSettings

_SURELY_IN_A_MONTH = 4
# As many has a February with a long holiday in it.
_WORKING_DAYS_IN_A_MONTH = 15


def is_recurring(point: Point) -> bool:
    """Whether it was said to come again."""
    return point.every is not None or point.repeats


def build_rule(point: Point, words: WordSettings) -> Recurs | Question:
    """The rule of a recurring point, still without hours, bounds, shifts and exceptions."""
    unit = point.every.unit if point.every else Unit.YEAR
    if point.every and point.every.interval > 1 and unit in (Unit.QUARTER, Unit.HALF_YEAR):
        # Every second quarter: no rule counts them.
        return Question.NO_DATE
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


def _months(point: Point, unit: Unit) -> Months:
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
    return Months(starts=starts, length=length, interval=interval)


def _of_months(point: Point, months: Months, words: WordSettings) -> Recurs | Question:
    if point.festival is not None:
        return _of_festival(point.festival, months)
    if point.month_days:
        rule = replace(months.rule(), month_days=point.month_days)
        return Recurs(rule=rule) if months.length == 1 else Question.NO_DATE
    if point.part is not None:
        return of_part(point, point.part, months, words)
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


def _plain_window(months: Months) -> Recurs:
    whole_year = months.length == MONTHS_IN[Unit.YEAR]
    return window(months, duration="P1Y" if whole_year else f"P{months.length}M")


def _weekly_in(months: Months) -> Rule:
    listed = months.starts if months.length == 1 and months.starts != ALL_MONTHS else ()
    return Rule(frequency=Frequency.WEEKLY, months=listed)


def _of_festival(festival: str, months: Months) -> Recurs:
    fixed = FIXED.get(festival)
    if fixed is None:
        return Recurs(rule=Rule(frequency=Frequency.YEARLY), festival=festival)
    month, day = fixed
    yearly = Rule(frequency=Frequency.YEARLY, months=(month,), interval=months.interval)
    return Recurs(rule=replace(yearly, month_days=(day,)))


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


def _of_nth_week(point: Point, months: Months) -> Recurs | Question:
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


def _nth_weeks(point: Point, months: Months) -> Recurs | Question:
    nth = point.nth[0]
    if len(point.nth) != 1 or (months.length > 1 and abs(nth) > _SURELY_IN_A_MONTH):
        return Question.NO_DATE
    of_month = months.rule(at_end=nth < 0 and months.length > 1)
    if point.whole_weeks:
        rule = replace(of_month, weekdays=((nth, 0),))
        return Recurs(rule=rule, duration="P7D")
    first = 7 * nth - 6 if nth > 0 else 7 * nth
    rule = replace(of_month, month_days=(first,))
    ending = replace(of_month, month_days=(first + 6,))
    return Recurs(rule=rule, duration="P7D", ending=ending)


def _of_nth(point: Point, months: Months) -> Recurs | Question:
    at_end = {nth < 0 for nth in point.nth}
    most = _WORKING_DAYS_IN_A_MONTH if point.of_working_days else _SURELY_IN_A_MONTH
    if months.length > 1 and (len(at_end) > 1 or max(map(abs, point.nth)) > most):
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
