"""What the words about when left open, and what to say instead."""

from typing import Literal, assert_never

from domain.climb_phrases import MOST_LEVELS
from domain.dated_cadence import MovingFeast, Unfit
from domain.duty_making import Trouble
from domain.repeat_phrases import FARTHEST_REPEAT, MOST_REPEATS
from domain.schedule_words.reading import Ask, Refused
from texts.languages import Language
from texts.schedule_words import question, refusal
from texts.words import Words


def trouble(lang: Language, one: Trouble) -> Words:
    """One sentence that says what to do."""
    match one:
        case Ask():
            return question(lang, one)
        case Refused():
            return refusal(lang, one)
        case MovingFeast(days=days):
            return lang.say(
                "I understood it, but this day moves from year to year, and a duty cannot follow "
                "it by itself. The next ones are {days}. Make it for one of them; say for example: "
                "{example}",
                days=lang.list_of([lang.day(day, with_year=True) for day in days[:3]]),
                example=lang.list_of([lang.day(day, with_year=True) for day in days[:1]]),
            )
        case Unfit():
            return _unfit(lang, one)
        case _:
            assert_never(one)


def _unfit(lang: Language, why: Unfit) -> Words:
    match why:
        case Unfit.SEVERAL_TIMES:
            return lang.say("A duty has one hour a day. Make one duty for each hour.")
        case Unfit.NTH_WORKING_DAY:
            return lang.say(
                "I understood it, but working days can only be counted within a month. "
                "Say for example: {example}",
                example=lang.label("the third working day of each month"),
            )
        case Unfit.BEFORE_AN_EVENT:
            return lang.say(
                "I understood it, but what comes before an event cannot be owed, because nobody "
                "knows its day yet. Say for example: {example}",
                example=lang.label("within 3 working days after the meeting"),
            )
        case Unfit.WINDOW:
            return lang.say(
                "I understood a stretch of time. Say by which day it is due, such as: {example}",
                example=lang.label("by the 5th of each month"),
            )
        case Unfit.FESTIVAL:
            return lang.say(
                "I understood it, but the days of this festival follow no rule. Say the date, for "
                "example: {example}",
                example=lang.label("by 10 January every year"),
            )
        case Unfit.QUOTA:
            return lang.say(
                "I understood it, but so often can only be owed in every week, month, quarter, "
                "half-year, term or year, without an end. Say for example: {example}",
                example=lang.label("at least twice a quarter"),
            )
        case Unfit.LEAD | Unfit.REPEATS | Unfit.CLIMBS | Unfit.NOT_REPEATED:
            return _unfit_reminders(lang, why)
        case _:
            assert_never(why)


def _unfit_reminders(
    lang: Language, why: Literal[Unfit.LEAD, Unfit.REPEATS, Unfit.CLIMBS, Unfit.NOT_REPEATED]
) -> Words:
    match why:
        case Unfit.LEAD:
            return lang.say(
                "Reminders are counted in days. Say for example: {example}",
                example=lang.label("remind 3 days and 1 day before"),
            )
        case Unfit.REPEATS:
            return lang.say(
                "After the end at most {most} reminders are sent, the last one within {days} "
                "working days. Say for example: {example}",
                most=MOST_REPEATS,
                days=FARTHEST_REPEAT,
                example=lang.label("then remind every 1, 2 and 4 days"),
            )
        case Unfit.CLIMBS:
            return lang.say(
                "At most {most} levels above are told, the last one within {days} working days "
                "after the end. Say for example: {example}",
                most=MOST_LEVELS,
                days=FARTHEST_REPEAT,
                example=lang.label("escalate after 5 and 10 working days"),
            )
        case Unfit.NOT_REPEATED:
            return lang.say(
                "This is not reminded day by day after its end: a term is spoken of every week "
                "until an election is recorded, and what may be done at any time is never overdue."
            )
        case _:
            assert_never(why)
