"""A quorum in words."""

from typing import assert_never

from domain.activity import Activity
from domain.quorum import Quorum, Share
from texts.languages import Language
from texts.presses import press
from texts.replies import Button
from texts.words import Words

# The same in every language, and short enough for a button.
_SHORT = {Share.HALF: "> 1/2", Share.TWO_THIRDS: "≥ 2/3", Share.FOUR_FIFTHS: "> 4/5"}


def share_word(lang: Language, share: Share) -> str:
    """How many of those due must be there."""
    match share:
        case Share.NONE:
            return lang.label("none")
        case Share.HALF:
            return lang.label("more than half")
        case Share.TWO_THIRDS:
            return lang.label("two thirds or more")
        case Share.FOUR_FIFTHS:
            return lang.label("more than four fifths")
        case _:
            assert_never(share)


def quorum_word(lang: Language, quorum: Quorum) -> str:
    """In a cell: 7 of 9 with a vote, more than half: reached."""
    if quorum.is_met:
        return lang.label(
            "{present} of {due} with a vote, {share}: reached",
            present=quorum.present,
            due=quorum.due,
            share=share_word(lang, quorum.share),
        )
    return lang.label(
        "{present} of {due} with a vote, {share}: not reached",
        present=quorum.present,
        due=quorum.due,
        share=share_word(lang, quorum.share),
    )


def quorum_line(lang: Language, quorum: Quorum) -> Words:
    """How many with a vote are there, and whether they are enough."""
    return (
        lang.say(
            "⚖️ With a vote: {present} of {due} here; {share} ({least}): reached",
            present=quorum.present,
            due=quorum.due,
            share=share_word(lang, quorum.share),
            least=quorum.least,
        )
        if quorum.is_met
        else lang.say(
            "⚖️ With a vote: {present} of {due} here; {share} ({least}): not reached",
            present=quorum.present,
            due=quorum.due,
            share=share_word(lang, quorum.share),
            least=quorum.least,
        )
    )


def quorum_button(lang: Language, activity: Activity) -> Button:
    """What it asks for; a press leads to the next share."""
    short = _SHORT.get(activity.quorum)
    label = f"⚖️ {short}" if short else lang.label("⚖️ No quorum")
    return Button(label=label, data=press("quorum", activity.id, activity.version))
