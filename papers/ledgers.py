"""Write a ledger, or the sheet of one activity, in a process of its own."""

from domain.ledger import AttendanceSheet, Format, Ledger
from papers.attendance_tables import sheet_book
from papers.ledger_tables import ledger_book
from papers.table_csv import write_archive
from papers.table_workbooks import write_workbook
from papers.worker import run_guarded
from texts.languages import Code, language

WRITING_SECONDS = 120
WRITING_MEGABYTES = 700


def make_ledger(ledger: Ledger, code: Code, wanted: Format) -> bytes:
    """`write_ledger` beside the bot, so that no press waits for it; raises WorkerError."""
    return run_guarded(
        write_ledger, ledger, code, wanted, seconds=WRITING_SECONDS, megabytes=WRITING_MEGABYTES
    )


def write_ledger(ledger: Ledger, code: Code, wanted: Format) -> bytes:
    """A workbook, or an archive of CSV files, in this language."""
    book = ledger_book(language(code), ledger)
    return write_workbook(book) if wanted is Format.XLSX else write_archive(book)


def write_sheet(sheet: AttendanceSheet, code: Code) -> bytes:
    """The workbook of one activity: one page or a few, written in a moment."""
    return write_workbook(sheet_book(language(code), sheet))
