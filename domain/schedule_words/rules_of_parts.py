"""The beginning, the middle or the last ten days of what comes again, and weekdays in them."""

from dataclasses import replace

from domain.month_arithmetic import days_in_month
from domain.schedule_words.meaning import Part, Point, Unit
from domain.schedule_words.narrowing import MONTHS_IN
from domain.schedule_words.reading import Question
from domain.schedule_words.recurs import Months, Recurs, window
from domain.schedule_words.rule import Frequency, Rule
from domain.schedule_words.word_settings import WordSettings

# How far 月初 and 月底 reach is no more than a custom: too little to count weekdays in.
PARTS_WITH_WEEKDAYS = (
    *(Part.FIRST_TEN, Part.SECOND_TEN, Part.LAST_TEN),
    *(Part.FIRST_HALF, Part.SECOND_HALF),
)
_LONGEST_MONTH = 31


def of_part(point: Point, part: Part, months: Months, words: WordSettings) -> Recurs | Question:
    """A day, a window, or the weekdays in it: 每月中旬的周三."""
    if point.weekdays:
        return _of_weekdays(point, part, months, words)
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
        return window(narrower, duration=f"P{narrower.length}M")
    return Question.NO_DATE


def _shortest(months: tuple[int, ...]) -> int:
    """The last day that all these months have; of all months it is the usual 30."""
    lengths = {days_in_month(2027, month) for month in months}
    return lengths.pop() if len(lengths) == 1 else 30


def _of_weekdays(
    point: Point, part: Part, months: Months, words: WordSettings
) -> Recurs | Question:
    if months.length > 1 or part not in PARTS_WITH_WEEKDAYS:
        return Question.NO_DATE
    first, last = words.days_of_month[part]
    days = tuple(range(first, (_LONGEST_MONTH if last == -1 else last) + 1))
    weekdays = tuple((0, day) for day in point.weekdays)
    rule = replace(months.rule(), weekdays=weekdays, month_days=days)
    return Recurs(rule=_at_places(rule, point.nth))


def _at_places(rule: Rule, nth: tuple[int, ...]) -> Rule:
    """Counted within a month, also where only some months are meant."""
    return replace(rule, frequency=Frequency.MONTHLY, positions=nth) if nth else rule
