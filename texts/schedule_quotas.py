"""At least twice a quarter: how many in each stretch of time."""

from domain.schedule_cadence import PERIODS
from domain.schedule_words.quotas import counts_all
from domain.schedule_words.reading import Per, Quota
from domain.schedule_words.rule import Rule
from texts.amounts import length
from texts.duty_rules import period_word
from texts.languages import Language
from texts.words import Words

# One of each, as a stretch of the calendar.
_LENGTHS = {
    Per.DAY: (1, "D"),
    Per.WEEK: (1, "W"),
    Per.MONTH: (1, "M"),
    Per.QUARTER: (3, "M"),
    Per.HALF_YEAR: (6, "M"),
    Per.YEAR: (1, "Y"),
}


def is_whole(quota: Quota, rule: Rule, duration: str) -> bool:
    """Whether the windows are the stretches themselves: not once a year, in the last quarter."""
    return duration == _written(quota) and counts_all(rule, quota.per)


def quota(lang: Language, one: Quota) -> Words:
    """How many, and in what."""
    if one.every > 1:
        return _each(lang, one, _stretch(lang, one))
    return _per(lang, one, period_word(lang, PERIODS[one.per]))


def _per(lang: Language, one: Quota, period: Words) -> Words:
    if one.at_most is None:
        return lang.say("at least {count} per {period}", count=one.at_least, period=period)
    if one.at_most == one.at_least:
        return lang.say("exactly {count} per {period}", count=one.at_least, period=period)
    return lang.say(
        "{least} to {most} per {period}", least=one.at_least, most=one.at_most, period=period
    )


def _each(lang: Language, one: Quota, stretch: Words) -> Words:
    if one.at_most is None:
        return lang.say("at least {count} every {stretch}", count=one.at_least, stretch=stretch)
    if one.at_most == one.at_least:
        return lang.say("exactly {count} every {stretch}", count=one.at_least, stretch=stretch)
    return lang.say(
        "{least} to {most} every {stretch}", least=one.at_least, most=one.at_most, stretch=stretch
    )


def _stretch(lang: Language, one: Quota) -> Words:
    if one.per is Per.TERM:
        return lang.many("{count} school term", "{count} school terms", one.every)
    return length(lang, _written(one))


def _written(one: Quota) -> str:
    count, unit = _LENGTHS.get(one.per, (0, ""))
    return f"P{count * one.every}{unit}"
