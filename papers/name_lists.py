"""Names from a sheet that somebody sends: a workbook, or plain text with one name to a line."""

from domain.name_list import LINE_LIMIT, MOST_LINES
from domain.roster import WorkbookRefusal
from papers.cell_values import clean, raw_text
from papers.workbook_cells import CellRow, SheetCells, read_cells
from papers.worker import StopReason, WorkerError, run_guarded
from papers.xlsx_guard import inspect_markup, inspect_workbook

MAX_BYTES = 1_000_000
READING_SECONDS = 30
READING_MEGABYTES = 300
_NAME_HEADINGS = frozenset({"姓名", "名字", "name", "full name"})
_ENCODINGS = ("utf-8-sig", "gb18030")


def read_untrusted_names(content: bytes) -> list[str] | None:
    """The lines of a file, a workbook in a process of its own; None for what cannot be read."""
    if not content.startswith(b"PK"):
        return _read_text(content)
    if inspect_workbook(content) is not None:
        return None
    try:
        read = run_guarded(
            read_names, content, seconds=READING_SECONDS, megabytes=READING_MEGABYTES
        )
    except WorkerError as error:
        if error.reason is StopReason.FAILED:
            raise
        return None
    return None if isinstance(read, WorkbookRefusal) else read


def read_names(content: bytes) -> list[str] | WorkbookRefusal:
    """The lines of the first sheet that holds any: its column of names, else whole rows."""
    refusal = inspect_workbook(content) or inspect_markup(content)
    if refusal is not None:
        return refusal
    read = read_cells(content, lambda _: True)
    if isinstance(read, WorkbookRefusal):
        return read
    sheets, _ = read
    return next((lines for lines in map(_lines, sheets) if lines), [])


def _read_text(content: bytes) -> list[str]:
    for encoding in _ENCODINGS:
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        return [line.strip()[:LINE_LIMIT] for line in text.splitlines() if line.strip()][
            :MOST_LINES
        ]
    return []


def _lines(sheet: SheetCells) -> list[str]:
    heading = next(
        (
            (row.number, column)
            for row in sheet.rows[:5]
            for column, text in enumerate(_texts(row))
            if text.casefold() in _NAME_HEADINGS
        ),
        None,
    )
    if heading is None:
        rows = [" ".join(text for text in _texts(row) if text) for row in sheet.rows]
    else:
        number, column = heading
        below = (_texts(row) for row in sheet.rows if row.number > number)
        # The other cells tell namesakes apart.
        rows = [
            " ".join([row[column], *row[:column], *row[column + 1 :]])
            for row in below
            if row[column]
        ]
    return [row.strip()[:LINE_LIMIT] for row in rows if row.strip()][:MOST_LINES]


def _texts(row: CellRow) -> list[str]:
    texts = (clean(raw_text(value)) if value is not None else "" for value in row.values)
    return [text[:LINE_LIMIT] for text in texts]
