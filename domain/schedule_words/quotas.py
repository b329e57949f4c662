"""So often in each month, quarter or year: the quota, and the windows that it is counted in."""

from dataclasses import replace

from domain.schedule_words.bounds import bounded
from domain.schedule_words.following import next_moments
from domain.schedule_words.meaning import Except, Expression, Point, QuotaSaid
from domain.schedule_words.reading import (
    Ask,
    Kind,
    Per,
    Question,
    Quota,
    Reading,
    Refused,
    Schedule,
)
from domain.schedule_words.rule import Frequency, Rule
from domain.schedule_words.standpoint import Standpoint
from domain.working_day import Shift

_YEARLY = Frequency.YEARLY
_WINDOWS: dict[Per, tuple[Rule, str]] = {
    Per.DAY: (Rule(frequency=Frequency.DAILY), "P1D"),
    Per.WEEK: (Rule(frequency=Frequency.WEEKLY, weekdays=((0, 0),)), "P1W"),
    Per.MONTH: (Rule(frequency=Frequency.MONTHLY, month_days=(1,)), "P1M"),
    Per.QUARTER: (Rule(frequency=_YEARLY, months=(1, 4, 7, 10), month_days=(1,)), "P3M"),
    Per.HALF_YEAR: (Rule(frequency=_YEARLY, months=(1, 7), month_days=(1,)), "P6M"),
    Per.YEAR: (Rule(frequency=_YEARLY, months=(1,), month_days=(1,)), "P1Y"),
}


def quota_of(said: QuotaSaid) -> Quota:
    """How many per stretch."""
    return Quota(at_least=said.at_least, per=said.per, at_most=said.at_most, every=said.every)


def counts_all(rule: Rule, per: Per) -> bool:
    """Whether every such stretch of a year is counted in, and not June and December alone."""
    return rule.months in ((), _WINDOWS[per][0].months)


def _longer(rule: Rule, duration: str, every: int, standpoint: Standpoint) -> tuple[Rule, str]:
    """Every two weeks, counted from the window that begins next."""
    first = next_moments(rule, standpoint, how_many=1)
    unit, length = duration[-1], int(duration[1:-1])
    counted = replace(rule, interval=every, anchor=first[0].day)
    if length > 1:
        # Quarters are counted in months.
        monthly = replace(rule, frequency=Frequency.MONTHLY, months=())
        counted = replace(monthly, interval=every * length, anchor=first[0].day)
    return counted, f"P{length * every}{unit}"


def resolve_quota(quota: QuotaSaid, said: Expression, standpoint: Standpoint) -> Reading:
    """A quota; the dates of a school term are not known here, so it has no windows."""
    is_bound = said.since or said.until or said.count
    if said.shift is not Shift.KEEP or said.leaving_out != Except():
        return Ask(question=Question.NOT_ALL_UNDERSTOOD)
    if quota.per is Per.TERM:
        if is_bound:
            return Ask(question=Question.SCHOOL_DATES)
        return Schedule(kind=Kind.PERIOD, quota=quota_of(quota))
    rule, duration = _WINDOWS[quota.per]
    if quota.every > 1:
        rule, duration = _longer(rule, duration, quota.every, standpoint)
    limited = bounded(rule, Point(), said, standpoint) if is_bound else rule
    if isinstance(limited, Ask | Refused):
        return limited
    rule = limited
    return Schedule(
        kind=Kind.PERIOD,
        rule=rule,
        duration=duration,
        quota=quota_of(quota),
        upcoming=next_moments(rule, standpoint),
    )
