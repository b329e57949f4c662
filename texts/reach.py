"""Who can be reached, in numbers and names, with a button to make a personal link."""

from typing import assert_never

from domain.reach import PersonEntry, ReachCount, ReachPage, Standing, UnitEntry
from texts.languages import Language
from texts.presses import page_buttons, press, rows
from texts.replies import Button, Reply
from texts.words import Words, bold, joined, lines, name, our_own, paragraphs


def reach_page(lang: Language, page: ReachPage) -> Reply:
    """A unit: the counts, then those who are missing, then the level below."""
    heading = None
    if page.unit_id is not None:
        heading = lines(bold(name(page.unit_name)), counted(lang, page.count))
    entries = [_line(lang, entry, at) for at, entry in enumerate(page.entries, start=1)]
    if not entries:
        entries = [lang.say("Everybody here can be reached. 🎉")]
    buttons = [
        button
        for at, entry in enumerate(page.entries, start=1)
        if (button := _button(lang, entry, at))
    ]
    paired = [tuple(buttons[at : at + 2]) for at in range(0, len(buttons), 2)]
    turning = page_buttons("reach", page.page, page.pages, subject_id=page.unit_id or 0)
    return Reply(
        words=paragraphs(heading, lines(*entries)),
        buttons=rows(*paired, turning, _upward(lang, page)),
    )


def no_such_unit(lang: Language) -> Reply:
    """Neither a unit nor a person of that name, or none that is the reader's business."""
    return Reply(words=lang.say("In your units there is nobody and nothing of that name."))


def counted(lang: Language, count: ReachCount) -> Words:
    """21 of 23 linked · 1 blocked · 1 never started."""
    told = [
        lang.say("{linked} of {total} connected", linked=count.linked, total=count.total),
        *(
            lang.say("{what} {number}", what=_standing(lang, standing), number=number)
            for standing, number in (
                (Standing.BLOCKED, count.blocked),
                (Standing.CUT_OFF, count.cut_off),
                (Standing.NEVER_STARTED, count.never_started),
            )
            if number
        ),
    ]
    return joined(" · ", told)


def _standing(lang: Language, standing: Standing) -> Words:
    match standing:
        case Standing.LINKED:
            return lang.say("connected")
        case Standing.BLOCKED:
            return lang.say("blocked")
        case Standing.CUT_OFF:
            return lang.say("cut off")
        case Standing.NEVER_STARTED:
            return lang.say("never started")
        case _:
            assert_never(standing)


def _line(lang: Language, entry: PersonEntry | UnitEntry, at: int) -> Words:
    match entry:
        case PersonEntry():
            said = _standing(lang, entry.standing)
        case UnitEntry():
            said = counted(lang, entry.count)
    return joined("", [our_own(f"{at}. "), name(entry.name), our_own(" · "), said])


def _button(lang: Language, entry: PersonEntry | UnitEntry, at: int) -> Button | None:
    match entry:
        case PersonEntry():
            if not entry.may_invite:
                return None
            label = lang.label("{at} Link", at=at)
            return Button(label=f"🔗 {label}", data=press("invite", entry.id))
        case UnitEntry():
            return Button(label=f"{at} ›", data=press("reach", entry.id, 1))


def _upward(lang: Language, page: ReachPage) -> tuple[Button, ...]:
    if page.above_id is None:
        return ()
    return (Button(label=lang.label("‹ Level above"), data=press("reach", page.above_id, 1)),)
