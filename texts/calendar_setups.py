"""What a file would change of a unit's calendar."""

from collections.abc import Iterator

from domain.calendar_setup import CalendarSetup, SetupChange
from texts.calendars import own_days, school_term
from texts.languages import Language
from texts.words import Words, bold, italic, lines, name

SHOWN = 8


def calendar_changes(lang: Language, changes: tuple[SetupChange, ...]) -> Words | None:
    """Each unit by its ID, with what it no longer sets and what it sets anew."""
    if not changes:
        return None
    more = len(changes) - SHOWN
    return lines(
        *(_change(lang, one) for one in changes[:SHOWN]),
        italic(lang.many("and {count} more", "and {count} more", more)) if more > 0 else None,
    )


def _change(lang: Language, change: SetupChange) -> Words:
    before, after = _said(lang, change.before), _said(lang, change.after)
    gone = [one for one in before if one not in after]
    new = [one for one in after if one not in before]
    return lines(
        lang.say("📅 {unit}", unit=bold(name(change.unit))),
        *(lang.say("− {words}", words=one) for one in gone[:SHOWN]),
        *(lang.say("+ {words}", words=one) for one in new[:SHOWN]),
        _more(lang, gone, new),
    )


def _more(lang: Language, gone: list[Words], new: list[Words]) -> Words | None:
    left_out = max(0, len(gone) - SHOWN) + max(0, len(new) - SHOWN)
    return italic(lang.many("and {count} more", "and {count} more", left_out)) if left_out else None


def _said(lang: Language, setup: CalendarSetup) -> list[Words]:
    return list(_entries(lang, setup))


def _entries(lang: Language, setup: CalendarSetup) -> Iterator[Words]:
    if setup.country is not None:
        yield lang.say("Country: {country}", country=lang.country(setup.country))
    for one in setup.own_days:
        yield own_days(lang, one)
    for term in setup.terms:
        yield lang.say("🎓 {term}", term=school_term(lang, term))
