"""How long somebody belonged to a unit."""

from dataclasses import dataclass
from datetime import date, datetime

from domain.place import Place


@dataclass(frozen=True, kw_only=True)
class Stay:
    """`since` is None where it began before anything was written down, `until` while it lasts."""

    person_id: int
    name: str
    since: datetime | None = None
    until: datetime | None = None

    def holds_on(self, day: date, place: Place) -> bool:
        """Whether the whole day belongs to it; on the one of coming or going nothing is owed."""
        has_come = self.since is None or place.today(self.since) < day
        return has_come and (self.until is None or day < place.today(self.until))

    def touches(self, day: date, place: Place) -> bool:
        """Whether any of a day does: what he has entered on it stays in sight."""
        has_come = self.since is None or place.today(self.since) <= day
        return has_come and (self.until is None or day <= place.today(self.until))
