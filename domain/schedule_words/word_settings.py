"""What a word means here: the hours and days that people leave unsaid."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import timedelta

from domain.schedule_words.meaning import Part

_DAYS_OF_MONTH = {
    Part.START: (1, 5),
    Part.MIDDLE: (11, 20),
    Part.END: (25, -1),
    Part.FIRST_TEN: (1, 10),
    Part.SECOND_TEN: (11, 20),
    Part.LAST_TEN: (21, -1),
    Part.FIRST_HALF: (1, 15),
    Part.SECOND_HALF: (16, -1),
}
_MONTHS_OF_YEAR = {
    Part.START: (1, 2),
    Part.MIDDLE: (6, 7),
    Part.END: (11, 12),
    Part.FIRST_HALF: (1, 6),
    Part.SECOND_HALF: (7, 12),
}
_HOURS_OF_DAY = {
    "early morning": (timedelta(), timedelta(hours=6)),
    "morning": (timedelta(hours=6), timedelta(hours=12)),
    "noon": (timedelta(hours=11), timedelta(hours=14)),
    "afternoon": (timedelta(hours=12), timedelta(hours=18)),
    "evening": (timedelta(hours=18), timedelta(hours=24)),
}


@dataclass(frozen=True, kw_only=True)
class WordSettings:
    """Hours are counted from midnight, days of a month from 1; -1 is the last day.

    `work_end` is 下班 and the close of business. `days_of_month` holds 月初, 上旬, 月底 and the
    like, `months_of_year` 年初 and 年底. `hours_of_day` says when a morning
    begins and is over. `longest` is the most characters, `most_words` the
    most words about time that are looked at.
    """

    work_start: timedelta = timedelta(hours=9)
    work_end: timedelta = timedelta(hours=18)
    noon: timedelta = timedelta(hours=12)
    midnight: timedelta = timedelta(hours=24)
    days_of_month: Mapping[Part, tuple[int, int]] = field(default_factory=lambda: _DAYS_OF_MONTH)
    months_of_year: Mapping[Part, tuple[int, int]] = field(default_factory=lambda: _MONTHS_OF_YEAR)
    hours_of_day: Mapping[str, tuple[timedelta, timedelta]] = field(
        default_factory=lambda: _HOURS_OF_DAY
    )
    working_calendar: str = "CN"
    longest: int = 120
    most_words: int = 48
