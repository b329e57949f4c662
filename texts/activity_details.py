"""Host, link, notes and what it counts: how they are shown, and how they are asked for."""

from collections.abc import Sequence
from typing import Literal, assert_never

from domain.activity_details import NOTES_LIMIT, Details, Fault, host_of
from domain.activity_words import Faulty, Label
from texts.languages import Language
from texts.presses import press
from texts.replies import Button, Reply
from texts.words import Words, code, lines, link, name, paragraphs

MOST_NAMED = 10
CHOICES = (
    (Label.WHEN, Label.TITLE, Label.PLACE),
    (Label.HOST, Label.LASTS, Label.STUDY),
    (Label.LINK, Label.NOTES, Label.WHO),
    (Label.ALSO, Label.OBSERVERS),
)


def detail_lines(lang: Language, details: Details) -> Words | None:
    """What was said besides time and place; None where nothing was."""
    link_to = details.link or ""
    shown = (
        lang.say("👤 Host: {host}", host=name(details.host)) if details.host else None,
        _study(lang, details.study_minutes or 0),
        lang.say("🔗 {link}", link=link(name(host_of(link_to)), link_to)) if link_to else None,
        lang.say("📝 {notes}", notes=name(details.notes, NOTES_LIMIT)) if details.notes else None,
    )
    return lines(*shown) if any(shown) else None


def _study(lang: Language, minutes: int) -> Words | None:
    if not minutes:
        return None
    return lang.say("📚 Counts as {hours} h of study", hours=hours(lang, minutes))


def hours(lang: Language, minutes: int) -> str:
    """Minutes as hours with at most two places."""
    return lang.number(round(minutes / 60, 2))


def lasting(lang: Language, details: Details) -> Words | None:
    """How long it takes."""
    minutes = details.minutes or 0
    if not minutes:
        return None
    return lang.say("⏱ {length}", length=length(lang, minutes))


def length(lang: Language, minutes: int) -> str:
    """90 min, 2 h."""
    if minutes % 60:
        return lang.label("{minutes} min", minutes=minutes)
    return lang.label("{hours} h", hours=minutes // 60)


def besides(lang: Language, also: Sequence[str], observers: Sequence[str]) -> Words | None:
    """Who is invited besides the unit, and who looks on."""
    shown = (
        lang.say("➕ Also invited: {people}", people=_named(lang, also)) if also else None,
        looking_on(lang, observers),
    )
    return lines(*shown) if any(shown) else None


def looking_on(lang: Language, observers: Sequence[str]) -> Words | None:
    """Who is there without being counted."""
    if not observers:
        return None
    return lang.say("👁 Observers, not counted: {people}", people=_named(lang, observers))


def _named(lang: Language, people: Sequence[str]) -> Words:
    shown = [name(one, 24) for one in people[:MOST_NAMED]]
    if len(people) > MOST_NAMED:
        shown.append(lang.say("{count} more", count=len(people) - MOST_NAMED))
    return lang.list_of(shown)


def faults(lang: Language, found: Sequence[Faulty]) -> Words | None:
    """What was not taken of what was said."""
    return lines(*(_fault(lang, one) for one in found[:MOST_NAMED])) if found else None


def _fault(lang: Language, one: Faulty) -> Words:
    about = name(one.about)
    match one.fault:
        case Fault.LINK:
            return lang.say("⚠️ Not a safe link: {link}. It must begin with https://", link=about)
        case Fault.MINUTES:
            return lang.say("⚠️ Not a length of up to a day: {words}", words=about)
        case Fault.STUDY:
            return lang.say("⚠️ Not a number of hours: {words}", words=about)
        case Fault.NOBODY:
            return lang.say("⚠️ Nobody on the roster is called {person}", person=about)
        case Fault.SEVERAL:
            return lang.say(
                "⚠️ Several are called {person}: write name@unit, as in {example}",
                person=about,
                example=code(lang.label("Li Ming@First Branch")),
            )
        case Fault.WHO:
            return lang.say(
                "⚠️ No office and no tag is called {words}, so whom it is for stays.", words=about
            )
        case _:
            return _barred(lang, one.fault)


def _barred(
    lang: Language,
    fault: Literal[Fault.WHEN, Fault.PAST, Fault.BEGUN, Fault.CLOSED, Fault.INVITED, Fault.EMPTY],
) -> Words:
    """What was understood and may not be."""
    match fault:
        case Fault.WHEN:
            return lang.say("⚠️ I could not read a date and a time in that.")
        case Fault.PAST:
            return lang.say("⚠️ That moment has already passed.")
        case Fault.BEGUN:
            return lang.say(
                "⚠️ It has begun, so its time stays. Was it at another one? Press Moved."
            )
        case Fault.CLOSED:
            return lang.say("⚠️ It is over: nobody can be added any more.")
        case Fault.INVITED:
            return lang.say(
                "⚠️ People are invited already, so whom it is for stays. Add or take off people "
                "one by one."
            )
        case Fault.EMPTY:
            return lang.say("⚠️ Nobody would be left to invite, so whom it is for stays.")
        case _:
            assert_never(fault)


def label_word(lang: Language, label: Label) -> str:
    """What a field is called, on its button and before its value."""
    words = {
        Label.WHEN: lang.label("Time"),
        Label.TITLE: lang.label("Title"),
        Label.PLACE: lang.label("Place"),
        Label.HOST: lang.label("Host"),
        Label.LASTS: lang.label("Duration"),
        Label.STUDY: lang.label("Study hours"),
        Label.LINK: lang.label("Link"),
        Label.NOTES: lang.label("Notes"),
        Label.ALSO: lang.label("Also"),
        Label.OBSERVERS: lang.label("Observers"),
        Label.WHO: lang.label("For whom"),
    }
    return words[label]


def choose_field(
    lang: Language, verb: Literal["plan_field", "amend_field"], draft_id: int
) -> Reply:
    """What can be said, by a button or by a line each."""
    words = paragraphs(
        lang.say("What do you want to say? Press it, or write lines such as:"),
        lines(
            code(lang.label("Host: Lin Lan")),
            code(lang.label("Duration: 90 min")),
            code(lang.label("Study hours: 1.5")),
            code(lang.label("Link: https://meeting.example.org/123")),
            code(lang.label("For: committee members, secretaries")),
            code(lang.label("Also: Li Ming, Wang Du")),
            code(lang.label("Observers: He Jing")),
        ),
        lang.say("“-” clears a value."),
    )
    buttons = tuple(
        tuple(
            Button(label=label_word(lang, one), data=press(verb, f"{draft_id}-{one.value}"))
            for one in row
        )
        for row in CHOICES
    )
    return Reply(words=words, buttons=buttons)


def ask_field(lang: Language, label: Label) -> Reply:
    """Ask for one value; the keyboard opens for it."""
    word = label_word(lang, label)
    return Reply(words=_asked(lang, label), asks=True, placeholder=word)


def _asked(lang: Language, label: Label) -> Words:
    match label:
        case Label.WHEN:
            return lang.say("When does it begin?")
        case Label.LASTS:
            return lang.say("How long does it last? For example: 90 min")
        case Label.STUDY:
            return lang.say("How many hours of study does it count? For example: 1.5")
        case Label.LINK:
            return lang.say("Which link? It must begin with https://")
        case Label.WHO:
            return lang.say(
                "For whom? Write offices or a tag, such as: committee members, secretaries. Add "
                "“this unit only” to leave out the units below. “-” means everybody."
            )
        case Label.ALSO | Label.OBSERVERS:
            return lang.say(
                "Write names, separated by commas. If two people share a name: name@unit."
            )
        case _:
            return lang.say("Write it. “-” clears it.")
