"""The labels of fixed buttons: one word per deed, everywhere the same."""

from texts.languages import Language


def check_in(lang: Language) -> str:
    return lang.label("Check in")


def cannot_come(lang: Language) -> str:
    return lang.label("Can't come")


def done(lang: Language) -> str:
    return lang.label("Done")


def hand_in(lang: Language) -> str:
    return lang.label("Hand in")


def accept(lang: Language) -> str:
    return lang.label("Accept")


def send_back(lang: Language) -> str:
    return lang.label("Return")


def confirm(lang: Language) -> str:
    return lang.label("Confirm")


def discard(lang: Language) -> str:
    return lang.label("Discard")


def nudge(lang: Language) -> str:
    return lang.label("Nudge")


def yes(lang: Language) -> str:
    return lang.label("Yes")


def no(lang: Language) -> str:
    return lang.label("No")


def not_me(lang: Language) -> str:
    return lang.label("Not me")


def held(lang: Language) -> str:
    return lang.label("Held")


def moved(lang: Language) -> str:
    return lang.label("Moved")


def cancelled(lang: Language) -> str:
    return lang.label("Cancelled")


def undo(lang: Language) -> str:
    return lang.label("Undo")


def in_hand(lang: Language) -> str:
    return lang.label("In hand")


def more(lang: Language) -> str:
    return lang.label("More")


def extend(lang: Language) -> str:
    return lang.label("Extend")


def excuse(lang: Language) -> str:
    return lang.label("Excuse")


def cannot(lang: Language) -> str:
    return lang.label("I cannot")


def go_on(lang: Language) -> str:
    return lang.label("Continue")
