"""Words for what was told and how far it came."""

from typing import assert_never

from domain.ledger import Arrival
from domain.notice import NoticeKind
from texts.languages import Language


def notice_word(lang: Language, kind: NoticeKind) -> str:
    """Why somebody was told."""
    match kind:
        case NoticeKind.OWN:
            return lang.label("reminder")
        case NoticeKind.NUDGE:
            return lang.label("nudge")
        case NoticeKind.BELOW:
            return lang.label("told to the level above")
        case NoticeKind.REVIEW:
            return lang.label("report waits for review")
        case NoticeKind.VACANT:
            return lang.label("vacant office")
        case NoticeKind.LOST:
            return lang.label("cannot be reached")
        case NoticeKind.CALENDAR:
            return lang.label("holiday list missing")
        case _:
            assert_never(kind)


def arrival_word(lang: Language, arrival: Arrival) -> str:
    """How far it came. Telegram tells nobody whether it was read."""
    match arrival:
        case Arrival.WAITING:
            return lang.label("on its way")
        case Arrival.ARRIVED:
            return lang.label("arrived")
        case Arrival.IN_DOUBT:
            return lang.label("perhaps arrived")
        case Arrival.NOT_ARRIVED:
            return lang.label("not arrived")
        case _:
            assert_never(arrival)
