"""Find the headings of a sheet and hand out its rows by column."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from domain.roster import LONGEST_TEXT, Column, Sheet, WorkbookReason, WorkbookRefusal
from papers.cell_values import clean, raw_text
from papers.roster_rows import RowReader
from papers.roster_words import COLUMNS, REQUIRED, both, column_of
from papers.workbook_cells import HEADING_ROWS, MAX_ROWS, CellRow, SheetCells


@dataclass(frozen=True, kw_only=True)
class SheetTable:
    """Which position holds which column, the headings left aside, and the rows below."""

    sheet: Sheet
    columns: Mapping[Column, int]
    ignored: tuple[str, ...]
    rows: tuple[CellRow, ...]

    def readers(self) -> Iterator[RowReader]:
        for row in self.rows:
            yield RowReader(self.sheet, row, self.columns)


def find_table(sheet: Sheet, cells: SheetCells) -> SheetTable | WorkbookRefusal:
    """The headings are the first of the top rows with all that is needed.

    A blank people sheet is a roster of units alone.
    """
    if not cells.rows and sheet is Sheet.PEOPLE:
        return SheetTable(sheet=sheet, columns={}, ignored=(), rows=())
    tops = [row for row in cells.rows[:HEADING_ROWS] if row.number <= HEADING_ROWS]
    heading = next((row for row in tops if not _missing(sheet, row)), None)
    if heading is None:
        return _headings_missing(sheet, tops)
    above = cells.rows.index(heading) + 1
    filled = cells.filled_rows - above
    if filled > MAX_ROWS:
        return WorkbookRefusal(
            reason=WorkbookReason.TOO_MANY_ROWS, sheet=sheet, found=filled, limit=MAX_ROWS
        )
    return _table(sheet, heading, cells.rows[above:])


def _headings(sheet: Sheet, row: CellRow) -> list[tuple[Column | None, str]]:
    texts = [clean(raw_text(value))[:LONGEST_TEXT] for value in row.values]
    return [(column_of(sheet, text) if text else None, text) for text in texts]


def _missing(sheet: Sheet, row: CellRow) -> list[Column]:
    found = {column for column, _ in _headings(sheet, row)}
    return [column for column in REQUIRED[sheet] if column not in found]


def _headings_missing(sheet: Sheet, tops: list[CellRow]) -> WorkbookRefusal:
    """Name what the likeliest heading row lacks."""
    attempts = [_missing(sheet, row) for row in tops]
    missing = min(attempts, key=len, default=list(REQUIRED[sheet]))
    return WorkbookRefusal(
        reason=WorkbookReason.COLUMNS_MISSING,
        sheet=sheet,
        names=tuple(both(COLUMNS[sheet][column]) for column in missing),
    )


def _table(
    sheet: Sheet, heading: CellRow, rows: tuple[CellRow, ...]
) -> SheetTable | WorkbookRefusal:
    columns: dict[Column, int] = {}
    ignored: list[str] = []
    for position, (column, text) in enumerate(_headings(sheet, heading)):
        if column is None:
            ignored.extend([text] if text else [])
        elif column in columns:
            return WorkbookRefusal(reason=WorkbookReason.COLUMN_TWICE, sheet=sheet, names=(text,))
        else:
            columns[column] = position
    return SheetTable(sheet=sheet, columns=columns, ignored=tuple(ignored), rows=rows)
