"""A rule of dates in words, where it is one that people say; else as RFC 5545 writes it."""

import re
from datetime import date

from domain.cadence import ByDate, OnDates
from domain.working_day import Shift
from texts.languages import Language
from texts.words import Words, code, joined, our_own

_MONTHLY = re.compile(r"FREQ=MONTHLY;BYMONTHDAY=([1-9]|[12][0-9]|3[01])")
_YEARLY = re.compile(r"FREQ=YEARLY;BYMONTH=([1-9]|1[0-2]);BYMONTHDAY=([1-9]|[12][0-9]|3[01])")
# A leap year, so that every day of a year can be said.
_ANY_YEAR = 2024


def dates_rule(lang: Language, cadence: OnDates | ByDate) -> Words:
    """On which dates, at what time, and what happens on a day off."""
    said = [_dates(lang, cadence.rule)]
    if cadence.at is not None:
        said.append(our_own(lang.clock(cadence.at)))
    shifted = _shift(lang, cadence.shift)
    return joined(" · ", [*said, *([shifted] if shifted else [])])


def _dates(lang: Language, rule: str) -> Words:
    if found := _MONTHLY.fullmatch(rule):
        return lang.say("day {day} of each month", day=int(found[1]))
    if found := _YEARLY.fullmatch(rule):
        month, day = int(found[1]), int(found[2])
        return lang.say("each year on {day}", day=_day_of_year(lang, month, day))
    return code(rule)


def _day_of_year(lang: Language, month: int, day: int) -> Words:
    try:
        return our_own(lang.day_of_year(date(_ANY_YEAR, month, day)))
    except ValueError:
        # The thirty-first of a short month: it is kept on the month's last day.
        return our_own(f"{month}-{day}")


def _shift(lang: Language, shift: Shift) -> Words | None:
    match shift:
        case Shift.BEFORE:
            return lang.say("on days off: the working day before")
        case Shift.AFTER:
            return lang.say("on days off: the working day after")
        case Shift.SKIP:
            return lang.say("on days off: left out")
        case Shift.KEEP:
            return None
