"""What is asked and answered about words for a schedule: each time with a way to say it better."""

from typing import assert_never

from domain.schedule_words.reading import Ask, Question, Refusal, Refused
from texts.languages import Language
from texts.words import Words

# These make sense only with readings to choose from.
_BETWEEN_READINGS = (Question.WHICH_MEANING, Question.NOT_ALL_UNDERSTOOD)


def question(lang: Language, ask: Ask) -> Words:
    """What must be settled before anything is made of the words."""
    if not ask.readings and ask.question in _BETWEEN_READINGS:
        return _unclear(lang, ask.about)
    match ask.question:
        case Question.WHICH_MEANING | Question.WHICH_HALF_OF_DAY:
            return _which(lang, ask.question)
        case Question.PAST | Question.SKIPPED_WALL_TIME:
            return _impossible(lang, ask.question)
        case Question.VAGUE | Question.NO_DATE:
            return _too_little(lang, ask.question)
        case Question.TERM_START | Question.SCHOOL_DATES | Question.HOLIDAY:
            return _unknown_dates(lang, ask.question)
        case Question.SHORT_MONTHS:
            return lang.say("Some months do not have this day. Their last day instead, or none?")
        case Question.NOT_ALL_UNDERSTOOD:
            return _partly(lang, ask.about)
        case _:
            assert_never(ask.question)


def refusal(lang: Language, refused: Refused) -> Words:
    """Why nothing was made of the words, and what to say instead."""
    match refused.refusal:
        case Refusal.NO_TIME:
            return lang.say(
                "No time is named. Say when, such as “every Friday at 15:00” or “by 20 December”."
            )
        case Refusal.NOT_UNDERSTOOD:
            return lang.say(
                "“{about}” was not understood. Say it like “last Friday of each month at 15:00” "
                "or “at least twice a quarter”.",
                about=refused.about,
            )
        case Refusal.TOO_LONG:
            return lang.say(
                "This is too long. Say only when, such as “every first Wednesday at 14:00”."
            )
        case Refusal.NO_SUCH_DATE:
            return lang.say("There is no such date. Say it like “28 February at 15:00”.")
        case Refusal.TOO_FAR:
            return lang.say("This is too far away. Say a date within a few years.")
        case _:
            assert_never(refused.refusal)


def _which(lang: Language, asked: Question) -> Words:
    if asked is Question.WHICH_HALF_OF_DAY:
        return lang.say("In the morning, or in the afternoon?")
    return lang.say("This can mean more than one thing. Which do you mean?")


def _impossible(lang: Language, asked: Question) -> Words:
    if asked is Question.PAST:
        return lang.say("This is over already. Which date do you mean?")
    return lang.say("The clocks go forward then and skip this time. Which time do you mean?")


def _too_little(lang: Language, asked: Question) -> Words:
    if asked is Question.VAGUE:
        return lang.say("When exactly? Say a date, such as “by 20 December”.")
    return lang.say("On which day? Say it like “every Friday at 15:00”.")


def _unknown_dates(lang: Language, asked: Question) -> Words:
    match asked:
        case Question.TERM_START:
            return lang.say("When does the school term begin or end? Say the date itself.")
        case Question.SCHOOL_DATES:
            return lang.say("From when to when are the school holidays? Say the dates themselves.")
        case _:
            return lang.say("From when to when is the holiday meant? Say the dates themselves.")


def _unclear(lang: Language, about: str) -> Words:
    if not about:
        return lang.say("Not all of this fits together. Say it in two parts, or more simply.")
    return lang.say(
        "“{about}” was not understood. Say it without that, or more simply.", about=about
    )


def _partly(lang: Language, about: str) -> Words:
    if not about:
        return _unclear(lang, about)
    return lang.say("“{about}” was not understood. Is the rest right without it?", about=about)
