"""What an expression turned out to mean: understood, a question, or a refusal."""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from domain.schedule_words.rule import Rule


class Kind(StrEnum):
    """What sort of time it is. A period is a window or a quota, single or recurring."""

    RECURRING = "recurring"
    ONCE = "once"
    DEADLINE = "deadline"
    PERIOD = "period"


class Per(StrEnum):
    """The stretch that a quota is counted in; a term's dates are known to the school alone."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    HALF_YEAR = "half-year"
    YEAR = "year"
    TERM = "term"


@dataclass(frozen=True, kw_only=True)
class LocalMoment:
    """A day on the wall calendar; `clock` counts from midnight, None when none was said."""

    day: date
    clock: timedelta | None = None


@dataclass(frozen=True, kw_only=True)
class Quota:
    """How many per stretch, or per `every` so many stretches; a minimum is a minimum."""

    at_least: int
    per: Per
    at_most: int | None = None
    every: int = 1


@dataclass(frozen=True, kw_only=True)
class RelativeTo:
    """An instant that hangs on something dated elsewhere: `term_end` -P6M, `meeting` +3WD."""

    event: str
    offset: str
    clock: timedelta | None = None


@dataclass(frozen=True, kw_only=True)
class Schedule:
    """Understood. The fields that belong to the kind are set, the others are None or empty.

    once, deadline: `at`, or `rule`, or `relative_to`. recurring: `rule`, or `relative_to`
    a festival whose dates `upcoming` tells. period: `at` to `until`, or `rule` with
    `duration` (with `ending` where that
    depends on the month), or a `quota` (with its recurring window, except for terms).
    `part_of_day` is a word such as "afternoon" that came without a clock time.
    `upcoming` are the next five moments of what recurs.
    """

    kind: Kind
    at: LocalMoment | None = None
    until: LocalMoment | None = None
    rule: Rule | None = None
    duration: str | None = None
    ending: Rule | None = None
    quota: Quota | None = None
    relative_to: tuple[RelativeTo, ...] = ()
    part_of_day: str | None = None
    upcoming: tuple[LocalMoment, ...] = ()


class Question(StrEnum):
    """What must be asked before anything is made of it."""

    WHICH_MEANING = "which meaning"
    PAST = "past"
    VAGUE = "vague"
    NO_DATE = "no date"
    TERM_START = "term start"
    SCHOOL_DATES = "school dates"
    HOLIDAY = "holiday"
    WHICH_HALF_OF_DAY = "which half of the day"
    SHORT_MONTHS = "short months"
    SKIPPED_WALL_TIME = "skipped wall time"
    NOT_ALL_UNDERSTOOD = "not all understood"


class Refusal(StrEnum):
    """Why nothing can be made of it."""

    NO_TIME = "no time"
    NOT_UNDERSTOOD = "not understood"
    TOO_LONG = "too long"
    NO_SUCH_DATE = "no such date"
    TOO_FAR = "too far"


@dataclass(frozen=True, kw_only=True)
class Ask:
    """One question, with the meanings to choose from; `about` quotes the words in doubt."""

    question: Question
    readings: tuple[Schedule, ...] = ()
    about: str = ""


@dataclass(frozen=True, kw_only=True)
class Refused:
    """Nothing is made of it; `about` quotes what was not understood."""

    refusal: Refusal
    about: str = ""


Reading = Schedule | Ask | Refused
