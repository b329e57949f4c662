"""What somebody can do here and now, with an example for each command."""

from collections.abc import Sequence

from domain.menu import Offer
from domain.permission import Actor
from texts.commands import describe, example
from texts.languages import Language
from texts.offices import office
from texts.replies import Reply
from texts.words import Words, bold, code, joined, lines, name, our_own, paragraphs


def help_for(lang: Language, actor: Actor, offers: Sequence[Offer]) -> Reply:
    """Who the reader is here, then every command open to him."""
    entries = [_entry(lang, offer) for offer in offers]
    more = lang.say("Send /help with a command, such as /help todo, to read about it alone.")
    return Reply(words=paragraphs(_who(lang, actor), lines(*entries), more))


def help_about(lang: Language, offer: Offer) -> Reply:
    """One command."""
    also = None
    if offer.alias:
        also = lang.say("In private the word {alias} does the same.", alias=offer.alias)
    return Reply(words=paragraphs(_entry(lang, offer), also))


def no_such_topic(lang: Language) -> Reply:
    """A command that does not exist, or is not open to the reader."""
    return Reply(words=lang.say("There is no such command for you. Send /help to see yours."))


def _who(lang: Language, actor: Actor) -> Words:
    if not actor.is_linked:
        return lang.say("I do not know you yet. Open the personal link of your secretary first.")
    held = [office(lang, one) for one in actor.offices[:5]]
    return lines(bold(name(actor.name)), *held)


def _entry(lang: Language, offer: Offer) -> Words:
    command = joined("", [our_own("/"), name(offer.name), our_own(" ")])
    said = command + our_own(describe(lang, offer.name))
    shown = example(lang, offer.name)
    return joined(" · ", [said, code(shown)]) if shown else said
