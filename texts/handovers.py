"""The packet for somebody who takes an office, and its parts behind buttons."""

from domain.handover import Coming, Handover, HandoverPage, HandoverPart
from texts.languages import Language
from texts.obligations import duty_and_period, standing
from texts.offices import role_name
from texts.presses import page_buttons, press, rows
from texts.replies import Button, Reply
from texts.words import Words, bold, lines, name, paragraphs


def handover(lang: Language, found: Handover) -> Reply:
    """One message: the office, what is open, what comes, the people, and who was before."""
    return Reply(
        words=paragraphs(_heading(lang, found), _figures(lang, found), _before(lang, found)),
        buttons=_buttons(lang, found),
    )


def _heading(lang: Language, found: Handover) -> Words:
    role = role_name(lang, found.office.role)
    unit = name(found.office.unit.name)
    if found.until is None:
        return bold(lang.say("🤝 You hold an office now: {unit}, {role}", unit=unit, role=role))
    return bold(
        lang.say(
            "🤝 You hold an office now: {unit}, {role}, until {day}",
            unit=unit,
            role=role,
            day=lang.day(found.until, with_year=True),
        )
    )


def _figures(lang: Language, found: Handover) -> Words:
    overdue = None
    if found.overdue:
        overdue = lang.many("⚠️ {count} of them is overdue", "⚠️ {count} of them are overdue",
                            found.overdue)  # fmt: skip
    return lines(
        lang.say("Open now: {count}", count=found.open),
        overdue,
        lang.say("Coming in 60 days: {count}", count=found.coming),
        lang.say(
            "Your people: {people}, of whom {unreachable} cannot be reached",
            people=found.people,
            unreachable=found.unreachable,
        ),
        lang.say("Done in the last year: {count}", count=found.done_last_year),
    )


def _before(lang: Language, found: Handover) -> Words:
    if not found.predecessor:
        return lang.say("Nobody is recorded in this office before you.")
    return lang.say(
        "Before you: {name}. Ask there what the figures do not say.", name=name(found.predecessor)
    )


def _buttons(lang: Language, found: Handover) -> tuple[tuple[Button, ...], ...]:
    office_id, unit_id = found.office.office_id, found.office.unit.id
    parts = [
        Button(label=label, data=press("handover_part", f"{office_id}-{part.value}", 1))
        for part, label, count in (
            (HandoverPart.OPEN, lang.label("Open now"), found.open),
            (HandoverPart.COMING, lang.label("Next 60 days"), found.coming),
            (HandoverPart.YEAR, lang.label("Last year"), found.done_last_year),
        )
        if count
    ]
    people = [Button(label=lang.label("Board"), data=press("board", unit_id, 1))]
    if found.unreachable:
        people.append(Button(label=lang.label("Not reached"), data=press("reach", unit_id, 1)))
    return rows(*(tuple(parts[at : at + 2]) for at in range(0, len(parts), 2)), tuple(people))


def handover_page(lang: Language, found: HandoverPage) -> Reply:
    """One part of the packet in place of it, with the way back."""
    office_id = found.office.office_id
    entries = [
        lang.say(
            "{title}: {standing}",
            title=duty_and_period(lang, one),
            standing=standing(lang, one, found.today),
        )
        for one in found.items
    ]
    entries += [_coming(lang, one, found.today.year) for one in found.coming]
    turning = page_buttons(
        "handover_part", found.page, found.pages, subject_id=f"{office_id}-{found.part.value}"
    )
    back = Button(label=lang.label("The packet"), data=press("handover", office_id))
    heading = lang.say(
        "{part}: {unit}", part=_part_name(lang, found.part), unit=name(found.office.unit.name)
    )
    body = lines(*entries) if entries else lang.say("Nothing.")
    return Reply(words=paragraphs(bold(heading), body), buttons=rows(turning, (back,)))


def _coming(lang: Language, one: Coming, now_year: int) -> Words:
    return lang.say(
        "{duty}: due {day}",
        duty=name(lang.choose(zh=one.name.zh, en=one.name.en)),
        day=lang.day(one.last_day, now_year=now_year),
    )


def _part_name(lang: Language, part: HandoverPart) -> str:
    match part:
        case HandoverPart.OPEN:
            return lang.label("Open now")
        case HandoverPart.COMING:
            return lang.label("Next 60 days")
        case HandoverPart.YEAR:
            return lang.label("Last year")
