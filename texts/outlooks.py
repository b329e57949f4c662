"""Say beforehand what happens next, and when."""

from datetime import date

from domain.outlook import Outlook
from texts.languages import Language
from texts.offices import role_name
from texts.words import Words, name


def what_next(lang: Language, outlook: Outlook, today: date) -> Words | None:
    """The one sentence under a reminder: who is told when, else when the next reminder comes."""
    return who_is_told(lang, outlook, today) or next_reminder(lang, outlook, today)


def who_is_told(lang: Language, outlook: Outlook, today: date) -> Words | None:
    """Until when nobody above hears of it."""
    if outlook.told_at is None or outlook.superior is None or outlook.role is None:
        return None
    return lang.say(
        "If it is not done by {moment}, {unit} ({role}) is told.",
        moment=lang.moment(outlook.told_at, now_year=today.year),
        unit=name(outlook.superior.name),
        role=role_name(lang, outlook.role),
    )


def next_reminder(lang: Language, outlook: Outlook, today: date) -> Words | None:
    """When the owner hears of it again."""
    if outlook.reminded_on is None:
        return None
    return lang.say("Next reminder: {day}.", day=lang.day(outlook.reminded_on, now_year=today.year))
