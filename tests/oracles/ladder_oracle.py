"""Who is told what on which morning of one monthly duty's ladder: plain dates, nothing of the bot.

Asked day by day: first `morning`, then at most one answer or ruling of that day.
"""

from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cache

import holidays

DAY = timedelta(days=1)
CHINA = holidays.country_holidays("CN", years=range(2025, 2028))
EARLY, LAST, OVERDUE = 1, 2, 3


@cache
def works(day: date) -> bool:
    """Whether people work, make-up days included."""
    return CHINA.is_working_day(day)


def after(day: date, count: int) -> date:
    """So many working days later."""
    while count:
        day += DAY
        count -= works(day)
    return day


@dataclass(kw_only=True)
class Ladder:
    """One obligation: its last day, what was answered, and what is over."""

    first: date
    last: date
    is_open: bool = True
    told_through: date | None = None
    quiet_until: date | None = None
    put_off_to: date | None = None
    put_off: int = 0
    original: date = field(init=False)

    def __post_init__(self) -> None:
        self.original = self.last

    def rungs(self) -> list[tuple[date, int]]:
        """The owner's rungs with their class, in order."""
        found = []
        for days in (10, 3, 1, 0):
            day = self.last - days * DAY
            while not works(day):
                day -= DAY
            if day < self.first:
                day = after(self.first - DAY, 1)
            if day <= self.last:
                found.append((day, EARLY if days else LAST))
        return [*found, *((after(self.last, days), OVERDUE) for days in (1, 2, 4))]

    def is_quiet_day(self, today: date) -> bool:
        """Whether no rung falls on it."""
        return today not in {day for day, _ in self.rungs()} | {after(self.last, 5)}

    def morning(self, today: date) -> set[str]:
        """Who hears of it today."""
        told: set[str] = set()
        is_new = self.told_through is None or today > self.told_through
        if not self.is_open:
            return told
        if is_new and any(day == today for day, _ in self.rungs()):
            told |= set() if self.quiet_until and today < self.quiet_until else {"owner"}
        if is_new and after(self.last, 5) == today:
            told.add("superior")
        if self.put_off_to == today:
            told.add("owner")
            self.put_off_to = None
        return told

    def in_hand(self, today: date) -> None:
        """Quiet until the next class, four weeks at most."""
        now = max((kind for day, kind in self.rungs() if day <= today), default=EARLY)
        later = [day for day, kind in self.rungs() if day > today and kind > now]
        self.quiet_until = min([*later, today + 28 * DAY])
        self.put_off_to = None

    def tomorrow(self, today: date) -> None:
        """The next working day instead, twice at most."""
        day = after(today, 1)
        if self.put_off < 2 and (day <= self.last or today > self.last):
            self.put_off += 1
            self.put_off_to = day

    def extend(self, today: date, days: int) -> None:
        """A later last day; the rungs of the new one that lie ahead."""
        to = after(max(self.last, today), days)
        if to <= min(after(self.original, 20), date(2026, 12, 31)):
            self.last, self.told_through = to, today
            self.quiet_until = self.put_off_to = None
