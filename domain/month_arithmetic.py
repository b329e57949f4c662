"""Counting in months and years without falling off a short month."""

from calendar import monthrange
from datetime import date

_MONTHS_A_YEAR = 12


def days_in_month(year: int, month: int) -> int:
    """28 to 31."""
    return monthrange(year, month)[1]


def add_months(day: date, months: int) -> date:
    """The same day `months` later (or earlier), or the last day of a month too short for it.

    31 January plus one month is 28 or 29 February; 29 February plus twelve months is
    28 February. Raises ValueError outside the years 1 to 9999.
    """
    year, month_index = divmod(_months_since_year_0(day) + months, _MONTHS_A_YEAR)
    month = month_index + 1
    if not date.min.year <= year <= date.max.year:
        raise ValueError(f"{day} and {months} months leave the calendar")
    return date(year, month, min(day.day, days_in_month(year, month)))


def add_years(day: date, years: int) -> date:
    """The same day `years` later; 29 February becomes 28 February in common years."""
    return add_months(day, years * _MONTHS_A_YEAR)


def _months_since_year_0(day: date) -> int:
    return day.year * _MONTHS_A_YEAR + day.month - 1
