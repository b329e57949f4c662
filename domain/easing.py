"""What somebody answers to a reminder, "in hand" or "tomorrow", and what that stills."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import IntEnum, StrEnum

from domain.ladder import ReminderPolicy, Step, hears_as_owner
from domain.working_day import WorkingCalendar

MOST_TOMORROWS = 2
# Whoever has something in hand may still forget it.
IN_HAND_AT_MOST = timedelta(days=28)
ALWAYS_TOLD_DAYS_BEFORE = 1


class Reminding(StrEnum):
    """What somebody wants to hear of what he owes, before its end and after it."""

    ALL = "all"
    LAST_DAYS = "last_days"
    ONCE_AFTER = "once_after"
    FEWEST = "fewest"

    @property
    def is_all_before(self) -> bool:
        """Every lead time, or only those of the last days?"""
        return self in (Reminding.ALL, Reminding.ONCE_AFTER)

    @property
    def is_all_after(self) -> bool:
        """Every repeat after the end, or only the first reminder?"""
        return self in (Reminding.ALL, Reminding.LAST_DAYS)


def reminding(*, is_all_before: bool, is_all_after: bool) -> Reminding:
    """The choice that says both."""
    if is_all_before:
        return Reminding.ALL if is_all_after else Reminding.ONCE_AFTER
    return Reminding.LAST_DAYS if is_all_after else Reminding.FEWEST


class Phase(IntEnum):
    """The classes of rungs that speak to the owner: early, on the last days, overdue."""

    EARLY = 1
    LAST = 2
    OVERDUE = 3


@dataclass(frozen=True, kw_only=True)
class Easing:
    """What one person has answered about one obligation.

    Before `quiet_until` no rung is told to the person; `tomorrows` is how often it was put off.
    """

    obligation_id: int
    person_id: int
    quiet_until: date | None = None
    tomorrows: int = 0


def phase_of(step: Step, policy: ReminderPolicy) -> Phase:
    """Which class a rung for the owner belongs to."""
    family, _, number = step.key.rpartition("-")
    if family == "before":
        return Phase.LAST if int(number) == min(policy.days_before) else Phase.EARLY
    if family == "term" and number.endswith("m"):
        is_last = int(number.removesuffix("m")) == min(policy.months_before_both)
        return Phase.LAST if is_last else Phase.EARLY
    return Phase.OVERDUE


def quiet_until(ladder: Iterable[Step], policy: ReminderPolicy, *, today: date) -> date:
    """Until when "in hand" stills the rungs: the first one of the next class, or four weeks.

    Climbing is not stilled, and neither is the deadline.
    """
    longest = today + IN_HAND_AT_MOST
    now = Phase.EARLY
    for step in ladder:
        if step.on > longest:
            break
        if not hears_as_owner(step.hearer):
            continue
        phase = phase_of(step, policy)
        if step.on <= today:
            now = phase
        elif phase > now:
            return step.on
    return longest


def first_day_overdue(
    policy: ReminderPolicy, last_day: date, calendar: WorkingCalendar
) -> date | None:
    """The day of the first reminder after the end; None for a ladder that has none."""
    days = min(policy.working_days_after, default=None)
    return None if days is None else calendar.add_working_days(last_day, days)


def is_stilled(
    step: Step,
    policy: ReminderPolicy,
    *,
    easing: Easing | None,
    reminding: Reminding,
    overdue_since: date | None = None,
) -> bool:
    """Whether an owner's rung is not told to somebody.

    The last one before the end always is, and so is the first one after it: `overdue_since` is
    its day, as soon as it is over.
    """
    if easing is not None and easing.quiet_until is not None and step.on < easing.quiet_until:
        return True
    family, _, number = step.key.rpartition("-")
    if family == "after":
        return not reminding.is_all_after and overdue_since is not None and step.on > overdue_since
    if family != "before" or phase_of(step, policy) is not Phase.EARLY:
        return False
    return not reminding.is_all_before and int(number) > ALWAYS_TOLD_DAYS_BEFORE
