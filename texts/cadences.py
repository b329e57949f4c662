"""How often something is owed, in a few words: for a choice between meanings."""

from typing import assert_never

from domain.cadence import AfterEvent, ByDate, Cadence, NoCadence, OnDates, Quota, TermEnds
from texts.duty_rules import period_word, stretch
from texts.languages import Language
from texts.recurrences import on_dates
from texts.words import Words, name


def cadence(lang: Language, one: Cadence) -> Words:
    """The rule as understood."""
    match one:
        case Quota(per=per, at_least=count):
            return lang.say(
                "at least {count} per {period}", count=count, period=period_word(lang, per)
            )
        case OnDates():
            return on_dates(lang, one)
        case ByDate():
            return lang.say("by: {dates}", dates=on_dates(lang, one))
        case AfterEvent():
            event = lang.choose(zh=one.name.zh, en=one.name.en) or one.event
            within = stretch(lang, one.within)
            return lang.say("within {stretch} after: {event}", stretch=within, event=name(event))
        case TermEnds():
            return lang.say("before the term ends")
        case NoCadence():
            return lang.say("at any time")
        case _:
            assert_never(one)
