"""The moment or the days that a text begins with, and what follows: 下周五15:00 学习，会议室."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import chain

from domain.schedule_words.chinese_line import chinese_spans
from domain.schedule_words.english_leads import english_spans
from domain.schedule_words.leaning import Lean, leaning
from domain.schedule_words.line import Span
from domain.schedule_words.meaning import Expression, Offset, Point, Unit
from domain.schedule_words.reader import is_chinese, parse
from domain.schedule_words.reading import (
    Ask,
    Kind,
    LocalMoment,
    Question,
    Reading,
    Refusal,
    Refused,
    Schedule,
)
from domain.schedule_words.resolving import resolve
from domain.schedule_words.standpoint import LAST_MINUTE, Standpoint
from domain.schedule_words.windows import is_clock_only

LONGEST_BEGINNING = 64
_MOST_STARTS = 6
_EDGES = " \t\n\r\u3000,，.。;；:："
_BLANKS = " \t\n\r\u3000,，。;；、@"
_QUOTED = 20
# 2 November 2026.
_WORDS_OF_A_DAY = 3
# 25:00 behind a day is no title.
_AN_HOUR = re.compile(r"\d{1,2}\s*(?:[:：点时]|[ap]m\b)", re.IGNORECASE)


@dataclass(frozen=True, kw_only=True)
class Typed:
    """What the beginning means, and the words after it."""

    reading: Reading
    rest: str

    @property
    def moment(self) -> LocalMoment | None:
        """The one moment that is meant, with its hour."""
        return _moment_of(self.reading)

    @property
    def passed(self) -> LocalMoment | None:
        """The moment that is meant, where it is over."""
        match self.reading:
            case Ask(question=Question.PAST, readings=(*_, last)):
                return _moment_of(last)
        return None

    @property
    def day(self) -> date | None:
        """The day that is meant, where that alone is known; also where the hour is in doubt."""
        match self.reading:
            case Schedule(kind=Kind.ONCE, at=LocalMoment(day=day)):
                return day
            case Ask(question=Question.WHICH_HALF_OF_DAY, readings=readings):
                days = {one.at.day for one in readings if one.at}
                return days.pop() if len(days) == 1 else None
        return None

    @property
    def is_unread(self) -> bool:
        """Whether nothing about when was found."""
        reading = self.reading
        return isinstance(reading, Refused) and reading.refusal in (
            Refusal.NO_TIME,
            Refusal.NOT_UNDERSTOOD,
        )


def _moment_of(reading: Reading) -> LocalMoment | None:
    match reading:
        case Schedule(kind=Kind.ONCE, at=LocalMoment(clock=timedelta()) as at):
            return at
    return None


def read_moment(text: str, here: Standpoint, *, day: date | None = None) -> Typed:
    """The moment that the text begins with; an hour alone is one of `day`, where it is known.

    Refused where it begins with none. A day without an hour is a Schedule without a clock.
    """
    begun = [one for one in _beginnings(text, here) if one.says_hour or one.ends_a_word]
    if not begun:
        return Typed(reading=Refused(refusal=Refusal.NO_TIME), rest=text)
    best = max(begun, key=lambda one: (one.says_hour, one.ends_a_word, one.length))
    rest = text[best.length :].strip(_EDGES)
    if not best.says_hour and _AN_HOUR.match(rest):
        return Typed(
            reading=Refused(refusal=Refusal.NOT_UNDERSTOOD, about=rest[:_QUOTED]), rest=rest
        )
    said = _on(day, best.said) if day else best.said
    return Typed(reading=resolve(leaning(said, Lean.AHEAD, here.today), here), rest=rest)


def read_day(text: str, here: Standpoint, *, lean: Lean) -> date | None:
    """The day that the whole text names, past or not; None when it names none, or two."""
    said = parse(text, here.words)
    if not isinstance(said, Expression) or said.to is not None:
        return None
    days = _days_of(leaning(said, lean, here.today), here)
    return days[0] if days and days[0] == days[1] else None


def split_day(text: str, here: Standpoint, *, lean: Lean) -> tuple[str, date | None]:
    """The other words, and the day that stands first or last among them."""
    parts = text.split()
    for length in (_WORDS_OF_A_DAY, 2, 1):
        for said, rest in ((parts[-length:], parts[:-length]), (parts[:length], parts[length:])):
            day = read_day(" ".join(said), here, lean=lean)
            if day is not None:
                return " ".join(rest), day
    return " ".join(parts), None


@dataclass(frozen=True, kw_only=True)
class TypedDays:
    """The first and the last day where some were named, and the rest of the words."""

    days: tuple[date, date] | None
    rest: str


def read_days(text: str, here: Standpoint) -> TypedDays:
    """The days that the text begins with; what does not begin with a day is all rest."""
    begun = [one for one in _beginnings(text, here) if one.ends_a_word and not one.says_hour]
    for one in sorted(begun, key=lambda one: -one.length):
        days = _days_of(leaning(one.said, Lean.AHEAD, here.today), here)
        if days is not None:
            return TypedDays(days=days, rest=text[one.length :].strip(_EDGES))
    return TypedDays(days=None, rest=text)


def find_days(text: str, here: Standpoint) -> TypedDays:
    """The same, where a name may stand before the days."""
    starts = (0, *(found.end() for found in re.finditer(r"\s+", text)))
    for start in starts[:_MOST_STARTS]:
        typed = read_days(text[start:], here)
        if typed.days is not None:
            rest = f"{text[:start]} {typed.rest}".strip(_EDGES)
            return TypedDays(days=typed.days, rest=rest)
    return TypedDays(days=None, rest=text)


@dataclass(frozen=True, kw_only=True)
class _Beginning:
    """So many characters that are about when, to their last word."""

    said: Expression
    length: int
    ends_a_word: bool

    @property
    def says_hour(self) -> bool:
        """Whether it is more than a day."""
        when = self.said.when
        if isinstance(when, Offset):
            hours = any(one.unit in (Unit.MINUTE, Unit.HOUR) for one in when.amounts)
            return bool(when.clocks) or hours
        return isinstance(when, Point) and bool(when.clocks)


def _beginnings(text: str, here: Standpoint) -> Iterator[_Beginning]:
    line = text[:LONGEST_BEGINNING]
    first = len(line) - len(line.lstrip())
    for begins, ends in dict.fromkeys(_spans(line)):
        if begins != first or ends == begins:
            continue
        said = parse(line[begins:ends], here.words)
        if isinstance(said, Expression) and not said.doubt_about:
            is_end = line[ends : ends + 1] in _BLANKS or line[ends - 1] in _BLANKS
            yield _Beginning(said=said, length=ends, ends_a_word=is_end)


def _spans(line: str) -> Iterator[Span]:
    """An English moment may stand before a Chinese title."""
    latin = next((at for at, char in enumerate(line) if is_chinese(char) and char.isalpha()), None)
    return chain(chinese_spans(line), english_spans(line[:latin]))


def _on(day: date, said: Expression) -> Expression:
    """That hour of that day."""
    ways = tuple(_on(day, one) for one in said.alternatives)
    point = said.when
    if not isinstance(point, Point) or not is_clock_only(point):
        return replace(said, alternatives=ways)
    dated = replace(point, year=day.year, months=(day.month,), month_days=(day.day,))
    return replace(said, when=dated, alternatives=ways)


def _days_of(said: Expression, here: Standpoint) -> tuple[date, date] | None:
    """Whole days, and nothing else."""
    reading = resolve(said, here)
    if isinstance(reading, Refused) and said.to is not None:
        return _backwards(said, said.to, here)
    if isinstance(reading, Ask) and reading.question is Question.PAST:
        reading = reading.readings[-1]
    if not isinstance(reading, Schedule) or reading.at is None or reading.part_of_day:
        return None
    first, clock = reading.at.day, reading.at.clock
    is_whole = clock is None or (reading.kind is Kind.DEADLINE and clock == LAST_MINUTE)
    if not is_whole or (reading.until and reading.until.clock is not None):
        return None
    return first, reading.until.day if reading.until else first


def _backwards(said: Expression, end: Point, here: Standpoint) -> tuple[date, date] | None:
    """The 10th to the 5th of one month, told as it was said."""
    first, last = (_days_of(Expression(when=one), here) for one in (said.when, end))
    return (first[0], last[1]) if first and last and end.year is not None else None
