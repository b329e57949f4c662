"""Lists of names for the officer in charge: who is missing, and whom to mark."""

from domain.check_in import CAME, HERE, NOT_HERE, Attendee, AttendeePage, CheckInState, Leave
from texts.activities import reason_label, title_of
from texts.labels import cannot_come
from texts.languages import Language
from texts.presses import page_buttons, press, rows
from texts.replies import Button, Reply
from texts.words import Words, bold, lines, name, paragraphs

LABEL_LIMIT = 14


def missing_page(lang: Language, page: AttendeePage) -> Reply:
    """Names of those who have not come, with the reason of who gave one."""
    heading = lines(
        bold(title_of(lang, page.activity)),
        lang.many("{count} has not come", "{count} have not come", page.total, count=page.total),
    )
    entries = lines(*(_missing(lang, one) for one in page.people))
    waiting = [
        Button(
            label="🙋 " + name(one.name, LABEL_LIMIT).plain(),
            data=press("leave", f"{page.activity.id}-{one.person_id}"),
        )
        for one in page.people
        if one.leave is Leave.ASKED
    ]
    asked = [tuple(waiting[at : at + 2]) for at in range(0, len(waiting), 2)]
    return Reply(
        words=paragraphs(heading, entries),
        buttons=(*asked, *_turning(lang, "absent", page)),
    )


def _missing(lang: Language, one: Attendee) -> Words:
    if one.state is CheckInState.EXCUSED:
        reason = reason_label(lang, one.reason) if one.reason else cannot_come(lang)
        return lang.say("🙋 {person} ({reason})", person=name(one.name), reason=reason)
    if one.leave is Leave.ASKED:
        return lang.say("❔ {person}: leave asked for", person=name(one.name))
    if not one.has_phone:
        return lang.say("📵 {person}", person=name(one.name))
    return lang.say("▫️ {person}", person=name(one.name))


def marks_page(lang: Language, page: AttendeePage) -> Reply:
    """Names to tap: here, or expected again."""
    heading = bold(title_of(lang, page.activity))
    asked = lang.say("Tap who is here. Tap again to take it back.")
    if not page.people:
        asked = lang.say("Nobody is left to mark.")
    buttons = [_mark(one, page) for one in page.people]
    names = [tuple(buttons[at : at + 2]) for at in range(0, len(buttons), 2)]
    by_list = Button(label=lang.label("📋 By list"), data=press("mark_list", page.activity.id))
    turning = _turning(lang, "marks", page)
    return Reply(words=paragraphs(heading, asked), buttons=(*names, (by_list,), *turning))


def _mark(one: Attendee, page: AttendeePage) -> Button:
    """Pressed twice, it still says what was meant."""
    wanted = NOT_HERE if one.state in CAME else HERE
    return Button(
        label=f"{_tick(one)} {name(one.name, LABEL_LIMIT).plain()}",
        data=press("mark", f"{page.activity.id}-{one.person_id}-{wanted}", page.page),
    )


def _tick(one: Attendee) -> str:
    if one.state in CAME:
        return "✅"
    return "📵" if not one.has_phone else "⬜"


def _turning(lang: Language, verb: str, page: AttendeePage) -> tuple[tuple[Button, ...], ...]:
    back = Button(
        label=lang.label("‹ Back"), data=press("activity", page.activity.id, page.activity.version)
    )
    return rows(page_buttons(verb, page.page, page.pages, subject_id=page.activity.id), (back,))
