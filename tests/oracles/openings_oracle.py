"""What must be open, found by plain loops over days and owners, without any of the product's rules.

Every rule of dates stands here as a question about one day; periods are found by their names.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

# The first and the last day of each, by its name.
Windows = dict[str, tuple[date, date]]

ONE_DAY = timedelta(days=1)

# RRULE text beside the question that it asks of a day.
RULES: dict[str, Callable[[date], bool]] = {
    "FREQ=DAILY": lambda day: True,
    "FREQ=WEEKLY;BYDAY=FR": lambda day: day.weekday() == 4,
    "FREQ=WEEKLY;BYDAY=MO,TH": lambda day: day.weekday() in (0, 3),
    "FREQ=MONTHLY;BYMONTHDAY=1": lambda day: day.day == 1,
    "FREQ=MONTHLY;BYMONTHDAY=31": lambda day: (day + ONE_DAY).day == 1,
    "FREQ=MONTHLY;BYDAY=-1FR": lambda day: (
        day.weekday() == 4 and (day + timedelta(days=7)).month != day.month
    ),
    "FREQ=YEARLY;BYMONTH=7;BYMONTHDAY=1": lambda day: (day.month, day.day) == (7, 1),
    "FREQ=YEARLY;BYMONTH=10;BYMONTHDAY=2": lambda day: (day.month, day.day) == (10, 2),
}
PERIODS: dict[str, Callable[[date], str]] = {
    "month": lambda day: f"{day.year}-{day.month:02}",
    "quarter": lambda day: f"{day.year}-Q{(day.month + 2) // 3}",
    "half-year": lambda day: f"{day.year}-H{1 if day.month < 7 else 2}",
    "year": lambda day: f"{day.year}",
    "school-term": lambda day: (
        f"{day.year if day.month > 7 else day.year - 1}-S{2 if 2 <= day.month <= 7 else 1}"
    ),
}


@dataclass(frozen=True, kw_only=True)
class Setting:
    """Which days people work, which months are exempt, and from when to when it runs."""

    is_working: Callable[[date], bool]
    exempt_months: frozenset[int]
    begins_on: date
    today: date


def periods(per: str, setting: Setting) -> Windows:
    """Every period of which a day lies in the running time, unless all its days are exempt."""
    name = PERIODS[per]
    days: dict[str, list[date]] = {}
    for day in _days(setting.begins_on - timedelta(days=400), setting.today + timedelta(days=400)):
        days.setdefault(name(day), []).append(day)
    begun = {name(day) for day in _days(setting.begins_on, setting.today)}
    return {
        one: (days[one][0], days[one][-1])
        for one in begun
        if not {day.month for day in days[one]} <= setting.exempt_months
    }


def dates(rule: str, shift: str, lead_days: int, setting: Setting) -> Windows:
    """Every date of a rule that starts with the duty, if it is open by now."""
    found: Windows = {}
    before: date | None = None
    for day in _days(setting.begins_on, setting.today + timedelta(days=80)):
        if not RULES[rule](day) or day.month in setting.exempt_months:
            continue
        moved = _moved(day, shift, setting.is_working)
        if moved is None:
            continue
        opens = moved - timedelta(days=lead_days)
        if before is not None:
            opens = max(opens, before + ONE_DAY)
        before = moved
        if moved >= setting.begins_on and min(opens, moved) <= setting.today:
            found[day.isoformat()] = (min(opens, moved), moved)
    return found


def _moved(day: date, shift: str, is_working: Callable[[date], bool]) -> date | None:
    if shift.startswith("weekend-"):
        is_weekend = f"{day:%a}" in ("Sat", "Sun")
        shift = shift.removeprefix("weekend-") if is_weekend else "keep"
    if shift == "skip" and not is_working(day):
        return None
    while shift in ("before", "after") and not is_working(day):
        day += ONE_DAY if shift == "after" else -ONE_DAY
    return day


def _days(first: date, last: date) -> Iterator[date]:
    while first <= last:
        yield first
        first += ONE_DAY
