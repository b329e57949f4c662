"""Ties between people and units in words."""

from collections.abc import Sequence

from domain.tie import Tie, TieEnd, TiePage
from texts.audiences import tie_name
from texts.labels import undo
from texts.languages import Language
from texts.presses import page_buttons, press, rows
from texts.replies import Button, Reply
from texts.words import Words, bold, code, lines, name, paragraphs

MOST_SHOWN = 8


def tie_list(lang: Language, page: TiePage) -> Reply:
    """Who is what to whom, a button each to let it end, and how to make one."""
    if not page.ties:
        return Reply(words=paragraphs(lang.say("Nobody is tied to anybody yet."), _how(lang)))
    entries = [
        lang.say("{number}. {tie}", number=number, tie=_tie(lang, one))
        for number, one in enumerate(page.ties, start=1)
    ]
    buttons = [
        Button(label=lang.label("{number} End", number=number), data=press("tie_end", one.id))
        for number, one in enumerate(page.ties, start=1)
    ]
    heading = bold(lang.many("{count} tie", "{count} ties", page.total))
    return Reply(
        words=paragraphs(heading, lines(*entries), _how(lang)),
        buttons=rows(
            *(tuple(buttons[at : at + 4]) for at in range(0, len(buttons), 4)),
            page_buttons("ties", page.page, page.pages),
        ),
    )


def _tie(lang: Language, one: Tie) -> Words:
    return lang.say(
        "{first} {kind} {second}",
        first=name(one.first.name),
        kind=tie_name(lang, one.kind),
        second=name(one.second.name),
    )


def _how(lang: Language) -> Words:
    return lines(
        lang.say("To make one, send the kind and the two sides:"),
        code(lang.label("/ties oversees MaYuan DawnSchool")),
        lang.say("Kinds: oversees, contacts, guides, pairs, leads."),
    )


def tied(lang: Language, one: Tie, *, is_new: bool) -> Reply:
    """It runs; for ten minutes it can be taken back."""
    if not is_new:
        return Reply(words=paragraphs(bold(_tie(lang, one)), lang.say("It is so already.")))
    back = Button(label=undo(lang), data=press("tie_undo", one.id))
    first = lang.say("From today on. Undo works for ten minutes.")
    return Reply(words=paragraphs(bold(_tie(lang, one)), first), buttons=((back,),))


def ended(lang: Language, one: Tie) -> Reply:
    """It is over; what was owed by it is owed no longer."""
    back = Button(label=undo(lang), data=press("tie_undo", one.id))
    first = lang.say("Ended. What was owed by it is owed no longer. Undo works for ten minutes.")
    return Reply(words=paragraphs(bold(_tie(lang, one)), first), buttons=((back,),))


def not_understood(lang: Language) -> Reply:
    """Not a kind with two sides."""
    return Reply(words=paragraphs(lang.say("I need a kind and two sides."), _how(lang)))


def not_found(lang: Language, called: str) -> Reply:
    """No such person or unit."""
    return Reply(words=lang.say("Nobody and no unit is called {name} here.", name=name(called)))


def several(lang: Language, called: str, ends: Sequence[TieEnd]) -> Reply:
    """Say which one is meant."""
    ways = [
        code(f"{name(end.name).plain()}@{name(end.unit_name).plain()}") for end in ends[:MOST_SHOWN]
    ]
    first = lang.say("Several are called {name}. Write it so:", name=name(called))
    return Reply(words=paragraphs(first, lines(*ways)))


def same_sides(lang: Language) -> Reply:
    """Nobody is tied to himself."""
    return Reply(words=lang.say("The two sides are the same."))
