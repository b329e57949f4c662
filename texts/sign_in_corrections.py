"""What an officer says about somebody's coming and leaving, and why."""

from datetime import date

from domain.correction import Why
from domain.sign_in import CHOICES, SignState, Slot, StaffDay
from domain.unit import Unit
from texts.corrections import why_word
from texts.languages import Language
from texts.presses import press, rows
from texts.replies import Button, Reply
from texts.sign_ins import entry, open_word, slot_word, state_word
from texts.words import Words, bold, lines, name, our_own, paragraphs


def one_day(lang: Language, unit: Unit, day: date, one: StaffDay) -> Reply:
    """How it stands, and what may be said instead."""
    choices = [
        tuple(_choice(lang, day, one, slot, state) for state in _others(one, slot)) for slot in Slot
    ]
    pairs = [row[at : at + 2] for row in choices for at in range(0, len(row), 2)]
    return Reply(
        words=paragraphs(_heading(lang, unit, day, one), lang.say("What is right?")),
        buttons=rows(*pairs, _back(lang, unit, day)),
    )


def _others(one: StaffDay, slot: Slot) -> list[SignState]:
    """Everything but what is entered already; a guess of ours may be said for sure."""
    sign = one.sign(slot)
    return [state for state in CHOICES[slot] if sign is None or state is not sign.state]


def _choice(lang: Language, day: date, one: StaffDay, slot: Slot, state: SignState) -> Button:
    sign = one.sign(slot)
    word = state_word(lang, slot, state)
    # What is missing says by itself which of the two it is.
    is_whole = state is SignState.MISSING
    label = lang.label("{slot}: {entry}", slot=slot_word(lang, slot), entry=word)
    return Button(
        label=word if is_whole else label,
        data=press(
            "sign_to",
            f"{day:%Y%m%d}-{one.person_id}-{slot.value}-{state.value}",
            sign.version if sign else 0,
        ),
    )


def ask_why(
    lang: Language, unit: Unit, day: date, one: StaffDay, *, slot: Slot, to: SignState
) -> Reply:
    """Why is it corrected?"""
    sign = one.sign(slot)
    subject = f"{day:%Y%m%d}-{one.person_id}-{slot.value}-{to.value}"
    whys = [
        Button(
            label=why_word(lang, why),
            data=press("sign_ok", f"{subject}-{why.value}", sign.version if sign else 0),
        )
        for why in Why
    ]
    asked = lang.say(
        "{slot}: {state}. Why?", slot=slot_word(lang, slot), state=state_word(lang, slot, to)
    )
    return Reply(
        words=paragraphs(_heading(lang, unit, day, one), asked),
        buttons=rows(
            *(tuple(whys[at : at + 2]) for at in range(0, len(whys), 2)), _back(lang, unit, day)
        ),
    )


def _heading(lang: Language, unit: Unit, day: date, one: StaffDay) -> Words:
    return lines(
        bold(lang.say("{unit} · {day}", unit=name(unit.name), day=lang.day(day))),
        bold(name(one.name)),
        *(_slot(lang, one, slot) for slot in Slot),
    )


def _slot(lang: Language, one: StaffDay, slot: Slot) -> Words:
    sign = one.sign(slot)
    if sign is not None:
        said = entry(lang, slot, sign)
    else:
        said = state_word(lang, slot, SignState.AWAY) if one.is_away else open_word(lang)
    return lang.say("{slot}: {entry}", slot=slot_word(lang, slot), entry=our_own(said))


def _back(lang: Language, unit: Unit, day: date) -> tuple[Button, ...]:
    subject = f"{unit.id}-{day:%Y%m%d}"
    return (Button(label=lang.label("‹ Back"), data=press("sign_names", subject, 1)),)
