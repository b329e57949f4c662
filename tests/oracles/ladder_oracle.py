"""Who is told what on which morning of one duty's ladder: plain dates, nothing of the bot.

Asked day by day: first `morning`, then at most one answer, ruling or change of that day.
"""

from dataclasses import dataclass, field
from datetime import date, timedelta

import holidays

DAY = timedelta(days=1)
CHINA = holidays.country_holidays("CN", years=range(2025, 2028))
EARLY, LAST, OVERDUE = 1, 2, 3
Rung = tuple[date, int, str]


@dataclass(kw_only=True)
class Ladder:
    """One obligation: its last day, what was answered, what is over, and what was told of it.

    Of what lay before the duty began, nobody hears.
    """

    began: date
    first: date
    last: date
    limit: date
    leads: tuple[int, ...] = (10, 3, 1, 0)
    rests: set[date] = field(default_factory=set)
    is_open: bool = True
    quiet_until: date | None = None
    put_off_to: date | None = None
    put_off: int = 0
    late_on: date | None = None
    told: set[tuple[date, str]] = field(default_factory=set)
    original: date = field(init=False)

    def __post_init__(self) -> None:
        self.original = self.last

    def works(self, day: date) -> bool:
        """Whether the school works, make-up days included."""
        return day not in self.rests and CHINA.is_working_day(day)

    def after(self, day: date, count: int) -> date:
        """So many working days later."""
        while count:
            day += DAY
            count -= self.works(day)
        return day

    def before(self, day: date) -> date:
        """The day itself where the school works, else the one before that."""
        while not self.works(day):
            day -= DAY
        return day

    def rungs(self) -> list[Rung]:
        """The owner's rungs with their class and their name, in order."""
        found = []
        for days in self.leads:
            day = self.before(self.last - days * DAY)
            if day < self.first:
                day = self.after(self.first - DAY, 1)
            if day <= self.last:
                found.append((day, EARLY if days else LAST, f"before-{days}"))
        late = [(self.after(self.last, days), OVERDUE, f"after-{days}") for days in (1, 2, 4)]
        return [*found, *late]

    def is_quiet_day(self, today: date) -> bool:
        """Whether no rung falls on it."""
        return today not in {day for day, *_ in self.rungs()} | {self.after(self.last, 5)}

    def morning(self, today: date) -> set[str]:
        """Who hears of it today."""
        if not self.is_open:
            return set()
        told = {"owner"} if self._tells(today, today) else set()
        if self.after(self.last, 5) == today and (self.last, "climb") not in self.told:
            self.told.add((self.last, "climb"))
            told.add("superior")
        if today in (self.put_off_to, self.late_on):
            told.add("owner")
        if self.put_off_to == today:
            self.put_off_to = None
        return told

    def _tells(self, since: date, today: date) -> bool:
        """Whether the latest rung of some days is told now: none is told twice for one end."""
        found = [rung for rung in self.rungs() if since <= rung[0] <= today]
        if not found or (self.last, found[-1][2]) in self.told:
            return False
        if self.quiet_until and found[-1][0] < self.quiet_until:
            return False
        self.told.add((self.last, found[-1][2]))
        return True

    def _tells_late(self, since: date, today: date, *, has_heard: bool) -> set[str]:
        """In one message a day: whoever has heard today hears tomorrow."""
        if not self._tells(since, today):
            return set()
        if has_heard:
            self.late_on = today + DAY
            return set()
        return {"owner"}

    def in_hand(self, today: date) -> None:
        """Quiet until the next class, four weeks at most."""
        now = max((kind for day, kind, _ in self.rungs() if day <= today), default=EARLY)
        later = [day for day, kind, _ in self.rungs() if day > today and kind > now]
        self.quiet_until = min([*later, today + 28 * DAY])
        self.put_off_to = self.late_on = None

    def tomorrow(self, today: date) -> None:
        """The next working day instead, twice at most."""
        day = self.after(today, 1)
        if self.put_off < 2 and (day <= self.last or today > self.last):
            self.put_off += 1
            self.put_off_to = day
            self.late_on = None

    def extend(self, today: date, days: int) -> None:
        """A later last day; the rungs of the new one that lie ahead."""
        to = self.after(max(self.last, today), days)
        if to <= min(self.after(self.original, 20), self.limit):
            self.last = to
            self.quiet_until = self.put_off_to = self.late_on = None

    def correct(self, today: date, to: date, *, has_heard: bool) -> set[str]:
        """The term ends on another day: so does this, unless it was given more time than that."""
        was, is_extended = self.last, self.last != self.original
        self.original = to
        self.last = max(self.last, to) if is_extended else to
        if self.last == was:
            return set()
        self.quiet_until = self.put_off_to = self.late_on = None
        return self._tells_late(self.began, today, has_heard=has_heard)

    def rest(self, today: date, days: set[date], *, has_heard: bool) -> set[str]:
        """The school rests on days to come: what moves before them is told, if it was not yet."""
        self.rests |= days
        return self._tells_late(self.before(today), today, has_heard=has_heard)
