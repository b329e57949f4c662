"""Read the moment or day that somebody typed: our grammar first, dateparser for what is left."""

import asyncio
import re
from collections.abc import Sequence
from datetime import date, datetime, time, timedelta

from actions import word_standpoint
from domain.schedule_words.leaning import Lean
from domain.schedule_words.reading import Kind, LocalMoment, Schedule
from domain.schedule_words.typed import Typed
from handlers.context import Context

LONGEST_MOMENT = 64
MOST_WORDS = 8
# Reading takes milliseconds, the first one loads the library.
READING_LIMIT = 5.0

_MONTHS = "january february march april may june july august september october november december"
_WEEKDAYS = "monday tuesday wednesday thursday friday saturday sunday"
_MONTH_OF = {name[:3]: at for at, name in enumerate(_MONTHS.split(), start=1)}
_WEEKDAY_OF = {name[:3]: at for at, name in enumerate(_WEEKDAYS.split())}
_UNITS = {"minute", "minutes", "hour", "hours", "day", "days", "week", "weeks"}
_NEAR = {"today", "tomorrow"}
_LINKING = {",", "at", "on", "in", "of", "the", "after", "day", "am", "pm", "noon", "a", "an"}
_NAMES = {*_MONTHS.split(), *_WEEKDAYS.split(), *_MONTH_OF, *_WEEKDAY_OF, "tues", "thurs", "sept"}
_KNOWN = _UNITS | _NEAR | _LINKING | _NAMES
_TOKEN = re.compile(r"\d+(?:st|nd|rd|th)\b|\d{1,2}:\d\d|\d+|[a-z]+|[^\sa-z\d]")
_CLOCK = re.compile(
    r"(?<!\d)(\d{1,2}):(\d\d)(?:\s*([ap]m)\b)?|(?<!\d)(\d{1,2})\s*([ap]m)\b|\bnoon\b"
)
_A_SPAN = re.compile(r"(?:to|till|until|[-~–—])\s*\d", re.IGNORECASE)


async def read_moment(context: Context, words: str, *, day: date | None = None) -> Typed:
    """The moment that the words begin with; an hour alone is one of `day`.

    Whoever gets it shows it with its weekday before anything is made of it.
    """
    typed = await context.run(
        word_standpoint.read_moment, words, day=day, now=context.now(), place=context.place
    )
    if not typed.is_unread:
        return typed
    here = context.place.local(context.now()).replace(tzinfo=None)
    return await read_loosely(words, local_now=here) or typed


async def read_line(context: Context, words: str) -> Typed:
    """What comes again or happens once, where a name stands before it."""
    return await context.run(
        word_standpoint.read_line, words, now=context.now(), place=context.place
    )


async def read_day(context: Context, words: str, *, lean: Lean) -> date | None:
    """The day that the words name, past or not."""
    return await context.run(
        word_standpoint.read_day, words, lean=lean, now=context.now(), place=context.place
    )


async def read_loosely(text: str, *, local_now: datetime) -> Typed | None:
    """What dateparser makes of the beginning; None is never a guess."""
    beginnings = _beginnings(text)
    if not beginnings:
        return None
    reading = asyncio.to_thread(_read_loosely, beginnings, local_now)
    try:
        read = await asyncio.wait_for(reading, READING_LIMIT)
    except TimeoutError:
        return None
    if read is None:
        return None
    wall, words = read
    rest = text.strip()[len(words) :].strip(" ,\n\t")
    # "15:00 to 17:00" names two moments, and only one was asked for.
    if _A_SPAN.match(rest):
        return None
    clock = timedelta(hours=wall.hour, minutes=wall.minute)
    meant = Schedule(kind=Kind.ONCE, at=LocalMoment(day=wall.date(), clock=clock))
    return Typed(reading=meant, rest=rest)


def _beginnings(text: str) -> list[str]:
    """What could be the moment, the longest first: only words that every clock knows."""
    stripped = text.strip()
    ends = [found.end() for found in re.finditer(r"\S+", stripped)][:MOST_WORDS]
    words = [stripped[:end].rstrip(",") for end in reversed(ends)]
    return [one for one in words if len(one) <= LONGEST_MOMENT and _is_plain(one.lower())]


def _is_plain(words: str) -> bool:
    """Whether nothing in it would be ignored or guessed at."""
    tokens = _TOKEN.findall(words)
    names_day = any(
        token in _NEAR or token in _NAMES or (token in _UNITS and "in" in tokens)
        for token in tokens
    )
    is_known = all(token in _KNOWN or token[0].isdigit() for token in tokens)
    is_counted = "in" in tokens and bool({"minutes", "hours", "minute", "hour"} & set(tokens))
    return words.isascii() and names_day and is_known and bool(_CLOCK.search(words) or is_counted)


def _read_loosely(beginnings: Sequence[str], now: datetime) -> tuple[datetime, str] | None:
    # Takes a third of a second to import, and most people write what we read ourselves.
    import dateparser

    for words in beginnings:
        read = dateparser.parse(
            words,
            languages=["en"],
            settings={
                "RELATIVE_BASE": now,
                "PREFER_DATES_FROM": "future",
                "RETURN_AS_TIMEZONE_AWARE": False,
            },
        )
        if read is None:
            continue
        wall = _in_this_year(words.lower(), read, now.date())
        return (wall, words) if wall and _says(words.lower(), wall, now) else None
    return None


def _in_this_year(words: str, read: datetime, today: date) -> datetime | None:
    """A date without a year is of this year: next year must be said."""
    if not any(token[:3] in _MONTH_OF and token in _NAMES for token in _TOKEN.findall(words)):
        return read
    if re.search(r"(?<!\d)\d{4}(?!\d)", words):
        return read
    try:
        return read.replace(year=today.year)
    except ValueError:
        return None


def _says(words: str, read: datetime, now: datetime) -> bool:
    """Whether every word and number that we recognise ourselves is found again in the reading."""
    clock = _CLOCK.search(words)
    if clock is not None and read.time() != _clock_of(clock):
        return False
    rest = words[: clock.start()] + " " + words[clock.end() :] if clock else words
    tokens = _TOKEN.findall(rest)
    return all(
        _is_found(token, after, read, is_counted="in" in tokens)
        for token, after in zip(tokens, [*tokens[1:], ""], strict=True)
    )


def _clock_of(clock: re.Match[str]) -> time | None:
    if clock[0] == "noon":
        return time(12)
    hour, minute = int(clock[1] or clock[4]), int(clock[2] or 0)
    half = clock[3] or clock[5]
    if half:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if half == "pm" else 0)
    return time(hour, minute) if hour < 24 and minute < 60 else None


def _is_found(token: str, after: str, read: datetime, *, is_counted: bool) -> bool:
    if token[0].isdigit():
        number = int(re.sub(r"\D.*", "", token))
        return number in (read.day, read.year) or (is_counted and after in _UNITS)
    if token in _NAMES and token[:3] in _WEEKDAY_OF:
        return read.weekday() == _WEEKDAY_OF[token[:3]]
    if token in _NAMES:
        return read.month == _MONTH_OF[token[:3]]
    return True
