"""Months, working days, hours: so much time in words."""

import re

from texts.languages import Language
from texts.words import Words, name

_AMOUNT = re.compile(r"(\d+)(WD|[YMWDH])")


def length(lang: Language, written: str) -> Words:
    """What an ISO 8601 duration says, or `+5WD`; its sign is left out."""
    days, _, clock = written.partition("T")
    said = [amount(lang, int(count), unit) for count, unit in _AMOUNT.findall(days)]
    said += [
        amount(lang, int(count), "MIN" if unit == "M" else unit)
        for count, unit in _AMOUNT.findall(clock)
    ]
    # What is no stretch of time is shown as it is written.
    return lang.list_of(said) if said else name(written)


def amount(lang: Language, count: int, unit: str) -> Words:
    """So many of a unit: Y M W D WD H MIN."""
    match unit:
        case "Y":
            return lang.many("{count} year", "{count} years", count)
        case "M":
            return lang.many("{count} month", "{count} months", count)
        case "W":
            return lang.many("{count} week", "{count} weeks", count)
        case "WD":
            return lang.many("{count} working day", "{count} working days", count)
        case "H":
            return lang.many("{count} hour", "{count} hours", count)
        case "MIN":
            return lang.many("{count} minute", "{count} minutes", count)
        case _:
            return lang.many("{count} day", "{count} days", count)
