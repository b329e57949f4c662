"""So long before or after something that recurs: a week before each first of July."""

from dataclasses import replace
from datetime import timedelta

from domain.month_arithmetic import days_in_month
from domain.schedule_words.beside import may_last, rule_beside
from domain.schedule_words.feasts import festival_schedule
from domain.schedule_words.meaning import Amount, Expression, Offset, Part, Point, Unit
from domain.schedule_words.reading import Ask, Kind, Question, Reading, Schedule
from domain.schedule_words.recurring import finished
from domain.schedule_words.recurs import ALL_MONTHS, Recurs
from domain.schedule_words.rule import Frequency, Rule
from domain.schedule_words.rules import build_rule, moved_date
from domain.schedule_words.standpoint import Standpoint

_CLEAR_OF_MONTH_ENDS = 28
_SHORT = {Unit.MINUTE: timedelta(minutes=1), Unit.HOUR: timedelta(hours=1)}
_UNCLEAR = Ask(question=Question.WHICH_MEANING)


def resolve_recurring_offset(
    offset: Offset, point: Point, said: Expression, standpoint: Standpoint
) -> Reading:
    """The rule moved by some days, where a rule can tell the moved days exactly."""
    built = build_rule(point, standpoint.words)
    if isinstance(built, Question):
        return Ask(question=built)
    kind = Kind.DEADLINE if said.is_deadline else Kind.RECURRING
    clocks = tuple(clock.at for clock in offset.clocks or point.clocks)
    if said.is_deadline:
        clocks = clocks or (standpoint.due_clock(offset.part_of_day),)
    if offset.weekday is not None and (built.festival is not None or may_last(point)):
        return _UNCLEAR
    if built.festival is not None:
        return _from_festival(built.festival, offset, kind, clocks, standpoint)
    hours = _moved_hours(offset, point)
    if hours is not None:
        hourly = Schedule(kind=kind, rule=replace(built.rule, clocks=hours))
        return finished(hourly, point, said, standpoint)
    base = _base(built, offset, point)
    if offset.weekday is not None:
        which = offset.sign * offset.amounts[0].count
        rules = [rule_beside(base, offset.weekday, which)]
    else:
        rules = [_moved(base, amount, offset.sign) for amount in offset.amounts]
    rule = _merged([one for one in rules if one is not None])
    if rule is None or None in rules:
        return _UNCLEAR
    schedule = Schedule(
        kind=kind, rule=replace(rule, clocks=clocks), part_of_day=offset.part_of_day
    )
    return finished(schedule, point, said, standpoint)


def _moved_hours(offset: Offset, point: Point) -> tuple[timedelta, ...] | None:
    """每天下班前半小时; None where days are counted, or the day would be another one."""
    if len(offset.amounts) != 1 or len(point.clocks) != 1 or offset.clocks:
        return None
    length = _SHORT.get(offset.amounts[0].unit)
    if length is None or point.clocks[0].is_open:
        return None
    moved = point.clocks[0].at + offset.sign * offset.amounts[0].count * length
    return (moved,) if timedelta() <= moved < timedelta(days=1) else None


def _base(built: Recurs, offset: Offset, point: Point) -> Rule:
    """Before a window counts from its first day, after it or its end from its last."""
    at_its_end = offset.sign > 0 or point.part is Part.END
    return built.ending if at_its_end and built.ending else built.rule


def _from_festival(
    festival: str,
    offset: Offset,
    kind: Kind,
    clocks: tuple[timedelta, ...],
    standpoint: Standpoint,
) -> Reading:
    days = _days(offset.amounts[0])
    if days is None or len(offset.amounts) > 1:
        return _UNCLEAR
    return festival_schedule(
        festival,
        Schedule(kind=kind, part_of_day=offset.part_of_day),
        days=offset.sign * days,
        clock=clocks[0] if clocks else None,
        standpoint=standpoint,
    )


def _days(amount: Amount) -> int | None:
    match amount.unit:
        case Unit.DAY:
            return amount.count
        case Unit.WEEK:
            return 7 * amount.count
        case _:
            return None


def _moved(rule: Rule, amount: Amount, sign: int) -> Rule | None:
    if amount.unit is Unit.WORKING_DAY:
        return _moved_by_working_days(rule, sign * amount.count)
    if amount.unit is Unit.MONTH and rule.months and not rule.interval > 1:
        months = tuple(sorted((month - 1 + sign * amount.count) % 12 + 1 for month in rule.months))
        safe = max(rule.month_days, default=1) <= _CLEAR_OF_MONTH_ENDS
        return replace(rule, months=months) if safe and not rule.weekdays else None
    days = _days(amount)
    if days is None:
        return None
    if rule.frequency is Frequency.DAILY or days == 0:
        return rule
    if rule.frequency is Frequency.WEEKLY:
        return _moved_weekdays(rule, sign * days)
    if rule.weekdays:
        return _moved_nth_weekday(rule, sign * days)
    return _moved_month_days(rule, sign * days)


def _moved_by_working_days(rule: Rule, days: int) -> Rule | None:
    """Three working days before the month's end is the third last one."""
    if rule.month_days == (-1,) and days < 0:
        positions: tuple[int, ...] = (days,)
    elif rule.month_days == (-1,):
        # Five working days after the end of a month are the first five of the next.
        positions = (days,)
        rule = replace(rule, months=tuple(sorted(month % 12 + 1 for month in rule.months)))
    elif rule.month_days == (1,) and days > 0:
        positions = (days + 1,)
    elif rule.of_working_days and len(rule.positions) == 1:
        position = rule.positions[0]
        positions = (position + days,)
        if position * positions[0] <= 0:
            return None
    else:
        return None
    return replace(
        rule,
        frequency=Frequency.MONTHLY,
        month_days=(),
        of_working_days=True,
        positions=positions,
    )


def _moved_weekdays(rule: Rule, days: int) -> Rule | None:
    if rule.of_working_days or rule.months or rule.interval > 1:
        return None
    weekdays = tuple(sorted((0, (day + days) % 7) for _, day in rule.weekdays))
    return replace(rule, weekdays=weekdays)


def _moved_nth_weekday(rule: Rule, days: int) -> Rule | None:
    """The Tuesday before the last Friday lies ten to four days before the month's end."""
    if len(rule.weekdays) != 1 or rule.of_working_days:
        return None
    nth, weekday = rule.weekdays[0]
    first = 7 * nth - 6 if nth > 0 else 7 * nth
    moved = range(first + days, first + days + 7)
    if nth == 0 or any(not 1 <= abs(day) <= _CLEAR_OF_MONTH_ENDS for day in moved):
        return None
    if (nth > 0) != (moved[0] > 0) or (nth > 0) != (moved[-1] > 0):
        return None
    return replace(rule, weekdays=((0, (weekday + days) % 7),), month_days=tuple(moved))


def _moved_month_days(rule: Rule, days: int) -> Rule | None:
    if len(rule.month_days) != 1:
        return None
    if len(rule.months) == 1 and rule.month_days[0] > 0:
        return moved_date(rule, days)
    day = rule.month_days[0]
    moved = day + days
    if day < 0:
        months = tuple(sorted(month % 12 + 1 for month in rule.months))
        shortest = min(days_in_month(2027, month) for month in months or ALL_MONTHS)
        if 0 <= moved < shortest and days > 0:
            return replace(rule, month_days=(moved + 1,), months=months)
        return replace(rule, month_days=(moved,)) if -_CLEAR_OF_MONTH_ENDS <= moved < 0 else None
    if 1 <= moved <= _CLEAR_OF_MONTH_ENDS:
        return replace(rule, month_days=(moved,))
    if moved <= 0 and moved > -_CLEAR_OF_MONTH_ENDS:
        months = tuple(sorted((month - 2) % 12 + 1 for month in rule.months))
        return replace(rule, month_days=(moved - 1,), months=months)
    return None


def _merged(rules: list[Rule]) -> Rule | None:
    """One rule for several lead times, where they differ only in the day of the month."""
    if not rules:
        return None
    days = tuple(sorted({day for rule in rules for day in rule.month_days}))
    merged = replace(rules[0], month_days=days)
    alike = all(replace(rule, month_days=days) == merged for rule in rules)
    return merged if alike and (len(rules) == 1 or days) else None
