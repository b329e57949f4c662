"""What people hear when something cannot be done: one sentence that says what to do."""

from texts.languages import Language
from texts.replies import Button, Reply


def old_button(lang: Language) -> str:
    """A button that nobody knows any more."""
    return lang.label("This button is out of date. Send /todo to see what is open.")


def not_yours(lang: Language) -> str:
    """A press by somebody who may not."""
    return lang.label("You cannot use this button.")


def needs_office(lang: Language) -> Reply:
    """A command for officers, given by a member."""
    return Reply(
        words=lang.say("This command is for officers. Send /help to see what you can do here.")
    )


def needs_administrator(lang: Language) -> Reply:
    """A command for administrators, given by an officer."""
    return Reply(
        words=lang.say(
            "This command is for administrators. Send /help to see what you can do here."
        )
    )


def needs_link(lang: Language) -> Reply:
    """A command given by somebody whom the roster does not know. It tells nothing."""
    return Reply(
        words=lang.say(
            "I do not know you yet. Open the personal link that your secretary has for you."
        )
    )


def unknown_command(lang: Language) -> Reply:
    """A command that does not exist."""
    return Reply(words=lang.say("There is no such command. Send /help to see what there is."))


def unexpected_words(lang: Language) -> Reply:
    """Words or a file that no dialogue waits for."""
    return Reply(
        words=lang.say("Nothing is waiting for an answer now. Send /todo or /help to go on.")
    )


def only_in_private(lang: Language) -> str:
    """A press in a group."""
    return lang.label("What concerns you is said in private.")


def ask_in_private(lang: Language, url: str) -> Reply:
    """A command given in a group."""
    label = lang.label("Write to me")
    return Reply(
        words=lang.say("What concerns you is said in private."),
        buttons=((Button(label=label, url=url),),),
    )


def broken(lang: Language, reference: str) -> Reply:
    """Something failed in here; the reference stands in the log."""
    return Reply(
        words=lang.say(
            "Something went wrong on our side and nothing was changed. Please try again; if it "
            "happens again, tell your administrator the number {reference}.",
            reference=reference,
        )
    )


def answer_lost(lang: Language, reference: str) -> Reply:
    """It was done, and the answer could not be shown."""
    return Reply(
        words=lang.say(
            "This was done, but the answer could not be shown. /todo shows how things stand; if it "
            "happens again, tell your administrator the number {reference}.",
            reference=reference,
        )
    )
