"""What stands on the month sheet of an office that signs in, and with the file."""

from domain.sign_in import MonthSheet
from texts.cleaning import clean, one_line
from texts.languages import Language
from texts.replies import Attachment, Reply
from texts.words import bold, lines, name

TITLE_IN_FILE = 40
_NOT_IN_A_FILE = str.maketrans(dict.fromkeys('\\/:*?"<>|', "_"))


def sums_title(lang: Language) -> str:
    """On the first tab."""
    return lang.label("Sums")


def days_title(lang: Language) -> str:
    """On the second tab."""
    return lang.label("Days")


def heading(lang: Language, sheet: MonthSheet) -> str:
    """Unit and month."""
    return f"{' '.join(clean(sheet.unit.name).split())} {lang.month(sheet.month)}"


def rule(lang: Language) -> str:
    """What is counted."""
    return lang.label("Sign-in on working days; times by the bot's clock, no places")


def sum_headings(lang: Language) -> tuple[str, ...]:
    """Of the sums by person."""
    return (
        lang.label("No."),
        lang.label("Full name"),
        lang.label("Working days"),
        lang.label("Came in time"),
        lang.label("Came late"),
        lang.label("not signed in"),
        lang.label("Left in time"),
        lang.label("Left early"),
        lang.label("not signed out"),
        lang.label("Away, times"),
    )


def day_headings(lang: Language) -> tuple[str, ...]:
    """Of the days."""
    coming, leaving = lang.label("Coming"), lang.label("Leaving")
    state = lang.label("State")
    return (lang.label("Day"), lang.label("Full name"), coming, state, leaving, state)


def month_file(lang: Language, sheet: MonthSheet, *, content: bytes) -> Reply:
    """The file."""
    safe = one_line(sheet.unit.name.translate(_NOT_IN_A_FILE), TITLE_IN_FILE)
    called = lang.label("Sign-in")
    file_name = f"{called}-{safe}-{sheet.month:%Y-%m}.xlsx"
    words = lines(
        bold(
            lang.say("{unit} · {month}", unit=name(sheet.unit.name), month=lang.month(sheet.month))
        ),
        lang.say("It holds names: keep it in good hands."),
    )
    return Reply(words=words, attachment=Attachment(file_name=file_name, content=content))
