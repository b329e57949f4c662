"""The ledger of terms: its headings, its words for how a term stands, and the file."""

from datetime import date

from domain.term import TermState
from domain.term_ledger import LedgerRow, TermLedger
from texts.languages import Language
from texts.official import paper_day
from texts.replies import Attachment, Reply
from texts.terms import approval, long_extension
from texts.words import lines


def title(lang: Language, ledger: TermLedger) -> str:
    """The first line of the sheet."""
    day = paper_day(lang, ledger.today)
    if ledger.unit is None:
        return lang.label("Ledger of terms, {day}", day=day)
    return lang.label("Ledger of terms: {unit}, {day}", unit=ledger.unit.name, day=day)


def headings(lang: Language) -> tuple[str, ...]:
    """One for each column, in order."""
    return (
        lang.label("No."),
        lang.label("Body"),
        lang.label("Kind"),
        lang.label("Superior"),
        lang.label("Elected on"),
        lang.label("Term (years)"),
        lang.label("Ends on"),
        lang.label("Days left"),
        lang.label("State"),
        lang.label("Letter of reminder"),
        lang.label("Request"),
        lang.label("Approval no."),
        lang.label("Next election"),
        lang.label("Due / present"),
        lang.label("Secretary"),
        lang.label("Committee"),
        lang.label("Extension"),
        lang.label("Remarks"),
    )


def sheet_name(lang: Language) -> str:
    """The name of the sheet."""
    return lang.label("Term ledger")


def state_word(lang: Language, state: TermState) -> str:
    """How a term stands, in a word that can be filtered by."""
    match state:
        case TermState.RUNNING:
            return lang.label("in term")
        case TermState.ENDING:
            return lang.label("ends within 6 months")
        case TermState.EXTENDED:
            return lang.label("extended with approval")
        case TermState.EXPIRED:
            return lang.label("expired")
        case TermState.OVERDUE:
            return lang.label("overdue term")
        case TermState.UNKNOWN:
            return lang.label("not known")


def names(lang: Language, found: tuple[str, ...]) -> str:
    """Several people in one cell."""
    return lang.list_of(found).plain() if found else ""


def extension(lang: Language, row: LedgerRow) -> str:
    """Until when, by whom; and that it is longer than usual."""
    found = row.term.extension
    if found is None:
        return ""
    until = lang.say("extended until {day}", day=paper_day(lang, found.until))
    approved = approval(lang, found.approved_by, found.approved_on)
    warning = long_extension(lang, row.term, found.until)
    return lines(until, approved, warning).plain()


def ledger_file(lang: Language, ledger: TermLedger, content: bytes) -> Reply:
    """The workbook with what it holds."""
    words = lang.many(
        "The ledger of {count} term. It holds names: keep it in good hands.",
        "The ledger of {count} terms. It holds names: keep it in good hands.",
        len(ledger.rows),
    )
    return Reply(
        words=words,
        attachment=Attachment(file_name=_file_name(lang, ledger.today), content=content),
    )


def _file_name(lang: Language, today: date) -> str:
    return lang.label("terms-{day}.xlsx", day=today.isoformat())
