"""What somebody hears who scanned a code or typed one."""

from datetime import datetime

from domain.check_in import Attendance
from domain.guest import GuestState
from texts.check_ins import own_card, stands
from texts.languages import Language
from texts.replies import Reply
from texts.words import Words, lines, our_own, paragraphs


def already(lang: Language, attendance: Attendance) -> Reply:
    """Nothing was changed: what stands, and since when."""
    card = own_card(lang, attendance)
    return Reply(words=paragraphs(our_own(stands(lang, attendance)), card.words))


def unknown(lang: Language) -> Reply:
    """Nobody knows whose account this is; nothing is said about anything."""
    return Reply(
        words=lang.say(
            "I do not know you yet, so I have written nothing down. Open the personal link that "
            "your secretary has for you, then scan the code again."
        )
    )


def no_code(lang: Language) -> Reply:
    """Made up, or cut off on its way."""
    return Reply(words=lang.say("This code is not one of mine. Scan the one in the room again."))


def too_old(lang: Language) -> Reply:
    """A picture of the screen, or a very slow phone."""
    return Reply(
        words=lang.say("This code is too old. Scan the one that the screen in the room shows now.")
    )


def too_early(lang: Language, opens_at: datetime) -> Reply:
    """The window has not opened."""
    return Reply(
        words=lang.say("The check-in opens at {moment}.", moment=lang.moment(opens_at)),
    )


def wrong_code(lang: Language, left: int) -> Reply:
    """Four digits that are no code, or no longer."""
    tries = lang.many("You can try once more.", "You can try {count} more times.", left)
    return Reply(words=lines(lang.say("This code is wrong or too old. Nothing noted."), tries))


def no_more_codes(lang: Language) -> Reply:
    """Guessing has ended; who is there can be recorded by somebody who sees him."""
    return Reply(
        words=lang.say(
            "Too many wrong codes. For ten minutes I take no typed code from you; only the "
            "officer in charge can record you."
        )
    )


def four_digits(lang: Language) -> Reply:
    """Something else was written after the command."""
    return Reply(words=lang.say("A code has four digits, such as /checkin 4821."))


def nothing_open(lang: Language) -> Reply:
    """A code, but no activity that takes one."""
    return Reply(words=lang.say("No check-in with a code is open for you now."))


def guest(lang: Language, title: Words, state: GuestState, *, is_told: bool) -> Reply:
    """Not on the list: an officer decides."""
    match state:
        case GuestState.DECLINED:
            words = lang.say("You are not on the list of {title} and are not counted.", title=title)
        case GuestState.ADDED:
            words = lang.say("You have been added to the list of {title}.", title=title)
        case GuestState.ASKED if is_told:
            words = lang.say(
                "You are not on the list of {title}. I have asked the officer in charge to add "
                "you; the moment of your scan counts.",
                title=title,
            )
        case GuestState.ASKED:
            words = lang.say(
                "You are not on the list of {title}. I have noted that you came; please tell the "
                "officer in charge.",
                title=title,
            )
    return Reply(words=words)
