"""Every command in a few words and with one example, for the menus and for the help."""

from functools import cache

from texts.languages import Language


def describe(lang: Language, command: str) -> str:
    """What a command does, without a full stop."""
    return _described(lang).get(command, "")


def example(lang: Language, command: str) -> str:
    """How it is typed with words after it; empty for a command that needs none."""
    known = {
        "help": lang.label("/help todo"),
        "status": lang.label("/status Bluestone School"),
        "reach": lang.label("/reach Bluestone School"),
        "ledger": lang.label("/ledger Bluestone School 2026-H2"),
        "delivery": lang.label("/delivery Staff study 2026-11"),
        "ties": lang.label("/ties oversees MaYuan DawnSchool"),
        "event": lang.label("/event Bluestone School 3 Nov"),
        "away": lang.label("/away 10-24 Dec Lin Lan"),
        "service": lang.label("/service Sunshine Community 2 hours"),
        "activity": lang.label("/activity 27 Nov 15:00 Staff study, Room 2"),
    }
    return known.get(command, "")


@cache
def _described(lang: Language) -> dict[str, str]:
    return {**_for_anyone(lang), **_for_members(lang), **_for_officers(lang), **_for_admins(lang)}


def _for_anyone(lang: Language) -> dict[str, str]:
    return {
        "start": lang.label("Begin, or see where you are"),
        "help": lang.label("What you can do here"),
        "language": lang.label("Choose the language"),
        "cancel": lang.label("Drop what you are in the middle of"),
    }


def _for_members(lang: Language) -> dict[str, str]:
    return {
        "todo": lang.label("What is open for you"),
        "checkin": lang.label("Check in to an activity"),
        "next": lang.label("Your next activity"),
        "signin": lang.label("Sign in on coming and on leaving"),
        "report": lang.label("Hand in a report"),
        "service": lang.label("Enter service in your community"),
        "history": lang.label("Your own record of a year"),
        "calendar": lang.label("Working days, holidays and school terms"),
        "settings": lang.label("Language and hour of the daily message"),
        "why": lang.label("Why you got a message"),
    }


def _for_officers(lang: Language) -> dict[str, str]:
    return {
        "status": lang.label("How your units stand"),
        "missing": lang.label("Who has not done it yet, and a nudge for them"),
        "activity": lang.label("Plan and change activities; record who came"),
        "group": lang.label("Bind your unit's group"),
        "review": lang.label("Accept reports or return them"),
        "ledger": lang.label("The ledger of a period as a file"),
        "terms": lang.label("Terms of office and when they end"),
        "event": lang.label("Record what happened; duties follow from it"),
        "reach": lang.label("Who is not connected, and personal links"),
        "delivery": lang.label("Whom reminders reached, in numbers"),
        "away": lang.label("Who stands in while you are away"),
    }


def _for_admins(lang: Language) -> dict[str, str]:
    return {
        "duty": lang.label("Duties: list, preview, pause"),
        "preset": lang.label("Ready plans of duties"),
        "ties": lang.label("Who oversees, contacts or guides whom"),
        "config": lang.label("Configuration as a file, out and in, and its history"),
        "roster": lang.label("People and units as a table, in and out"),
    }
