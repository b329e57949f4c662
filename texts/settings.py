"""What somebody can choose for himself, and the buttons for it."""

from datetime import time

from domain.easing import Reminding, reminding
from domain.preferences import DIGEST_HOURS, WAKING_CHOICES, Preferences, WakingHours
from texts.languages import Language
from texts.presses import press
from texts.replies import Button, Reply
from texts.words import Words, bold, lines, name, our_own, paragraphs

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
                lang.say(
                    "Quiet hours: {from_} to {until}. Then I never write unasked.",
                    from_=chosen.waking.until,
                    until=chosen.waking.since,
                ),
                _reminding(lang, chosen.reminding),
                _board(lang, chosen),
            ),
            lang.say("Press to change:"),
        ),
        buttons=(
            *hour_rows(SETTINGS, chosen.digest_at),
            *_waking_rows(chosen.waking),
            *_reminding_rows(lang, chosen.reminding),
            *_board_rows(lang, chosen),
            language_row(SETTINGS),
        ),
    )


def not_understood(lang: Language, words: str, chosen: Preferences) -> Reply:
    """What was written behind the command is no choice; what can be chosen stands below."""
    shown = own_settings(lang, chosen)
    hours = lang.list_of([our_own(f"{at:%H:%M}") for at in DIGEST_HOURS])
    first = lang.say(
        "I cannot set “{words}”. The daily message can come at {hours}; everything else has a "
        "button below.",
        words=name(words),
        hours=hours,
    )
    return Reply(words=paragraphs(first, shown.words), buttons=shown.buttons)


def _waking_rows(chosen: WakingHours) -> tuple[tuple[Button, ...], ...]:
    buttons = [
        Button(
            label=f"{'✓ ' if one == chosen else ''}☀️ {one.since:%H:%M}-{one.until:%H:%M}",
            data=press("waking", one.since.hour * 60 + one.since.minute),
        )
        for one in WAKING_CHOICES
    ]
    return tuple(tuple(buttons[at : at + 2]) for at in range(0, len(buttons), 2))


def _reminding(lang: Language, chosen: Reminding) -> Words:
    before = (
        lang.say("Reminders before the end: all of them.")
        if chosen.is_all_before
        else lang.say("Reminders before the end: on the last days only.")
    )
    after = (
        lang.say("Reminders after the end: all of them.")
        if chosen.is_all_after
        else lang.say("Reminders after the end: the first one only; the level above hears as ever.")
    )
    return lines(before, after)


def _reminding_rows(lang: Language, chosen: Reminding) -> tuple[tuple[Button, ...], ...]:
    """What is not chosen is offered, before the end and after it."""
    before = reminding(is_all_before=not chosen.is_all_before, is_all_after=chosen.is_all_after)
    after = reminding(is_all_before=chosen.is_all_before, is_all_after=not chosen.is_all_after)
    early = (
        lang.label("All reminders") if before.is_all_before else lang.label("Only the last days")
    )
    late = (
        lang.label("All after the end") if after.is_all_after else lang.label("Once after the end")
    )
    return (
        (Button(label=early, data=press("reminding", before)),),
        (Button(label=late, data=press("reminding", after)),),
    )


def _board(lang: Language, chosen: Preferences) -> Words | None:
    """Officers alone have a board."""
    match chosen.monthly_board:
        case None:
            return None
        case True:
            return lang.say("The board as a picture: at the beginning of each month.")
        case False:
            return lang.say("The board as a picture: only when you ask, under /status.")


def _board_rows(lang: Language, chosen: Preferences) -> tuple[tuple[Button, ...], ...]:
    """What is not chosen is offered."""
    if chosen.monthly_board is None:
        return ()
    if chosen.monthly_board:
        return ((Button(label=lang.label("No monthly board"), data=press("monthly_board", 0)),),)
    return ((Button(label=lang.label("🖼 Board each month"), data=press("monthly_board", 1)),),)


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
