"""A guest at the door: the officer's question, and what the guest hears."""

from domain.guest import GuestAnswerCard, GuestCard, GuestState
from texts.activities import title_of
from texts.activity_cards import not_yours_any_more
from texts.check_ins import own_card
from texts.languages import Language
from texts.presses import press
from texts.replies import Button, Reply
from texts.words import Words, bold, lines, name, paragraphs


def guest_card(lang: Language, card: GuestCard) -> Reply:
    """Somebody proved to be there without being expected: is he to be counted?"""
    if card.has_ended:
        return not_yours_any_more(lang, card.activity)
    guest = card.guest
    words = paragraphs(
        lines(
            bold(title_of(lang, card.activity)),
            lang.say(
                "{person}, {unit}, came at {clock} and is not on the list.",
                person=name(guest.name),
                unit=name(guest.unit_name),
                clock=lang.clock(card.came_at),
            ),
        ),
        _decided(lang, guest.state),
    )
    if not card.may_decide:
        return Reply(words=words)
    add = Button(label=lang.label("Add and count"), data=press("guest_add", guest.id))
    no = Button(label=lang.label("Do not add"), data=press("guest_no", guest.id))
    return Reply(words=words, buttons=((add, no),))


def _decided(lang: Language, state: GuestState) -> Words | None:
    match state:
        case GuestState.ADDED:
            return lang.say("✅ Added")
        case GuestState.DECLINED:
            return lang.say("Not added")
        case GuestState.ASKED:
            return None


def guest_answer(lang: Language, card: GuestAnswerCard) -> Reply:
    """How the officer has decided."""
    if card.attendance is not None:
        return own_card(lang, card.attendance)
    return Reply(
        words=lang.say(
            "You are not on the list of {title} and are not counted.",
            title=title_of(lang, card.activity),
        )
    )
