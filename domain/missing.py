"""Who has not: the open obligations of a scope, and what a nudge about them did."""

import re
from dataclasses import dataclass
from datetime import date

from domain.bilingual import Bilingual
from domain.obligation import Obligation
from domain.unit import Unit

_KEY = re.compile(r"(?P<where>told|[0-9]{1,9})(-(?P<duty>[0-9]{1,9}))?", re.ASCII)


@dataclass(frozen=True, kw_only=True)
class Scope:
    """Which obligations are meant; it travels in buttons as its key.

    `unit_id` 0 means everything that the reader answers for, `duty_id` 0 every duty. `is_told`
    narrows it to what the reader was told about from below.
    """

    unit_id: int = 0
    duty_id: int = 0
    is_told: bool = False

    @property
    def key(self) -> str:
        """As it stands in a button: `4`, `4-7`, `told-7`."""
        where = "told" if self.is_told else str(self.unit_id)
        return f"{where}-{self.duty_id}" if self.duty_id else where


def read_scope(key: str) -> Scope | None:
    """The scope of a button; None for anything that we did not write."""
    found = _KEY.fullmatch(key)
    if found is None:
        return None
    is_told = found["where"] == "told"
    return Scope(
        unit_id=0 if is_told else int(found["where"]),
        duty_id=int(found["duty"] or 0),
        is_told=is_told,
    )


@dataclass(frozen=True, kw_only=True)
class MissingDuty:
    """How many units have not done one duty, over the whole scope."""

    duty_id: int
    name: Bilingual
    total: int


@dataclass(frozen=True, kw_only=True)
class MissingPage:
    """One page of what is open; pages count from 1. `unit` is None for all of the reader's own."""

    today: date
    scope: Scope
    unit: Unit | None
    duties: tuple[MissingDuty, ...]
    items: tuple[Obligation, ...]
    total: int
    page: int
    pages: int


@dataclass(frozen=True, kw_only=True)
class NotYours:
    """The scope is not there, or not the reader's."""


@dataclass(frozen=True, kw_only=True)
class Nudged:
    """Who was reached: people told now, people told before today, units where nobody hears,
    people who cannot be told what they owe.

    `left` obligations are still to be asked for: one press takes a limited number. `own` are the
    officer's own to do.
    """

    scope: Scope
    people: int
    already: int
    vacant: int
    unreached: int = 0
    left: int = 0
    own: int = 0


@dataclass(frozen=True, kw_only=True)
class AskFirst:
    """So many people would be reached that the officer is asked once more."""

    scope: Scope
    people: int


NudgeOutcome = Nudged | AskFirst | NotYours
