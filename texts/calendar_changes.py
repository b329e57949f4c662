"""What is said when a calendar is changed by words."""

from collections.abc import Sequence
from datetime import date
from typing import assert_never

from domain.calendar_change import AskEverybody, CalendarChange, ChangeRefused, Refusal
from domain.calendar_words import (
    ChooseCountry,
    ClearDays,
    DropTerm,
    SetDays,
    SetPublished,
    SetTerm,
    Statement,
)
from domain.day_span import DaySpan, spans_of
from domain.unit import Unit
from texts.calendars import school_term
from texts.labels import confirm, discard, undo
from texts.languages import Language
from texts.presses import press
from texts.replies import Button, Reply
from texts.words import Words, bold, code, joined, lines, name, our_own, paragraphs, value


def asked(lang: Language, unit: Unit, year: int, *, is_of_the_whole: bool) -> Reply:
    """What can be written about a unit's calendar, with lines to copy."""
    about = lang.say("for everybody") if is_of_the_whole else name(unit.name)
    file = lang.say("The file of a year's public holidays (.json) can be sent here too.")
    words = paragraphs(
        bold(lang.say("Change the calendar: {unit}", unit=about)),
        lines(
            lang.say("Write one or several lines like these:"),
            *(code(one) for one in examples(lang, year)),
        ),
        file if is_of_the_whole else None,
        lang.say("/cancel ends this."),
    )
    return Reply(words=words, asks=True, placeholder=lang.label("Dates and what they are"))


def examples(lang: Language, year: int) -> tuple[str, ...]:
    """Lines that are understood."""
    return (
        lang.label("{year}-01-11..15 off Exam week", year=year),
        lang.label("{year}-01-16 work", year=year),
        lang.label("{year}-01-15 clear", year=year),
        lang.label("term Spring {year} {year}-02-22..{year}-07-09", year=year),
        lang.label("country Germany"),
    )


def ask_everybody(lang: Language, asked_for: AskEverybody) -> Reply:
    """A country's days are everybody's: asked first, with what would change."""
    country = lang.country(asked_for.country)
    off = _spans(lang, spans_of(asked_for.off), asked_for.today)
    working = _spans(lang, spans_of(asked_for.working), asked_for.today)
    words = paragraphs(
        bold(lang.say("Change the calendar of everybody in {country}?", country=country)),
        statements(lang, asked_for.statements, asked_for.today),
        lines(
            lang.say("Newly off: {days}", days=off) if asked_for.off else None,
            lang.say("Newly working: {days}", days=working) if asked_for.working else None,
        )
        or lang.say("No working day changes by it."),
        lang.say("Only for one unit and what is below it? Then send its name now."),
    )
    sure = Button(
        label=confirm(lang), data=press("calendar_all", asked_for.draft_id, asked_for.version)
    )
    drop = Button(label=discard(lang), data=press("calendar_drop", asked_for.draft_id))
    return Reply(words=words, buttons=((sure, drop),))


def changed(lang: Language, change: CalendarChange) -> Reply:
    """What holds now, as it was understood; for a minute it can be taken back."""
    if change.unit is None:
        whose = lang.say("for everybody in {country}", country=lang.country(change.country))
    else:
        whose = lang.say("{unit} and everything below it", unit=name(change.unit.name))
    words = paragraphs(
        bold(lang.say("✅ Calendar changed: {whose}", whose=whose)),
        statements(lang, change.statements, change.today),
        lang.say("Reminders follow the new days."),
    )
    back = Button(label=undo(lang), data=press("calendar_undo", change.id))
    return Reply(words=words, buttons=((back,),))


def statements(lang: Language, said: Sequence[Statement], today: date) -> Words:
    """What was said, a line each; who said nothing changes nothing."""
    told = lines(*(_statement(lang, one, today) for one in said))
    return told or lang.say("Nothing was changed.")


def _statement(lang: Language, one: Statement, today: date) -> Words:
    match one:
        case SetDays(works=works, name=called):
            said = _spans(lang, one.spans, today)
            marked = lang.say("🛠 {days} working", days=said)
            if not works:
                marked = lang.say("⛔ {days} off", days=said)
            return lang.say("{said}: {name}", said=marked, name=name(called)) if called else marked
        case ClearDays():
            return lang.say("{days}: as the list has it", days=_spans(lang, one.spans, today))
        case SetTerm(term=term):
            return lang.say("🎓 {term}", term=school_term(lang, term))
        case DropTerm():
            return lang.say("No longer a term: {name}", name=name(one.name))
        case ChooseCountry(words=None):
            return lang.say("The country of the unit above")
        case ChooseCountry(words=country):
            return lang.say("Country: {country}", country=lang.country(country or ""))
        case SetPublished(is_published=True):
            return lang.say("The list of {year} is complete.", year=one.year)
        case SetPublished():
            return lang.say("The list of {year} is not complete yet.", year=one.year)
        case _:
            assert_never(one)


def _spans(lang: Language, spans: Sequence[DaySpan], today: date) -> Words:
    said = [our_own(_span(lang, one, today)) for one in spans]
    return joined("、" if lang.code == "zh" else ", ", said)


def _span(lang: Language, one: DaySpan, today: date) -> str:
    days = lang.day_range(one.first, one.last, now_year=today.year)
    if one.length == 1:
        return days
    return lang.many("{days} ({count} day)", "{days} ({count} days)", one.length, days=days).plain()


def same_as_before(lang: Language) -> Reply:
    """Nothing was changed because it is so."""
    return Reply(words=lang.say("It is so already; nothing was changed."))


def not_understood(lang: Language, line: str, year: int) -> Reply:
    """A line that could not be read; all of it was left alone."""
    words = paragraphs(
        lang.say("I do not understand “{line}”, so nothing was changed.", line=line),
        lines(
            lang.say("Write it like one of these, with the year:"),
            *(code(one) for one in examples(lang, year)),
        ),
    )
    return Reply(words=words)


def no_such_country(lang: Language, written: str) -> Reply:
    """A country that the library does not know."""
    return Reply(
        words=lang.say(
            "I know no country “{country}”. Write its name, or its two letters such as DE.",
            country=written,
        )
    )


def refused(lang: Language, refusal: ChangeRefused, today: date) -> Reply:
    """Why it cannot be."""
    words = lines(
        _statement(lang, refusal.statement, today),
        _reason(lang, refusal.reason),
        lang.say("Nothing was changed."),
    )
    return Reply(words=words)


def _reason(lang: Language, reason: Refusal) -> Words:
    match reason:
        case Refusal.FAR_DAY:
            return lang.say("Days can be set from last year to three years ahead.")
        case Refusal.LONG_HOLIDAY:
            return lang.say("A public holiday has at most 40 days. Did the year slip?")
        case Refusal.LONG_RANGE:
            return lang.say("A stretch has at most 200 days. Did the year slip?")
        case Refusal.LONG_TERM:
            return lang.say("A school term has at most 300 days. Did the year slip?")
        case Refusal.TOO_MANY:
            return lang.say("There are too many entries already; clear old ones first.")
        case Refusal.ONLY_THE_WHOLE:
            return lang.say("Only an administrator of the top unit can say that.")
        case _:
            assert_never(reason)


def which_unit(lang: Language, units: Sequence[Unit], line: str) -> Reply:
    """Several units could be meant: the name belongs in front."""
    words = lines(
        lang.say("Which unit? Write its name in front, for example:"),
        *(
            code(f"/calendar {name(unit.name).plain()}: {value(line).plain()}")
            for unit in units[:3]
        ),
    )
    return Reply(words=words)


def not_yours(lang: Language) -> Reply:
    """Whoever writes answers for no such unit."""
    return Reply(
        words=lang.say(
            "You can change the calendar of your own units only. /calendar alone shows yours."
        )
    )


def undone(lang: Language) -> Reply:
    """The calendar is as before."""
    return Reply(words=lang.say("Taken back. The calendar is as it was before."))


def settled(lang: Language) -> str:
    """Confirm below a question that is over."""
    return lang.label("This is settled already. Write the days again to begin anew.")


def too_late(lang: Language) -> str:
    """The minute is over."""
    return lang.label("It is too late to take this back, or it was changed again since.")
