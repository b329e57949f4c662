"""Dialogues that were begun and not finished."""

from texts.languages import Language
from texts.replies import Reply
from texts.words import Words


def dialogue(lang: Language, kind: str) -> Words:
    """What a dialogue of a kind is about."""
    named = {
        "activity": lang.say("the new activity"),
        "activity_change": lang.say("the change of an activity"),
        "plan": lang.say("the new activity"),
        "report": lang.say("the report"),
        "excuse": lang.say("your leave"),
        "review": lang.say("the review"),
        "return_report": lang.say("the review"),
        "election": lang.say("the record of the election"),
        "duty": lang.say("the new duty"),
        "away": lang.say("your absence"),
        "service": lang.say("the service"),
        "problem": lang.say("the problem"),
        "extension": lang.say("the new last day"),
        "roster": lang.say("the roster"),
        "calendar": lang.say("the calendar"),
        "make_up": lang.say("the make-up session"),
        "mark_list": lang.say("the list of names"),
        "held": lang.say("the record of an activity"),
        "moved": lang.say("the new time of an activity"),
    }
    return named.get(kind, lang.say("what you had begun"))


def go_on(lang: Language, kind: str) -> Reply:
    """The dialogue is open again; the next words belong to it."""
    return Reply(
        words=lang.say(
            "Go on where you stopped: {dialogue}. What you send now belongs to it; /cancel ends "
            "it.",
            dialogue=dialogue(lang, kind),
        )
    )


def is_over(lang: Language) -> str:
    """The dialogue was finished or discarded since."""
    return lang.label("This is finished already. Send /todo to see what is open.")
