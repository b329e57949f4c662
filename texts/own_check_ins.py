"""What is open for the one who asks, or what comes next."""

from domain.check_in import Attendance
from texts.activities import title_of, when_and_where
from texts.check_ins import own_card, standing
from texts.languages import Language
from texts.presses import press
from texts.replies import Button, Reply
from texts.words import bold, lines, paragraphs


def mine(lang: Language, opened: tuple[Attendance, ...], coming: Attendance | None) -> Reply:
    """What is open for the reader now, or when the next check-in opens."""
    if len(opened) == 1:
        return own_card(lang, opened[0])
    if opened:
        return _several(lang, opened)
    if coming is None:
        return Reply(words=lang.say("No check-in is open for you, and none is planned."))
    return Reply(
        words=paragraphs(
            lang.say(
                "No check-in is open for you now. The next one opens at {moment}:",
                moment=lang.moment(coming.activity.opens_at),
            ),
            lines(bold(title_of(lang, coming.activity)), when_and_where(lang, coming.activity)),
        )
    )


def _several(lang: Language, opened: tuple[Attendance, ...]) -> Reply:
    entries = [
        lines(
            lang.say("{number}. {title}", number=number, title=title_of(lang, one.activity)),
            when_and_where(lang, one.activity),
            standing(lang, one),
        )
        for number, one in enumerate(opened, start=1)
    ]
    buttons = [
        Button(
            label=lang.label("{number} Open", number=number),
            data=press("attend", one.activity.id),
        )
        for number, one in enumerate(opened, start=1)
    ]
    chosen = [tuple(buttons[at : at + 4]) for at in range(0, len(buttons), 4)]
    return Reply(
        words=paragraphs(bold(lang.say("Check-in is open")), *entries), buttons=tuple(chosen)
    )
