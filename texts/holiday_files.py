"""A file of public holidays: what it would change, and why it cannot be used."""

from collections.abc import Sequence
from datetime import date

from domain.calendar_page import Span as Days
from domain.calendar_page import Stretch, holidays_of, make_up_days_of
from domain.holiday_file import FileDifference, FileFault, FilePreview, FileReason
from domain.public_holiday import HolidayList
from texts.festivals import festivals
from texts.labels import confirm, discard, undo
from texts.languages import Language
from texts.presses import press
from texts.replies import Button, Reply
from texts.words import Words, bold, code, joined, lines, our_own, paragraphs, value

MOST_SHOWN = 12


def preview(lang: Language, shown: FilePreview) -> Reply:
    """The year as the file has it, and what would be different from today."""
    holidays = shown.holidays
    words = paragraphs(
        bold(
            lang.say(
                "Holiday list {year} · {country}",
                year=holidays.year,
                country=lang.country(shown.country),
            )
        ),
        _off(lang, shown),
        _working(lang, shown),
        _difference(lang, shown.difference, shown.holidays.year),
        *_cautions(lang, shown),
    )
    buttons = (
        Button(label=confirm(lang), data=_pressed("calendar_ok", shown)),
        Button(label=discard(lang), data=_pressed("calendar_drop", shown)),
    )
    return Reply(words=words, buttons=(buttons,))


def _pressed(verb: str, shown: FilePreview) -> str:
    return press(verb, shown.draft_id, shown.version)


def _year(shown: FilePreview) -> Days:
    first = min((one.day for one in shown.holidays.days), default=date(shown.holidays.year, 1, 1))
    return Days(first=first, last=date(shown.holidays.year, 12, 31))


def _off(lang: Language, shown: FilePreview) -> Words:
    found = holidays_of(_year(shown), shown.calendar)[:MOST_SHOWN]
    return lines(bold(lang.say("⛔ Days off")), *(_stretch(lang, one, shown) for one in found))


def _stretch(lang: Language, one: Stretch, shown: FilePreview) -> Words:
    days = lang.day_range(one.first_day, one.last_day, now_year=shown.holidays.year)
    return lang.many(
        "{days} ({count} day) {name}",
        "{days} ({count} days) {name}",
        one.length,
        days=our_own(days),
        name=festivals(lang, one.names),
    )


def _working(lang: Language, shown: FilePreview) -> Words | None:
    found = [one.day for one in make_up_days_of(_year(shown), shown.calendar)]
    if not found:
        return None
    return lines(bold(lang.say("🛠 Working weekends")), _days(lang, found, shown.holidays.year))


def list_of_year(lang: Language, year: int, country: str, difference: FileDifference) -> Words:
    """The file of a year, and what would be different from today."""
    heading = lang.say("Holiday list {year} · {country}", year=year, country=country)
    return lines(heading, _difference(lang, difference, year))


def _difference(lang: Language, difference: FileDifference, year: int) -> Words:
    if difference.is_empty:
        return lang.say("All days are as I know them already.")
    newly_off, newly_working = difference.newly_off, difference.newly_working
    return lines(
        bold(lang.say("Compared with what I knew")),
        lang.say("Newly off: {days}", days=_days(lang, newly_off, year)) if newly_off else None,
        lang.say("Newly working: {days}", days=_days(lang, newly_working, year))
        if newly_working
        else None,
        lang.many("{count} other name", "{count} other names", difference.renamed)
        if difference.renamed
        else None,
    )


def _cautions(lang: Language, shown: FilePreview) -> list[Words]:
    found = []
    if not shown.holidays.has_make_up_days:
        found.append(
            lang.say("⚠️ The file names no working weekends. Is that the whole announcement?")
        )
    if not shown.holidays.papers:
        found.append(lang.say("⚠️ The file names no announcement that it comes from."))
    if count := shown.difference.outweighed:
        found.append(
            lang.many(
                "⚠️ {count} day set by hand stays as it is.",
                "⚠️ {count} days set by hand stay as they are.",
                count,
            )
        )
    return found


def _days(lang: Language, days: Sequence[date], year: int) -> Words:
    said = [our_own(lang.day(one, now_year=year)) for one in days[:MOST_SHOWN]]
    words = joined("、" if lang.code == "zh" else ", ", said)
    more = len(days) - len(said)
    if not more:
        return words
    return lang.many("{days} and {count} more", "{days} and {count} more", more, days=words)


def imported(lang: Language, holidays: HolidayList, change_id: int) -> Reply:
    """The list holds; for a minute it can be taken back."""
    words = lines(
        bold(lang.say("✅ The holiday list of {year} holds now", year=holidays.year)),
        lang.say("Reminders follow the new days. See /calendar {year}", year=holidays.year),
    )
    back = Button(label=undo(lang), data=press("calendar_undo", change_id))
    return Reply(words=words, buttons=((back,),))


def nothing_new(lang: Language, holidays: HolidayList) -> Reply:
    """The same file was sent before."""
    return Reply(
        words=lang.say(
            "The list of {year} is known already, and the file says the same.", year=holidays.year
        )
    )


def changed_meanwhile(lang: Language, shown: FilePreview) -> Reply:
    """Between the preview and Confirm somebody changed the calendar."""
    again = preview(lang, shown)
    first = lang.say("The calendar has changed since. Please look again; nothing was changed yet.")
    return Reply(words=paragraphs(first, again.words), buttons=again.buttons)


def discarded(lang: Language) -> Reply:
    """The file is forgotten."""
    return Reply(words=lang.say("Discarded. Nothing was changed."))


def gone(lang: Language) -> str:
    """A button of a preview that is over."""
    return lang.label("This file was dealt with already. Send it again to begin anew.")


def not_of_the_whole(lang: Language) -> Reply:
    """A secretary sends what holds for everybody."""
    return Reply(
        words=lang.say(
            "Only an administrator of the top unit can import public holidays. Days of your own "
            "unit are written to /calendar."
        )
    )


def wants_words_or_a_file(lang: Language) -> Reply:
    """A photo came where words or a file are waited for."""
    return Reply(
        words=lang.say(
            "I am waiting for dates in words, or for a holiday list as a .json file: attach it as "
            "a file, not as a photo. /cancel ends this."
        )
    )


def refused_file(lang: Language, fault: FileFault) -> Reply:
    """Why the file cannot be used."""
    return Reply(words=lines(_fault(lang, fault), lang.say("Nothing was changed.")))


def _fault(lang: Language, fault: FileFault) -> Words:
    match fault.reason:
        case FileReason.NOT_PUBLISHED:
            return lang.say(
                "The file of {year} is still empty: the list is not published yet. Send it again "
                "once it is.",
                year=fault.year or 0,
            )
        case FileReason.FAR_YEAR:
            return lang.say("The year {year} is too far away.", year=fault.found)
        case FileReason.TOO_MANY_DAYS:
            return lang.say("The file lists {count} days; no year has so many.", count=fault.found)
        case FileReason.DAY_NOT_READ:
            return _at(lang, fault, lang.say("it needs name, date and isOffDay"))
        case FileReason.DAY_WITHOUT_NAME:
            return _at(lang, fault, lang.say("it has no name"))
        case FileReason.DAY_OF_ANOTHER_YEAR:
            return _at(lang, fault, lang.say("it lies in another year"))
        case FileReason.DAY_TWICE:
            return _at(lang, fault, lang.say("it stands there twice"))
        case other:
            return _whole(lang, other)


def _at(lang: Language, fault: FileFault, why: Words) -> Words:
    return lang.say(
        "Day {number} of the file cannot be read: {why}. It says: {found}",
        number=fault.number or 0,
        why=why,
        found=code(value(fault.found).plain()),
    )


def _whole(lang: Language, reason: FileReason) -> Words:
    match reason:
        case FileReason.TOO_LARGE:
            return lang.say("The file is too large for a list of holidays: 256 KB at most.")
        case FileReason.NOT_FETCHED:
            return lang.say("Telegram did not hand the file over. Please send it again.")
        case FileReason.NOT_JSON:
            return lang.say("This is not a JSON file. A roster goes to /roster.")
        case FileReason.BAD_YEAR:
            return lang.say("The year in the file is not a number.")
        case _:
            return lang.say("This is no list of holidays: it needs year and days.")
