"""What somebody did in a year, for his own eyes: where he was, and what he handed in."""

from dataclasses import dataclass, field
from datetime import date, datetime

from domain.bilingual import Bilingual
from domain.check_in import CAME, CheckInState, Way
from domain.ledger import Turnout
from domain.report import ReportState
from domain.service import Served, Service


@dataclass(frozen=True, kw_only=True)
class Attended:
    """One activity that he was expected at; the times are local.

    `study_minutes` count once it was held, and only for who was there. `makes_up`: it stands for
    another one at which he was due, which alone counts, as made up or as it was.
    """

    title: str
    duty: Bilingual | None
    at: datetime
    state: CheckInState
    recorded_at: datetime | None = None
    way: Way | None = None
    study_minutes: int = 0
    left_at: datetime | None = None
    moved_from: datetime | None = None
    makes_up: bool = False


@dataclass(frozen=True, kw_only=True)
class HandedIn:
    """One report in its newest version."""

    duty: Bilingual
    period_key: str
    at: datetime
    state: ReportState


Entry = Attended | HandedIn | Service


@dataclass(frozen=True, kw_only=True)
class OwnRecord:
    """One page of a year, the newest first; pages count from 1.

    `absences` is what lates and absences come to, where the organisation counts lates as such.
    """

    year: int
    this_year: int
    turnout: Turnout
    reports: int
    study_minutes: int
    entries: tuple[Entry, ...]
    page: int = 1
    pages: int = 1
    absences: int | None = None
    served: Served = field(default_factory=Served)


def turnout_of(attended: list[Attended]) -> Turnout:
    """How often he was there, of all the times that he was expected: what he missed counts once."""
    counting = [one for one in attended if not one.makes_up]
    states = [one.state for one in counting]
    return Turnout(
        total=len(states),
        present=states.count(CheckInState.PRESENT),
        late=states.count(CheckInState.LATE),
        made_up=states.count(CheckInState.MADE_UP),
        excused=states.count(CheckInState.EXCUSED),
        absent=states.count(CheckInState.ABSENT),
        left_early=sum(one.left_at is not None for one in counting),
    )


def study_of(attended: list[Attended]) -> int:
    """For how many minutes of study he was there."""
    counting = (one for one in attended if one.state in CAME and not one.makes_up)
    return sum(one.study_minutes for one in counting)


def read_year(words: str, today: date) -> int | None:
    """A year from 2000 on, 2026 or 2026年; this year where nothing was said."""
    text = words.strip().removesuffix("年")
    if not text:
        return None if words.strip() else today.year
    is_year = len(text) == 4 and text.isascii() and text.isdecimal()
    return int(text) if is_year and 2000 <= int(text) <= today.year else None
