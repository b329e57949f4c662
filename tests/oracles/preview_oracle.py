"""Plain loops over days: on which of them somebody hears of a duty, or it is due."""

from calendar import monthrange
from collections.abc import Callable, Iterator, Mapping
from datetime import date, timedelta
from typing import Any

DAY = timedelta(days=1)
FIRST, LAST = date(2025, 7, 1), date(2034, 12, 31)

# China, 2026, as published; 2027 and later are not.
PUBLISHED = frozenset({2026})
WORKS = {
    date(2026, month, day) for month, day in ((1, 4), (2, 14), (2, 28), (5, 9), (9, 20), (10, 10))
}
RESTS = {
    date(2026, month, day)
    for month, first, last in (
        (1, 1, 3), (2, 15, 23), (4, 4, 6), (5, 1, 5), (6, 19, 21), (9, 25, 27), (10, 1, 7),
    )
    for day in range(first, last + 1)
}  # fmt: skip

# day, is due, moved from, provisional
Seen = tuple[date, bool, date | None, bool]

_PERIOD_ENDS: Mapping[str, Callable[[date], bool]] = {
    "month": lambda day: True,
    "quarter": lambda day: day.month in (3, 6, 9, 12),
    "half-year": lambda day: day.month in (6, 12),
    "year": lambda day: day.month == 12,
    "school-term": lambda day: day.month in (1, 7),
}


def is_open(day: date) -> bool:
    """Whether a list that may turn the day round is still to come; the last three days of a year
    are in the hands of the next one's list as well."""
    lists = {day.year, (day + 3 * DAY).year}
    return not lists <= PUBLISHED


def works(day: date) -> bool:
    """Whether people work on a day."""
    return day in WORKS or (day.weekday() < 5 and day not in RESTS)


def every_day() -> Iterator[date]:
    """All days that matter here, one after the other."""
    day = FIRST
    while day <= LAST:
        yield day
        day += DAY


def back_to_work(day: date) -> date:
    """The day, or the last one before it on which people work."""
    while not works(day):
        day -= DAY
    return day


def on_to_work(day: date) -> date:
    """The day, or the next one on which people work."""
    while not works(day):
        day += DAY
    return day


def quota_dates(quota: Mapping[str, Any], before: list[int], exempt: list[int]) -> list[Seen]:
    """The end of every period, and the reminders before it, never before it begins."""
    seen: list[Seen] = []
    begins = FIRST
    for day in every_day():
        ends = (day + DAY).day == 1 and _PERIOD_ENDS[quota["per"]](day)
        if not ends:
            continue
        if {month.month for month in _days(begins, day)} - set(exempt):
            seen.append((day, True, None, False))
            seen += [_reminder(day, ahead, begins) for ahead in before]
        begins = day + DAY
    return seen


def _days(first: date, last: date) -> Iterator[date]:
    while first <= last:
        yield first
        first += DAY


def _reminder(end: date, ahead: int, begins: date) -> Seen:
    nominal = end - ahead * DAY
    told = back_to_work(nominal)
    if told < begins:
        told = on_to_work(begins)
        return (told, False, None, is_open(told))
    moved = None if told == nominal else nominal
    return (told, False, moved, is_open(nominal))


def school_term_dates(own: list[tuple[date, date]], before: list[int]) -> list[Seen]:
    """The end of every school term and the reminders before it."""
    seen: list[Seen] = []
    began, before_it = FIRST, _term_name(FIRST, own)
    for day in every_day():
        name = _term_name(day, own)
        if name == before_it:
            continue
        if before_it is not None:
            seen.append((day - DAY, True, None, False))
            seen += [_reminder(day - DAY, ahead, began) for ahead in before]
        began, before_it = day, name
    return seen


def _term_name(day: date, own: list[tuple[date, date]]) -> tuple[date, ...] | None:
    """The own term of a day; else its half-year, unless the middle of an own term lies in it."""
    for first, last in own:
        if first <= day <= last:
            return (first, last)
    half = _half(day)
    middles = [first + (last - first) / 2 for first, last in own]
    return None if half in [_half(middle) for middle in middles] else half


def _half(day: date) -> tuple[date]:
    if 2 <= day.month <= 7:
        return (date(day.year, 2, 1),)
    return (date(day.year if day.month >= 8 else day.year - 1, 8, 1),)


def rule_dates(rule: str, shift: str) -> list[Seen]:
    """Every day that a rule names, on the day that it falls on."""
    parts = dict(part.split("=") for part in rule.split(";"))
    seen: list[Seen] = []
    for day in every_day():
        if not _is_named(parts, day) or (shift == "skip" and not works(day)):
            continue
        falls = {"before": back_to_work, "after": on_to_work}.get(shift, _stay)(day)
        moved = None if falls == day else day
        seen.append((falls, True, moved, shift != "keep" and is_open(day)))
    return seen


def nth_working_day_dates(nth: int) -> list[Seen]:
    """In every month the so-manieth day on which people work; -2 is the last but one."""
    months: dict[tuple[int, int], list[date]] = {}
    for day in every_day():
        if works(day):
            months.setdefault((day.year, day.month), []).append(day)
    chosen = [
        days[nth - 1 if nth > 0 else nth] for days in months.values() if len(days) >= abs(nth)
    ]
    return [(day, True, None, is_open(day) or is_open(_edge(day, nth))) for day in chosen]


def _edge(day: date, nth: int) -> date:
    """The end of the month that is counted from."""
    return day.replace(day=1 if nth > 0 else monthrange(day.year, day.month)[1])


def after_term_dates(own: list[tuple[date, date]], working_days: int) -> list[Seen]:
    """So many working days after each term has begun."""
    seen: list[Seen] = []
    for first, _ in own:
        day, left = first, working_days
        while left:
            day += DAY
            left -= works(day)
        seen.append((day, True, None, is_open(first) or is_open(day)))
    return seen


def _stay(day: date) -> date:
    return day


def _is_named(parts: Mapping[str, str], day: date) -> bool:
    if "BYMONTH" in parts and day.month != int(parts["BYMONTH"]):
        return False
    if "BYMONTHDAY" in parts:
        length = monthrange(day.year, day.month)[1]
        return day.day == min(int(parts["BYMONTHDAY"]), length)
    return parts["BYDAY"] == "1TU" and day.weekday() == 1 and day.day <= 7


def term_dates(ends_on: date, months: list[int]) -> list[Seen]:
    """The end of a term and the warnings before it."""
    seen: list[Seen] = [(ends_on, True, None, False)]
    for ahead in months:
        nominal = _months_before(ends_on, ahead)
        told = back_to_work(nominal)
        moved = None if told == nominal else nominal
        seen.append((told, False, moved, is_open(nominal)))
    return seen


def _months_before(day: date, months: int) -> date:
    year, month = day.year, day.month
    for _ in range(months):
        year, month = (year - 1, 12) if month == 1 else (year, month - 1)
    return date(year, month, min(day.day, monthrange(year, month)[1]))


def next_five(seen: list[Seen], today: date) -> list[Seen]:
    """The next five days, each once: being due outweighs, then not having been moved there."""
    days: dict[date, Seen] = {}
    for one in sorted(seen, key=lambda one: one[0]):
        if one[0] < today:
            continue
        before = days.get(one[0])
        if before is None or one[1] or (before[2] and not one[2] and not before[1]):
            days[one[0]] = one
    return [days[day] for day in sorted(days)][:5]
