"""The columns of a ledger's sheets, in the order in which a secretary expects them."""

from typing import assert_never

from domain.ledger import Sheet
from texts.languages import Language
from texts.term_ledgers import headings as term_headings


def headings(lang: Language, sheet: Sheet) -> tuple[str, ...]:
    """The columns of a sheet, in the order in which a secretary expects them."""
    match sheet:
        case Sheet.ACTIVITIES:
            return _activity_headings(lang)
        case Sheet.ATTENDANCE:
            return _attendance_headings(lang)
        case Sheet.REPORTS:
            return _report_headings(lang)
        case Sheet.TERMS:
            return term_headings(lang)
        case Sheet.REMINDERS:
            return _reminder_headings(lang)
        case _:
            assert_never(sheet)


def _activity_headings(lang: Language) -> tuple[str, ...]:
    return (
        lang.label("No."),
        lang.label("Date"),
        lang.label("Time"),
        lang.label("First set for"),
        lang.label("Unit"),
        lang.label("Activity"),
        lang.label("Duty"),
        lang.label("Place"),
        lang.label("Topic"),
        lang.label("State"),
        lang.label("Expected"),
        lang.label("Came"),
        lang.label("Of these late"),
        lang.label("Left early"),
        lang.label("On leave"),
        lang.label("Absent"),
        lang.label("Rate"),
        lang.label("Quorum"),
    )


def _attendance_headings(lang: Language) -> tuple[str, ...]:
    return (
        lang.label("No."),
        lang.label("Date"),
        lang.label("Held by"),
        lang.label("Activity"),
        lang.label("Full name"),
        lang.label("Unit"),
        lang.label("State"),
        lang.label("Checked in at"),
        lang.label("Way"),
    )


def sheet_headings(lang: Language) -> tuple[str, ...]:
    """The columns of the sheet of one activity."""
    return (
        lang.label("No."),
        lang.label("Full name"),
        lang.label("Unit"),
        lang.label("Checked in at"),
        lang.label("Way"),
        lang.label("State"),
        lang.label("Remarks"),
    )


def _report_headings(lang: Language) -> tuple[str, ...]:
    return (
        lang.label("No."),
        lang.label("Unit"),
        lang.label("Owed by"),
        lang.label("Report"),
        lang.label("Period"),
        lang.label("Due"),
        lang.label("State"),
        lang.label("Handed in by"),
        lang.label("Handed in on"),
        lang.label("Days late"),
        lang.label("Reviewed on"),
        lang.label("Versions"),
        lang.label("File"),
    )


def _reminder_headings(lang: Language) -> tuple[str, ...]:
    return (
        lang.label("No."),
        lang.label("Date"),
        lang.label("Time"),
        lang.label("Unit"),
        lang.label("Duty"),
        lang.label("Period"),
        lang.label("Kind"),
        lang.label("Told"),
        lang.label("Outcome"),
    )
