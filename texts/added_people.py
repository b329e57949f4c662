"""Who is on the list of an activity besides its unit, for the officer in charge."""

from domain.added_person import AddedPage, AddedPerson, TakingOff
from texts.activities import title_of, when_and_where
from texts.labels import no, yes
from texts.languages import Language
from texts.presses import page_buttons, press, rows
from texts.replies import Button, Reply
from texts.words import Words, bold, lines, name, paragraphs

LABEL_LIMIT = 14


def added_page(lang: Language, page: AddedPage) -> Reply:
    """Who was named, with a button to take each off again."""
    activity = page.activity
    buttons = [
        Button(
            label="➖ " + name(one.name, LABEL_LIMIT).plain(),
            data=press("added_off", f"{activity.id}-{one.person_id}", one.version),
        )
        for one in page.people
        if one.may_be_taken_off
    ]
    named = [tuple(buttons[at : at + 2]) for at in range(0, len(buttons), 2)]
    words = paragraphs(
        lines(bold(title_of(lang, activity)), when_and_where(lang, activity)),
        lang.say("On the list besides your unit. Tap who is to be taken off.")
        if page.people
        else lang.say("Nobody was added to this activity."),
        lines(*(_entry(lang, one) for one in page.people)),
    )
    turning = page_buttons("added", page.page, page.pages, subject_id=activity.id)
    back = Button(
        label=lang.label("‹ Back"), data=press("activity_more", activity.id, activity.version)
    )
    return Reply(words=words, buttons=rows(*named, turning, (back,)))


def _entry(lang: Language, one: AddedPerson) -> Words:
    person, unit = name(one.name), name(one.unit)
    if not one.may_be_taken_off:
        return lang.say("✅ {person} · {unit}", person=person, unit=unit)
    if one.is_observer:
        return lang.say("👁 {person} · {unit}", person=person, unit=unit)
    return lang.say("▫️ {person} · {unit}", person=person, unit=unit)


def ask_taking_off(lang: Language, asked: TakingOff) -> Reply:
    """Ask again; say whether he hears of it."""
    activity, person = asked.activity, asked.person
    words = paragraphs(
        lines(bold(title_of(lang, activity)), when_and_where(lang, activity)),
        lang.say(
            "Take {person} ({unit}) off the list?", person=name(person.name), unit=name(person.unit)
        ),
        lang.say("The invitation has gone out, so I will tell the person.")
        if asked.is_told
        else lang.say("No invitation has gone out yet, so I will say nothing."),
    )
    sure = press("added_off_yes", f"{activity.id}-{person.person_id}", person.version)
    row = (
        Button(label=yes(lang), data=sure),
        Button(label=no(lang), data=press("added", activity.id, 1)),
    )
    return Reply(words=words, buttons=(row,))
