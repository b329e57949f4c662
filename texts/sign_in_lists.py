"""A day of an office that signs in, for the officer: counts first, then names."""

from datetime import date, timedelta

from domain.sign_in import Slot, SlotCount, StaffDay, StaffList
from domain.sign_in_offices import OFFICES_SHOWN, Offices
from texts.languages import Language
from texts.presses import page_buttons, press, rows
from texts.replies import Button, Reply
from texts.sign_ins import entry, open_word, sign_button, slot_word, state_word
from texts.words import Words, bold, lines, name, our_own, paragraphs

NAME_ON_BUTTON = 8
_ONE_DAY = timedelta(days=1)


def staff_list(lang: Language, shown: StaffList) -> Reply:
    """Everybody's day."""
    heading = bold(
        lang.say(
            "{unit} · {day}",
            unit=name(shown.unit.name),
            day=lang.day(shown.day, now_year=shown.today.year),
        )
    )
    if shown.hours is None:
        body: Words = lang.say("Nobody has to sign in that day.")
    else:
        counts = lines(
            _counts(lang, Slot.COMING, shown.coming), _counts(lang, Slot.LEAVING, shown.leaving)
        )
        body = paragraphs(counts, lines(*(_person(lang, shown, one) for one in shown.people)))
    return Reply(words=paragraphs(heading, body), buttons=_buttons(lang, shown))


def _counts(lang: Language, slot: Slot, count: SlotCount | None) -> Words | None:
    if count is None:
        return None
    values: dict[str, str | int] = {
        "slot": slot_word(lang, slot),
        "on_time": count.on_time,
        "total": count.total,
        "off": count.off_time,
        "away": count.away,
        "missing": count.missing,
    }
    if slot is Slot.COMING:
        return lang.say(
            "{slot}: in time {on_time} of {total} · late {off} · away {away} · missing {missing}",
            **values,
        )
    return lang.say(
        "{slot}: in time {on_time} of {total} · early {off} · away {away} · missing {missing}",
        **values,
    )


def _person(lang: Language, shown: StaffList, one: StaffDay) -> Words:
    return lang.say(
        "{person}: {coming} · {leaving}",
        person=name(one.name),
        coming=our_own(_slot(lang, one, Slot.COMING, is_over=shown.coming_is_over)),
        leaving=our_own(_slot(lang, one, Slot.LEAVING, is_over=shown.leaving_is_over)),
    )


def _slot(lang: Language, one: StaffDay, slot: Slot, *, is_over: bool) -> str:
    sign = one.sign(slot)
    if sign is not None:
        return entry(lang, slot, sign)
    state = one.state(slot, is_over=is_over)
    return state_word(lang, slot, state) if state is not None else open_word(lang)


def _buttons(lang: Language, shown: StaffList) -> tuple[tuple[Button, ...], ...]:
    unit_id, day = shown.unit.id, f"{shown.day:%Y%m%d}"
    before, after = shown.day - _ONE_DAY, shown.day + _ONE_DAY
    days = [Button(label=lang.label("‹ Day before"), data=_to(unit_id, before))]
    if after <= shown.today:
        days.append(Button(label=lang.label("Day after ›"), data=_to(unit_id, after)))
    this_month = shown.day.replace(day=1)
    months = (this_month - _ONE_DAY, this_month)
    sheets = tuple(
        Button(
            label=f"📄 {lang.month_alone(one.month)}",
            data=press("sign_sheet", f"{unit_id}-{one:%Y%m}01"),
        )
        for one in months
    )
    own = (sign_button(lang),) if shown.is_staff and shown.day == shown.today else ()
    fix = Button(
        label=lang.label("✏️ Correct"), data=press("sign_names", f"{unit_id}-{day}", shown.page)
    )
    off = Button(label=lang.label("Hours"), data=press("sign_hours", unit_id))
    return rows(
        own,
        page_buttons("sign_day", shown.page, shown.pages, subject_id=f"{unit_id}-{day}"),
        tuple(days),
        (*((fix,) if shown.people else ()), *((off,) if shown.may_set else ())),
        sheets,
    )


def _to(unit_id: int, day: date) -> str:
    return press("sign_day", f"{unit_id}-{day:%Y%m%d}", 1)


def names(lang: Language, shown: StaffList) -> Reply:
    """Whose entry is to be corrected?"""
    day = f"{shown.day:%Y%m%d}"
    people = [
        Button(
            label=name(one.name, NAME_ON_BUTTON).plain(),
            data=press("sign_one", f"{day}-{one.person_id}"),
        )
        for one in shown.people
    ]
    subject = f"{shown.unit.id}-{day}"
    back = Button(label=lang.label("‹ Back"), data=press("sign_day", subject, shown.page))
    return Reply(
        words=paragraphs(
            bold(lang.say("{unit} · {day}", unit=name(shown.unit.name), day=lang.day(shown.day))),
            lang.say("Whose entry is to be corrected?"),
        ),
        buttons=rows(
            *(tuple(people[at : at + 2]) for at in range(0, len(people), 2)),
            page_buttons("sign_names", shown.page, shown.pages, subject_id=subject),
            (back,),
        ),
    )


def offices(lang: Language, found: Offices) -> Reply:
    """Several offices sign in; the reader himself perhaps in one of his own."""
    first = (found.page - 1) * OFFICES_SHOWN + 1
    entries = [
        lang.say("{number}. {unit}", number=number, unit=name(unit.name))
        for number, unit in enumerate(found.units, start=first)
    ]
    buttons = tuple(
        Button(label=f"{number}", data=press("sign_day", f"{unit.id}-0", 1))
        for number, unit in enumerate(found.units, start=first)
    )
    return Reply(
        words=lines(lang.say("Which unit?"), *entries),
        buttons=rows(
            (sign_button(lang),) if found.is_staff else (),
            *(buttons[at : at + 5] for at in range(0, len(buttons), 5)),
            page_buttons("sign_offices", found.page, found.pages),
        ),
    )
