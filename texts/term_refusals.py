"""What cannot be taken as an answer about a term, and why."""

from datetime import date

from domain.term import MOST_YEARS
from domain.term_answer import AnswerKind, AnswerStep, BadDay, TermAnswer
from texts.languages import Language
from texts.replies import Reply
from texts.term_answers import approval_question, coming_forms, past_forms
from texts.words import Words


def not_understood(lang: Language, asked: TermAnswer) -> Reply:
    """The words are no answer."""
    match asked.step:
        case AnswerStep.YEARS:
            words = lang.say(
                "Please give whole years from 1 to {most}, such as 3.", most=MOST_YEARS
            )
        case AnswerStep.TURNOUT | AnswerStep.NO_QUORUM:
            words = lang.say(
                "Please give two numbers, those due and those present, such as 20, 17."
            )
        case AnswerStep.APPROVAL:
            words = approval_question(lang, asked)
        case AnswerStep.HOLDER:
            words = lang.say("Please press the name of whoever has left the office.")
        case _:
            is_past = asked.kind is AnswerKind.HELD
            forms = past_forms(lang) if is_past else coming_forms(lang)
            words = lang.say("I cannot read a day in this. Write it like: {forms}", forms=forms)
    return Reply(words=words, asks=True)


def day_refused(lang: Language, asked: TermAnswer, day: date, because: BadDay) -> Reply:
    """A day that the answer cannot name."""
    return Reply(words=_refusal(lang, asked, lang.day(day, with_year=True), because), asks=True)


def _refusal(lang: Language, asked: TermAnswer, said: str, because: BadDay) -> Words:
    match because:
        case BadDay.FUTURE:
            return lang.say(
                "{day} is still to come. Record the election once it is held; for a day of last "
                "year, write the year too.",
                day=said,
            )
        case BadDay.BEFORE_THE_TERM:
            began_on = asked.term.began_on
            began = lang.day(began_on, with_year=True) if began_on else "—"
            return lang.say(
                "The running term began on {began}; an election on {day} cannot follow it.",
                began=began,
                day=said,
            )
        case BadDay.PAST:
            return lang.say("{day} is over. Name a day that is still to come.", day=said)
        case BadDay.TOO_FAR:
            return lang.say("{day} is too far ahead. Please check the year.", day=said)
        case BadDay.NO_LATER:
            due_on = asked.term.due_on
            due = lang.day(due_on, with_year=True) if due_on else "—"
            return lang.say(
                "The term runs until {due} already; {day} is no extension.", due=due, day=said
            )
