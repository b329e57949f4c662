"""Write the ledger of terms as a workbook: one sheet, dates as dates, text as text."""

from collections.abc import Sequence
from datetime import date
from io import BytesIO
from typing import Any

from domain.term_ledger import LedgerRow, TermLedger
from texts.languages import Language
from texts.term_ledgers import extension, headings, names, sheet_name, state_word, title

MONTHS_A_YEAR = 12
DATE_FORMAT = "yyyy-mm-dd"
WIDTHS = (5, 26, 10, 22, 12, 10, 12, 9, 16, 13, 12, 14, 12, 12, 12, 20, 30, 16)
HEADING_ROW = 1
LANDSCAPE_A4 = 9

Cell = str | int | float | date | None


def write_term_ledger(ledger: TermLedger, lang: Language) -> bytes:
    """The sheet with a title, headings that stay, and a filter; printed on A4 across."""
    import xlsxwriter  # Late: only exports need it.

    paper = BytesIO()
    book: Any = xlsxwriter.Workbook(
        paper, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    )
    page = book.add_worksheet(sheet_name(lang))
    last = len(headings(lang)) - 1
    page.merge_range(0, 0, 0, last, "")
    bold = book.add_format({"bold": True, "font_size": 14, "align": "center"})
    page.write_string(0, 0, title(lang, ledger), bold)
    looks = _Looks(book)
    for position, words in enumerate(headings(lang)):
        page.set_column(position, position, WIDTHS[position])
        page.write_string(HEADING_ROW, position, words, looks.heading)
    for number, row in enumerate(ledger.rows, start=1):
        for position, cell in enumerate(_cells(lang, row, number, ledger.today)):
            looks.write(page, (HEADING_ROW + number, position), cell)
    page.freeze_panes(HEADING_ROW + 1, 2)
    page.autofilter(HEADING_ROW, 0, HEADING_ROW + len(ledger.rows), last)
    page.set_landscape()
    page.set_paper(LANDSCAPE_A4)
    page.fit_to_pages(1, 0)
    page.repeat_rows(HEADING_ROW)
    book.close()
    return paper.getvalue()


class _Looks:
    """The formats of a workbook."""

    def __init__(self, book: Any) -> None:
        common = {"border": 1, "valign": "top", "text_wrap": True}
        self.heading = book.add_format({**common, "bold": True, "bg_color": "#EFEFEF"})
        self._text = book.add_format({**common, "num_format": "@"})
        self._number = book.add_format(common)
        self._day = book.add_format({**common, "num_format": DATE_FORMAT, "align": "left"})

    def write(self, page: Any, place: tuple[int, int], cell: Cell) -> None:
        match cell:
            case None | "":
                page.write_blank(*place, None, self._text)
            case str():
                page.write_string(*place, cell, self._text)
            case date():
                page.write_datetime(*place, cell, self._day)
            case _:
                page.write_number(*place, cell, self._number)


def _cells(lang: Language, row: LedgerRow, number: int, today: date) -> Sequence[Cell]:
    term, record = row.term, row.record
    counted = record is not None and record.due is not None
    return (
        number,
        term.unit.name,
        term.unit.kind,
        row.above.name if row.above else None,
        term.began_on,
        round(term.months / MONTHS_A_YEAR, 2) if term.months else None,
        term.ends_on,
        (term.due_on - today).days if term.due_on else None,
        state_word(lang, term.state(today)),
        row.reminded_on,
        row.requested_on,
        # The number of the approval is no fact of ours: it is filled in by hand.
        None,
        term.election_on,
        f"{record.due} / {record.present}" if record and counted else None,
        names(lang, row.secretaries),
        names(lang, row.members),
        extension(lang, row),
        None,
    )
