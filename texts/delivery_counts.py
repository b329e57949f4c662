"""Whom reminders reached, in numbers and units; never in names."""

from dataclasses import replace
from datetime import date

from domain.delivery_count import (
    DeliveryCount,
    DeliveryPage,
    DeliveryScope,
    DutyChoice,
    UnitDelivery,
    UnitsForDelivery,
)
from texts.cleaning import one_line
from texts.languages import Language
from texts.period_buttons import Shown, kind_buttons, neighbour_buttons
from texts.presses import page_buttons, press, rows
from texts.replies import Button, Reply
from texts.words import Words, bold, code, joined, lines, name, our_own, paragraphs

NAME_ON_BUTTON = 16
DUTY_ON_BUTTON = 20


def delivery_page(lang: Language, page: DeliveryPage) -> Reply:
    """The unit's own figures, then those of the level below, each with its button."""
    scope, duty = page.scope, page.duty
    about = name(lang.choose(zh=duty.zh, en=duty.en)) if duty else lang.say("All duties")
    subject_key = f"{scope.unit_id}-{scope.duty_id}"
    shown = Shown(verb="told", subject_key=subject_key, period=scope.period)
    heading = lines(
        bold(name(page.unit.name)),
        lang.say("{duty} · due in {period}", duty=about, period=lang.period_name(scope.period.key)),
    )
    below = [_line(lang, one, at) for at, one in enumerate(page.below, start=1)]
    buttons = [
        Button(label=f"{at} ›", data=press("told", _key(scope, unit=one.unit.id), 1))
        for at, one in enumerate(page.below, start=1)
    ]
    return Reply(
        words=paragraphs(
            heading,
            _figures(lang, page.count),
            lines(*below),
            lang.say("Arrived is not read: Telegram does not tell."),
        ),
        buttons=rows(
            *(tuple(buttons[at : at + 4]) for at in range(0, len(buttons), 4)),
            page_buttons("told", page.page, page.pages, subject_id=scope.key),
            kind_buttons(lang, shown, page.today),
            # What falls due later has been told of already.
            neighbour_buttons(lang, shown, date.max),
            (
                Button(label=lang.label("Choose a duty"), data=press("told_pick", scope.key, 1)),
                Button(label=lang.label("Who: names"), data=press("reach", page.unit.id, 1)),
            ),
            _above(lang, page),
        ),
    )


def _key(scope: DeliveryScope, *, unit: int) -> str:
    return replace(scope, unit_id=unit).key


def _figures(lang: Language, count: DeliveryCount) -> Words:
    if not count.total and not count.vacant:
        return lang.say("Nobody has to be told of anything here.")
    return lines(
        lang.many("{count} person concerned", "{count} people concerned", count.total),
        lang.say("Told {told}", told=count.told),
        lang.say("Arrived {arrived}", arrived=count.arrived),
        *(joined(" ", [words, our_own(str(number))]) for words, number in _rest(lang, count)),
    )


def _rest(lang: Language, count: DeliveryCount) -> list[tuple[Words, int]]:
    """What is not as it should be is always said, even where it is nobody."""
    always = [
        (lang.say("Blocked the bot"), count.blocked),
        (lang.say("Never started it"), count.never_started),
    ]
    where_any = [
        (lang.say("Cut off"), count.cut_off),
        (lang.say("Not yet told"), count.waiting),
        (lang.say("Units with nobody in office"), count.vacant),
    ]
    return [*always, *(pair for pair in where_any if pair[1])]


def _line(lang: Language, one: UnitDelivery, at: int) -> Words:
    count = one.count
    figures = lang.say("arrived {arrived} of {total}", arrived=count.arrived, total=count.total)
    problems = [
        lang.say("blocked {number}", number=count.blocked) if count.blocked else None,
        lang.say("never started {number}", number=count.never_started)
        if count.never_started
        else None,
        lang.say("nobody in office {number}", number=count.vacant) if count.vacant else None,
    ]
    said = joined(" · ", [figures, *(problem for problem in problems if problem)])
    return joined("", [our_own(f"{at}. "), name(one.unit.name), our_own(" · "), said])


def _above(lang: Language, page: DeliveryPage) -> tuple[Button, ...]:
    if page.above is None:
        return ()
    key = _key(page.scope, unit=page.above.id)
    return (Button(label=lang.label("‹ Level above"), data=press("told", key, 1)),)


def units_to_choose(lang: Language, found: UnitsForDelivery) -> Reply:
    """A button for each of the reader's units."""
    return Reply(
        words=lang.say("Which one do you mean?"),
        buttons=tuple(
            (
                Button(
                    label=name(one_line(unit.name, DUTY_ON_BUTTON)).plain(),
                    data=press(
                        "told",
                        DeliveryScope(
                            unit_id=unit.id, duty_id=found.duty_id, period=found.period
                        ).key,
                        1,
                    ),
                ),
            )
            for unit in found.units
        ),
    )


def duty_choice(lang: Language, choice: DutyChoice) -> Reply:
    """A button for every duty."""
    scope = choice.scope
    listed = [(0, lang.label("All duties"))]
    listed += [(one, lang.choose(zh=duty.zh, en=duty.en)) for one, duty in choice.duties]
    buttons = [
        (
            Button(
                label=name(one_line(label, DUTY_ON_BUTTON)).plain(),
                data=press(
                    "told",
                    DeliveryScope(unit_id=scope.unit_id, duty_id=one, period=scope.period).key,
                    1,
                ),
            ),
        )
        for one, label in listed
    ]
    turning = page_buttons("told_pick", choice.page, choice.pages, subject_id=scope.key)
    return Reply(words=lang.say("Which duty?"), buttons=rows(*buttons, turning))


def no_such_duty(lang: Language) -> Reply:
    """No duty of that name is owed in the reader's units, or the period is not known."""
    return Reply(
        words=lang.say(
            "In your units nobody owes anything of that name, or the period is not one that I "
            "know. For example: {example}",
            example=code(lang.label("/delivery Staff study 2026-11")),
        )
    )
