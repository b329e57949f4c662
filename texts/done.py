"""What is said when something is ticked off."""

from datetime import date

from domain.act import Act
from domain.obligation import Obligation
from texts.labels import undo
from texts.languages import Language
from texts.obligations import action_buttons, standing, title
from texts.presses import press, rows
from texts.replies import Button, Reply
from texts.words import Words, bold, lines, name, paragraphs


def ticked(lang: Language, obligation: Obligation, act: Act, today: date) -> Reply:
    """Done, or one of several acts; for ten minutes it can be taken back."""
    back = Button(label=undo(lang), data=press("undone", obligation.id, obligation.version))
    first = lang.say("Noted. Undo works for ten minutes.")
    if len(obligation.acts) > 1:
        named = name(lang.choose(zh=act.name.zh, en=act.name.en))
        first = lang.say("Noted: {act}. Undo works for ten minutes.", act=named)
    return Reply(words=paragraphs(_head(lang, obligation, today), first), buttons=((back,),))


def taken_back(lang: Language, obligation: Obligation, today: date) -> Reply:
    """It is owed again, with what can be done about it."""
    first = lang.say("Taken back; it is owed again.")
    return _open(lang, obligation, today, first)


def as_it_stands(lang: Language, obligation: Obligation, today: date) -> Reply:
    """A press that changed nothing: it was done already, or the message was an old one."""
    return _open(lang, obligation, today, None)


def too_late(lang: Language) -> str:
    """Undo is over."""
    return lang.label("Undo is over, or something has changed since.")


def _open(lang: Language, obligation: Obligation, today: date, first: Words | None) -> Reply:
    buttons = action_buttons(lang, obligation, 1)
    pairs = (tuple(buttons[at : at + 2]) for at in range(0, len(buttons), 2))
    return Reply(words=paragraphs(_head(lang, obligation, today), first), buttons=rows(*pairs))


def _head(lang: Language, obligation: Obligation, today: date) -> Words:
    return lines(bold(title(lang, obligation)), standing(lang, obligation, today))
