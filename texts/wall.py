"""The words of a wall, for the room to read."""

from typing import assert_never

from domain.activity import Activity, ActivityState, Proof
from domain.check_in import Counts
from domain.wall import Arrival, WallBoard
from texts.activities import title_of
from texts.languages import Language


def page_words(lang: Language) -> dict[str, str]:
    """What stands on the page whatever happens, by the names that its scripts know."""
    return {
        "page": lang.label("Check-in"),
        "scan": lang.label("Scan with the phone on which you use Telegram"),
        "qr": lang.label("QR code to be scanned; the four digits below do the same"),
        "or": lang.label("or send the bot these four digits"),
        "present": lang.label("here"),
        "late": lang.label("late"),
        "excused": lang.label("on leave"),
        "missing": lang.label("missing"),
        "latest": lang.label("Just arrived"),
        "counts": lang.label("How many have come"),
        "full": lang.label("Full screen"),
        "other": lang.label("Language"),
        "opening": lang.label("Opening…"),
        "lost": lang.label("No connection to the bot. The code comes back by itself."),
        "used": lang.label(
            "This link has been used or is over. Ask for a new one with the button Open the wall."
        ),
        "over": lang.label("This wall has ended."),
        "wait": lang.label("The bot is not ready yet. I try again."),
    }


def board_words(lang: Language, board: WallBoard) -> dict[str, str]:
    """What changes from activity to activity and from minute to minute."""
    activity = board.activity
    return {
        "title": title_of(lang, activity).plain(),
        "unit": activity.unit.name,
        "when": lang.moment(activity.starts_at),
        "where": activity.place,
        "state": _state(lang, board),
        "spoken": _spoken(lang, board.counts),
    }


def _spoken(lang: Language, counts: Counts) -> str:
    """The counts as a sentence, for who cannot see them."""
    return lang.label(
        "{came} of {total} have come.",
        came=counts.present + counts.late,
        total=counts.total,
    )


def _state(lang: Language, board: WallBoard) -> str:
    activity = board.activity
    match activity.state:
        case ActivityState.CANCELLED:
            return lang.label("This activity is cancelled.")
        case ActivityState.HELD:
            return lang.label("The check-in is over.")
        case ActivityState.PLANNED:
            return _window(lang, activity, board)
        case _:
            assert_never(activity.state)


def _window(lang: Language, activity: Activity, board: WallBoard) -> str:
    if activity.proof is Proof.BUTTON:
        return lang.label("Check in with the button that the bot has sent you.")
    if board.now < activity.opens_at:
        return lang.label("The check-in opens at {clock}.", clock=lang.clock(activity.opens_at))
    if board.now <= activity.closes_at:
        return lang.label("In time until {clock}.", clock=lang.clock(activity.closes_at))
    return lang.label("Since {clock} a check-in is late.", clock=lang.clock(activity.closes_at))


def arrival_line(lang: Language, one: Arrival) -> str:
    """Who came and when."""
    if one.is_late:
        return lang.label("{person} · {clock}, late", person=one.name, clock=lang.clock(one.at))
    return lang.label("{person} · {clock}", person=one.name, clock=lang.clock(one.at))
