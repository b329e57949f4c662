"""What the officer in charge sees of the ways of checking in, and of the wall."""

from typing import assert_never

from domain.activity import Activity, Proof
from domain.code import Shown
from texts.languages import Language
from texts.presses import press
from texts.replies import Button, Reply
from texts.words import Words, bold, lines, paragraphs

CHOSEN = "🔘 "
OPEN = "⚪ "


def proof_line(lang: Language, proof: Proof) -> Words:
    """What a check-in needs."""
    match proof:
        case Proof.BUTTON:
            return lang.say("Check-in by button, from anywhere")
        case Proof.CODE:
            return lang.say("Check-in with the four digits told in the room")
        case Proof.WALL:
            return lang.say("Check-in with the code on the screen in the room")
        case _:
            assert_never(proof)


def choice_buttons(lang: Language, activity: Activity) -> tuple[Button, ...]:
    """The three ways."""
    ways = {
        Proof.BUTTON: lang.label("Button"),
        Proof.CODE: lang.label("Code"),
        Proof.WALL: lang.label("Wall"),
    }
    return tuple(
        Button(
            label=(CHOSEN if proof is activity.proof else OPEN) + label,
            data=press("proof", f"{activity.id}-{proof.value}", activity.version),
        )
        for proof, label in ways.items()
    )


def names_button(lang: Language, activity: Activity) -> tuple[Button, ...]:
    """Whether the wall names who comes, where there is one."""
    if activity.proof is not Proof.WALL:
        return ()
    label = lang.label("Names: on") if activity.shows_names else lang.label("Names: off")
    return (Button(label=label, data=press("wall_names", activity.id, activity.version)),)


def code_buttons(lang: Language, activity: Activity) -> tuple[Button, ...]:
    """What shows the code, where there is one."""
    if not activity.takes_codes:
        return ()
    code = Button(label=lang.label("🔢 Show the code"), data=press("code", activity.id))
    if activity.proof is Proof.CODE:
        return (code,)
    wall = Button(label=lang.label("📺 Open the wall"), data=press("wall", activity.id))
    return (wall, code)


def code_now(lang: Language, shown: Shown) -> str:
    """The four digits, to be told aloud."""
    return lang.label("{code} – tell it in the room. It changes every minute.", code=shown.spoken)


def no_code_now(lang: Language) -> str:
    """It is checked in by button, or all is over."""
    return lang.label("This activity takes no code now.")


def wall_link(lang: Language, title: Words, url: str) -> Reply:
    """The one-time link of a wall."""
    words = paragraphs(
        bold(title),
        lines(
            lang.say("Open the wall on the computer with the big screen."),
            lang.say(
                "This link works once and shows nothing afterwards; for a second screen press "
                "the button again. The wall ends an hour after the check-in closes."
            ),
        ),
    )
    return Reply(words=words, buttons=((Button(label=lang.label("📺 Open"), url=url),),))


def no_address(lang: Language) -> str:
    """The bot's pages cannot be reached from outside."""
    return lang.label(
        "The wall needs an address at which browsers reach me. Whoever runs me sets "
        "MUDUO_PUBLIC_URL; until then tell the code in the room."
    )


def wall_over(lang: Language) -> str:
    """Nothing to be shown any more."""
    return lang.label("The check-in of this activity is over; there is no wall to open.")


def count_comes(lang: Language, *, is_new: bool) -> str:
    """The live count is a message of its own."""
    if is_new:
        return lang.label("The live count comes as a message of its own.")
    return lang.label("The live count is in a message above.")


def count_over(lang: Language) -> str:
    """Nobody comes any more."""
    return lang.label("The check-in of this activity is over.")
