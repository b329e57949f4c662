"""English pieces of expressions about time, each with the days or the clock that it names."""

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from itertools import combinations
from random import Random

from tests.oracles.schedule_words_composer import (
    Bounds,
    Clock,
    Days,
    Said,
    both,
    in_months,
    nth_weekday,
    on_days,
    on_weekdays,
    walk,
)
from tests.oracles.schedule_words_row import NOW

_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July"),
    *("August", "September", "October", "November", "December"),
)
_ORDINALS = (
    *(("first", 1), ("1st", 1), ("second", 2), ("2nd", 2), ("third", 3), ("3rd", 3)),
    *(("fourth", 4), ("4th", 4), ("last", -1), ("second to last", -2)),
)
_TODAY = NOW.date()
_YEAR_END = date(2026, 12, 31)


def th(number: int) -> str:
    """A day of the month as it is spoken."""
    endings = {1: "st", 2: "nd", 3: "rd"}
    ending = "th" if number in (11, 12, 13) else endings.get(number % 10, "th")
    return f"{number}{ending}"


def _clocks() -> Iterator[Clock]:
    yield from ((" at noon", time(12)), (" at 12pm", time(12)), (" at 12:30 pm", time(12, 30)))
    for hour in range(1, 24):
        for minute in (0, 5, 10, 15, 30, 45, 50):
            at = time(hour, minute)
            yield from ((f"{word}{hour:02}:{minute:02}", at) for word in (" at ", " ", ", "))
            if hour == 12:
                continue
            half, said = ("am" if hour < 12 else "pm"), (hour - 1) % 12 + 1
            dotted = f"{half[0]}.m."
            shown = str(said) if minute == 0 else f"{said}:{minute:02}"
            for form in (
                f"{shown}{half}",
                f"{shown} {half}",
                f"{shown} {dotted}",
                f"{shown}{half.upper()}",
            ):
                yield from ((f"{word}{form}", at) for word in (" at ", " ", ", "))


def _weekly() -> Iterator[Days]:
    for number, name in enumerate(_WEEKDAYS):
        for word in (f"every {name}", f"each {name}", f"{name}s", f"weekly on {name}"):
            yield word, on_weekdays(number)
        yield from (
            (f"every {name[:3]}", on_weekdays(number)),
            (f"on {name}s", on_weekdays(number)),
        )
        others = [other for other in range(7) if other != number]
        yield f"every day except {name}", on_weekdays(*others)
    for (first, one), (second, two) in combinations(enumerate(_WEEKDAYS), 2):
        both_days = on_weekdays(first, second)
        for words in (
            f"every {one} and {two}",
            f"{one}s and {two}s",
            f"every {one[:3]} & {two[:3]}",
        ):
            yield words, both_days
        if second - first > 1:
            span = on_weekdays(*range(first, second + 1))
            yield from ((f"every {one} to {two}", span), (f"every {one} through {two}", span))
    for chosen in combinations(range(7), 3):
        one, two, three = (_WEEKDAYS[number] for number in chosen)
        for words in (f"every {one}, {two} and {three}", f"{one}s, {two}s, and {three}s"):
            yield words, on_weekdays(*chosen)
    yield from (("every weekday", on_weekdays(*range(5))), ("weekdays", on_weekdays(*range(5))))
    yield from (("every day", on_weekdays(*range(7))), ("daily", on_weekdays(*range(7))))


def _monthly() -> Iterator[Days]:
    ends = ("of every month", "of each month", "of the month, every month")
    for word, ordinal in _ORDINALS:
        for number, name in enumerate(_WEEKDAYS):
            is_day = nth_weekday(number, ordinal)
            yield from (
                (f"{article}{word} {name} {end}", is_day)
                for article in ("", "the ", "on the ")
                for end in ends[:2]
            )
            yield f"every {word} {name} of the month", is_day
            yield f"every month on the {word} {name}", is_day
            for month, month_name in enumerate(_MONTHS, start=1):
                once_a_year = both(in_months(month), is_day)
                yield f"every year on the {word} {name} of {month_name}", once_a_year
                yield f"{word} {name} in {month_name} every year", once_a_year
    for number in range(1, 29):
        for words in ("the {} of every month", "on the {} of each month", "every month on the {}"):
            yield words.format(th(number)), on_days(number)
        for month, name in enumerate(_MONTHS, start=1):
            is_day = both(in_months(month), on_days(number))
            yield from (
                (words, is_day)
                for words in (f"every {name} {number}", f"{number} {name} every year")
            )
            yield f"every year on {name[:3]} {th(number)}", is_day
    for one, two in combinations((1, 3, 8, 15, 22, 28), 2):
        yield f"the {th(one)} and {th(two)} of every month", on_days(one, two)
    yield from ((f"{word}last day of every month", on_days(-1)) for word in ("", "the ", "on the "))


def _bounds() -> Iterator[Bounds]:
    yield from (Bounds() for _ in range(12))
    for words in (
        " until December 31",
        " until the end of the year",
        ", until Dec 31, 2026",
        " till 31 December",
        " through December 31",
    ):
        yield Bounds(after=words, ends=_YEAR_END)
    yield Bounds(after=" until 30 June 2027", ends=date(2027, 6, 30))
    yield from (Bounds(after=f", {number} times", count=number) for number in (2, 5, 7))
    for words in (
        " from December 1",
        " starting December 1",
        " starting on 1 December",
        " beginning Dec 1",
    ):
        yield Bounds(after=words, begins=date(2026, 12, 1))
    yield Bounds(before="from December 1, ", begins=date(2026, 12, 1))


def _named_days() -> Iterator[tuple[str, date]]:
    tomorrow = _TODAY + timedelta(days=1)
    yield from (("tomorrow", tomorrow), ("the day after tomorrow", tomorrow + timedelta(days=1)))
    monday = _TODAY - timedelta(days=_TODAY.weekday())
    for number, name in enumerate(_WEEKDAYS[:5]):
        yield f"next {name}", monday + timedelta(days=7 + number)
        yield f"on {name}", _TODAY + timedelta(days=(number - _TODAY.weekday() - 1) % 7 + 1)
    for days in range(2, 400, 3):
        day = _TODAY + timedelta(days=days)
        name = _MONTHS[day.month - 1]
        yield from ((f"{name} {day.day}, {day.year}", day), (f"{day.day} {name} {day.year}", day))
        yield day.isoformat(), day
        if days < 360:
            yield from (
                (f"{name} {th(day.day)}", day),
                (f"the {th(day.day)} of {name}", day),
                (f"{day.day} {name[:3]}", day),
            )
    for word, ordinal in _ORDINALS:
        for number, name in enumerate(_WEEKDAYS):
            is_day = both(in_months(12), nth_weekday(number, ordinal))
            found = walk(is_day, None, Bounds(ends=_YEAR_END))[0]
            yield from (
                (f"{word} {name} of next month", found),
                (f"the {word} {name} in December", found),
            )


CLOCKS, WEEKLY, MONTHLY = tuple(_clocks()), tuple(_weekly()), tuple(_monthly())
BOUNDS, NAMED = tuple(_bounds()), tuple(_named_days())


def recurring(random: Random) -> Said:
    """A rule of weeks, months or years, mostly with a clock time."""
    days, is_day = random.choice(random.choice((WEEKLY, MONTHLY)))
    clock, at = random.choice(CLOCKS) if random.random() < 0.8 else ("", None)
    bounds = random.choice(BOUNDS)
    text = f"{bounds.before}{days}{clock}{bounds.after}"
    return Said(text=text, kind="recurring", instants=walk(is_day, at, bounds))


def once(random: Random) -> Said:
    """A single day, mostly with a clock time."""
    days, day = random.choice(NAMED)
    clock, at = random.choice(CLOCKS)
    if random.random() < 0.2:
        return Said(text=days, kind="once", instants=[day])
    return Said(text=days + clock, kind="once", instants=[datetime.combine(day, at)])


def deadline(random: Random) -> Said:
    """A day, or a moment of it, and the words for a deadline."""
    said = once(random)
    instant = said.instants[0]
    met_until = (
        instant if isinstance(instant, datetime) else datetime.combine(instant, time(23, 59))
    )
    before = random.choice(("by ", "no later than ", "not later than "))
    return Said(text=before + said.text, kind="deadline", instants=[met_until])
