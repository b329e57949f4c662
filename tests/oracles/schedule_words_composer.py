"""Compose expressions about time from small pieces, with their instants found by walking days."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from random import Random

from tests.oracles.schedule_words_meaning import Answer, Instant, expand, length, read_instant
from tests.oracles.schedule_words_row import NOW

COMPARED = 8
_HORIZON = NOW.date() + timedelta(days=366 * 6)
_NEXT = 5

IsDay = Callable[[date], bool]
Clock = tuple[str, time]
Days = tuple[str, IsDay]


@dataclass(frozen=True, kw_only=True)
class Bounds:
    """Words that let a rule begin late or end."""

    before: str = ""
    after: str = ""
    begins: date = field(default=NOW.date())
    ends: date = date.max
    count: int | None = None


@dataclass(frozen=True, kw_only=True)
class Said:
    """An expression and what it must mean; one instant for a moment, two for a period."""

    text: str
    kind: str
    instants: Sequence[Instant]
    working_days: bool = False
    lasts: str | None = None


def walk(is_day: IsDay, at: time | None, bounds: Bounds) -> list[Instant]:
    """Every day after the other, with its clock time, those still to come."""
    found: list[Instant] = []
    day = max(NOW.date(), bounds.begins)
    last = min(bounds.ends, _HORIZON)
    wanted = min(COMPARED, bounds.count or COMPARED)
    while day <= last and len(found) < wanted:
        if is_day(day):
            instant: Instant = datetime.combine(day, at) if at else day
            if day > NOW.date() or (isinstance(instant, datetime) and instant > NOW):
                found.append(instant)
        day += timedelta(days=1)
    return found


def nth_weekday(weekday: int, ordinal: int) -> IsDay:
    """The n-th such weekday of a month, from its end where negative."""

    def is_day(day: date) -> bool:
        if day.weekday() != weekday:
            return False
        if ordinal > 0:
            return (day.day - 1) // 7 + 1 == ordinal
        return -((days_of_month(day) - day.day) // 7 + 1) == ordinal

    return is_day


def days_of_month(day: date) -> int:
    """How long the month of this day is, by walking to the next."""
    walked = day
    while walked.month == day.month:
        walked += timedelta(days=1)
    return (walked - timedelta(days=1)).day


def both(first: IsDay, second: IsDay) -> IsDay:
    """Days that satisfy two conditions."""
    return lambda day: first(day) and second(day)


def in_months(*months: int) -> IsDay:
    """Days of these months."""
    return lambda day: day.month in months


def on_weekdays(*weekdays: int) -> IsDay:
    """Days of these weekdays, Monday is 0."""
    return lambda day: day.weekday() in weekdays


def on_days(*numbers: int) -> IsDay:
    """Days of the month with these numbers, from its end where negative."""
    return lambda day: day.day in numbers or day.day - days_of_month(day) - 1 in numbers


def agrees(said: Said, answer: Answer) -> bool:
    """Whether an understood answer tells exactly these instants."""
    if answer["kind"] != said.kind or length(answer.get("duration")) != length(said.lasts):
        return False
    if said.kind == "recurring" or said.lasts:
        return _repeats_so(said, answer)
    told = [answer.get("at"), answer.get("until")] if said.kind == "period" else [answer.get("at")]
    return [read_instant(one) for one in told if one] == list(said.instants)


def _repeats_so(said: Said, answer: Answer) -> bool:
    listed = [read_instant(one) for one in answer.get("next") or []]
    if listed != list(said.instants[:_NEXT]) or not answer.get("rrule"):
        return False
    if said.working_days:
        return answer.get("workdays") == "CN"
    expanded = expand(answer["rrule"], answer.get("anchor"), NOW)
    told = [one for one in expanded if _day(one) <= _HORIZON][:COMPARED]
    return not answer.get("workdays") and told == list(said.instants)


def _day(instant: Instant) -> date:
    return instant.date() if isinstance(instant, datetime) else instant


def take(source: Callable[[Random], Said], count: int, *, seed: int) -> Iterator[Said]:
    """So many different expressions, the same for the same seed."""
    random = Random(seed)
    seen: set[str] = set()
    while len(seen) < count:
        said = source(random)
        if said.text not in seen and said.instants:
            seen.add(said.text)
            yield said
