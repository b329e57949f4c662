"""Personal links: the link itself, and what officers are told about it."""

from domain.link import LinkedCard, LinkEnd, LinkMade
from texts.labels import undo
from texts.languages import Language
from texts.presses import press
from texts.replies import Button, Reply
from texts.words import bold, code, lines, name, paragraphs


def link_made(lang: Language, made: LinkMade, url: str) -> Reply:
    """The link as text to copy; it is shown this once."""
    return Reply(
        words=paragraphs(
            bold(lang.say("Personal link for {name}", name=name(made.name))),
            code(url),
            lang.say(
                "It works once, until {day}. Give it to nobody else: whoever opens it acts in this"
                " name. Earlier links for the same person no longer work.",
                day=lang.day(made.until),
            ),
        )
    )


def link_just_made(lang: Language) -> str:
    """A second press at once."""
    return lang.label("The link is in the message above.")


def linked_card(lang: Language, card: LinkedCard) -> Reply:
    """Who was linked, with one press to take it back."""
    who = lang.say("{name}, {unit}", name=name(card.person_name), unit=name(card.unit_name))
    match card.end:
        case LinkEnd.LINKED:
            back = Button(label=undo(lang), data=press("unlink", card.link_id))
            return Reply(
                words=paragraphs(
                    lang.say("🔗 {who} is connected now.", who=who),
                    lines(
                        lang.say("Telegram name: {account}", account=name(card.account_name)),
                        lang.say("If that is somebody else, take it back."),
                    ),
                ),
                buttons=((back,),),
            )
        case LinkEnd.UNDONE:
            return Reply(words=lang.say("🔗 {who}: this connection has ended.", who=who))
        case LinkEnd.DENIED:
            anew = Button(label=lang.label("New link"), data=press("invite", card.person_id))
            return Reply(
                words=lang.say(
                    "🔗 Somebody opened the link for {who} and said: not me. The link is closed.",
                    who=who,
                ),
                buttons=((anew,),),
            )


def undone(lang: Language, person_name: str) -> Reply:
    """The tie is cut."""
    return Reply(
        words=lang.say(
            "{name} is no longer connected. /reach makes a new link.", name=name(person_name)
        )
    )


def nothing_to_undo(lang: Language) -> str:
    """The tie is gone, or was never the presser's business."""
    return lang.label("There is nothing to take back here any more.")


def only_administrators(lang: Language) -> str:
    """An officer would cut an administrator off."""
    return lang.label("Only administrators can take back the connection of an administrator.")


def asked_second(lang: Language) -> str:
    """Another administrator is asked first."""
    return lang.label("Another administrator is asked to confirm this. You will be told.")


def last_administrator(lang: Language) -> str:
    """The only one who can set things right."""
    return lang.label("This is the only administrator. Make somebody else an administrator first.")
