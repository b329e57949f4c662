"""A schedule as understood: the rule in words, and its next five moments."""

from dataclasses import replace
from datetime import time, timedelta
from typing import assert_never

from domain.event_names import event_name
from domain.offset import Offset, read_offset
from domain.schedule_words.reading import (
    Ask,
    Kind,
    LocalMoment,
    Per,
    Quota,
    Reading,
    Refused,
    RelativeTo,
    Schedule,
)
from domain.schedule_words.rule import Rule, rule_text
from domain.working_day import Shift
from texts.duty_rules import stretch
from texts.languages import Language
from texts.recurrences import rule, shift
from texts.replies import Reply
from texts.schedule_words import question, refusal
from texts.words import Words, bold, joined, lines, name, our_own, paragraphs, value

_ONE_DAY = timedelta(days=1)


def tried(lang: Language, reading: Reading, words: str) -> Reply:
    """What was understood of words that somebody only wants to try."""
    return Reply(words=paragraphs(bold(value(words)), _reading(lang, reading)))


def ask_what_to_try(lang: Language) -> Reply:
    """The command came without anything to try."""
    said = lang.say(
        "Write behind it what you want to try: {example}",
        example=lang.label("/duty try last Friday of each month 15:00"),
    )
    return Reply(words=said)


def _reading(lang: Language, reading: Reading) -> Words:
    match reading:
        case Schedule():
            return paragraphs(schedule(lang, reading), _upcoming(lang, reading))
        case Ask():
            return paragraphs(
                question(lang, reading), lines(*(_choice(lang, one) for one in reading.readings))
            )
        case Refused():
            return refusal(lang, reading)
        case _:
            assert_never(reading)


def _choice(lang: Language, one: Schedule) -> Words:
    return lang.say("• {meaning}", meaning=schedule(lang, one))


def schedule(lang: Language, one: Schedule) -> Words:
    """One meaning in a line."""
    said = _when(lang, one)
    return lang.say("by: {dates}", dates=said) if one.kind is Kind.DEADLINE else said


def _when(lang: Language, one: Schedule) -> Words:
    if one.quota is not None and one.rule is None:
        return _quota(lang, one.quota)
    if one.relative_to:
        return joined(lang.comma, [_relative(lang, each) for each in one.relative_to])
    if one.rule is not None:
        said = _rule(lang, one.rule)
        return said if one.quota is None else _quota(lang, one.quota)
    if one.at is None:
        return lang.say("at any time")
    if one.until is not None:
        first, last = moment(lang, one.at), moment(lang, one.until)
        return lang.say("{first} to {last}", first=first, last=last)
    return moment(lang, one.at)


def _rule(lang: Language, one: Rule) -> Words:
    bare = rule_text(_without_clocks(one))
    said = rule(lang, bare, anchor=one.anchor, clocks=[_time(clock) for clock in one.clocks])
    if one.of_working_days:
        said = lang.say("{rule}, of the working days", rule=said)
    moved = shift(lang, one.shift) if one.shift is not Shift.KEEP else None
    return joined(lang.comma, (said, moved)) if moved else said


def _quota(lang: Language, quota: Quota) -> Words:
    return lang.say("at least {count} per {period}", count=quota.at_least, period=_per(lang, quota))


def _per(lang: Language, quota: Quota) -> Words:
    match quota.per:
        case Per.DAY:
            return lang.say("day")
        case Per.WEEK:
            return lang.say("week")
        case Per.MONTH:
            return lang.say("month")
        case Per.QUARTER:
            return lang.say("quarter")
        case Per.HALF_YEAR:
            return lang.say("half-year")
        case Per.YEAR:
            return lang.say("year")
        case Per.TERM:
            return lang.say("school term")
        case _:
            assert_never(quota.per)


def _relative(lang: Language, one: RelativeTo) -> Words:
    """The event by its name, and how far from it."""
    named = event_name(one.event)
    event = lang.choose(zh=named.zh, en=named.en) or one.event
    said = _distance(lang, name(event), one.offset)
    if one.clock is None:
        return said
    return joined(" ", (said, our_own(lang.clock(_time(one.clock)))))


def _distance(lang: Language, event: Words, written: str) -> Words:
    try:
        offset = read_offset(written)
    except ValueError:
        # Hours and minutes have no words of ours.
        return joined(" ", (event, our_own(written)))
    if offset == Offset():
        return lang.say("on the day: {event}", event=event)
    if min(offset.months, offset.days, offset.working_days) < 0:
        return lang.say("{stretch} before: {event}", stretch=stretch(lang, offset), event=event)
    return lang.say("{stretch} after: {event}", stretch=stretch(lang, offset), event=event)


def _upcoming(lang: Language, one: Schedule) -> Words | None:
    if not one.upcoming:
        return None
    told = [lang.say("• {meaning}", meaning=moment(lang, each)) for each in one.upcoming]
    heading = lang.say("Next dates") if one.quota is None else lang.say("New periods begin")
    return lines(bold(heading), *told)


def moment(lang: Language, at: LocalMoment) -> Words:
    """A day with its weekday, and the hour where one was said."""
    days, clock = divmod(at.clock, _ONE_DAY) if at.clock is not None else (0, None)
    day = lang.day(at.day + _ONE_DAY * days, with_year=True)
    return our_own(day if clock is None else f"{day} {lang.clock(_time(clock))}")


def _time(clock: timedelta) -> time:
    minutes = int(clock.total_seconds()) // 60 % (24 * 60)
    return time(minutes // 60, minutes % 60)


def _without_clocks(one: Rule) -> Rule:
    return replace(one, clocks=())
