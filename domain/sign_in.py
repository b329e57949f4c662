"""Twice a working day the staff of one office sign in: when that counts as what. No place."""

import re
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from unicodedata import normalize

from domain.place import Place
from domain.unit import Unit

# Whoever presses later than this before the hour has come; earlier it is still night.
OPENS_BEFORE_MINUTES = 180
UNDO_FOR = timedelta(minutes=10)
# Windows that lie closer together leave no room for work, or for a middle between them.
LEAST_WORK_MINUTES = 60


def minute_of(at: time) -> int:
    """Minutes since midnight, as they are kept."""
    return at.hour * 60 + at.minute


def time_of(minute: int) -> time:
    """The wall time of `minute_of`."""
    return time(minute // 60, minute % 60)


class Slot(StrEnum):
    """The two times of a day."""

    COMING = "coming"
    LEAVING = "leaving"


class SignState(StrEnum):
    """How one of the two stands; missing is never written by the clock, only said."""

    IN = "in"
    LATE = "late"
    EARLY = "early"
    AWAY = "away"
    MISSING = "missing"


# What an officer may say about each.
CHOICES = {
    Slot.COMING: (SignState.IN, SignState.LATE, SignState.AWAY, SignState.MISSING),
    Slot.LEAVING: (SignState.IN, SignState.EARLY, SignState.AWAY, SignState.MISSING),
}


@dataclass(frozen=True, kw_only=True)
class Hours:
    """Who comes by `until` is in time, who leaves from `since` on is not early; both included."""

    until: time
    since: time

    @property
    def opens(self) -> time:
        """From when on coming counts."""
        return time_of(max(minute_of(self.until) - OPENS_BEFORE_MINUTES, 0))

    @property
    def middle(self) -> time:
        """From here on a press is about leaving."""
        return time_of((minute_of(self.until) + minute_of(self.since)) // 2)

    @property
    def is_possible(self) -> bool:
        """Whether a day of work lies between the two."""
        return minute_of(self.since) - minute_of(self.until) >= LEAST_WORK_MINUTES


_CLOCK = r"([01]?[0-9]|2[0-3]):([0-5][0-9])"
_HOURS = re.compile(rf"(?:(?P<rest>.+?)\s+)?{_CLOCK}[\s\-~–—至到,]+{_CLOCK}")


def read_hours(words: str) -> tuple[str, Hours] | None:
    """A unit's name, or nothing, and its two hours: `08:30 17:30`; None where they are none."""
    found = _HOURS.fullmatch(normalize("NFKC", words).strip())
    if found is None:
        return None
    until, since = time(int(found[2]), int(found[3])), time(int(found[4]), int(found[5]))
    hours = Hours(until=until, since=since)
    return (found["rest"] or "", hours) if hours.is_possible else None


@dataclass(frozen=True, kw_only=True)
class SignInPlan:
    """A unit's own staff sign in from one day to another, both included; None: until further."""

    unit_id: int
    begins_on: date
    last_day: date | None
    hours: Hours

    def holds_on(self, day: date) -> bool:
        """Whether it is asked for that day, as far as people work then."""
        return self.begins_on <= day and (self.last_day is None or day <= self.last_day)


def plan_on(plans: tuple[SignInPlan, ...], day: date) -> SignInPlan | None:
    """The plan of a day; plans of one unit never overlap."""
    return next((one for one in plans if one.holds_on(day)), None)


def decide_sign(hours: Hours, at: time) -> tuple[Slot, SignState] | None:
    """What a press on the local clock is; None before the day has opened."""
    if at < hours.opens:
        return None
    if at < hours.middle:
        return Slot.COMING, SignState.IN if at <= hours.until else SignState.LATE
    return Slot.LEAVING, SignState.IN if at >= hours.since else SignState.EARLY


@dataclass(frozen=True, kw_only=True)
class Sign:
    """One entry. `at` is the instant that counts, local where it is shown; none if only said."""

    person_id: int
    day: date
    slot: Slot
    state: SignState
    at: datetime | None = None
    recorded_by: int | None = None
    version: int = 1

    def on_local_clock(self, place: Place) -> "Sign":
        """The same entry as people there read it."""
        return replace(self, at=place.local(self.at)) if self.at is not None else self

    def may_be_undone(self, at: datetime) -> bool:
        """Whoever signed in takes it back for ten minutes; what an officer said stays."""
        return (
            self.recorded_by is None
            and self.at is not None
            and timedelta() <= at - self.at <= UNDO_FOR
        )


@dataclass(frozen=True, kw_only=True)
class OwnDay:
    """What one person sees of his own day."""

    unit: Unit
    day: date
    hours: Hours
    coming: Sign | None = None
    leaving: Sign | None = None
    is_away: bool = False
    undo: Slot | None = None


@dataclass(frozen=True, kw_only=True)
class StaffDay:
    """One person's day. Who is neither entered nor away is missing once the time is over."""

    person_id: int
    name: str
    coming: Sign | None = None
    leaving: Sign | None = None
    is_away: bool = False

    def sign(self, slot: Slot) -> Sign | None:
        """The entry of one of the two times."""
        return self.coming if slot is Slot.COMING else self.leaving

    def state(self, slot: Slot, *, is_over: bool = True) -> SignState | None:
        """How it stands; None while it may still be done. What was entered outweighs away."""
        entered = self.sign(slot)
        if entered is not None:
            return entered.state
        if self.is_away:
            return SignState.AWAY
        return SignState.MISSING if is_over else None


def is_over(hours: Hours, slot: Slot, day: date, local_now: datetime) -> bool:
    """Whether somebody who has not signed in by now is missing.

    Coming is called missing once its hour has passed, leaving once the day has.
    """
    if day != local_now.date():
        return day < local_now.date()
    return slot is Slot.COMING and local_now.time() > hours.until


@dataclass(frozen=True, kw_only=True)
class SlotCount:
    """How many of the staff stand how at one of the two times; `waiting` have time left."""

    total: int
    on_time: int = 0
    off_time: int = 0
    away: int = 0
    missing: int = 0
    waiting: int = 0


def count_slot(staff: tuple[StaffDay, ...], slot: Slot, *, is_over: bool) -> SlotCount:
    """The counts of a list; off time is late in the morning and early in the evening."""
    states = [one.state(slot, is_over=is_over) for one in staff]
    return SlotCount(
        total=len(states),
        on_time=states.count(SignState.IN),
        off_time=states.count(SignState.LATE) + states.count(SignState.EARLY),
        away=states.count(SignState.AWAY),
        missing=states.count(SignState.MISSING),
        waiting=states.count(None),
    )


@dataclass(frozen=True, kw_only=True)
class StaffList:
    """One day of an office, a page of names; counts are of everybody.

    `hours` is none where nobody has to sign in that day. `is_staff`: the reader signs in himself,
    here or in the office that he belongs to.
    """

    unit: Unit
    day: date
    today: date
    hours: Hours | None
    people: tuple[StaffDay, ...] = ()
    coming: SlotCount | None = None
    leaving: SlotCount | None = None
    coming_is_over: bool = True
    leaving_is_over: bool = True
    page: int = 1
    pages: int = 1
    is_staff: bool = False
    may_set: bool = False

    def counted(self, staff: tuple[StaffDay, ...], local_now: datetime) -> "StaffList":
        """With the counts of everybody at an instant on the local clock."""
        if self.hours is None:
            return self
        came = is_over(self.hours, Slot.COMING, self.day, local_now)
        left = is_over(self.hours, Slot.LEAVING, self.day, local_now)
        return replace(
            self,
            coming=count_slot(staff, Slot.COMING, is_over=came),
            leaving=count_slot(staff, Slot.LEAVING, is_over=left),
            coming_is_over=came,
            leaving_is_over=left,
        )
