"""Take the filled cells out of a workbook that the guard let through."""

import warnings
import zipfile
import zlib
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING
from xml.etree.ElementTree import ParseError

from domain.roster import WorkbookReason, WorkbookRefusal
from papers.cell_values import SURELY_TOO_LONG, raw_text

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

HEADING_ROWS = 5
MAX_ROWS = 5_000
MAX_COLUMNS = 64
# A sheet may claim any row number; openpyxl would count up to it.
LAST_ROW_OF_A_SHEET = 1_048_576

# Compared first, as there may be a million of them.
BLANK_ROW = (None,) * MAX_COLUMNS

# What openpyxl lets through when a part lies about itself.
BROKEN_WORKBOOK = (
    zipfile.BadZipFile,
    zlib.error,
    ParseError,
    EOFError,
    KeyError,
    IndexError,
    ValueError,
    TypeError,
    AttributeError,
    OverflowError,
    NotImplementedError,
    RecursionError,
)


@dataclass(frozen=True, kw_only=True)
class CellRow:
    """A row by its number in the sheet, with at least one filled cell."""

    number: int
    values: tuple[object, ...]


@dataclass(frozen=True, kw_only=True)
class SheetCells:
    """The first filled rows, at most as many as may be imported, and how many there are."""

    title: str
    rows: tuple[CellRow, ...]
    filled_rows: int


def read_cells(
    content: bytes, is_wanted: Callable[[str], bool]
) -> tuple[tuple[SheetCells, ...], tuple[str, ...]] | WorkbookRefusal:
    """The wanted sheets, and the titles of the others. Formulas appear as their last value."""
    import openpyxl  # Late: it takes half a second, and only imports need it.

    try:
        with warnings.catch_warnings():
            # openpyxl warns about styles and extensions that do not concern us.
            warnings.simplefilter("ignore")
            book = openpyxl.load_workbook(
                BytesIO(content), read_only=True, data_only=True, keep_links=False
            )
            wanted = tuple(
                _sheet_cells(sheet) for sheet in book.worksheets if is_wanted(sheet.title)
            )
            others = tuple(sheet.title for sheet in book.worksheets if not is_wanted(sheet.title))
    except BROKEN_WORKBOOK:
        return WorkbookRefusal(reason=WorkbookReason.DAMAGED)
    return wanted, others


def _sheet_cells(sheet: "Worksheet") -> SheetCells:
    kept: list[CellRow] = []
    filled = 0
    rows: Iterable[tuple[object, ...]] = sheet.iter_rows(
        min_row=1, max_row=LAST_ROW_OF_A_SHEET, min_col=1, max_col=MAX_COLUMNS, values_only=True
    )
    for number, values in enumerate(rows, start=1):
        if values == BLANK_ROW or not any(_is_filled(value) for value in values):
            continue
        filled += 1
        if len(kept) < MAX_ROWS + HEADING_ROWS:
            kept.append(CellRow(number=number, values=values))
    return SheetCells(title=sheet.title, rows=tuple(kept), filled_rows=filled)


def _is_filled(value: object) -> bool:
    return value is not None and bool(raw_text(value)[:SURELY_TOO_LONG].strip())
