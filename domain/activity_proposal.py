"""When an activity that is owed could take place: as last time, or on the last Friday."""

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta

from domain.month_arithmetic import add_months, days_in_month
from domain.working_day import WorkingCalendar

FRIDAY = 4
AT_THREE = time(15)
# Of what may be done at any time, the next weeks are enough.
_FARTHEST = timedelta(days=62)
_ONE_DAY = timedelta(days=1)
_A_WEEK = timedelta(days=7)


def propose(
    last: datetime | None,
    *,
    first_day: date,
    last_day: date,
    now: datetime,
    calendar: WorkingCalendar,
) -> datetime | None:
    """A wall time between two days, later than `now` on the same wall; None where none is left.

    The same weekday of the month and the same hour as `last`; without one the last Friday at
    three. A day off gives way to the working day before it. What is overdue is for the next
    working day.
    """
    hour = last.time().replace(second=0, microsecond=0) if last else AT_THREE
    if last_day < now.date():
        return datetime.combine(calendar.next_working_day(now.date() + _ONE_DAY), hour)
    end = min(last_day, max(first_day, now.date()) + _FARTHEST)
    begin = max(first_day, now.date())
    days = [*_days_like(last, begin, end, calendar), calendar.previous_working_day(end)]
    walls = (datetime.combine(day, hour) for day in days if begin <= day <= end)
    return next((wall for wall in walls if wall > now), None)


def write_wall(wall: datetime) -> str:
    """A wall time as a button carries it."""
    return f"{wall:%Y%m%d%H%M}"


def read_wall(written: str) -> datetime | None:
    """The wall time that a button carries; None for what we did not write."""
    if len(written) != len("202611271500") or not (written.isascii() and written.isdecimal()):
        return None
    try:
        return datetime.strptime(written, "%Y%m%d%H%M")  # noqa: DTZ007  # A wall has no zone.
    except ValueError:
        return None


def _days_like(
    last: datetime | None, begin: date, end: date, calendar: WorkingCalendar
) -> Iterator[date]:
    weekday, nth = (last.weekday(), _nth(last.date())) if last else (FRIDAY, None)
    month = begin.replace(day=1)
    while month <= end:
        yield calendar.previous_working_day(_nth_weekday(month, weekday, nth))
        month = add_months(month, 1)


def _nth(day: date) -> int | None:
    """Which of its weekday it is in the month; None is the last."""
    is_last = day.day + 7 > days_in_month(day.year, day.month)
    return None if is_last else (day.day - 1) // 7 + 1


def _nth_weekday(month: date, weekday: int, nth: int | None) -> date:
    first = month + _ONE_DAY * ((weekday - month.weekday()) % 7)
    if nth is not None:
        return first + _A_WEEK * (nth - 1)
    left = days_in_month(month.year, month.month) - first.day
    return first + _A_WEEK * (left // 7)
