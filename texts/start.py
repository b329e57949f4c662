"""First contact: the question of a personal link, the welcome, and the dead end."""

from domain.link import Invited, Linked
from domain.preferences import Preferences
from domain.todo import TodoPage
from texts.labels import not_me, yes
from texts.languages import Language
from texts.presses import press
from texts.replies import Button, Reply
from texts.settings import FIRST_CONTACT, STRANGER, hour_rows, language_row
from texts.todo import todo_list
from texts.words import Words, bold, name, paragraphs


def ask_identity(lang: Language, invited: Invited) -> Reply:
    """Is the opener of a link the person that it was made for?"""
    who = bold(lang.say("{name}, {unit}", name=name(invited.name), unit=name(invited.unit_name)))
    warning = None
    if invited.replaces:
        warning = lang.say(
            "Another Telegram account is connected to this name. It loses its access when you"
            " say yes."
        )
    agree = Button(label=yes(lang), data=press("linkyes", invited.link_id))
    refuse = Button(label=not_me(lang), data=press("linkno", invited.link_id))
    question = lang.say("Are you {who}?", who=who)
    return Reply(words=paragraphs(question, warning), buttons=((agree, refuse),))


def privacy(lang: Language) -> Words:
    """What is stored, and who sees it."""
    return lang.say(
        "Stored about you are your name, unit, office and Telegram number, and what you do here"
        " (check-ins, reports). Only you and the officers of your unit and above see it; groups"
        " see counts."
    )


def welcome(lang: Language, linked: Linked) -> Reply:
    """The account is linked; first question: the language."""
    greeting = lang.say(
        "✅ Welcome, {name}. You are connected: {unit}.",
        name=name(linked.name),
        unit=name(linked.unit_name),
    )
    office = lang.say("You are an administrator now.") if linked.is_administrator else None
    question = lang.say("Which language shall I speak?")
    return Reply(
        words=paragraphs(bold(greeting), office, privacy(lang), question),
        buttons=(language_row(FIRST_CONTACT),),
    )


def ask_hour(lang: Language, chosen: Preferences) -> Reply:
    """Second question: the hour of the daily message."""
    question = lang.say(
        "When shall the daily message come? It comes only on days when something is due, and"
        " never between 21:00 and 07:30."
    )
    return Reply(
        words=paragraphs(privacy(lang), question),
        buttons=hour_rows(FIRST_CONTACT, chosen.digest_at),
    )


def ready(lang: Language, chosen: Preferences) -> Reply:
    """All set; what comes next."""
    done = lang.say("✅ All set. The daily message comes at {at}.", at=chosen.digest_at)
    hint = lang.say(
        "Send /todo to see what is open for you, /help for all you can do here, /settings to"
        " change this."
    )
    return Reply(words=paragraphs(bold(done), hint, privacy(lang)))


def denied(lang: Language) -> Reply:
    """Somebody else had the link."""
    return Reply(
        words=lang.say(
            "Thank you. This link is closed now and whoever made it is told. If you are on the"
            " roster, ask your secretary for your own link."
        )
    )


def wait_for_administrator(lang: Language) -> Reply:
    """The person is an administrator: another one looks first whether the account is his."""
    return Reply(
        words=lang.say(
            "⏳ Almost done: an administrator’s account is confirmed by another administrator. I "
            "write to you here as soon as that has happened."
        )
    )


def dead_end(lang: Language) -> Reply:
    """A link that opens nothing, the same for every reason."""
    return Reply(
        words=lang.say(
            "This link does not open anything here. Links work once and for a limited time: ask"
            " your secretary for a new one."
        )
    )


def dead_end_when_linked(lang: Language, own_name: str) -> Reply:
    """The same for somebody who needs no link."""
    return Reply(
        words=lang.say(
            "This link does not open anything here. You are connected already, as {name}. Send"
            " /todo to see what is open.",
            name=name(own_name),
        )
    )


def greet_stranger(lang: Language) -> Reply:
    """Who has no link learns only where one comes from."""
    return Reply(
        words=paragraphs(
            bold(lang.say("Hello, this is Muduo.")),
            lang.say("To begin, open the personal link that your secretary has for you."),
        ),
        buttons=(language_row(STRANGER),),
    )


def greet(lang: Language, own_name: str, todo: TodoPage) -> Reply:
    """Somebody known comes back."""
    listed = todo_list(lang, todo)
    hello = lang.say("Hello {name}.", name=name(own_name))
    return Reply(words=paragraphs(hello, listed.words), buttons=listed.buttons)
