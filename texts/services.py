"""Service at a second place: for whoever did it by place, for officers in sums."""

from datetime import date

from domain.service import Served, Service, ServiceRefusal, ServiceSums, UnitServed
from texts.labels import undo
from texts.languages import Language
from texts.presses import page_buttons, press, rows
from texts.replies import Button, Reply
from texts.words import Words, bold, code, lines, name, paragraphs

EARLIEST_YEAR = 2000


def asked(
    lang: Language, place: str, why: ServiceRefusal | None, year: Served, *, is_officer: bool
) -> Reply:
    """What is still to be said."""
    example = code(lang.label("Sunshine Community 2 hours"))
    if why is ServiceRefusal.NO_LENGTH:
        question = lang.say("How long did you serve at {place}?", place=name(place))
        example = code(lang.label("2 hours"))
    else:
        question = lang.say("Where did you serve, and how long?")
    return Reply(
        words=paragraphs(
            _why(lang, why),
            lines(question, lang.say("For example: {example}", example=example)),
            lines(
                lang.say("A day may stand before it; without one it is today."),
                _year(lang, year),
            ),
        ),
        buttons=rows(_sums_button(lang, is_officer=is_officer)),
        # A message that opens the keyboard cannot carry a button.
        asks=not is_officer,
    )


def _why(lang: Language, why: ServiceRefusal | None) -> Words | None:
    match why:
        case ServiceRefusal.TOO_SHORT_OR_LONG:
            return lang.say("A service lasts from ten minutes to sixteen hours.")
        case ServiceRefusal.DAY:
            return lang.say("The day lies in the past year, today at the latest.")
        case ServiceRefusal.NO_PLACE:
            return lang.say("A name of at most 64 characters is needed for the place.")
        case _:
            return None


def entered(
    lang: Language, service: Service, year: Served, *, is_new: bool, is_officer: bool
) -> Reply:
    """It is written down; for ten minutes it can be taken back."""
    state = (
        lang.say("Undo works for ten minutes.")
        if is_new
        else lang.say("This day and place were entered before; nothing has changed.")
    )
    back = Button(label=undo(lang), data=press("service_undo", service.id))
    return Reply(
        words=paragraphs(
            bold(
                lang.say(
                    "{day} · {place} · {length}",
                    day=lang.day(service.day),
                    place=name(service.place),
                    length=hours(lang, service.minutes),
                )
            ),
            lines(state, _year(lang, year)),
            lang.say("Your unit counts times and hours; only you see the place."),
        ),
        buttons=rows((back,) if is_new else (), _sums_button(lang, is_officer=is_officer)),
    )


def taken_back(lang: Language, year: Served) -> Reply:
    """It is gone."""
    return Reply(words=lines(lang.say("The service is taken back."), _year(lang, year)))


def too_late(lang: Language) -> str:
    """Ten minutes are over."""
    return lang.label("This can no longer be taken back.")


def _year(lang: Language, year: Served) -> Words:
    return lang.say(
        "Your year: times {times} · {length}. /history lists them.",
        times=year.times,
        length=hours(lang, year.minutes),
    )


def hours(lang: Language, minutes: int) -> str:
    """Minutes as hours with at most one decimal."""
    count = round(minutes / 60, 1)
    number = lang.number(int(count) if count == int(count) else count)
    return lang.label("{number} h", number=number)


def _sums_button(lang: Language, *, is_officer: bool) -> tuple[Button, ...]:
    if not is_officer:
        return ()
    return (Button(label=lang.label("Sums of my units"), data=press("service_sums", 0, 1)),)


def sums(lang: Language, shown: ServiceSums) -> Reply:
    """Sums by unit; no person, no place, no order by figures."""
    heading = bold(lang.say("Community service {year}", year=str(shown.year)))
    if shown.total.times:
        body = lines(_total(lang, shown.total), *(_unit(lang, one) for one in shown.units))
    else:
        body = lang.say("Nothing is entered for this year.")
    return Reply(
        words=paragraphs(heading, body, lang.say("Sums alone: no names, no places.")),
        buttons=rows(
            page_buttons("service_sums", shown.page, shown.pages, subject_id=shown.year),
            _years(shown),
        ),
    )


def _total(lang: Language, served: Served) -> Words:
    return lang.say(
        "Together: people {people} · times {times} · {length}",
        people=served.people,
        times=served.times,
        length=hours(lang, served.minutes),
    )


def _unit(lang: Language, one: UnitServed) -> Words:
    return lang.say(
        "{unit}: people {people} · times {times} · {length}",
        unit=name(one.unit_name),
        people=one.served.people,
        times=one.served.times,
        length=hours(lang, one.served.minutes),
    )


def _years(shown: ServiceSums) -> tuple[Button, ...]:
    around = ((f"‹ {shown.year - 1}", shown.year - 1), (f"{shown.year + 1} ›", shown.year + 1))
    return tuple(
        Button(label=label, data=press("service_sums", year, 1))
        for label, year in around
        if EARLIEST_YEAR <= year <= shown.this_year
    )


def line(lang: Language, *, day: date, place: str, minutes: int) -> Words:
    """One service in one's own record."""
    return lang.say(
        "🤝 {day} · {place} · {length}",
        day=lang.day(day),
        place=name(place),
        length=hours(lang, minutes),
    )


def record_sums(lang: Language, year: Served) -> Words | None:
    """The sums in one's own record, where there are any."""
    if not year.times:
        return None
    return lang.say(
        "Community service: times {times} · {length}",
        times=year.times,
        length=hours(lang, year.minutes),
    )
