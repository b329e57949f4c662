"""What has happened, and what follows from it."""

from datetime import date, timedelta

from domain.bilingual import Bilingual
from domain.event import Event, EventChoice, EventMenu, RecordedEvent
from domain.status import UnitsToChoose
from texts.labels import undo
from texts.languages import Language
from texts.presses import press, rows
from texts.replies import Button, Reply
from texts.words import Words, bold, lines, name, paragraphs

LABEL_LIMIT = 20
MOST_CHOICES = 12
_ONE_DAY = timedelta(days=1)


def event_menu(lang: Language, menu: EventMenu) -> Reply:
    """What may be recorded for the day, and the way to another day."""
    if not menu.choices:
        return Reply(words=lang.say("No duty waits for anything to happen."))
    day = lang.day(menu.day, now_year=menu.today.year)
    heading = bold(lang.say("{unit}: what happened on {day}?", unit=name(menu.unit.name), day=day))
    shown = list(enumerate(menu.choices[:MOST_CHOICES], start=1))
    entries = [_choice(lang, choice, number) for number, choice in shown]
    buttons = [
        Button(label=f"{number} {_short(lang, choice.name)}", data=_data(menu, choice))
        for number, choice in shown
    ]
    return Reply(
        words=paragraphs(heading, lines(*entries), _latest(lang, menu)),
        buttons=rows(*((button,) for button in buttons), _other_days(lang, menu)),
    )


def _choice(lang: Language, choice: EventChoice, number: int) -> Words:
    return lang.many(
        "{number}. {event}: {count} duty follows",
        "{number}. {event}: {count} duties follow",
        choice.duties,
        number=number,
        event=_named(lang, choice.name),
    )


def _data(menu: EventMenu, choice: EventChoice) -> str:
    return press("event_do", f"{choice.duty_id}-{menu.unit.id}-{menu.day:%Y%m%d}")


def _other_days(lang: Language, menu: EventMenu) -> tuple[Button, ...]:
    """One day back, and forward as far as today."""
    before, after = menu.day - _ONE_DAY, menu.day + _ONE_DAY
    days = [(f"‹ {lang.day(before)}", before)]
    if after <= menu.today:
        days.append((f"{lang.day(after)} ›", after))
    return tuple(
        Button(
            label=name(label, LABEL_LIMIT).plain(),
            data=press("event_at", f"0-{menu.unit.id}-{day:%Y%m%d}"),
        )
        for label, day in days
    )


def _latest(lang: Language, menu: EventMenu) -> Words | None:
    if not menu.latest:
        return None
    said = [
        lang.say(
            "{day}: {event} · {unit}",
            day=lang.day(event.happened_on, now_year=menu.today.year),
            event=_named(lang, called),
            unit=name(event.unit.name),
        )
        for event, called in menu.latest
    ]
    return lines(bold(lang.say("Recorded lately")), *said)


def recorded(lang: Language, done: RecordedEvent) -> Reply:
    """It is written down, and so many owe something; for ten minutes it can be taken back."""
    first = _what(lang, done.event, done.name)
    if not done.is_new:
        return Reply(words=paragraphs(first, lang.say("This was recorded before.")))
    follows = lang.many(
        "{count} item follows from it. Undo works for ten minutes.",
        "{count} items follow from it. Undo works for ten minutes.",
        done.owners,
    )
    back = Button(label=undo(lang), data=press("event_undo", done.event.id))
    return Reply(words=paragraphs(first, follows), buttons=((back,),))


def taken_back(lang: Language, event: Event, called: Bilingual) -> Reply:
    """Nothing follows from it any more."""
    return Reply(
        words=paragraphs(
            _what(lang, event, called), lang.say("Taken back. Nothing follows from it any more.")
        )
    )


def _what(lang: Language, event: Event, called: Bilingual) -> Words:
    return bold(
        lang.say(
            "{event} · {unit} · {day}",
            event=_named(lang, called),
            unit=name(event.unit.name),
            day=lang.day(event.happened_on, with_year=True),
        )
    )


def units_to_choose(lang: Language, found: UnitsToChoose, day: date) -> Reply:
    """Several units could be meant."""
    buttons = [
        (
            Button(
                label=name(unit.name, LABEL_LIMIT).plain(),
                data=press("event_at", f"0-{unit.id}-{day:%Y%m%d}"),
            ),
        )
        for unit in found.units
    ]
    return Reply(words=lang.say("Which one do you mean?"), buttons=tuple(buttons))


def no_such_unit(lang: Language) -> Reply:
    """There is none of that name, or it is not the reader's."""
    return Reply(words=lang.say("Among your units there is none of that name."))


def day_to_come(lang: Language, day: date, today: date) -> Reply:
    """Nothing is recorded before it has happened."""
    return Reply(
        words=lang.say(
            "{day} is still to come, and only what has happened can be recorded. Send /event again "
            "on that day.",
            day=lang.day(day, now_year=today.year),
        )
    )


def not_yet(lang: Language) -> str:
    """A day to come."""
    return lang.label("That day is still to come. Record it when it has happened.")


def too_late(lang: Language) -> str:
    """Undo is over."""
    return lang.label("Undo is over, or somebody else recorded it.")


def _named(lang: Language, called: Bilingual) -> Words:
    return name(lang.choose(zh=called.zh, en=called.en))


def _short(lang: Language, called: Bilingual) -> str:
    return name(lang.choose(zh=called.zh, en=called.en), LABEL_LIMIT - 3).plain()
