"""What somebody can choose for himself, and the buttons for it."""

from datetime import time

from domain.preferences import DIGEST_HOURS, Preferences
from texts.languages import Language
from texts.presses import press
from texts.replies import Button, Reply
from texts.words import bold, lines, paragraphs

# Where a choice was made travels as the press's version, so that the answer fits there.
ALONE, FIRST_CONTACT, SETTINGS, STRANGER = range(4)

# A language is named in itself, for those who have landed in the other one.
_NAMES = {"zh": "中文", "en": "English"}


def language_row(screen: int) -> tuple[Button, ...]:
    """Both languages, each named in itself."""
    return (
        Button(label=_NAMES["zh"], data=press("speak", "zh", screen)),
        Button(label=_NAMES["en"], data=press("speak", "en", screen)),
    )


def hour_rows(screen: int, chosen: time) -> tuple[tuple[Button, ...], ...]:
    """The hours on offer; the one that holds is ticked."""
    buttons = [
        Button(
            label=f"{'✓ ' if at == chosen else ''}{at:%H:%M}",
            data=press("hour", at.hour * 60 + at.minute, screen),
        )
        for at in DIGEST_HOURS
    ]
    return tuple(tuple(buttons[at : at + 2]) for at in range(0, len(buttons), 2))


def own_settings(lang: Language, chosen: Preferences) -> Reply:
    """Everything that can be chosen, in one message."""
    return Reply(
        words=paragraphs(
            bold(lang.say("Your settings")),
            lines(
                lang.say("Daily message: {at}", at=chosen.digest_at),
                lang.say("Language: {language}", language=_NAMES[lang.code]),
                lang.say("Quiet hours: 21:00 to 07:30. Then I never write unasked."),
            ),
            lang.say("Press to change:"),
        ),
        buttons=(*hour_rows(SETTINGS, chosen.digest_at), language_row(SETTINGS)),
    )


def ask_language(lang: Language) -> Reply:
    """Which language?"""
    return Reply(words=lang.say("Which language shall I speak?"), buttons=(language_row(ALONE),))


def language_chosen(lang: Language) -> Reply:
    """Said in the language that was chosen."""
    return Reply(words=lang.say("I speak English with you from now on."))


def language_of_stranger(lang: Language) -> Reply:
    """Nothing is kept about a stranger, so no choice either."""
    return Reply(
        words=lang.say(
            "Until you have opened your personal link I follow the language of your Telegram."
        ),
        buttons=(language_row(ALONE),),
    )


def saved(lang: Language) -> str:
    """A choice was kept."""
    return lang.label("Saved.")
