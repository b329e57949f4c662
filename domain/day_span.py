"""Read dates and ranges of dates at the beginning of what somebody wrote: strict, no guesses."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_NAMED = (
    "(?P<named>january|february|march|april|may|june|july|august|september|october|november"
    "|december|jan|feb|mar|apr|jun|jul|aug|sept|sep|oct|nov|dec)\\b\\.?"
)


def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE | re.ASCII)


_WHOLE = tuple(
    map(
        _compiled,
        (
            r"(?P<year>\d{4})([-/.])(?P<month>\d{1,2})\2(?P<day>\d{1,2})(?!\d)",
            r"(?:(?P<year>\d{4})\s*年\s*)?(?P<month>\d{1,2})\s*月\s*(?P<day>\d{1,2})(?!\d)[日号]?",
            rf"(?P<day>\d{{1,2}})\s*{_NAMED}(?:,?\s*(?P<year>\d{{4}})(?![\d.-]))?",
            rf"{_NAMED}\s*(?P<day>\d{{1,2}})(?!\d)(?:,?\s*(?P<year>\d{{4}})(?![\d.-]))?",
            r"(?P<month>\d{1,2})[-/](?P<day>\d{1,2})(?![\d/-])",
        ),
    )
)
# One month for both ends: 7-11 December, 7 to 11 Dec 2026.
_DAYS_OF_A_MONTH = _compiled(
    r"(?P<begin>\d{1,2})\s*(?:[-–—]|to\b)\s*(?P<day>\d{1,2})\s*"
    rf"{_NAMED}(?:,?\s*(?P<year>\d{{4}})(?![\d.-]))?"
)
# Only after a whole date: what is left out is as there.
_REST_OF_A_RANGE = (*_WHOLE, _compiled(r"(?P<day>\d{1,2})(?![\d/.:])[日号]?"))
_TO = _compiled(r"\s*(?:\.{2,3}|…|至|到|[-–—~]|to\b|until\b)\s*")
_AND = _compiled(r"\s*(?:[,，、]|和|and\b)\s*")


@dataclass(frozen=True, kw_only=True)
class DaySpan:
    """`first` to `last`, both included."""

    first: date
    last: date

    @property
    def length(self) -> int:
        """How many days it has."""
        return (self.last - self.first).days + 1


def spans_of(days: Iterable[date]) -> tuple[DaySpan, ...]:
    """Days in order, with those that follow each other as one span."""
    found: list[DaySpan] = []
    for day in sorted(days):
        if found and found[-1].last + timedelta(days=1) == day:
            found[-1] = DaySpan(first=found[-1].first, last=day)
        else:
            found.append(DaySpan(first=day, last=day))
    return tuple(found)


@dataclass(frozen=True, kw_only=True)
class ReadSpans:
    """The ranges that a text begins with, and the text after them."""

    spans: tuple[DaySpan, ...]
    rest: str


def read_spans(text: str, *, today: date) -> ReadSpans | None:
    """The dates and ranges that the text begins with, in the order written.

    A date without a year is of this year, unless that is over: then there is no reading, because
    nobody knows which year is meant. Impossible and backward dates have none either.
    """
    spans: list[DaySpan] = []
    at = 0
    while (found := _read_span(text, at, today)) is not None:
        span, at = found
        spans.append(span)
        more = _AND.match(text, at)
        if more is None or not any(form.match(text, more.end()) for form in _WHOLE):
            return ReadSpans(spans=tuple(spans), rest=text[at:].strip())
        at = more.end()
    return None


def begins_with_day(text: str) -> bool:
    """Whether something that looks like a date stands at the beginning."""
    return any(form.match(text) for form in (_DAYS_OF_A_MONTH, *_WHOLE))


def holds_day(text: str) -> bool:
    """Whether something that looks like a date stands anywhere in it."""
    return any(form.search(text) for form in _WHOLE)


def _read_span(text: str, at: int, today: date) -> tuple[DaySpan, int] | None:
    if (days := _DAYS_OF_A_MONTH.match(text, at)) is not None:
        span = _days_of_a_month(days.groupdict(), today)
        return (span, days.end()) if span else None
    found = _read_day(text, at, _WHOLE, today)
    if found is None:
        return None
    first, end = found
    to = _TO.match(text, end)
    if to is None:
        return DaySpan(first=first, last=first), end
    until = _read_day(text, to.end(), _REST_OF_A_RANGE, today, since=first)
    if until is None or until[0] < first:
        return None
    return DaySpan(first=first, last=until[0]), until[1]


def _days_of_a_month(given: dict[str, str | None], today: date) -> DaySpan | None:
    try:
        first = _day_of(given | {"day": given["begin"]}, today, None)
        last = _day_of(given, today, None)
    except ValueError:
        return None
    if first is None or last is None or last < first:
        return None
    return DaySpan(first=first, last=last)


def _read_day(
    text: str,
    at: int,
    forms: tuple[re.Pattern[str], ...],
    today: date,
    *,
    since: date | None = None,
) -> tuple[date, int] | None:
    for form in forms:
        found = form.match(text, at)
        if found is None:
            continue
        try:
            day = _day_of(found.groupdict(), today, since)
        except ValueError:
            return None
        return (day, found.end()) if day is not None else None
    return None


def _day_of(given: dict[str, str | None], today: date, since: date | None) -> date | None:
    near = since or today
    month = _month_of(given) or near.month
    day, year = int(given["day"] or 0), given.get("year")
    if year:
        return date(int(year), month, day)
    found = date(near.year, month, day)
    if found >= near:
        return found
    # The end of a range may lie in the year after its beginning: 28 Dec to 3 Jan.
    return found.replace(year=near.year + 1) if since and found.month < since.month else None


def _month_of(given: dict[str, str | None]) -> int | None:
    if named := given.get("named"):
        return _MONTHS.index(named[:3].lower()) + 1
    return int(given["month"] or 0) if given.get("month") else None
