"""Activities that come again: a rule on the wall clock, and the days that it makes."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from itertools import islice

from domain.activity_plan import ActivityPlan
from domain.cadence import OnDates, recurrence_of
from domain.recurrence import occurrences_after
from domain.window import FURTHEST_SHIFT, day_of
from domain.working_day import WorkingCalendar

# So far ahead occurrences are written down; so long before each people are invited.
HORIZON = timedelta(days=35)
INVITED_AHEAD = timedelta(days=7)
SHOWN = 5
# Where every date is left out, looking for the next one must come to an end.
_LOOKS_AHEAD = timedelta(days=800)
_ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, kw_only=True)
class Series:
    """`plan` is what each of them is like; everything up to `made_through` is written down."""

    id: int
    unit_id: int
    plan: ActivityPlan
    made_by: int
    made_at: datetime
    made_through: date
    version: int = 1


@dataclass(frozen=True, kw_only=True)
class Occurrence:
    """The date that the rule names, which is its name for ever, and the day that it falls on."""

    named: date
    day: date


def occurrences(
    cadence: OnDates, calendar: WorkingCalendar, *, after: date
) -> Iterator[Occurrence]:
    """What comes after a date of the rule, in order, no two on one day."""
    since = datetime.combine(after - FURTHEST_SHIFT, time.max, UTC)
    latest = date.min
    for instant in occurrences_after(recurrence_of(cadence), since):
        named = instant.date()
        if named > after + _LOOKS_AHEAD:
            return
        day = day_of(named, cadence, calendar)
        if day is None or day <= latest:
            continue
        latest = day
        if named > after:
            yield Occurrence(named=named, day=day)


def upcoming(cadence: OnDates, calendar: WorkingCalendar, *, wall: datetime) -> list[datetime]:
    """The next five wall times later than `wall`."""
    hour = cadence.at or time()
    coming = occurrences(cadence, calendar, after=wall.date() - _ONE_DAY)
    walls = (datetime.combine(one.day, hour) for one in coming)
    return list(islice((one for one in walls if one > wall), SHOWN))
