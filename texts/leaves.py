"""Leave that an officer decides about, in private."""

from typing import assert_never

from domain.check_in import Leave
from domain.leave import LeaveCard
from texts.activities import reason_label, title_of, when_and_where
from texts.activity_cards import not_yours_any_more
from texts.languages import Language
from texts.presses import press
from texts.replies import Button, Reply
from texts.words import Words, bold, lines, name, paragraphs


def leave_card(lang: Language, card: LeaveCard) -> Reply:
    """Somebody asks for leave: is it granted? Only who answers for the unit sees the reason."""
    if card.has_ended:
        return not_yours_any_more(lang, card.activity)
    said = (
        lang.say("{person} asks for leave afterwards", person=name(card.person))
        if card.is_afterwards
        else lang.say("{person} asks for leave", person=name(card.person))
    )
    reason = (
        lang.say("Reason given: {reason}", reason=reason_label(lang, card.reason))
        if card.reason
        else None
    )
    words = paragraphs(
        lines(bold(title_of(lang, card.activity)), when_and_where(lang, card.activity)),
        lines(said, reason),
        decided(lang, card.leave),
    )
    if not card.may_decide:
        return Reply(words=words)
    subject = f"{card.activity.id}-{card.person_id}"
    grant = Button(label=lang.label("✅ Grant"), data=press("leave_grant", subject))
    decline = Button(label=lang.label("Decline"), data=press("leave_no", subject))
    return Reply(words=words, buttons=((grant, decline),))


def decided(lang: Language, leave: Leave | None) -> Words | None:
    """What became of it."""
    match leave:
        case Leave.GRANTED:
            return lang.say("✅ Granted")
        case Leave.DECLINED:
            return lang.say("Declined")
        case Leave.ASKED:
            return None
        case None:
            return lang.say("Withdrawn, or not needed any more")
        case _:
            assert_never(leave)


def asked(lang: Language, *, is_told: bool) -> str:
    """It is written down, and waits."""
    if is_told:
        return lang.label("The officer in charge decides and has been told.")
    return lang.label("Written down. Please tell the officer in charge.")
