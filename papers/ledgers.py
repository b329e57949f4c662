"""Write a ledger, or the sheet of one activity, in a process of its own."""

import pickle
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from domain.ledger import AttendanceSheet, Format, Ledger
from papers.attendance_tables import sheet_book
from papers.ledger_tables import ledger_book
from papers.table_csv import write_archive
from papers.table_workbooks import write_workbook
from papers.worker import run_guarded
from texts.languages import Code, language

WRITING_SECONDS = 120
WRITING_MEGABYTES = 700
PORTION = 500
_SHEETS = ("activities", "attendance", "reports", "terms", "reminders")


def make_ledger(ledger: Ledger, code: Code, wanted: Format) -> bytes:
    """`write_ledger` beside the bot, so that no press waits for it; raises WorkerError."""
    portions = {name: _portions(getattr(ledger, name)) for name in _SHEETS}
    nothing: Any = dict.fromkeys(_SHEETS, ())
    bare = replace(ledger, **nothing)
    return run_guarded(
        write_portions,
        bare,
        portions,
        code,
        wanted,
        seconds=WRITING_SECONDS,
        megabytes=WRITING_MEGABYTES,
    )


def _portions(rows: Sequence[object]) -> list[bytes]:
    """Other threads stand still while something is pickled, so it is never much at once."""
    return [pickle.dumps(rows[at : at + PORTION]) for at in range(0, len(rows), PORTION)]


def write_portions(
    bare: Ledger, portions: Mapping[str, Sequence[bytes]], code: Code, wanted: Format
) -> bytes:
    """In the process of its own: put the rows together again and write them."""
    rows: Any = {
        # Our parent has written these bytes.
        name: tuple(row for portion in parts for row in pickle.loads(portion))  # noqa: S301
        for name, parts in portions.items()
    }
    return write_ledger(replace(bare, **rows), code, wanted)


def write_ledger(ledger: Ledger, code: Code, wanted: Format) -> bytes:
    """A workbook, or an archive of CSV files, in this language."""
    book = ledger_book(language(code), ledger)
    return write_workbook(book) if wanted is Format.XLSX else write_archive(book)


def write_sheet(sheet: AttendanceSheet, code: Code) -> bytes:
    """The workbook of one activity: one page or a few, written in a moment."""
    return write_workbook(sheet_book(language(code), sheet))
