"""Dates of the Chinese lunar calendar, as a table of its months."""

from datetime import date, timedelta

_FIRST_YEAR = 2023
_LONG = "L"
# Each year's first day, then its months: long ones of 30 days, short ones of 29, the leap month
# behind the month that it repeats. Computed from the new moons at 120 degrees east.
_YEARS = (
    ("2023-01-22", "sLssLLsLLsLsL", 2),
    ("2024-02-10", "sLssLsLLsLLs", 0),
    ("2025-01-29", "LsLssLsLsLLLs", 6),
    ("2026-02-17", "LsLssLssLLLs", 0),
    ("2027-02-06", "LLsLssLssLLs", 0),
    ("2028-01-26", "LLLsLssLssLLs", 5),
    ("2029-02-13", "LLsLsLsLssLL", 0),
    ("2030-02-03", "sLsLLsLsLsLs", 0),
    ("2031-01-23", "sLLsLsLLsLsLs", 3),
    ("2032-02-11", "LssLsLLsLLsL", 0),
    ("2033-01-31", "sLssLsLsLLLsL", 11),
    ("2034-02-19", "sLssLsLsLLsL", 0),
    ("2035-02-08", "LsLssLssLLsL", 0),
)
_PREFIX = "lunar"


def lunar_name(month: int, day: int) -> str:
    """The name of a festival that is only a date: lunar_12_23."""
    return f"{_PREFIX}_{month}_{day}"


def lunar_date_of(festival: str) -> tuple[int, int] | None:
    """Month and day of such a name; None for every other festival."""
    prefix, *numbers = festival.split("_")
    if prefix != _PREFIX or len(numbers) != 2:
        return None
    month, day = map(int, numbers)
    return month, day


def lunar_day(month: int, day: int, year: int) -> date | None:
    """The day of that lunar year, whose last months lie in the year after.

    None where the table ends, and for the 30th of a short month.
    """
    if not 0 <= year - _FIRST_YEAR < len(_YEARS):
        return None
    first, months, leap = _YEARS[year - _FIRST_YEAR]
    place = month - 1 + (0 < leap < month)
    if day == 30 and months[place] != _LONG:
        return None
    before = sum(30 if length == _LONG else 29 for length in months[:place])
    return date.fromisoformat(first) + timedelta(days=before + day - 1)
