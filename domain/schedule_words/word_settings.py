"""What a word means here: the hours and days that people leave unsaid."""

from dataclasses import dataclass
from datetime import timedelta


@dataclass(frozen=True, kw_only=True)
class WordSettings:
    """Hours are counted from midnight, days of a month from 1; -1 is the last day.

    `work_end` is 下班 and the close of business, `month_start` 月初, `month_end` 月底,
    `year_start` and `year_end` (in months) 年初 and 年底.
    """

    work_start: timedelta = timedelta(hours=9)
    work_end: timedelta = timedelta(hours=18)
    noon: timedelta = timedelta(hours=12)
    midnight: timedelta = timedelta(hours=24)
    month_start: tuple[int, int] = (1, 5)
    month_end: tuple[int, int] = (25, -1)
    year_start: tuple[int, int] = (1, 2)
    year_end: tuple[int, int] = (11, 12)
    working_calendar: str = "CN"
    longest: int = 120
