"""What comes again: the rule with its hours, bounds, exceptions, and the next moments."""

from dataclasses import replace
from datetime import timedelta

from domain.month_arithmetic import days_in_month
from domain.schedule_words.bounds import bounded
from domain.schedule_words.feasts import resolve_festival
from domain.schedule_words.following import next_moments
from domain.schedule_words.meaning import Except, Expression, Part, Point
from domain.schedule_words.reading import Ask, Kind, Question, Reading, Refusal, Refused, Schedule
from domain.schedule_words.recurs import ALL_MONTHS, Recurs
from domain.schedule_words.rule import Frequency, Rule
from domain.schedule_words.rules import build_rule, moved_date
from domain.schedule_words.soundness import is_sound_rule
from domain.schedule_words.standpoint import LAST_MINUTE, Standpoint

_SOME_LEAP_YEAR = 2028
_LONGEST_CLEAR = 28
_A_DAY = timedelta(days=1)
_WEEK = 7
_LEAP_DAY = ((2,), (29,))


def resolve_recurring(point: Point, said: Expression, standpoint: Standpoint) -> Reading:
    """A rule, a recurring deadline, or a recurring window."""
    if not is_sound_rule(point):
        return Ask(question=Question.NOT_ALL_UNDERSTOOD)
    built = build_rule(point, standpoint.words)
    if isinstance(built, Question):
        return Ask(question=built)
    if built.festival is not None:
        return resolve_festival(built.festival, point, said, standpoint)
    if said.is_deadline:
        return _deadline(built, point, said, standpoint)
    kind = Kind.PERIOD if built.duration else Kind.RECURRING
    if built.duration and point.clocks:
        return Ask(question=Question.NO_DATE)
    if built.duration and point == Point(every=point.every):
        return Ask(question=Question.NO_DATE)
    clocks = tuple(sorted(clock.at for clock in point.clocks))
    rule = _without_midnight(replace(built.rule, clocks=clocks))
    if rule is None:
        return Ask(question=Question.WHICH_MEANING)
    schedule = Schedule(
        kind=kind,
        rule=rule,
        duration=built.duration,
        ending=_open_ending(built),
        part_of_day=point.part_of_day,
    )
    return finished(schedule, point, said, standpoint)


def _without_midnight(rule: Rule) -> Rule | None:
    """每天24点 is the next day at 0:00, which a rule must say so; None where it cannot."""
    if not rule.clocks or rule.clocks[-1] < _A_DAY:
        return rule
    if len(rule.clocks) > 1 or rule.of_working_days:
        return None
    clocks = (rule.clocks[0] - _A_DAY,)
    if rule.frequency is Frequency.DAILY and rule.interval == 1:
        return replace(rule, clocks=clocks)
    if rule.frequency is Frequency.WEEKLY and not rule.months:
        weekdays = tuple(sorted((0, (day + 1) % 7) for _, day in rule.weekdays))
        return replace(rule, clocks=clocks, weekdays=weekdays)
    return None


def _open_ending(built: Recurs) -> Rule | None:
    """Said where the length alone would not tell: from the 21st to the end of the month."""
    begins, ends = built.rule.month_days, built.ending.month_days if built.ending else ()
    return built.ending if ends == (-1,) and begins[0] > 1 else None


def _deadline(built: Recurs, point: Point, said: Expression, standpoint: Standpoint) -> Reading:
    rule = built.rule
    if built.duration:
        is_clear = said.is_inclusive or point.part is Part.END
        if not is_clear or built.ending is None:
            return Ask(question=Question.WHICH_MEANING)
        rule = built.ending
    if point.festival and not point.clocks and not said.is_inclusive:
        # A festival is a border, and not part of the time before it.
        rule = moved_date(rule, -1) or rule
    clocks = tuple(min(clock.at, LAST_MINUTE) for clock in point.clocks)
    clocks = clocks or (standpoint.due_clock(point.part_of_day),)
    schedule = Schedule(
        kind=Kind.DEADLINE, rule=replace(rule, clocks=clocks), part_of_day=point.part_of_day
    )
    return finished(schedule, point, said, standpoint)


def finished(schedule: Schedule, point: Point, said: Expression, standpoint: Standpoint) -> Reading:
    """With exceptions, shift, bounds and the next moments; asks about days some months lack."""
    if schedule.rule is None:
        return schedule
    if not _leaves_something_out(schedule.rule, point, said.leaving_out):
        return Ask(question=Question.NOT_ALL_UNDERSTOOD)
    rule = _leaving_out(schedule.rule, said.leaving_out)
    if rule is None or not _occurs(rule):
        return Refused(refusal=Refusal.NO_SUCH_DATE)
    limited = bounded(replace(rule, shift=said.shift), point, said, standpoint)
    if isinstance(limited, Ask | Refused):
        return limited
    last_days = _with_last_days(limited)
    if last_days is None:
        return _told(schedule, limited, standpoint)
    readings = [_told(schedule, one, standpoint) for one in (limited, last_days)]
    kept = tuple(one for one in readings if isinstance(one, Schedule))
    return Ask(question=Question.SHORT_MONTHS, readings=kept)


def _told(schedule: Schedule, rule: Rule, standpoint: Standpoint) -> Reading:
    try:
        upcoming = next_moments(rule, standpoint)
    except ValueError:
        return Refused(refusal=Refusal.NO_SUCH_DATE)
    told = replace(schedule, rule=rule, upcoming=upcoming)
    return told if upcoming else Ask(question=Question.PAST, readings=(told,))


def _leaves_something_out(rule: Rule, point: Point, left_out: Except) -> bool:
    """Whoever says 7月，8月除外 did not mean July without August."""
    named = {*rule.months, *point.months}
    return not (named and left_out.months) or bool(named & {*left_out.months})


def _leaving_out(rule: Rule, left_out: Except) -> Rule | None:
    """The rule without some weekdays or months; None when nothing is left."""
    if left_out.weekdays:
        kept = tuple((0, day) for day in _weekdays(rule) if day not in left_out.weekdays)
        is_dated = bool(rule.month_days) and not rule.weekdays
        is_counted = rule.frequency is Frequency.MONTHLY and not is_dated
        if not kept or is_counted:
            return None
        frequency = rule.frequency if is_dated else Frequency.WEEKLY
        rule = replace(rule, frequency=frequency, weekdays=kept)
    if left_out.months:
        months = tuple(month for month in rule.months or ALL_MONTHS if month not in left_out.months)
        if not months:
            return None
        rule = replace(rule, months=months)
    return rule


def _weekdays(rule: Rule) -> tuple[int, ...]:
    if rule.weekdays:
        return tuple(day for _, day in rule.weekdays)
    return tuple(range(5 if rule.of_working_days else 7))


def _occurs(rule: Rule) -> bool:
    """Whether some month has some of the days; looked at before a search for them."""
    days = rule.month_days
    if days and rule.weekdays and rule.positions and not rule.counts_hours:
        # The third Thursday of eleven days never comes.
        most = len(rule.weekdays) * -(-len(days) // _WEEK)
        if all(abs(at) > most for at in rule.positions):
            return False
    return not days or any(_has(month, day) for month in rule.months or ALL_MONTHS for day in days)


def _has(month: int, day: int) -> bool:
    return abs(day) <= days_in_month(_SOME_LEAP_YEAR, month)


def _with_last_days(rule: Rule) -> Rule | None:
    """Where a month lacks the day: its last one instead. None when every month has it."""
    wanted = max(rule.month_days, default=0)
    shortest = min(days_in_month(2027, month) for month in rule.months or ALL_MONTHS)
    if wanted <= shortest or len(rule.month_days) > 1 or rule.weekdays:
        return None
    if (rule.months, rule.month_days) == _LEAP_DAY:
        # Whoever names it knows that it comes every four years.
        return None
    days = tuple(range(_LONGEST_CLEAR, wanted + 1))
    # Counted within a month, also where only some months are meant.
    return replace(rule, frequency=Frequency.MONTHLY, month_days=days, positions=(-1,))
