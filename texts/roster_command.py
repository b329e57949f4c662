"""What the command line says about a roster, beside the changes themselves."""

from texts.languages import Language
from texts.words import Words


def cannot_be_opened(lang: Language, path: str, reason: str) -> Words:
    """The file is not there or may not be read."""
    return lang.say("{path} cannot be opened: {reason}.", path=path, reason=reason)


def left_as_it_is(lang: Language) -> Words:
    """Only looked at."""
    return lang.say("Nothing was changed. Add --apply to apply this.")


def applied(lang: Language) -> Words:
    """Done."""
    return lang.say("This is in effect now.")
