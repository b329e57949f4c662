"""When a recurring thing happens: RFC 5545 rules followed on the wall clock, told as instants."""

from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime, time, timedelta
from functools import lru_cache
from itertools import islice, takewhile
from typing import Literal
from zoneinfo import ZoneInfo

from dateutil.rrule import rrule, rrulestr

from domain.month_arithmetic import add_months, days_in_month
from domain.recurrence_rule import numbers_in, read_parts
from domain.wall_clock import local_moment, to_instant

MonthEnd = Literal["clamp", "skip"]

_SHORTEST_MONTH = 28
_LONGEST_MONTH = 31


@dataclass(frozen=True, kw_only=True)
class Recurrence:
    """A rule, the wall time it starts from and the zone of that wall.

    `rule` is RRULE text without DTSTART: FREQ from DAILY to YEARLY, with INTERVAL, COUNT,
    UNTIL, WKST, BYMONTH, BYDAY, BYHOUR, BYMINUTE and BYSETPOS; months and years also take
    BYMONTHDAY. `starts_on` is naive; it counts as an occurrence only when the rule names
    it. UNTIL is local, or UTC (with Z), or a bare date that lasts to the end of that day.

    `month_end` says what a month does that lacks the day asked for, 29 February included:
    "clamp" takes its last day, "skip" leaves the month out. Rules that choose by BYDAY or
    BYSETPOS, and days counted from the month's end, are never clamped.

    Raises ValueError for a rule that cannot be followed or never occurs.
    """

    rule: str
    starts_on: datetime
    zone: ZoneInfo
    month_end: MonthEnd = "clamp"

    def __post_init__(self) -> None:
        if self.starts_on.tzinfo is not None:
            raise ValueError("starts_on is a time on the wall; its zone stands beside it")
        _plan_of(self)


@dataclass(frozen=True, kw_only=True)
class _Plan:
    """A rule made ready to be followed from any point.

    At the month's end `candidates` may offer days too many, which `keeps` sorts out.
    """

    candidates: rrule
    starts_on: datetime
    frequency: str
    interval: int
    month_days: frozenset[int]
    clamps: bool
    last_wall: datetime | None

    def walls_from(self, anchor: datetime) -> Iterator[datetime]:
        rule = self.candidates.replace(dtstart=anchor, until=self.last_wall)
        return filter(self.keeps, rule)

    def keeps(self, wall: datetime) -> bool:
        if not self.month_days or wall.day in self.month_days:
            return True
        length = days_in_month(wall.year, wall.month)
        if wall.day - length - 1 in self.month_days:
            return True
        return self.clamps and wall.day == length <= max(self.month_days)


def occurrences_after(recurrence: Recurrence, after: datetime) -> Iterator[datetime]:
    """The instants of the rule later than `after`, in UTC, in order, each once.

    A wall time that the zone leaves out is moved as `to_instant` says; where that makes two
    wall times of one rule the same instant, it is told once. Costs the same however long
    ago the rule began.
    """
    plan = _plan_of(recurrence)
    anchor = _anchor_before(_wall(after, recurrence.zone), plan)
    latest = after
    for wall in plan.walls_from(anchor):
        instant = to_instant(wall.date(), wall.time(), recurrence.zone)
        if instant > latest:
            latest = instant
            yield instant


def next_occurrence(recurrence: Recurrence, after: datetime) -> datetime | None:
    """The first instant later than `after`, in UTC; None when the rule has ended."""
    return next(occurrences_after(recurrence, after), None)


def occurrences_between(
    recurrence: Recurrence, after_exclusive: datetime, until_inclusive: datetime
) -> list[datetime]:
    """Every instant in between, however long the span: nothing is dropped for being late.

    Spans that meet (where one ends the next begins) tell each instant exactly once.
    """
    following = occurrences_after(recurrence, after_exclusive)
    return list(takewhile(lambda instant: instant <= until_inclusive, following))


def _anchor_before(wall: datetime, plan: _Plan) -> datetime:
    """A later start that keeps the rule in step and misses nothing after `wall`.

    dateutil counts up from the start of a rule: from ten years ago, a daily rule would cost
    milliseconds at each look.
    """
    start = plan.starts_on
    match plan.frequency:
        case "DAILY" | "WEEKLY":
            days = plan.interval if plan.frequency == "DAILY" else 7 * plan.interval
            steps = (wall - start) // timedelta(days=days)
            return start + timedelta(days=days) * max(steps, 0)
        case "MONTHLY":
            return _month_anchor(wall, start, opening=start.replace(day=1), months=plan.interval)
        case _:
            opening = start.replace(month=1, day=1)
            return _month_anchor(wall, start, opening=opening, months=12 * plan.interval)


def _month_anchor(wall: datetime, start: datetime, *, opening: datetime, months: int) -> datetime:
    """The first of a month one interval back: BYHOUR may lie before the time of the start."""
    passed = (wall.year - opening.year) * 12 + wall.month - opening.month
    steps = passed // months - 1
    if steps < 1:
        return start
    return datetime.combine(add_months(opening.date(), steps * months), opening.time())


@lru_cache(maxsize=1024)
def _plan_of(recurrence: Recurrence) -> _Plan:
    """Read once per rule, as COUNT can only be known by counting from the start."""
    parts = read_parts(recurrence.rule)
    _spell_out_the_day(parts, recurrence.starts_on)
    count, until = parts.pop("COUNT", None), parts.pop("UNTIL", None)
    plan = _unending_plan(parts, recurrence)
    walls = plan.walls_from(recurrence.starts_on)
    if next(walls, None) is None:
        raise ValueError(f"never occurs: {recurrence.rule!r}")
    if count is not None:
        counted = islice(plan.walls_from(recurrence.starts_on), int(count))
        return replace(plan, last_wall=deque(counted, maxlen=1).pop())
    if until is not None:
        return replace(plan, last_wall=_wall_until(until, recurrence.zone))
    return plan


def _unending_plan(parts: dict[str, str], recurrence: Recurrence) -> _Plan:
    month_days = frozenset(numbers_in(parts.get("BYMONTHDAY", "")))
    chosen_otherwise = "BYDAY" in parts or "BYSETPOS" in parts
    if chosen_otherwise or max(month_days, default=0) <= _SHORTEST_MONTH:
        month_days = frozenset()
    else:
        offered = month_days.union(range(_SHORTEST_MONTH, _LONGEST_MONTH + 1))
        parts = parts | {"BYMONTHDAY": ",".join(map(str, sorted(offered)))}
    return _Plan(
        candidates=_dateutil_rule(parts, recurrence.starts_on),
        starts_on=recurrence.starts_on,
        frequency=parts["FREQ"],
        interval=int(parts.get("INTERVAL", "1")),
        month_days=month_days,
        clamps=recurrence.month_end == "clamp",
        last_wall=None,
    )


def _spell_out_the_day(parts: dict[str, str], starts_on: datetime) -> None:
    """Name the day that a rule takes from its start, so that the start may move."""
    if "BYDAY" in parts or "BYMONTHDAY" in parts:
        return
    if parts["FREQ"] == "YEARLY":
        parts.setdefault("BYMONTH", str(starts_on.month))
    if parts["FREQ"] in {"MONTHLY", "YEARLY"}:
        parts["BYMONTHDAY"] = str(starts_on.day)


def _dateutil_rule(parts: dict[str, str], starts_on: datetime) -> rrule:
    text = ";".join(f"{name}={value}" for name, value in parts.items())
    rule = rrulestr(text, dtstart=starts_on)
    if not isinstance(rule, rrule):
        raise TypeError(f"one rule expected: {text!r}")
    return rule


def _wall_until(until: str, zone: ZoneInfo) -> datetime:
    moment = datetime.fromisoformat(until)
    if "T" not in until:
        return datetime.combine(moment, time.max)
    return _wall(moment, zone) if moment.tzinfo else moment


def _wall(instant: datetime, zone: ZoneInfo) -> datetime:
    return local_moment(instant, zone).replace(tzinfo=None, fold=0)
