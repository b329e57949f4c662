"""What the clock on the wall says, and the instant it means."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

_ONE_DAY = timedelta(days=1)
_ONE_SECOND = timedelta(seconds=1)


def to_instant(day: date, at: time, zone: ZoneInfo) -> datetime:
    """The first instant, in UTC, at which the wall clock of `zone` reads `day` `at` or later.

    An ordinary wall time is its own instant. One that occurs twice, because the clock goes
    back, is the first of the two. One that never occurs, because the clock goes forward, is
    the moment of the jump: where 02:00 becomes 03:00, all of 02:00 to 03:00 mean 03:00.
    Later wall times therefore never mean earlier instants.
    """
    wall = datetime.combine(day, at, tzinfo=zone).replace(fold=0)
    before_any_jump = wall.astimezone(UTC)
    # Two datetimes of one zone compare by what the wall reads; in a gap the reading moves on.
    if before_any_jump.astimezone(zone) == wall:
        return before_any_jump
    after_the_jump = wall.replace(fold=1).astimezone(UTC)
    return _first_reading(wall, zone, not_yet=after_the_jump, already=before_any_jump)


def local_moment(instant: datetime, zone: ZoneInfo) -> datetime:
    """The same instant as the people in `zone` read it, still aware.

    Two of these compare by the wall alone, so compare instants in UTC. Raises ValueError
    for a naive datetime, which Python would read in the zone of the machine.
    """
    if instant.tzinfo is None:
        raise ValueError("an instant knows its offset from UTC")
    return instant.astimezone(zone)


def local_day(instant: datetime, zone: ZoneInfo) -> date:
    """The date on the wall in `zone`."""
    return local_moment(instant, zone).date()


def start_of_day(day: date, zone: ZoneInfo) -> datetime:
    """The first instant of the local day, in UTC; not always midnight."""
    return to_instant(day, time.min, zone)


def end_of_day(day: date, zone: ZoneInfo) -> datetime:
    """The start of the next local day, in UTC: the first instant no longer in `day`."""
    return start_of_day(day + _ONE_DAY, zone)


def _first_reading(
    wall: datetime, zone: ZoneInfo, *, not_yet: datetime, already: datetime
) -> datetime:
    """Halve the span down to the jump; zones change on whole seconds."""
    reading_reached, span_start = already.replace(microsecond=0), not_yet.replace(microsecond=0)
    while reading_reached - span_start > _ONE_SECOND:
        middle = span_start + (reading_reached - span_start) // _ONE_SECOND // 2 * _ONE_SECOND
        if middle.astimezone(zone) >= wall:
            reading_reached = middle
        else:
            span_start = middle
    return reading_reached
