"""A recurrence rule in words, as an administrator would say it: every part of it, or none."""

from collections.abc import Sequence
from datetime import date, time, timedelta

from domain.cadence import ByDate, OnDates
from domain.recurrence_rule import numbers_in, read_parts
from domain.working_day import Shift
from texts.languages import Language
from texts.words import VALUE_LIMIT, Words, in_a_row, joined, name, our_own

_WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_ONCE = {"FREQ": "DAILY", "COUNT": "1"}
# A Monday, to name weekdays by.
_MONDAY = date(2024, 1, 1)


def on_dates(lang: Language, cadence: OnDates | ByDate) -> Words:
    """When it is owed: the rule, the hour, and what becomes of days off."""
    clocks = [cadence.at] if cadence.at is not None else []
    nth = cadence.nth_working_day
    said = rule(lang, cadence.rule, anchor=cadence.anchor, clocks=clocks, nth_working_day=nth)
    if isinstance(cadence, OnDates) and cadence.duration is not None:
        said = joined(lang.comma, (said, _length(lang, cadence.duration)))
    if (moved := shift(lang, cadence.shift)) is not None:
        said = joined(lang.comma, (said, moved))
    return said


def rule(
    lang: Language,
    text: str,
    *,
    anchor: date | None = None,
    clocks: Sequence[time] = (),
    of_working_days: bool = False,
    nth_working_day: int = 0,
) -> Words:
    """What RRULE text without hours says, and at which hours.

    `anchor` is told where every second or third one counts from it. `of_working_days` when the
    calendar decides what Monday to Friday are; `nth_working_day` of the month in place of its day.
    """
    try:
        parts = read_parts(text)
    except ValueError:
        # Nobody can make such a rule; what cannot be said is shown as it is written.
        return name(text, VALUE_LIMIT)
    if parts == _ONCE and anchor is not None:
        day = our_own(lang.day(anchor, with_year=True))
        return in_a_row((day, our_own(" "), _at(lang, clocks))) if clocks else day
    interval = int(parts.get("INTERVAL", "1"))
    if nth_working_day:
        day = _ordinal(lang, nth_working_day, lang.say("working day"))
        said = [_cycle(lang, parts, interval, day)]
    elif of_working_days:
        said = [_working_days(lang, parts, interval)]
    else:
        said = [_cycle(lang, parts, interval, _days(lang, parts))]
    if clocks:
        said = [in_a_row((said[0], our_own(" "), _at(lang, clocks)))]
    if interval > 1 and anchor is not None:
        said.append(lang.say("counted from {day}", day=lang.day(anchor, with_year=True)))
    if "UNTIL" in parts:
        last = date.fromisoformat(parts["UNTIL"][:8])
        said.append(lang.say("until {day}", day=lang.day(last, with_year=True)))
    if "COUNT" in parts:
        said.append(lang.many("once", "{count} times", int(parts["COUNT"])))
    return joined(lang.comma, said)


def shift(lang: Language, how: Shift) -> Words | None:
    """What becomes of a date on which nobody works; None when it stays."""
    match how:
        case Shift.KEEP:
            return None
        case Shift.BEFORE:
            return lang.say("on a day off the working day before")
        case Shift.AFTER:
            return lang.say("on a day off the working day after")
        case Shift.SKIP:
            return lang.say("left out on days off")
        case Shift.WEEKEND_BEFORE:
            return lang.say("on a weekend the working day before, on a holiday as it is")
        case Shift.WEEKEND_AFTER:
            return lang.say("on a weekend the working day after, on a holiday as it is")


def _at(lang: Language, clocks: Sequence[time]) -> Words:
    return lang.say("at {clock}", clock=lang.list_of([our_own(lang.clock(at)) for at in clocks]))


def _length(lang: Language, duration: timedelta) -> Words:
    minutes = int(duration.total_seconds()) // 60
    if minutes % 60:
        return lang.many("for {count} minute", "for {count} minutes", minutes)
    return lang.many("for {count} hour", "for {count} hours", minutes // 60)


def _cycle(lang: Language, parts: dict[str, str], interval: int, days: Words | None) -> Words:
    months = numbers_in(parts.get("BYMONTH", ""))
    every = _every(lang, parts["FREQ"], interval)
    if months:
        named = lang.list_of([our_own(lang.month_alone(month)) for month in months])
        every = lang.say("{every} in {months}", every=every, months=named)
    return lang.say("{every} on {days}", every=every, days=days) if days else every


def _working_days(lang: Language, parts: dict[str, str], interval: int) -> Words:
    """Every one, or the first and last of a month."""
    positions = numbers_in(parts.get("BYSETPOS", ""))
    if not positions:
        return lang.say("every working day")
    return _cycle(lang, parts, interval, _placed(lang, positions, lang.say("working day")))


def _every(lang: Language, frequency: str, interval: int) -> Words:
    # Not by plural forms: Chinese has one form, but says 每周 and 每2周.
    is_each = interval == 1
    match frequency:
        case "DAILY" if is_each:
            return lang.say("every day")
        case "DAILY":
            return lang.say("every {count} days", count=interval)
        case "WEEKLY" if is_each:
            return lang.say("every week")
        case "WEEKLY":
            return lang.say("every {count} weeks", count=interval)
        case "MONTHLY" if is_each:
            return lang.say("every month")
        case "MONTHLY":
            return lang.say("every {count} months", count=interval)
        case _ if is_each:
            return lang.say("every year")
        case _:
            return lang.say("every {count} years", count=interval)


def _days(lang: Language, parts: dict[str, str]) -> Words | None:
    positions = numbers_in(parts.get("BYSETPOS", ""))
    if listed := parts.get("BYDAY"):
        weekdays = [_weekday(lang, day) for day in listed.split(",")]
        alternatives = _range(lang, listed) or lang.list_of(weekdays)
        placed = _placed(lang, positions, alternatives)
        if numbers := numbers_in(parts.get("BYMONTHDAY", "")):
            days = _run_of_days(lang, numbers)
            return lang.say("{weekdays} within {days}", weekdays=placed, days=days)
        return placed
    if listed := parts.get("BYMONTHDAY"):
        numbers = numbers_in(listed)
        days = lang.list_of([_month_day(lang, number) for number in numbers])
        return _placed(lang, positions, days)
    return None


def _run_of_days(lang: Language, numbers: Sequence[int]) -> Words:
    """The 11th to the 20th, where the days follow each other."""
    named = [_month_day(lang, number) for number in numbers]
    follows = list(numbers) == list(range(numbers[0], numbers[0] + len(numbers)))
    if len(numbers) < 3 or not follows:
        return lang.list_of(named)
    return lang.say("{first} to {last}", first=named[0], last=named[-1])


def _range(lang: Language, listed: str) -> Words | None:
    """Monday to Friday, where the days follow each other and are more than two."""
    days = listed.split(",")
    places = [_WEEKDAYS.index(day) for day in days if day in _WEEKDAYS]
    follows = places == list(range(places[0], places[0] + len(days))) if places else False
    if len(places) < len(days) or len(days) < 3 or not follows:
        return None
    first, last = (_weekday_name(lang, places[at]) for at in (0, -1))
    return lang.say("{first} to {last}", first=first, last=last)


def _placed(lang: Language, positions: Sequence[int], days: Words) -> Words:
    """The days, or the first, second, last of them."""
    if not positions:
        return days
    return lang.list_of([_ordinal(lang, position, days) for position in positions])


def _weekday(lang: Language, written: str) -> Words:
    number, day = written[:-2], _weekday_name(lang, _WEEKDAYS.index(written[-2:]))
    return _ordinal(lang, int(number), day) if number else day


def _weekday_name(lang: Language, number: int) -> Words:
    return our_own(lang.weekday(_MONDAY + timedelta(days=number)))


def _month_day(lang: Language, number: int) -> Words:
    if number == -1:
        return lang.say("the last day")
    if number < 0:
        return lang.say("day {number} from the end", number=-number)
    return lang.say("day {number}", number=number)


def _ordinal(lang: Language, number: int, day: Words) -> Words:
    match number:
        case 1:
            return lang.say("the first {day}", day=day)
        case 2:
            return lang.say("the second {day}", day=day)
        case 3:
            return lang.say("the third {day}", day=day)
        case 4:
            return lang.say("the fourth {day}", day=day)
        case -1:
            return lang.say("the last {day}", day=day)
        case -2:
            return lang.say("the last but one {day}", day=day)
        case _ if number > 0:
            return lang.say("number {number} of {day}", number=number, day=day)
        case _:
            return lang.say("number {number} from the end of {day}", number=-number, day=day)
