"""Several points named one after the other, told as one rule where one tells exactly these."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from itertools import product

from domain.month_arithmetic import days_in_month
from domain.schedule_words.doubts import several
from domain.schedule_words.following import next_moments
from domain.schedule_words.meaning import Expression
from domain.schedule_words.reading import Ask, Question, Reading, Schedule
from domain.schedule_words.rule import Frequency, Rule
from domain.schedule_words.standpoint import Standpoint

_COMMON_YEAR, _LEAP_YEAR = 2027, 2028
_Day = tuple[int, int, timedelta]


def resolve_list(
    said: Expression,
    standpoint: Standpoint,
    resolve_one: Callable[[Expression, Standpoint], Reading],
) -> Reading:
    """One rule for all of them, or the question which one is meant."""
    points = (*said.also, said.when)
    readings = [resolve_one(replace(said, when=one, also=()), standpoint) for one in points]
    schedules = [one for one in readings if isinstance(one, Schedule)]
    # The 5th in the morning and the 20th in the afternoon: no rule tells both.
    has_two_parts = len({one.part_of_day for one in schedules}) > 1
    if len(schedules) < len(readings) or has_two_parts:
        return Ask(question=Question.WHICH_MEANING, readings=tuple(schedules))
    if all(one.at is not None and one.until is None for one in schedules):
        return several(schedules, standpoint)
    rules = [one.rule for one in schedules if one.rule is not None]
    rule = united(rules) if len(rules) == len(schedules) else None
    if rule is None or any(one.duration for one in schedules):
        return Ask(question=Question.WHICH_MEANING, readings=tuple(schedules))
    return replace(schedules[0], rule=rule, upcoming=next_moments(rule, standpoint))


def united(rules: list[Rule]) -> Rule | None:
    """The rule that tells what all of these tell, and nothing else; None where there is none."""
    first = rules[0]
    months = tuple(sorted({month for rule in rules for month in rule.months}))
    days = tuple(sorted({day for rule in rules for day in rule.month_days}))
    weekdays = tuple(sorted({day for rule in rules for day in rule.weekdays}))
    clocks = tuple(sorted({clock for rule in rules for clock in rule.clocks}))
    whole = replace(first, months=months, month_days=days, weekdays=weekdays, clocks=clocks)
    alike = all(
        replace(rule, months=months, month_days=days, weekdays=weekdays, clocks=clocks) == whole
        for rule in rules
    )
    if not alike or first.positions or first.interval > 1:
        return None
    differing = sum(
        len({getattr(rule, slot) for rule in rules}) > 1
        for slot in ("months", "month_days", "weekdays", "clocks")
    )
    return whole if differing == 1 else _by_position(whole, rules)


def _by_position(whole: Rule, rules: list[Rule]) -> Rule | None:
    """The 31st of March and the 30th of September: some of all their combinations."""
    chosen = {_positions(whole, rules, year) for year in (_COMMON_YEAR, _LEAP_YEAR)}
    positions = chosen.pop()
    if chosen or positions is None:
        return None
    return replace(whole, positions=positions, counts_hours=True)


def _positions(whole: Rule, rules: list[Rule], year: int) -> tuple[int, ...] | None:
    offered = _days_of(whole, year)
    wanted = {day for rule in rules for day in _days_of(rule, year) or ()}
    if offered is None or not wanted:
        return None
    return tuple(place for place, day in enumerate(offered, start=1) if day in wanted)


def _days_of(rule: Rule, year: int) -> list[_Day] | None:
    """Everything in a year or week that the rule tells, as (month, day, hour)."""
    clocks = rule.clocks or (timedelta(),)
    if rule.frequency is Frequency.WEEKLY:
        return sorted((0, day, clock) for _, day in rule.weekdays for clock in clocks)
    if rule.weekdays or any(day < 0 for day in rule.month_days):
        return None
    months = rule.months if rule.frequency is Frequency.YEARLY else (2,)
    return sorted(
        (month, day, clock)
        for month, day, clock in product(months, rule.month_days, clocks)
        if day <= days_in_month(year, month)
    )
