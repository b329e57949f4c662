"""Brute force: walk every quarter of an hour of UTC and look at the clock on the wall."""

from calendar import monthrange
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

_QUARTER_OF_AN_HOUR = timedelta(minutes=15)


class WatchedClock:
    """Somebody sat before the wall clock and noted when it first read each quarter or later."""

    def __init__(
        self, zone: str, first: date, last: date, *, step: timedelta = _QUARTER_OF_AN_HOUR
    ) -> None:
        self._first_read: dict[datetime, datetime] = {}
        wall_zone = ZoneInfo(zone)
        awaited = datetime(first.year, first.month, first.day)  # noqa: DTZ001 - a wall reading
        end = datetime(last.year, last.month, last.day) + timedelta(days=1)  # noqa: DTZ001 - same
        instant = awaited.replace(tzinfo=UTC) - timedelta(days=2)
        while awaited < end:
            reading = instant.astimezone(wall_zone).replace(tzinfo=None)
            while awaited <= reading:
                self._first_read[awaited] = instant
                awaited += step
            instant += step

    def when(self, day: date, at: time) -> datetime:
        """The noted instant."""
        return self._first_read[datetime.combine(day, at)]

    def readings(self) -> Iterator[tuple[datetime, datetime]]:
        """Every wall reading waited for, with the instant noted for it."""
        return iter(self._first_read.items())


def days_that(is_due: Callable[[date], bool], first: date, last: date) -> list[date]:
    """Every day, one after the other, asked whether it is due."""
    length = (last - first).days + 1
    days = [first + timedelta(days=number) for number in range(length)]
    return [day for day in days if is_due(day)]


def every_days(begun: date, interval: int) -> Callable[[date], bool]:
    """Due every `interval` days."""
    return lambda day: day >= begun and (day - begun).days % interval == 0


def every_weeks(begun: date, interval: int, weekdays: set[int]) -> Callable[[date], bool]:
    """Due on `weekdays` (Monday is 0) of every `interval`-th week, weeks from Monday."""
    monday = begun - timedelta(days=begun.weekday())

    def is_due(day: date) -> bool:
        weeks = (day - monday).days // 7
        return day >= begun and weeks % interval == 0 and day.weekday() in weekdays

    return is_due


def every_months(
    begun: date, interval: int, month_day: int, *, clamp: bool
) -> Callable[[date], bool]:
    """Due on `month_day` of every `interval`-th month; 0 means the last day."""

    def is_due(day: date) -> bool:
        months = (day.year - begun.year) * 12 + day.month - begun.month
        length = monthrange(day.year, day.month)[1]
        on_the_day = day.day == (month_day or length)
        on_the_last = clamp and month_day > length and day.day == length
        return day >= begun and months % interval == 0 and (on_the_day or on_the_last)

    return is_due


def days_before_the_term_ends(elected: date, years: int, days: int) -> date:
    """Walk from the election to its anniversary (the day before, if there is none), then back."""
    day = elected
    while (day.year, day.month) < (elected.year + years, elected.month):
        day += timedelta(days=1)
    while day.day < elected.day and (day + timedelta(days=1)).month == elected.month:
        day += timedelta(days=1)
    return day - timedelta(days=days)
