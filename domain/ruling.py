"""What the level above rules about something that is owed: more time, or that it is not owed."""

import re
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from domain.obligation import Obligation
from domain.working_day import WorkingCalendar

EXTENSIONS = (1, 3, 5)
# All extensions of one obligation together.
MOST_WORKING_DAYS = 20
UNDO_WITHIN = timedelta(seconds=60)
_KEY = re.compile(r"(?P<what>[id])(?P<id>[0-9]{1,9})", re.ASCII)


class RulingKind(StrEnum):
    """What was ruled."""

    EXTEND = "extend"
    EXCUSE = "excuse"


class ExcuseReason(StrEnum):
    """Why something need not be done."""

    NO_NEED = "no_need"
    ELSEWHERE = "elsewhere"
    HARDSHIP = "hardship"
    OTHER = "other"


@dataclass(frozen=True, kw_only=True)
class Target:
    """One obligation, or all silent units of a duty that the reader was told of."""

    obligation_id: int = 0
    duty_id: int = 0

    @property
    def key(self) -> str:
        """As it stands in a button: `i12`, `d7`."""
        return f"d{self.duty_id}" if self.duty_id else f"i{self.obligation_id}"


def read_target(key: str) -> Target | None:
    """The target of a button; None for anything that we did not write."""
    found = _KEY.fullmatch(key)
    if found is None:
        return None
    number = int(found["id"])
    return Target(duty_id=number) if found["what"] == "d" else Target(obligation_id=number)


@dataclass(frozen=True, kw_only=True)
class Docket:
    """What a ruling would be about. `version` tells whether the reader saw the present state.

    `choices` are the last days that the offered extensions lead to, `latest` the limit, both for
    a single obligation; of several each has its own.
    """

    target: Target
    today: date
    items: tuple[Obligation, ...]
    choices: tuple[tuple[int, date | None], ...] = ()
    latest: date | None = None

    @property
    def version(self) -> int:
        """The version of one obligation, the number of several."""
        single = self.items[0] if self.target.obligation_id and self.items else None
        return single.version if single else len(self.items)


@dataclass(frozen=True, kw_only=True)
class RuledItem:
    """One obligation of a ruling as it stands now; `version` is the one that the ruling made."""

    obligation: Obligation
    from_day: date
    to_day: date
    version: int

    @property
    def is_as_ruled(self) -> bool:
        """Nothing has happened to it since."""
        return self.obligation.version == self.version


@dataclass(frozen=True, kw_only=True)
class Ruling:
    """Who ruled what, when; `by` is a name, empty when the officer has left since."""

    id: int
    kind: RulingKind
    person_id: int
    by: str
    ruled_at: datetime
    reason: ExcuseReason | None = None
    is_undone: bool = False
    items: tuple[RuledItem, ...] = ()

    def may_be_undone(self, at: datetime) -> bool:
        """For a minute, by whoever ruled."""
        return not self.is_undone and at <= self.ruled_at + UNDO_WITHIN


@dataclass(frozen=True, kw_only=True)
class RulingCard:
    """What those who owe it are told: the items that are theirs."""

    today: date
    ruling: Ruling


def may_be_ruled_on(obligation: Obligation) -> bool:
    """Open ones with an end, except terms: their end is law, and an election ends them."""
    return obligation.is_owed and not (obligation.is_about_a_term or obligation.is_any_time)


def latest_day(obligation: Obligation, calendar: WorkingCalendar) -> date:
    """The limit of all extensions: twenty working days, and before it would count as missed."""
    first = obligation.extended_from or obligation.last_day
    limit = calendar.add_working_days(first, MOST_WORKING_DAYS)
    return min(limit, obligation.lapses_on) if obligation.lapses_on else limit


def extended_by(
    obligation: Obligation, days: int, *, today: date, calendar: WorkingCalendar
) -> date | None:
    """The last day after so many more working days; None when that is past the limit."""
    to = calendar.add_working_days(max(obligation.last_day, today), days)
    return to if may_extend(obligation, to, today=today, calendar=calendar) else None


def may_extend(obligation: Obligation, to: date, *, today: date, calendar: WorkingCalendar) -> bool:
    """Whether a day can be the new last day: later than the present one, within the limit."""
    return (
        max(obligation.last_day + timedelta(days=1), today)
        <= to
        <= latest_day(obligation, calendar)
    )
