"""Service that a member does at a second place: for himself by place, for others in sums."""

import re
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from unicodedata import normalize

LONGEST_PLACE = 64
LEAST_MINUTES, MOST_MINUTES = 10, 16 * 60
# What was forgotten is entered later, but not years later.
ENTERED_WITHIN = timedelta(days=366)
UNDO_FOR = timedelta(minutes=10)

_FIGURES = {"半": 0.5, "一": 1, "两": 2, "二": 2, "三": 3, "四": 4, "五": 5}
_FIGURES |= {"六": 6, "七": 7, "八": 8, "九": 9, "十": 10}
_AMOUNT = rf"\d{{1,3}}(?:\.\d{{1,2}})?|[{''.join(_FIGURES)}]"
_LENGTH = re.compile(
    r"(?P<rest>.*?)(?:^|(?<=[^\d.]))(?:"
    rf"(?P<hours>{_AMOUNT})\s*(?:个(?P<half>半)?)?\s*(?:小时|钟头|hours?|hrs?|h)(?P<half2>半)?"
    r"(?:\s*(?P<more>\d{1,2})\s*(?:分钟?|minutes?|mins?)?)?"
    r"|(?P<minutes>\d{1,4})\s*(?:分钟|minutes?|mins?)"
    r")",
    re.IGNORECASE | re.DOTALL,
)
_EDGES = " \t\n,，、;；:：·-"


class ServiceRefusal(StrEnum):
    """Why it is not entered."""

    NO_LENGTH = "no_length"
    NO_PLACE = "no_place"
    TOO_SHORT_OR_LONG = "too_short_or_long"
    DAY = "day"


@dataclass(frozen=True, kw_only=True)
class SaidService:
    """What was said so far; None is still to be asked for."""

    place: str = ""
    minutes: int | None = None
    day: date | None = None


@dataclass(frozen=True, kw_only=True)
class Service:
    """One service of one person."""

    id: int
    person_id: int
    day: date
    place: str
    minutes: int
    made_at: datetime

    def may_be_undone(self, at: datetime) -> bool:
        """For ten minutes."""
        return at - self.made_at <= UNDO_FOR


@dataclass(frozen=True, kw_only=True)
class Served:
    """Sums: how many people, how often, how long. People are not counted for one's own."""

    times: int = 0
    minutes: int = 0
    people: int = 0


@dataclass(frozen=True, kw_only=True)
class UnitServed:
    """What the people of one unit did, at the time when they belonged to it."""

    unit_name: str
    served: Served


@dataclass(frozen=True, kw_only=True)
class ServiceSums:
    """One page of a year; `total` is of all units, and nobody counts twice in it."""

    year: int
    this_year: int
    total: Served
    units: tuple[UnitServed, ...]
    page: int = 1
    pages: int = 1


def read_service(words: str, day: date | None = None) -> SaidService:
    """`阳光社区 2小时`, `Sunshine Club 1.5 h`: the place, and the length that ends it."""
    text = " ".join(normalize("NFKC", words).split())
    found = _LENGTH.fullmatch(text)
    place = (found["rest"] if found else text).strip(_EDGES)
    return SaidService(place=place, minutes=_minutes(found) if found else None, day=day)


def _minutes(found: re.Match[str]) -> int:
    if found["minutes"]:
        return int(found["minutes"])
    amount = _FIGURES.get(found["hours"])
    hours = float(found["hours"]) if amount is None else amount
    half = 30 if found["half"] or found["half2"] else 0
    return round(hours * 60) + half + int(found["more"] or 0)


def refuse_service(said: SaidService, *, today: date) -> ServiceRefusal | None:
    """What is missing or impossible; None when it can be entered."""
    if not said.place or len(said.place) > LONGEST_PLACE:
        return ServiceRefusal.NO_PLACE
    if said.minutes is None:
        return ServiceRefusal.NO_LENGTH
    if not LEAST_MINUTES <= said.minutes <= MOST_MINUTES:
        return ServiceRefusal.TOO_SHORT_OR_LONG
    day = said.day or today
    return None if today - ENTERED_WITHIN <= day <= today else ServiceRefusal.DAY
