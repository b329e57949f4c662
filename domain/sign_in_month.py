"""A month of sign-ins, as the sheet shows it."""

from dataclasses import dataclass
from datetime import date, datetime

from domain.sign_in import SignState, Slot, StaffDay
from domain.unit import Unit


@dataclass(frozen=True, kw_only=True)
class PersonMonth:
    """One person's month: each working day on which signing in was asked for, so far."""

    name: str
    days: tuple[tuple[date, StaffDay], ...]

    def count(self, slot: Slot, state: SignState, today: date) -> int:
        """How often it stands so; today, what is not entered may still be."""
        return sum(one.state(slot, is_over=day < today) is state for day, one in self.days)


@dataclass(frozen=True, kw_only=True)
class MonthSheet:
    """The month of an office for a sheet of paper; instants are local."""

    unit: Unit
    month: date
    people: tuple[PersonMonth, ...]
    made_at: datetime

    @property
    def today(self) -> date:
        """The day on which it was made."""
        return self.made_at.date()
