"""What becomes of the activities of a series once days off are others than when they were made."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum
from itertools import takewhile

from domain.activity import Activity
from domain.activity_series import occurrences
from domain.cadence import OnDates
from domain.window import FURTHEST_SHIFT
from domain.working_day import Shift, WorkingCalendar, shift


class DayOff(StrEnum):
    """What is known of an activity whose day is one that its rule avoids."""

    ASKED = "asked"  # Who answers for it is asked whether it moves.
    KEPT = "kept"  # It stays, as somebody has said.
    LEFT_OUT = "left_out"  # The rule leaves it out: it is called off for as long as that is so.


@dataclass(frozen=True, kw_only=True)
class Standing:
    """One activity of a series: the date that names it, and the day on which it is planned.

    `is_fixed`: people know of it, or an officer has given it a time or place of its own.
    `is_settled`: it was held, or an officer has called it off.
    """

    activity_id: int
    named: date
    day: date
    is_fixed: bool = False
    is_settled: bool = False
    day_off: DayOff | None = None

    @property
    def is_left_out(self) -> bool:
        """Whether the rule alone has called it off."""
        return self.day_off is DayOff.LEFT_OUT

    def settled(self) -> "Standing":
        """The same once it was held or called off."""
        return replace(self, is_settled=True)


@dataclass(frozen=True, kw_only=True)
class Redated:
    """It takes place on that day, also where it was left out before."""

    activity_id: int
    day: date


@dataclass(frozen=True, kw_only=True)
class LeftOut:
    """Its rule leaves it out now."""

    activity_id: int


@dataclass(frozen=True, kw_only=True)
class Missing:
    """The rule has one more than was made."""

    named: date
    day: date


@dataclass(frozen=True, kw_only=True)
class Noticed:
    """It stays where it is. Asked: on a day off; None: on a day off no more."""

    activity_id: int
    day_off: DayOff | None


Step = Redated | LeftOut | Missing | Noticed


@dataclass(frozen=True, kw_only=True)
class DayOffCard:
    """What has come to stand on a day off; times are local.

    `is_open`: it can still be decided. `to` is where its rule would put it, if anywhere.
    `has_ended`: it is not the reader's any more.
    """

    activity: Activity
    day_off: DayOff | None
    is_open: bool
    to: datetime | None = None
    has_ended: bool = False

    def for_nobody(self) -> "DayOffCard":
        """As whoever does not answer for it any more sees it."""
        return replace(self, has_ended=True)


@dataclass(frozen=True, kw_only=True)
class Reach:
    """The dates of the rule after `since` are of the series, up to `through` they are made.

    Nothing is moved to a day before `earliest`.
    """

    since: date
    through: date
    earliest: date


def avoids_days_off(cadence: OnDates) -> bool:
    """Whether the rule goes by working days at all."""
    return cadence.shift is not Shift.KEEP or bool(cadence.nth_working_day)


def follow(
    cadence: OnDates, calendar: WorkingCalendar, known: Collection[Standing], reach: Reach
) -> Iterator[Step]:
    """What is to be done so that each date of the rule stands once, where it may.

    What is fixed keeps its day, and nothing else is put there.
    """
    days = _days(cadence, calendar, known, reach)
    for one in known:
        step = _step(one, days.get(one.named), cadence, calendar, reach)
        if step is not None:
            yield step
    names = {one.named for one in known}
    for named, day in days.items():
        if named > reach.since and named not in names and day >= reach.earliest:
            yield Missing(named=named, day=day)


def _days(
    cadence: OnDates, calendar: WorkingCalendar, known: Collection[Standing], reach: Reach
) -> dict[date, date]:
    """The day of each date of the rule, but for those whose day is taken."""
    taken = {one.day: one.named for one in known if one.is_fixed and not one.is_settled}
    coming = occurrences(cadence, calendar, after=first_name(reach.earliest))
    made = takewhile(lambda one: one.named <= reach.through, coming)
    return {one.named: one.day for one in made if taken.get(one.day, one.named) == one.named}


def first_name(earliest: date) -> date:
    """A date of the rule that early is moved to none of the days that are to come."""
    return earliest - 2 * FURTHEST_SHIFT


def _step(
    one: Standing, day: date | None, cadence: OnDates, calendar: WorkingCalendar, reach: Reach
) -> Step | None:
    if one.is_settled:
        return None
    may_move = day is not None and day >= reach.earliest
    if one.is_left_out:
        return Redated(activity_id=one.activity_id, day=day) if day and may_move else None
    if one.day < reach.earliest:
        return None
    if not one.is_fixed and day is None:
        return LeftOut(activity_id=one.activity_id)
    if not one.is_fixed and day and may_move and day != one.day:
        return Redated(activity_id=one.activity_id, day=day)
    is_off = is_avoided(one.day, cadence, calendar)
    if is_off == (one.day_off is not None):
        return None
    return Noticed(activity_id=one.activity_id, day_off=DayOff.ASKED if is_off else None)


def is_avoided(day: date, cadence: OnDates, calendar: WorkingCalendar) -> bool:
    """Whether it is a day on which the rule puts nothing."""
    if cadence.nth_working_day:
        return not calendar.is_working_day(day)
    return shift(day, cadence.shift, calendar) != day


def instead_of(day: date, cadence: OnDates, calendar: WorkingCalendar) -> date | None:
    """Where the rule puts what would fall on such a day; None: nowhere that could be said."""
    return None if cadence.nth_working_day else shift(day, cadence.shift, calendar)
