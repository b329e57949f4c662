"""Tables in Word documents: as wide as the text, headings again on every page, rows kept whole."""

from collections.abc import Sequence
from typing import Any

from docx.document import Document
from docx.oxml.ns import qn
from docx.shared import Length


def add_grid(
    document: Document,
    cells: Sequence[Sequence[str]],
    widths: Sequence[int],
    *,
    styles: tuple[str, str],
) -> None:
    """The first row are the headings, which have the first style; `widths` are proportions."""
    page = document.sections[0]
    room = (page.page_width or 0) - (page.left_margin or 0) - (page.right_margin or 0)
    grid = document.add_table(rows=len(cells), cols=len(widths), style="Table Grid")
    grid.autofit = False
    columns = [Length(room * width // sum(widths)) for width in widths]
    for column, width in zip(grid.columns, columns, strict=True):
        column.width = width
    heading, usual = (document.styles[style].style_id for style in styles)
    # Row by row as they stand in the file: to look each one up takes seconds in a long table.
    for number, (row, texts) in enumerate(zip(grid._tbl.tr_lst, cells, strict=True)):
        _keep_whole(row)
        for cell, text, width in zip(row.tc_lst, texts, columns, strict=True):
            cell.width = width
            [paragraph] = cell.p_lst
            paragraph.style = usual if number else heading
            paragraph.add_r().text = text
    _repeat(grid._tbl.tr_lst[0])
    _keep_close(grid._tbl)


def _keep_whole(row: Any) -> None:
    row.get_or_add_trPr().append(row.makeelement(qn("w:cantSplit"), {}))


def _repeat(row: Any) -> None:
    row.get_or_add_trPr().append(row.makeelement(qn("w:tblHeader"), {}))


def _keep_close(grid: Any) -> None:
    """A millimetre between a border and its words."""
    margins = grid.makeelement(qn("w:tblCellMar"), {})
    for side in ("w:left", "w:right"):
        size = {qn("w:w"): "57", qn("w:type"): "dxa"}
        margins.append(margins.makeelement(qn(side), size))
    # The schema wants it between the layout and the look.
    grid.tblPr.find(qn("w:tblLayout")).addnext(margins)
