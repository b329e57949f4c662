"""A recurring choice of days and hours, and its RFC 5545 text."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from itertools import product

from domain.working_day import Shift

WEEKDAY_NAMES = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_HOUR = timedelta(hours=1)
_Clock = tuple[int, int]


class Frequency(StrEnum):
    """How often the choice begins anew."""

    DAILY = "DAILY"
    WEEKLY = "WEEKLY"
    MONTHLY = "MONTHLY"
    YEARLY = "YEARLY"


@dataclass(frozen=True, kw_only=True)
class Rule:
    """Which days, and at which hours of them; no hours means that none were said.

    `weekdays` are pairs (which, weekday): (0, 4) is every Friday, (1, 4) the first, (-1, 4)
    the last one of the month; Monday is 0. `positions` choose among the days (BYSETPOS), or with
    `counts_hours` among all their hours.
    With `of_working_days` the days are working days: the text falls back on Monday to Friday,
    the calendar decides. `shift` says what becomes of a day off. `anchor` is the local
    date that the rule counts from, where that matters. `until` is the last wall time.
    """

    frequency: Frequency
    interval: int = 1
    months: tuple[int, ...] = ()
    month_days: tuple[int, ...] = ()
    weekdays: tuple[tuple[int, int], ...] = ()
    positions: tuple[int, ...] = ()
    counts_hours: bool = False
    clocks: tuple[timedelta, ...] = ()
    of_working_days: bool = False
    shift: Shift = Shift.KEEP
    anchor: date | None = None
    until: datetime | None = None
    count: int | None = None


def rule_text(rule: Rule) -> str:
    """RRULE text in local time, without DTSTART."""
    weekdays = rule.weekdays
    if rule.of_working_days and not weekdays:
        weekdays = tuple((0, day) for day in range(5))
    hours, minutes, positions = _clock_parts(rule)
    parts = {
        "FREQ": rule.frequency.value,
        "INTERVAL": str(rule.interval) if rule.interval > 1 else "",
        "BYMONTH": _listed(rule.months),
        "BYMONTHDAY": _listed(rule.month_days),
        "BYDAY": ",".join(f"{which or ''}{WEEKDAY_NAMES[day]}" for which, day in weekdays),
        "BYHOUR": _listed(hours),
        "BYMINUTE": _listed(minutes),
        "BYSETPOS": _listed(positions),
        "UNTIL": f"{rule.until:%Y%m%dT%H%M%S}" if rule.until else "",
        "COUNT": str(rule.count or ""),
    }
    return ";".join(f"{name}={value}" for name, value in parts.items() if value)


def _listed(numbers: tuple[int, ...]) -> str:
    return ",".join(map(str, numbers))


def _clock_parts(rule: Rule) -> tuple[tuple[int, ...], tuple[int, ...], tuple[int, ...]]:
    """Hours, minutes and positions; hours of unlike minutes are chosen by position."""
    clocks = [(clock // _HOUR, clock % _HOUR // timedelta(minutes=1)) for clock in rule.clocks]
    hours = tuple(sorted({hour for hour, _ in clocks}))
    minutes = tuple(sorted({minute for _, minute in clocks}))
    offered = list(product(hours, minutes))
    is_plain = len(offered) == len(clocks)
    if is_plain and (rule.counts_hours or len(offered) <= 1 or not rule.positions):
        return hours, minutes, rule.positions
    if rule.counts_hours:
        return hours, minutes, _among_offered(rule.positions, clocks, offered)
    chosen = [place for place, clock in enumerate(offered, start=1) if clock in clocks]
    days = range(1, _days_offered(rule) + 1)
    return hours, minutes, _places(rule.positions or tuple(days), chosen, len(offered))


def _days_offered(rule: Rule) -> int:
    return max(len(rule.weekdays), 1) * max(len(rule.month_days), 1) * max(len(rule.months), 1)


def _among_offered(
    positions: tuple[int, ...], clocks: list[_Clock], offered: list[_Clock]
) -> tuple[int, ...]:
    """What was counted among the hours themselves, among all of hours and minutes."""
    counted = [divmod(position - 1, len(clocks)) for position in positions]
    return tuple(day * len(offered) + offered.index(clocks[at]) + 1 for day, at in counted)


def _places(days: tuple[int, ...], chosen: list[int], size: int) -> tuple[int, ...]:
    """Where the chosen hours of these days stand among all hours, from the front or the end."""
    return tuple(
        (day - 1) * size + place if day > 0 else day * size + place - 1
        for day in days
        for place in chosen
    )
