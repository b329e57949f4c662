"""From where an expression is read: now, here, and with which calendar."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from domain.schedule_words.reading import LocalMoment
from domain.schedule_words.word_settings import WordSettings
from domain.working_day import WorkingCalendar

LAST_MINUTE = timedelta(hours=23, minutes=59)


@dataclass(frozen=True, kw_only=True)
class Standpoint:
    """`now` is naive: what the wall clock of `zone` reads."""

    now: datetime
    zone: ZoneInfo
    calendar: WorkingCalendar
    words: WordSettings

    @property
    def today(self) -> date:
        """The local day."""
        return self.now.date()

    def due_clock(self, part_of_day: str | None) -> timedelta:
        """By a day is by its last minute, by its morning is by noon."""
        hours = self.words.hours_of_day.get(part_of_day or "")
        return min(hours[1], LAST_MINUTE) if hours else LAST_MINUTE

    def is_past(self, moment: LocalMoment) -> bool:
        """Whether it is over; a day without a clock time lasts until its end."""
        if moment.clock is None:
            return moment.day < self.today
        return wall(moment) <= self.now

    def is_ahead(self, moment: LocalMoment) -> bool:
        """Whether it is strictly in the future; today without a clock time is not."""
        if moment.clock is None:
            return moment.day > self.today
        return wall(moment) > self.now


def wall(moment: LocalMoment) -> datetime:
    """On one scale; a day without a clock time is its midnight."""
    return datetime.combine(moment.day, time.min) + (moment.clock or timedelta())
