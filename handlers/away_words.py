"""Read `12月10日-24日 陈帆`: one day or two, and what follows. Anything else is not understood."""

import re
from dataclasses import dataclass
from datetime import date
from unicodedata import normalize

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_LONG = ("uary", "ruary", "ch", "il", "", "e", "y", "ust", "tember", "ober", "ember", "ember")
_NAME = "|".join(f"{short}(?:{rest})?" for short, rest in zip(_MONTHS, _LONG, strict=True))
_SEP = r"\s*(?:-|–|—|~|至|到|to|till|until)\s*"
_END = r"(?=$|[\s,，。@])"


def _chinese(n: int) -> str:
    return rf"(?:(?P<y{n}>\d{{4}})年)?(?P<m{n}>\d{{1,2}})月(?P<d{n}>\d{{1,2}})[日号]?"


def _english(n: int) -> str:
    return rf"(?P<d{n}>\d{{1,2}}) (?P<n{n}>{_NAME})\.?(?: (?P<y{n}>\d{{4}}))?"


def _numbers(n: int) -> str:
    return rf"(?P<y{n}>\d{{4}})-(?P<m{n}>\d{{1,2}})-(?P<d{n}>\d{{1,2}})"


MOST_DAYS_LATE = 30

# The longest forms first: one day is also the beginning of two.
_FORMS = tuple(
    re.compile(form + _END, re.ASCII | re.IGNORECASE)
    for form in (
        _chinese(1) + _SEP + _chinese(2),
        _english(1) + _SEP + _english(2),
        _numbers(1) + _SEP + _numbers(2),
        _chinese(1) + _SEP + r"(?P<d2>\d{1,2})[日号]?",
        r"(?P<d1>\d{1,2})" + _SEP + _english(2),
        _chinese(1),
        _english(1),
        _numbers(1),
    )
)


@dataclass(frozen=True, kw_only=True)
class AwayWords:
    """The days where some were named, and the rest of the words."""

    days: tuple[date, date] | None
    rest: str


def read_away(text: str, *, today: date) -> AwayWords:
    """Days without a year are the next ones; what does not begin with a day is all rest."""
    plain = " ".join(normalize("NFKC", text).split())
    for form in _FORMS:
        found = form.match(plain)
        days = _days(found.groupdict(), today) if found else None
        if found and days:
            return AwayWords(days=days, rest=plain[found.end() :].strip(" ,，。"))
    return AwayWords(days=None, rest=plain)


def _days(named: dict[str, str | None], today: date) -> tuple[date, date] | None:
    last_month = _month(named, 2)
    first_month = _month(named, 1) or last_month
    if first_month is None:
        return None
    try:
        first = _first(named, first_month, today)
        if named.get("d2") is None:
            return first, first
        last = date(int(named.get("y2") or first.year), last_month or first_month, _day(named, 2))
        if last < first and named.get("y2") and not named.get("y1"):
            first = first.replace(year=first.year - 1)
        elif last < first and last_month and not named.get("y2"):
            last = last.replace(year=last.year + 1)
    except ValueError:
        # 30 February is no day.
        return None
    return first, last


def _first(named: dict[str, str | None], month: int, today: date) -> date:
    year = named.get("y1") or named.get("y2")
    if year:
        return date(int(year), month, _day(named, 1))
    this_year = date(today.year, month, _day(named, 1))
    # Whoever is away since last week says so late; what lies months back is meant for next year.
    is_meant = (today - this_year).days <= MOST_DAYS_LATE
    return this_year if is_meant else date(today.year + 1, month, this_year.day)


def _day(named: dict[str, str | None], n: int) -> int:
    return int(named.get(f"d{n}") or 0)


def _month(named: dict[str, str | None], n: int) -> int | None:
    name, number = named.get(f"n{n}"), named.get(f"m{n}")
    if name:
        return _MONTHS.index(name[:3].lower()) + 1
    return int(number) if number else None
