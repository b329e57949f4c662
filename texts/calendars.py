"""The working calendar of a unit, a quarter on each page."""

from collections.abc import Sequence

from domain.calendar_page import QUARTERS, CalendarPage, Month, OwnEntry, Stretch, years_to_show
from domain.own_day import OwnDays
from domain.public_holiday import CHINA, SpecialDay
from domain.school_term import SchoolTerm
from domain.unit import Unit
from texts.festivals import festivals
from texts.languages import Language
from texts.presses import press, rows
from texts.replies import Button, Reply
from texts.words import Words, bold, code, joined, lines, name, our_own, paragraphs

MOST_CHOICES = 8


def calendar_page(lang: Language, page: CalendarPage) -> Reply:
    """Holidays, make-up days, the unit's own days and school terms of a quarter."""
    heading = bold(
        lang.say(
            "📅 {quarter} · {unit}",
            quarter=our_own(lang.period_name(f"{page.year}-Q{page.quarter}")),
            unit=name(page.unit.name),
        )
    )
    words = paragraphs(
        lines(heading, _months(lang, page)),
        _holidays(lang, page.holidays, page),
        _make_up_days(lang, page.make_up_days, page),
        _own(lang, page.own, page),
        _terms(lang, page.terms),
        _what_is_missing(lang, page),
    )
    return Reply(words=words, buttons=_buttons(lang, page))


def _months(lang: Language, page: CalendarPage) -> Words:
    counted = joined(" · ", [_month(lang, one) for one in page.months])
    if page.country == CHINA:
        return lang.say("Working days: {months}", months=counted)
    return lang.say(
        "{country} · working days: {months}",
        country=our_own(lang.country(page.country)),
        months=counted,
    )


def _month(lang: Language, month: Month) -> Words:
    return lang.say(
        "{month} {count}",
        month=our_own(lang.month_short(month.first_day)),
        count=month.working_days,
    )


def _holidays(lang: Language, found: Sequence[Stretch], page: CalendarPage) -> Words:
    if not found:
        return lang.say("⛔ No public holidays in this quarter.")
    heading = lang.say("⛔ Days off")
    if page.is_provisional:
        heading = lang.say("⛔ Days off (provisional)")
    return lines(bold(heading), *(_stretch(lang, one, page) for one in found))


def _stretch(lang: Language, one: Stretch, page: CalendarPage) -> Words:
    days = our_own(lang.day_range(one.first_day, one.last_day, now_year=page.year))
    if not one.names:
        return days
    return lang.say("{days} {name}", days=days, name=festivals(lang, one.names))


def _make_up_days(lang: Language, found: Sequence[SpecialDay], page: CalendarPage) -> Words | None:
    if not found:
        return None
    days = [our_own(lang.day(one.day, now_year=page.year)) for one in found]
    return lines(bold(lang.say("🛠 Working weekends")), *days)


def _own(lang: Language, found: Sequence[OwnEntry], page: CalendarPage) -> Words | None:
    if not found:
        return None
    heading = bold(lang.say("📌 Set by ourselves"))
    return lines(heading, *(_own_entry(lang, one, page) for one in found))


def _own_entry(lang: Language, one: OwnEntry, page: CalendarPage) -> Words:
    said = own_days(lang, one.days, now_year=page.year)
    if one.set_by is None:
        return said
    return lang.say("{said} ({unit})", said=said, unit=name(one.set_by.name))


def own_days(lang: Language, one: OwnDays, *, now_year: int | None = None) -> Words:
    """Some days of a unit's own, and whether they are off; with the year where it is not plain."""
    days = our_own(
        lang.day_range(one.first_day, one.last_day, now_year=now_year, with_year=now_year is None)
    )
    how = lang.say("working") if one.works else lang.say("off")
    said = lang.say("{days} {how}", days=days, how=how)
    return lang.say("{said}: {name}", said=said, name=name(one.name)) if one.name else said


def _terms(lang: Language, terms: Sequence[SchoolTerm]) -> Words | None:
    if not terms:
        return None
    return lines(bold(lang.say("🎓 School terms")), *(school_term(lang, one) for one in terms))


def school_term(lang: Language, term: SchoolTerm) -> Words:
    """A term with its days."""
    return lang.say(
        "{term}: {days}",
        term=name(term.name),
        days=lang.day_range(term.first_day, term.last_day, with_year=True),
    )


def _what_is_missing(lang: Language, page: CalendarPage) -> Words | None:
    """Which list is not known, and what can be done about it."""
    if page.is_provisional:
        said = lang.say(
            "⚠️ The holiday list of {year} is not published yet. Dates that depend on it are "
            "provisional.",
            year=page.year,
        )
        return lines(said, _what_to_do(lang, page)) if page.may_import else said
    if page.may_still_turn:
        return lang.say(
            "⚠️ The list of {year} is not published yet; it may still change the last days of "
            "December.",
            year=page.year + 1,
        )
    return None


def _what_to_do(lang: Language, page: CalendarPage) -> Words:
    example = lang.label("/calendar {year}-02-20 work", year=page.year)
    return lang.say(
        "Once it is out, send me its file (.json), or single days such as {example}. I also look "
        "for it every day.",
        example=code(example),
    )


def _buttons(lang: Language, page: CalendarPage) -> tuple[tuple[Button, ...], ...]:
    change = Button(label=lang.label("✏️ Change"), data=press("calendar_edit", page.unit.id))
    return rows(_turning(page), (change,) if page.may_change else ())


def _turning(page: CalendarPage) -> tuple[Button, ...]:
    """The row `‹ 2/4 ›`, which goes on into the years before and after."""
    before = (page.year, page.quarter - 1) if page.quarter > 1 else (page.year - 1, QUARTERS)
    after = (page.year, page.quarter + 1) if page.quarter < QUARTERS else (page.year + 1, 1)
    turns = [
        ("‹", before),
        (f"{page.quarter}/{QUARTERS}", (page.year, page.quarter)),
        ("›", after),
    ]
    return tuple(
        Button(label=label, data=press("calendar", f"{page.unit.id}-{year}", quarter))
        for label, (year, quarter) in turns
        if year in years_to_show(page.today)
    )


def choose_unit(lang: Language, units: Sequence[Unit], year: int) -> Reply:
    """Several units have such a name."""
    shown = units[:MOST_CHOICES]
    buttons = tuple(
        (Button(label=f"{number}", data=press("calendar", f"{unit.id}-{year}", 1)),)
        for number, unit in enumerate(shown, start=1)
    )
    entries = [
        lang.say("{number}. {unit}", number=number, unit=name(unit.name))
        for number, unit in enumerate(shown, start=1)
    ]
    first = lang.say("Whose calendar?")
    return Reply(words=lines(first, *entries), buttons=buttons)


def no_such_unit(lang: Language) -> Reply:
    """Nobody of that name, or it is not for the reader; both look the same."""
    return Reply(
        words=lang.say("I know no such unit for you. /calendar alone shows your own calendar.")
    )
