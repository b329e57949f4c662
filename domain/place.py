"""Where the organisation lives: its time zone and what follows for the clock on the wall."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from domain.hearing import WAKING_FROM, WAKING_UNTIL
from domain.wall_clock import local_day, local_moment, to_instant


@dataclass(frozen=True, kw_only=True)
class Place:
    """The zone that days, periods and waking hours are counted in."""

    zone: ZoneInfo

    def today(self, now: datetime) -> date:
        """The local day of an instant."""
        return local_day(now, self.zone)

    def at(self, day: date, hour: time) -> datetime:
        """A wall time as an instant."""
        return to_instant(day, hour, self.zone)

    def local(self, instant: datetime) -> datetime:
        """An instant on the local clock."""
        return local_moment(instant, self.zone)

    def is_waking(self, now: datetime) -> bool:
        """Whether people may be written to unasked."""
        return WAKING_FROM <= self.local(now).time() < WAKING_UNTIL

    def next_waking(self, now: datetime) -> datetime:
        """The first instant from now at which people may be written to unasked."""
        if self.is_waking(now):
            return now
        today = self.today(now)
        is_over = self.local(now).time() >= WAKING_UNTIL
        return self.morning_of(today + timedelta(days=1) if is_over else today)

    def next_digest(self, now: datetime, digest_at: time, *, after_today: bool = False) -> datetime:
        """When a digest may go out: today's hour, now if that is over by day, else tomorrow's."""
        today = self.today(now)
        hour = self.at(today, digest_at)
        if not after_today:
            if now <= hour:
                return hour
            if self.is_waking(now):
                return now
        if not after_today and self.local(now).time() < WAKING_FROM:
            return hour
        return self.at(today + timedelta(days=1), digest_at)

    def morning_of(self, day: date) -> datetime:
        """When waking hours begin: the moment at which a day's obligations are looked at."""
        return self.at(day, WAKING_FROM)
