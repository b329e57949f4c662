"""Whether an answer of `read-schedule` says what a written meaning says, by its occurrences."""

import re
from datetime import date, datetime, time, timedelta
from itertools import islice
from typing import Any

from dateutil.rrule import rrulestr

Answer = dict[str, Any]
Instant = date | datetime

_COMPARED = 16
_COMPARED_OF_FINITE = 400
_END_OF_DAY = time(23, 59)
_SAME_EVENT = (
    {"term_end", "term", "term_expiry", "expiry", "election"},
    {"event", "meeting", "activity", "event_start", "event_end", "meeting_start", "meeting_end"}
    | {"activity_start", "activity_end", "start", "end", "event_begin"},
    {"deadline", "due", "deadline_end", "period_end"},
    {"school_term_start", "semester_start", "school_start", "term_start", "term_of_school_start"},
    {"school_term_end", "semester_end", "school_end", "term_of_school_end"},
    {"receipt", "notice", "received", "approval"},
)
_PER = {"P1M": "month", "P3M": "quarter", "P6M": "half-year", "P1Y": "year", "P7D": "week"}


def read_instant(written: str) -> Instant:
    """A date where no clock time was written; 24:00 is the next midnight."""
    if "T" not in written:
        return date.fromisoformat(written)
    if written.endswith("T24:00"):
        return datetime.fromisoformat(written.replace("T24:00", "T00:00")) + timedelta(days=1)
    return datetime.fromisoformat(written)


def at_day_end(instant: Instant) -> datetime:
    """A deadline with a bare date is met until 23:59."""
    return instant if isinstance(instant, datetime) else datetime.combine(instant, _END_OF_DAY)


def is_dated(rule: str) -> bool:
    """Whether the rule names days only."""
    return "BYHOUR" not in rule and not rule.startswith(("FREQ=HOURLY", "FREQ=MINUTELY"))


def expand(rule: str, anchor: str | None, now: datetime) -> list[Instant]:
    """The first occurrences after `now`, days after today for a rule of days only."""
    dated = is_dated(rule)
    tomorrow = datetime.combine(now.date() + timedelta(days=1), time())
    start = tomorrow if dated else now
    if anchor:
        start = datetime.combine(date.fromisoformat(anchor[:10]), time())
    found = rrulestr(rule.replace("Z", ""), dtstart=start)
    later = (instant for instant in found if instant > now)
    enough = _COMPARED_OF_FINITE if "UNTIL" in rule or "COUNT" in rule else _COMPARED
    within = (one for one in islice(later, enough) if one.year < now.year + 40)
    return [one.date() if dated else one for one in within]


def _parts(rule: str) -> dict[str, frozenset[str]]:
    pairs = (part.split("=", 1) for part in rule.split(";"))
    return {
        name: frozenset(value.split(","))
        for name, value in pairs
        if (name, value) != ("INTERVAL", "1")
    }


def same_rule(
    meant: tuple[str, str | None], told: tuple[str, str | None], now: datetime, *, any_anchor: bool
) -> bool:
    """Same occurrences, or the same rule where it is open which week comes first."""
    if any_anchor and _parts(meant[0]) == _parts(told[0]):
        return True
    return expand(*meant, now) == expand(*told, now)


def length(written: str | None) -> tuple[int, int] | None:
    """Months and minutes of an ISO 8601 duration."""
    if not written:
        return None
    pattern = r"P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:0S)?)?"
    found = re.fullmatch(pattern, written)
    if not found:
        return None
    years, months, weeks, days, hours, minutes = (int(part or 0) for part in found.groups())
    return years * 12 + months, ((weeks * 7 + days) * 24 + hours) * 60 + minutes


def offset(written: str) -> tuple[str, tuple[int, int]] | None:
    """Unit and signed amount of `-P6M` or `+5WD`."""
    sign = -1 if written.startswith("-") else 1
    amount = written.lstrip("+-")
    if amount.endswith("WD"):
        return "working days", (sign * int(amount[:-2]), 0)
    found = length(amount)
    return found and ("calendar", (sign * found[0], sign * found[1]))


def same_event(meant: str, told: str) -> bool:
    """Events have several good names; a term's end is still no meeting."""
    return meant == told or any({meant, told} <= names for names in _SAME_EVENT)


def same_relation(meaning: str, told: list[dict[str, Any]]) -> bool:
    """Every `{event}±offset@clock` is there, in any order, and nothing else."""
    meant = [_relation(part) for part in meaning.split(",")]
    if len(meant) != len(told):
        return False
    return all(
        any(
            same_event(event, one["event"])
            and offset(shift) == offset(one["offset"])
            and (clock or None) in (one.get("at") or None, *_unsaid(one))
            for one in told
        )
        for event, shift, clock in meant
    )


def _unsaid(told: dict[str, Any]) -> tuple[None, ...]:
    """The end of the day is no clock time that somebody said."""
    return (None,) if told.get("at") == "23:59" else ()


def _relation(written: str) -> tuple[str, str, str]:
    found = re.fullmatch(r"\{(\w+)\}([+-][^@]+)(?:@(.+))?", written)
    if found is None:
        raise ValueError(written)
    return found[1], found[2], found[3] or ""


def same_quota(meant: int | None, window: str, told: dict[str, Any] | None) -> bool:
    """As many at least, in the same kind of period where the window names one."""
    if meant is None or told is None:
        return meant is None and told is None
    per = _PER.get(window.replace("P1W", "P7D"))
    return told.get("at_least") == meant and per in (None, told.get("per"))
