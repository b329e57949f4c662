"""What the bot says of itself in Telegram: before the first message and in its profile."""

from texts.languages import Language


def bot_name(lang: Language) -> str:
    """At most 64 characters."""
    return lang.label("Muduo")


def about(lang: Language) -> str:
    """At most 120 characters, shown in the profile."""
    return lang.label("Says what is due, in time, once, and only to those who have not done it.")


def before_the_first_message(lang: Language) -> str:
    """At most 512 characters, shown in the empty chat."""
    return lang.label(
        "Muduo reminds your organisation of what is due and keeps track of who has done it."
        " To begin, open the personal link that your secretary has for you."
    )
