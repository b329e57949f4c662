"""Corrections of who was there, for the officer in charge."""

from typing import assert_never

from domain.check_in import Attendee, AttendeePage, CheckIn
from domain.correction import CorrectionCard, Standing, Why, standing_of
from texts.activities import title_of, when_and_where
from texts.languages import Language
from texts.presses import page_buttons, press, rows
from texts.replies import Button, Reply
from texts.words import bold, lines, name, paragraphs

LABEL_LIMIT = 14
_MARKS = {
    Standing.PRESENT: "✅",
    Standing.LATE: "🕗",
    Standing.LEFT: "🚪",
    Standing.EXCUSED: "🙋",
    Standing.ABSENT: "❌",
    Standing.EXPECTED: "▫️",
    Standing.MADE_UP: "📚",
}


def names_page(lang: Language, page: AttendeePage) -> Reply:
    """Whose entry is to be corrected?"""
    buttons = [
        Button(
            label=f"{_MARKS[_standing_of(one)]} {name(one.name, LABEL_LIMIT).plain()}",
            data=press("fix_one", f"{page.activity.id}-{one.person_id}", page.page),
        )
        for one in page.people
    ]
    asked = (
        lang.say("Whose entry is to be corrected?")
        if buttons
        else lang.say("Nobody is on the list.")
    )
    named = [tuple(buttons[at : at + 2]) for at in range(0, len(buttons), 2)]
    activity = page.activity
    back = Button(label=lang.label("‹ Back"), data=press("activity", activity.id, activity.version))
    turning = page_buttons("fix", page.page, page.pages, subject_id=activity.id)
    return Reply(
        words=paragraphs(bold(title_of(lang, activity)), asked),
        buttons=rows(*named, turning, (back,)),
    )


def correction(lang: Language, card: CorrectionCard) -> Reply:
    """How he stands, and what may be said instead; then why."""
    subject = f"{card.activity.id}-{card.person_id}"
    back = Button(label=lang.label("‹ Back"), data=press("fix", card.activity.id, card.page))
    if card.to is None:
        buttons = [
            Button(
                label=_standing(lang, one),
                data=press("fix_to", f"{subject}-{one.value}", card.check_in.version),
            )
            for one in card.choices
        ]
        asked = lang.say("What is right?") if buttons else None
    else:
        buttons = [
            Button(
                label=why_word(lang, one),
                data=press(
                    "fix_ok", f"{subject}-{card.to.value}-{one.value}", card.check_in.version
                ),
            )
            for one in Why
        ]
        asked = lang.say("{standing}: why?", standing=_standing(lang, card.to))
    at = card.recorded_at
    said = _standing(lang, standing_of(card.check_in))
    words = paragraphs(
        lines(bold(title_of(lang, card.activity)), when_and_where(lang, card.activity)),
        lang.say(
            "{person}: {standing}, {clock}",
            person=bold(name(card.person)),
            standing=said,
            clock=lang.clock(at),
        )
        if at
        else lang.say("{person}: {standing}", person=bold(name(card.person)), standing=said),
        asked,
    )
    chosen = [tuple(buttons[at : at + 2]) for at in range(0, len(buttons), 2)]
    return Reply(words=words, buttons=rows(*chosen, (back,)))


def saved(lang: Language) -> str:
    """It is written down."""
    return lang.label("Corrected. The history keeps both.")


def not_saved(lang: Language) -> str:
    """Somebody else was quicker, or it cannot be said any more."""
    return lang.label("It has changed meanwhile. Please look again.")


def _standing_of(one: Attendee) -> Standing:
    known = CheckIn(activity_id=0, person_id=one.person_id, state=one.state, left_at=one.left_at)
    return standing_of(known)


def _standing(lang: Language, standing: Standing) -> str:
    match standing:
        case Standing.PRESENT:
            return lang.label("present")
        case Standing.LATE:
            return lang.label("late")
        case Standing.LEFT:
            return lang.label("left early")
        case Standing.EXCUSED:
            return lang.label("on leave")
        case Standing.ABSENT:
            return lang.label("absent")
        case Standing.EXPECTED:
            return lang.label("not checked in")
        case Standing.MADE_UP:
            return lang.label("made up")
        case _:
            assert_never(standing)


def why_word(lang: Language, why: Why) -> str:
    """Why something was corrected."""
    match why:
        case Why.FORGOT:
            return lang.label("Forgot to check in")
        case Why.NO_PHONE:
            return lang.label("No phone")
        case Why.TOLD:
            return lang.label("Told me orally")
        case Why.MISTAKE:
            return lang.label("Entered wrongly")
        case Why.OTHER:
            return lang.label("Other")
        case _:
            assert_never(why)
