"""Signing in on coming and on leaving: what each of the staff sees of his own day."""

from datetime import date
from typing import assert_never

from domain.sign_in import Hours, OwnDay, Sign, SignState, Slot
from texts.labels import undo
from texts.languages import Language
from texts.presses import press, rows
from texts.replies import Button, Reply
from texts.words import Words, bold, lines, name, our_own, paragraphs


def own_day(lang: Language, day: OwnDay) -> Reply:
    """How the day stands, and the one button."""
    away = lang.say("You are away today.") if day.is_away else None
    words = paragraphs(
        bold(lang.say("{unit} · {day}", unit=name(day.unit.name), day=lang.day(day.day))),
        lines(
            _time(lang, Slot.COMING, day.coming, day.hours),
            _time(lang, Slot.LEAVING, day.leaving, day.hours),
            away,
        ),
        lang.say("Only the time is kept, no place."),
    )
    is_done = day.leaving is not None
    return Reply(
        words=words,
        buttons=rows(() if is_done else (sign_button(lang),), _undo(lang, day)),
    )


def sign_button(lang: Language) -> Button:
    """One button for both times; the moment of the press decides."""
    return Button(label=lang.label("🕘 Sign in or out"), data=press("sign", 0))


def _undo(lang: Language, day: OwnDay) -> tuple[Button, ...]:
    if day.undo is None:
        return ()
    subject = f"{day.day:%Y%m%d}-{day.undo.value}"
    return (Button(label=undo(lang), data=press("sign_undo", subject)),)


def _time(lang: Language, slot: Slot, sign: Sign | None, hours: Hours) -> Words:
    entered = our_own(entry(lang, slot, sign)) if sign else our_own(open_word(lang))
    if slot is Slot.COMING:
        until = lang.clock(hours.until)
        return lang.say("Coming (until {clock}): {entry}", clock=until, entry=entered)
    since = lang.clock(hours.since)
    return lang.say("Leaving (from {clock} on): {entry}", clock=since, entry=entered)


def entry(lang: Language, slot: Slot, sign: Sign) -> str:
    """An entry in words: the time, unless an officer only said how it was, and the state."""
    said = state_word(lang, slot, sign.state)
    return f"{lang.clock(sign.at)} {said}" if sign.at is not None else said


def state_word(lang: Language, slot: Slot, state: SignState) -> str:
    """How one of the two times stands, in a word."""
    match state:
        case SignState.IN:
            return lang.label("in time")
        case SignState.LATE:
            return lang.label("late")
        case SignState.EARLY:
            return lang.label("early leave")
        case SignState.AWAY:
            return lang.label("away")
        case SignState.MISSING if slot is Slot.COMING:
            return lang.label("not signed in")
        case SignState.MISSING:
            return lang.label("not signed out")
        case _:
            assert_never(state)


def open_word(lang: Language) -> str:
    """There is still time for it."""
    return lang.label("open")


def signed(lang: Language, sign: Sign) -> str:
    """It is entered."""
    return lang.label(
        "{slot}: {state}. Undo works for ten minutes.",
        slot=slot_word(lang, sign.slot),
        state=state_word(lang, sign.slot, sign.state),
    )


def slot_word(lang: Language, slot: Slot) -> str:
    """Which of the two times."""
    return lang.label("Coming") if slot is Slot.COMING else lang.label("Leaving")


def nothing_new(lang: Language) -> str:
    """The first press counts."""
    return lang.label("This is entered already. The first time counts.")


def taken_back(lang: Language) -> str:
    """The entry is gone."""
    return lang.label("Taken back.")


def too_late(lang: Language) -> str:
    """Only the officer can change it now."""
    return lang.label("This can no longer be taken back. Please ask your secretary.")


def too_soon(lang: Language, hours: Hours) -> str:
    """It is still night."""
    return lang.label("Signing in for today opens at {clock}.", clock=lang.clock(hours.opens))


def not_asked(lang: Language, begins_on: date | None) -> str:
    """Nobody of the reader's unit signs in today."""
    if begins_on is not None:
        return lang.label("Your unit signs in from {day} on.", day=lang.day(begins_on))
    return lang.label("Your unit has no daily sign-in.")


def day_off(lang: Language) -> str:
    """The calendar of the unit says so."""
    return lang.label("Today is no working day: nobody has to sign in.")


def briefly(text: str) -> Reply:
    """The same as a message of its own."""
    return Reply(words=our_own(text))
