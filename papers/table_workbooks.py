"""Write tables as a workbook that can be printed as it is."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime, time
from io import BytesIO
from typing import Any

from papers.row_heights import LINE_HEIGHT, column_width, row_height
from papers.table import Book, Cell, Column, Look, Table

A4 = 9
# An upright A4 page holds about so many letters at a size that can be read.
UPRIGHT_WIDTH = 92
_NUMBER_FORMATS: Mapping[Look, str] = {
    Look.TEXT: "@",
    Look.NUMBER: "0",
    Look.AMOUNT: "General",
    Look.DAY: "yyyy-mm-dd",
    Look.CLOCK: "hh:mm",
    Look.PERCENT: "0.0%",
}
_LEFT = (Look.TEXT,)


def write_workbook(book: Book) -> bytes:
    """One sheet for each table. No cell is ever a formula or a link."""
    paper = BytesIO()
    with _Workbook(paper, book) as open_book:
        for table in book.tables:
            open_book.add(table)
    return paper.getvalue()


class _Workbook:
    """A workbook under way; closing it writes it."""

    def __init__(self, paper: BytesIO, book: Book) -> None:
        import xlsxwriter  # Late: only exports need it.

        self._title = book.title
        self._book: Any = xlsxwriter.Workbook(
            paper, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
        )
        made_at = book.made_at.replace(tzinfo=None)
        self._book.set_properties({"title": book.title, "created": made_at})
        self._heading = self._book.add_format(
            {"bold": True, "bg_color": "#EFEFEF", "border": 1, "text_wrap": True, "align": "center"}
            | {"valign": "vcenter"}
        )
        self._line = self._book.add_format({"text_wrap": True, "valign": "vcenter"})
        self._top = self._book.add_format({"bold": True, "font_size": 14, "align": "center"})
        self._looks = {look: self._look(look) for look in Look}
        # A word where a number could stand keeps the column's place, as text.
        self._word = self._book.add_format(
            {"num_format": "@", "border": 1, "align": "center", "valign": "vcenter"}
        )

    def _look(self, look: Look) -> Any:
        place = "left" if look in _LEFT else "center"
        return self._book.add_format(
            {"num_format": _NUMBER_FORMATS[look], "border": 1, "align": place}
            | {"valign": "vcenter", "text_wrap": look in _LEFT}
        )

    def __enter__(self) -> "_Workbook":
        return self

    def __exit__(self, *_: object) -> None:
        self._book.close()

    def add(self, table: Table) -> None:
        page = self._book.add_worksheet(table.title)
        widths = tuple(column_width(column) for column in table.columns)
        for number, line in enumerate(table.above):
            self._across(page, number, line, widths, look=self._line if number else self._top)
        head = len(table.above)
        headings = tuple(column.heading for column in table.columns)
        page.set_row(head, row_height(headings, widths, bold=True))
        for at, (heading, width) in enumerate(zip(headings, widths, strict=True)):
            page.set_column(at, at, width)
            page.write_string(head, at, heading, self._heading)
        for number, row in enumerate(table.rows, start=head + 1):
            self._add_row(page, number, table.columns, row)
            if (height := row_height(row, widths)) > LINE_HEIGHT:
                page.set_row(number, height)
        below = head + 1 + len(table.rows)
        for number, line in enumerate(table.below, start=below):
            self._across(page, number, line, widths, look=self._line)
        page.freeze_panes(head + 1, table.still_columns)
        if table.rows:
            page.autofilter(head, 0, head + len(table.rows), len(widths) - 1)
        self._lay_out(page, table, head)

    def _across(
        self, page: Any, number: int, line: str, widths: Sequence[float], *, look: Any
    ) -> None:
        """A line over all columns."""
        page.merge_range(number, 0, number, len(widths) - 1, "", look)
        page.write_string(number, 0, line, look)
        if (height := row_height((line,), (sum(widths),))) > LINE_HEIGHT:
            page.set_row(number, height)

    def _add_row(
        self, page: Any, number: int, columns: Sequence[Column], row: Sequence[Cell]
    ) -> None:
        for at, (column, cell) in enumerate(zip(columns, row, strict=True)):
            self._write(page, (number, at), column, cell)

    def _lay_out(self, page: Any, table: Table, head: int) -> None:
        """A4, as wide as the page, the headings on every one, numbered."""
        page.set_paper(A4)
        if table.width > UPRIGHT_WIDTH:
            page.set_landscape()
        page.fit_to_pages(1, 0)
        page.repeat_rows(head)
        page.set_margins(left=0.5, right=0.5, top=0.75, bottom=0.75)
        if not table.above:
            # In a page header an ampersand begins a code, and 255 letters are the most.
            page.set_header("&C" + f"{self._title} · {table.title}".replace("&", "&&")[:200])
        page.set_footer("&C&P / &N")

    def _write(self, page: Any, place: tuple[int, int], column: Column, cell: Cell) -> None:
        look = self._looks[column.look]
        match cell:
            case None:
                page.write_blank(*place, None, look)
            case str():
                page.write_string(*place, cell, look if column.look is Look.TEXT else self._word)
            case datetime():
                page.write_datetime(*place, cell.replace(tzinfo=None), look)
            case date() | time():
                page.write_datetime(*place, cell, look)
            case _:
                page.write_number(*place, cell, look)
