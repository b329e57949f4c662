"""Every command in a few words and with one example, for the menus and for the help."""

from texts.languages import Language


def describe(lang: Language, command: str) -> str:
    """What a command does, without a full stop."""
    known = {**_for_anyone(lang), **_for_members(lang), **_for_officers(lang), **_for_admins(lang)}
    return known.get(command, "")


def example(lang: Language, command: str) -> str:
    """How it is typed with words after it; empty for a command that needs none."""
    known = {
        "checkin": lang.label("/checkin 4821"),
        "excuse": lang.label("/excuse on a business trip"),
        "help": lang.label("/help todo"),
        "status": lang.label("/status Bluestone School"),
        "reach": lang.label("/reach Bluestone School"),
        "activity": lang.label("/activity Friday 15:00 study in room 201"),
        "ledger": lang.label("/ledger 2026-Q4"),
        "duty": lang.label("/duty every school, staff study, once a month"),
        "calendar": lang.label("/calendar 2026"),
    }
    return known.get(command, "")


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
        "excuse": lang.label("Say that you cannot come"),
        "report": lang.label("Hand in a report"),
        "history": lang.label("Your own record"),
        "settings": lang.label("Language and hour of the daily message"),
        "mydata": lang.label("All that is stored about you"),
        "why": lang.label("Why you got a message"),
        "next": lang.label("The next activity"),
    }


def _for_officers(lang: Language) -> dict[str, str]:
    return {
        "status": lang.label("How your units stand"),
        "missing": lang.label("Who has not done it yet, and a nudge for them"),
        "activity": lang.label("Plan, open, correct and close an activity"),
        "review": lang.label("Accept reports or return them"),
        "terms": lang.label("Terms of office and when they end"),
        "circular": lang.label("Send a notice that asks for a reply"),
        "followups": lang.label("Items to follow up"),
        "filings": lang.label("Documents that must exist"),
        "measures": lang.label("Counts against their targets"),
        "ledger": lang.label("The ledger of a period as a table"),
        "reach": lang.label("Who is not connected, and personal links"),
        "away": lang.label("Name a deputy while you are away"),
    }


def _for_admins(lang: Language) -> dict[str, str]:
    return {
        "duty": lang.label("Duties: list, add, pause"),
        "preset": lang.label("Ready plans of duties"),
        "calendar": lang.label("Holidays and make-up working days"),
        "roster": lang.label("People and units as a table, in and out"),
        "units": lang.label("The tree of units"),
        "config": lang.label("The whole set-up as a file, out and in"),
        "delivery": lang.label("What was sent and what did not arrive"),
        "selftest": lang.label("Check that everything works"),
        "audit": lang.label("Who changed what, and when"),
    }
