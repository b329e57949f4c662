"""So often in each month, quarter or year: the quota, and the windows that it is counted in."""

from dataclasses import replace

from domain.schedule_words.following import next_moments
from domain.schedule_words.meaning import QuotaSaid
from domain.schedule_words.reading import Kind, Per, Quota, Schedule
from domain.schedule_words.rule import Frequency, Rule
from domain.schedule_words.standpoint import Standpoint

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


def _longer(rule: Rule, duration: str, every: int, standpoint: Standpoint) -> tuple[Rule, str]:
    """Every two weeks, counted from the window that begins next."""
    first = next_moments(rule, standpoint, how_many=1)
    counted = replace(rule, interval=every, anchor=first[0].day)
    unit, length = duration[-1], int(duration[1:-1])
    return counted, f"P{length * every}{unit}"


def resolve_quota(said: QuotaSaid, standpoint: Standpoint) -> Schedule:
    """A quota; the dates of a school term are not known here, so it has no windows."""
    quota = quota_of(said)
    if said.per is Per.TERM:
        return Schedule(kind=Kind.PERIOD, quota=quota)
    rule, duration = _WINDOWS[said.per]
    if said.every > 1:
        rule, duration = _longer(rule, duration, said.every, standpoint)
    return Schedule(
        kind=Kind.PERIOD,
        rule=rule,
        duration=duration,
        quota=quota,
        upcoming=next_moments(rule, standpoint),
    )
