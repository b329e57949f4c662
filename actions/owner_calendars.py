"""The calendars of those who owe a duty: each unit has its own, and most units share one."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from sqlmodel import Session

from domain.audience import Owner
from domain.duty import Duty
from domain.public_holiday import CHINA
from domain.unit import Unit
from domain.unit_calendar import UnitCalendars
from domain.working_day import WorkingCalendar
from storage import calendar_days, owners, units

Group = tuple[WorkingCalendar, Sequence[Owner]]


@dataclass(frozen=True, kw_only=True)
class OwnerCalendars:
    """The units in which some owners count, with what their calendars are made of.

    `whole` is the calendar of the top unit: what holds where nobody owes anything.
    """

    units: Mapping[int, Unit]
    calendars: UnitCalendars
    whole: WorkingCalendar

    def unit_of(self, owner: Owner) -> Unit:
        """The unit that the owner's obligation counts in."""
        return self.units[owner.unit_id]

    def of(self, owner: Owner) -> WorkingCalendar:
        """The calendar of the owner's unit."""
        return self.calendars.of(self.unit_of(owner))

    def group(self, owing: Iterable[Owner]) -> list[Group]:
        """Those whose units share a calendar together, the largest group first."""
        groups: dict[int, tuple[WorkingCalendar, list[Owner]]] = {}
        for owner in owing:
            calendar = self.of(owner)
            groups.setdefault(id(calendar), (calendar, []))[1].append(owner)
        return sorted(groups.values(), key=lambda one: -len(one[1]))

    def most_shared(self, owing: Iterable[Owner]) -> WorkingCalendar:
        """The calendar that most of these owners go by."""
        return next((calendar for calendar, _ in self.group(owing)), self.whole)


def load(session: Session, owing: Iterable[Owner]) -> OwnerCalendars:
    """What the calendars of these owners are made of, in a handful of queries."""
    found = units.find_many(session, {owner.unit_id for owner in owing})
    root = units.find_root(session)
    calendars = calendar_days.load_for(session, [*found.values(), *([root] if root else [])])
    whole = calendars.of(root) if root else calendars.countries[CHINA].working()
    return OwnerCalendars(units=found, calendars=calendars, whole=whole)


def find_most_shared(session: Session, duty: Duty, *, today: date) -> WorkingCalendar:
    """The calendar that most of those who owe a duty go by."""
    owing = owners.find(session, duty.audience, today=today)
    return load(session, owing).most_shared(owing)
