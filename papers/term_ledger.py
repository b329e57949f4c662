"""Write the ledger of terms as a workbook, in a process of its own."""

from domain.term_ledger import TermLedger
from papers.table import Book
from papers.table_workbooks import write_workbook
from papers.term_tables import term_table
from papers.worker import run_guarded
from texts.languages import Code, language
from texts.term_ledgers import sheet_name, title

WRITING_SECONDS = 60
WRITING_MEGABYTES = 700


def make_term_ledger(ledger: TermLedger, code: Code) -> bytes:
    """`write_term_ledger` beside the bot, so that no press waits for it; raises WorkerError."""
    return run_guarded(
        write_term_ledger, ledger, code, seconds=WRITING_SECONDS, megabytes=WRITING_MEGABYTES
    )


def write_term_ledger(ledger: TermLedger, code: Code) -> bytes:
    """One sheet with a title, headings that stay, and filters; printed on A4 across."""
    lang = language(code)
    heading = title(lang, ledger)
    table = term_table(lang, ledger.rows, ledger.today, title=sheet_name(lang), above=heading)
    return write_workbook(Book(title=heading, made_at=ledger.made_at, tables=(table,)))
