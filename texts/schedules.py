"""A schedule as understood: the rule in words, and its next five moments."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import time, timedelta
from typing import TypeVar, assert_never

from domain.schedule_words.reading import (
    Ask,
    Kind,
    LocalMoment,
    Quota,
    Reading,
    Refused,
    RelativeTo,
    Schedule,
)
from domain.schedule_words.rule import Rule, rule_text
from domain.schedule_words.standpoint import LAST_MINUTE
from domain.working_day import Shift
from texts.amounts import length
from texts.languages import Language
from texts.recurrences import rule, shift
from texts.replies import Reply
from texts.schedule_events import is_after, relative
from texts.schedule_quotas import is_whole, quota
from texts.schedule_words import question, refusal
from texts.words import Words, bold, joined, lines, our_own, paragraphs, value

MOST_CHOICES = 8
_ONE_DAY = timedelta(days=1)
_Timed = TypeVar("_Timed", LocalMoment, RelativeTo)


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
            return paragraphs(question(lang, reading), lines(*numbered(lang, reading.readings)))
        case Refused():
            return refusal(lang, reading)
        case _:
            assert_never(reading)


def numbered(lang: Language, choices: Sequence[Schedule]) -> list[Words]:
    """Each meaning in a line with its number."""
    return [
        lang.say("{number}. {meaning}", number=number, meaning=schedule(lang, one))
        for number, one in enumerate(choices[:MOST_CHOICES], start=1)
    ]


def schedule(lang: Language, one: Schedule) -> Words:
    """One meaning in a line."""
    said = _when(lang, _to_the_end_of_the_day(one))
    if one.kind is not Kind.DEADLINE or any(map(is_after, one.relative_to)):
        return said
    return lang.say("by: {dates}", dates=said)


def _to_the_end_of_the_day(one: Schedule) -> Schedule:
    """By a day is by its last minute, which nobody says."""
    if one.kind is not Kind.DEADLINE:
        return one
    is_late = one.rule is not None and one.rule.clocks == (LAST_MINUTE,)
    return replace(
        one,
        at=_bare(one.at) if one.at else None,
        rule=replace(one.rule, clocks=()) if one.rule and is_late else one.rule,
        relative_to=tuple(_bare(each) for each in one.relative_to),
    )


def _bare(one: _Timed) -> _Timed:
    return replace(one, clock=None) if one.clock == LAST_MINUTE else one


def _when(lang: Language, one: Schedule) -> Words:
    if one.quota is not None:
        return _quota(lang, one, one.quota)
    if one.relative_to:
        said = joined(lang.comma, [_relative(lang, each, one) for each in one.relative_to])
        # Only what recurs is told with its next dates: a festival.
        return lang.say("every year: {meaning}", meaning=said) if one.upcoming else said
    if one.rule is not None:
        return _window(lang, one, one.rule) if one.duration else _rule(lang, one.rule)
    if one.at is None:
        return lang.say("at any time")
    return _single(lang, one, one.at)


def _quota(lang: Language, one: Schedule, counted: Quota) -> Words:
    """How many, and where only a part of the year counts, in which part."""
    said = quota(lang, counted)
    if one.at is not None:
        return joined(lang.comma, (said, _single(lang, one, one.at)))
    if one.rule is None or one.duration is None or is_whole(counted, one.rule, one.duration):
        return said
    return joined(lang.comma, (said, _window(lang, one, one.rule)))


def _single(lang: Language, one: Schedule, at: LocalMoment) -> Words:
    if one.until is None:
        return moment(lang, at)
    if at.clock is not None and one.until.day == at.day and one.until.clock is not None:
        last = our_own(lang.clock(_time(one.until.clock)))
        return lang.say("{first} to {last}", first=moment(lang, at), last=last)
    return lang.say("{first} to {last}", first=moment(lang, at), last=moment(lang, one.until))


def _rule(lang: Language, one: Rule) -> Words:
    bare = rule_text(_without_clocks(one))
    said = rule(
        lang,
        bare,
        anchor=one.anchor,
        clocks=[_time(clock) for clock in one.clocks],
        of_working_days=one.of_working_days,
    )
    moved = shift(lang, one.shift) if one.shift is not Shift.KEEP else None
    return joined(lang.comma, (said, moved)) if moved else said


def _window(lang: Language, one: Schedule, starts: Rule) -> Words:
    """When each one begins, and how long it is."""
    if one.ending is not None and (last := max(one.ending.month_days, default=-1)) > 0:
        return lang.say(
            "{rule} to day {number} of the next month", rule=_rule(lang, starts), number=last
        )
    if one.ending is not None:
        return lang.say("{rule} to the end of the month", rule=_rule(lang, starts))
    took = length(lang, one.duration or "")
    if starts.clocks:
        return lang.say("{rule}, for {length}", rule=_rule(lang, starts), length=took)
    return lang.say("{rule}, {length} from then", rule=_rule(lang, starts), length=took)


def _relative(lang: Language, one: RelativeTo, whole: Schedule) -> Words:
    said = relative(lang, one, is_deadline=whole.kind is Kind.DEADLINE)
    if one.clock is None:
        return said
    clock = lang.say("at {clock}", clock=our_own(lang.clock(_time(one.clock))))
    return joined(" ", (said, clock))


def _upcoming(lang: Language, one: Schedule) -> Words | None:
    if not one.upcoming:
        return None
    is_deadline = one.kind is Kind.DEADLINE
    moments = [_bare(each) if is_deadline else each for each in one.upcoming]
    told = [lang.say("• {meaning}", meaning=moment(lang, each)) for each in moments]
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
