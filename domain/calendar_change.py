"""A change of a calendar as it was understood, and why one is refused."""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from domain.calendar_words import (
    ClearDays,
    SetDays,
    SetTerm,
    Statement,
)
from domain.day_span import DaySpan
from domain.own_day import LONGEST_RANGE
from domain.school_term import LONGEST_TERM
from domain.unit import Unit

YEARS_BACK, YEARS_AHEAD = 1, 3
LONGEST_HOLIDAY = 40
UNDO_WITHIN = timedelta(seconds=60)


class Refusal(StrEnum):
    """Why nothing was changed."""

    FAR_DAY = "far_day"
    LONG_HOLIDAY = "long_holiday"
    LONG_RANGE = "long_range"
    LONG_TERM = "long_term"
    TOO_MANY = "too_many"
    ONLY_THE_WHOLE = "only_the_whole"


@dataclass(frozen=True, kw_only=True)
class ChangeRefused:
    """What cannot be, with the statement that asks for it."""

    reason: Refusal
    statement: Statement


@dataclass(frozen=True, kw_only=True)
class CalendarChange:
    """What was changed, under the number by which it is taken back.

    Without a unit it is the country's calendar that was changed.
    """

    id: int
    today: date
    country: str
    statements: tuple[Statement, ...]
    unit: Unit | None = None


@dataclass(frozen=True, kw_only=True)
class AskEverybody:
    """A change of the country's calendar, not made yet: what it would turn into days off and
    into working days for everybody in it."""

    draft_id: int
    version: int
    today: date
    country: str
    statements: tuple[Statement, ...]
    off: tuple[date, ...] = ()
    working: tuple[date, ...] = ()


@dataclass(frozen=True, kw_only=True)
class AlreadySettled:
    """The question was answered already, or asked anew since."""


@dataclass(frozen=True, kw_only=True)
class SameAsBefore:
    """It is so already."""


@dataclass(frozen=True, kw_only=True)
class NoSuchUnit:
    """There is no such unit for whoever asks, or it is not his to change."""


@dataclass(frozen=True, kw_only=True)
class WhichUnit:
    """Several units could be meant."""

    units: tuple[Unit, ...]


@dataclass(frozen=True, kw_only=True)
class CalendarUndone:
    """The calendar is what it was before."""


@dataclass(frozen=True, kw_only=True)
class TooLate:
    """The minute is over, or the calendar was changed again since."""


def refuse(statement: Statement, *, today: date, is_of_a_unit: bool) -> Refusal | None:
    """Why a statement cannot be, taken alone; None when it can."""
    match statement:
        case SetTerm(term=term):
            length = (term.last_day - term.first_day).days + 1
            if length > LONGEST_TERM:
                return Refusal.LONG_TERM
            span = DaySpan(first=term.first_day, last=term.last_day)
            return None if _is_near(span, today) else Refusal.FAR_DAY
        case SetDays(spans=spans) | ClearDays(spans=spans):
            if not all(_is_near(span, today) for span in spans):
                return Refusal.FAR_DAY
            longest = max(span.length for span in spans)
            if is_of_a_unit:
                return Refusal.LONG_RANGE if longest > LONGEST_RANGE else None
            return Refusal.LONG_HOLIDAY if longest > LONGEST_HOLIDAY else None
        case _:
            return None


def _is_near(span: DaySpan, today: date) -> bool:
    is_late_enough = span.first.year >= today.year - YEARS_BACK
    return is_late_enough and span.last.year <= today.year + YEARS_AHEAD
