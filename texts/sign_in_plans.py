"""The hours at which an office signs in: proposed, settled, ended."""

from collections.abc import Sequence
from datetime import date

from domain.sign_in import Hours, SignInPlan, StaffList, minute_of
from domain.unit import Unit
from texts.labels import confirm
from texts.languages import Language
from texts.presses import press
from texts.replies import Button, Reply
from texts.words import Words, bold, code, joined, lines, name, our_own, paragraphs


def proposed(lang: Language, unit: Unit, hours: Hours, *, begins_on: date, staff: int) -> Reply:
    """The rule as understood, before it holds."""
    subject = f"{unit.id}-{minute_of(hours.until)}-{minute_of(hours.since)}"
    concerns = lang.many(
        "{count} person of the unit itself; units below are left out.",
        "{count} people of the unit itself; units below are left out.",
        staff,
    )
    return Reply(
        words=paragraphs(
            bold(lang.say("{unit}: sign in twice a working day?", unit=name(unit.name))),
            lines(_rule(lang, hours), concerns, _from(lang, begins_on)),
            lang.say("Only the time is kept, no place. Nobody is reminded."),
        ),
        buttons=((Button(label=confirm(lang), data=press("sign_set", subject)),),),
    )


def _rule(lang: Language, hours: Hours) -> Words:
    return lang.say(
        "Coming: from {opens} to {until}, then late. Leaving: from {since} on, before that early.",
        opens=lang.clock(hours.opens),
        until=lang.clock(hours.until),
        since=lang.clock(hours.since),
    )


def _from(lang: Language, day: date) -> Words:
    return lang.say("From {day} on.", day=lang.day(day))


def begun(lang: Language, unit: Unit, plan: SignInPlan) -> Reply:
    """It is settled."""
    return Reply(
        words=paragraphs(
            bold(lang.say("{unit} signs in.", unit=name(unit.name))),
            lines(_rule(lang, plan.hours), _from(lang, plan.begins_on)),
        ),
        buttons=((_end(lang, unit),),),
    )


def hours_of(lang: Language, shown: StaffList) -> Reply:
    """How the hours are changed, and how it ends."""
    rule = _rule(lang, shown.hours) if shown.hours else None
    back = Button(
        label=lang.label("‹ Back"),
        data=press("sign_day", f"{shown.unit.id}-{shown.today:%Y%m%d}", 1),
    )
    return Reply(
        words=paragraphs(bold(name(shown.unit.name)), rule, _how(lang)),
        buttons=((_end(lang, shown.unit),), (back,)),
    )


def _end(lang: Language, unit: Unit) -> Button:
    return Button(label=lang.label("End the sign-in"), data=press("sign_off", unit.id))


def ask_end(lang: Language, unit: Unit) -> Reply:
    """Surely?"""
    yes = Button(label=lang.label("Yes, end it"), data=press("sign_off_yes", unit.id))
    back = Button(label=lang.label("‹ Back"), data=press("sign_hours", unit.id))
    return Reply(
        words=lang.say(
            "End the daily sign-in of {unit}? Today still counts; what is entered stays.",
            unit=name(unit.name),
        ),
        buttons=((yes,), (back,)),
    )


def ended(lang: Language, unit: Unit) -> Reply:
    """Nobody has to from tomorrow on."""
    return Reply(words=lang.say("{unit}: nobody signs in from tomorrow on.", unit=name(unit.name)))


def nothing_on(lang: Language) -> Reply:
    """How it is switched on."""
    first = lang.say("None of your units signs in daily.")
    return Reply(words=paragraphs(first, _how(lang)))


def _how(lang: Language) -> Words:
    example = code(lang.label("/signin 08:30 17:30"))
    return lang.say("Set the hours of your unit like this: {example}", example=example)


def unclear(lang: Language) -> Reply:
    """The words are no two hours."""
    return Reply(
        words=lines(
            lang.say("I need two times, at least an hour apart."),
            _how(lang),
        )
    )


def no_such_unit(lang: Language) -> Reply:
    """Nobody of that name, or not the reader's to set: both look the same."""
    return Reply(words=lang.say("I know no such unit that you can set this for."))


def which_unit(lang: Language, units: Sequence[Unit]) -> Reply:
    """Several have such a name."""
    named = joined(our_own(" · ").plain(), [name(one.name) for one in units])
    return Reply(words=lines(lang.say("Which unit? Write its whole name:"), named))
