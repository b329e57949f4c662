"""Dropping what one is in the middle of, and taking it up again."""

from texts.drafts import dialogue
from texts.labels import undo
from texts.languages import Language
from texts.presses import press
from texts.replies import Button, Reply

# A report's words and file lie with the report, not in the dialogue.
KEPT = "report"


def dropped(lang: Language, draft_id: int, kind: str) -> Reply:
    """A dialogue has ended; for a minute there is a way back."""
    if kind == KEPT:
        words = lang.say(
            "Put aside: {what}. What you wrote is kept; /todo goes on with it.",
            what=dialogue(lang, kind),
        )
    else:
        words = lang.say("Dropped: {what}. Nothing was saved.", what=dialogue(lang, kind))
    back = Button(label=undo(lang), data=press("takeup", draft_id))
    return Reply(words=words, buttons=((back,),))


def nothing_to_drop(lang: Language) -> Reply:
    """There is no dialogue to end."""
    return Reply(words=lang.say("Nothing is under way, so there is nothing to cancel."))


def reopened(lang: Language) -> Reply:
    """The dialogue goes on."""
    return Reply(words=lang.say("Back again. Go on where you were."))


def too_late(lang: Language) -> str:
    """The minute is over."""
    return lang.label("It is too late to take this back. Please begin anew.")
