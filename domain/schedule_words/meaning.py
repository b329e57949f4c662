"""What was said about when, in no language, before it is set against the calendar.

A language turns words into an Expression and nothing more: which Friday is the next one, what
is past and what an unsaid part means is decided once, for all languages, where it is resolved.
"""

from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum

from domain.schedule_words.reading import Per, Question
from domain.working_day import Shift


class Unit(StrEnum):
    """What time is counted in."""

    MINUTE = "minute"
    HOUR = "hour"
    DAY = "day"
    WORKING_DAY = "working day"
    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    HALF_YEAR = "half-year"
    YEAR = "year"
    TERM = "term"


class Part(StrEnum):
    """A part of a month, quarter, half-year or year (`Point.part_unit` says of which)."""

    START = "start"
    MIDDLE = "middle"
    END = "end"
    FIRST_TEN = "first ten days"
    SECOND_TEN = "second ten days"
    LAST_TEN = "last ten days"
    FIRST_DAY = "first day"
    LAST_DAY = "last day"
    FIRST_HALF = "first half"
    SECOND_HALF = "second half"


@dataclass(frozen=True, kw_only=True)
class Amount:
    """Three months, 2 working days; half an hour is 30 minutes."""

    count: int
    unit: Unit


@dataclass(frozen=True, kw_only=True)
class Every:
    """每月, every other week (interval 2)."""

    unit: Unit
    interval: int = 1


@dataclass(frozen=True, kw_only=True)
class Clock:
    """A time of day from midnight. `is_open` when it could be twelve hours later: 3点, at 3."""

    at: timedelta
    is_open: bool = False


@dataclass(frozen=True, kw_only=True)
class Point:
    """A place in the calendar, named from coarse to fine; what was not said is None or empty.

    Shifts count from now: `week_shift=1` is next week, `day_shift=0` today. Weekdays count
    from Monday, 0. `nth` picks among `weekdays`, working days (`of_working_days`), the
    days (`nth_unit` DAY), weeks (WEEK) or months (MONTH) of the stretch; -1 is the last.
    `quarters` are 1-4, `halves` 1-2 of a year. `festival` is a key of festivals.py.
    With `whole_weeks` the
    first week is the first that begins in the stretch, else the week of its first day.
    With `every` (or `repeats`, where no unit was named: 双月15日) it recurs; coarser parts
    than `every` are its bounds (12月每周三 ends with December), unless it `repeats` too.
    """

    every: Every | None = None
    repeats: bool = False
    year: int | None = None
    year_shift: int | None = None
    halves: tuple[int, ...] = ()
    half_shift: int | None = None
    quarters: tuple[int, ...] = ()
    quarter_shift: int | None = None
    months: tuple[int, ...] = ()
    month_shift: int | None = None
    nth_months: tuple[int, ...] = ()
    week_shift: int | None = None
    weekend: bool = False
    weekdays: tuple[int, ...] = ()
    nth: tuple[int, ...] = ()
    nth_unit: Unit | None = None
    month_days: tuple[int, ...] = ()
    day_shift: int | None = None
    of_working_days: bool = False
    festival: str | None = None
    part: Part | None = None
    part_unit: Unit | None = None
    clocks: tuple[Clock, ...] = ()
    part_of_day: str | None = None
    whole_weeks: bool = False


@dataclass(frozen=True, kw_only=True)
class Event:
    """Something dated elsewhere: term_end, term_start, meeting, school_start, holiday_end…"""

    name: str


@dataclass(frozen=True, kw_only=True)
class Offset:
    """So long before (`sign` -1) or after (+1) a point, an event, or now (`of` None).

    Several amounts are several moments: six and three months before the term ends.
    With a `weekday` so many weeks lead to that day: the second Monday after New Year.
    """

    amounts: tuple[Amount, ...]
    sign: int
    of: Point | Event | None = None
    weekday: int | None = None
    clocks: tuple[Clock, ...] = ()
    part_of_day: str | None = None


@dataclass(frozen=True, kw_only=True)
class QuotaSaid:
    """At least twice a quarter."""

    at_least: int
    per: Per
    at_most: int | None = None
    every: int = 1


@dataclass(frozen=True, kw_only=True)
class Except:
    """What is left out: weekdays, months, or the days off of the working calendar."""

    weekdays: tuple[int, ...] = ()
    months: tuple[int, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Expression:
    """All that was said.

    `when` alone is a moment, a rule or (a month, a quarter, a weekend) a stretch. `to` makes
    it a window. `is_deadline`: by then, 前, 截止; bare days are inclusive, festivals not.
    `is_span` with an Offset from now is the stretch until then: 近30天, the next two weeks.
    With `is_inclusive` a stretch
    counts to its end (本周内, by the end of), else 12月前 could mean its beginning too.
    `lasting` is how long it takes.
    `also` are more points of the same kind: 1月10日前、7月10日前.
    `since`, `until` and `count` bound a rule. `alternatives` are other things that the same
    words may mean. A `doubt` is asked whatever the rest says.
    """

    when: Point | Offset | Event | None = None
    to: Point | None = None
    is_deadline: bool = False
    is_inclusive: bool = False
    is_span: bool = False
    lasting: Amount | None = None
    also: tuple[Point, ...] = ()
    since: Point | Offset | None = None
    until: Point | Offset | None = None
    count: int | None = None
    shift: Shift = Shift.KEEP
    leaving_out: Except = Except()
    quota: QuotaSaid | None = None
    doubt: Question | None = None
    doubt_about: str = ""
    alternatives: tuple["Expression", ...] = ()
