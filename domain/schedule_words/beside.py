"""The weekday before or after a day: the Friday before Christmas, 元旦后第一个周一."""

from dataclasses import replace
from datetime import date, timedelta

from domain.schedule_words.meaning import Point
from domain.schedule_words.rule import Rule
from domain.schedule_words.standpoint import Standpoint

_WEEK = 7
_ONE_WEEK = timedelta(weeks=1)
_IN_EVERY_MONTH = 28
# From its day on, as long as the days off around it may last.
_LONGEST = {"spring_festival": 8, "national_day": 8, "labour_day": 5}


def weekday_beside(day: date, weekday: int, which: int) -> date:
    """The first such weekday after the day, the second (2), or the last before it (-1)."""
    ahead = (weekday - day.weekday()) % _WEEK
    weeks = which - 1 if which > 0 and ahead else which
    return day + timedelta(days=ahead) + weeks * _ONE_WEEK


def may_last(point: Point) -> bool:
    """Whether days off follow that nobody has told yet."""
    return point.festival in _LONGEST


def weekday_at_work(
    point: Point, day: date, weekday: int, which: int, standpoint: Standpoint
) -> date:
    """The nearest one that is surely no day off: 国庆节后第一个周一 may lie in the holiday."""
    if point.festival is None:
        return weekday_beside(day, weekday, which)
    ends = day + timedelta(days=_LONGEST.get(point.festival, 0) - 1)
    found = weekday_beside(day, weekday, which)
    while not standpoint.calendar.special_days.get(found, True) or day < found <= ends:
        found += _ONE_WEEK if which > 0 else -_ONE_WEEK
    return found


def rule_beside(rule: Rule, weekday: int, which: int) -> Rule | None:
    """Each month on the first Friday after the 15th lies between the 16th and the 22nd."""
    if len(rule.month_days) != 1 or rule.weekdays or rule.positions:
        return None
    day = rule.month_days[0]
    first = day + _WEEK * which + (1 - _WEEK if which > 0 else 0)
    days = tuple(range(first, first + _WEEK))
    is_ahead = day > 0 and days[0] >= 1 and days[-1] <= _IN_EVERY_MONTH
    is_back = day < 0 and days[0] >= -_IN_EVERY_MONTH and days[-1] < 0
    if not (is_ahead or is_back):
        return None
    return replace(rule, month_days=days, weekdays=((0, weekday),))
