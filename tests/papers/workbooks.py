"""Workbooks for the tests: honest ones cell by cell, hostile ones part by part."""

import zipfile
from collections.abc import Mapping, Sequence
from io import BytesIO

import openpyxl

UNIT_HEADINGS = ("ID", "Name", "Kind", "Parent", "Term began", "Term years")
PEOPLE_HEADINGS = ("ID", "Name", "Unit", "Office", "Office unit", "Tags", "Language")
ROOT_ROW = (None, "Bureau", "committee", None, None, None)

Rows = Sequence[Sequence[object]]


def workbook(sheets: Mapping[str, Rows]) -> bytes:
    """Sheets as openpyxl writes them; a text that begins with = becomes a formula."""
    book = openpyxl.Workbook()
    book.remove(book.worksheets[0])
    for title, rows in sheets.items():
        sheet = book.create_sheet(title)
        for row in rows:
            sheet.append(list(row))
    paper = BytesIO()
    book.save(paper)
    return paper.getvalue()


def roster_file(units: Rows = (), people: Rows = ()) -> bytes:
    """English headings, the root, and the rows given (units from row 3, people from row 2)."""
    return workbook(
        {
            "Units": [UNIT_HEADINGS, ROOT_ROW, *units],
            "People": [PEOPLE_HEADINGS, *people],
        }
    )


def repacked(content: bytes, parts: Mapping[str, bytes]) -> bytes:
    """The same workbook with these parts added or put in place of its own."""
    paper = BytesIO()
    with (
        zipfile.ZipFile(BytesIO(content)) as old,
        zipfile.ZipFile(paper, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for name in old.namelist():
            if name not in parts:
                new.writestr(name, old.read(name))
        for name, part in parts.items():
            new.writestr(name, part)
    return paper.getvalue()


def sheet_xml(rows: str) -> bytes:
    """A worksheet part with these rows."""
    namespace = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    return f'<worksheet xmlns="{namespace}"><sheetData>{rows}</sheetData></worksheet>'.encode()


def inline(reference: str, text: str) -> str:
    return f'<c r="{reference}" t="inlineStr"><is><t>{text}</t></is></c>'


HEADING_XML = '<row r="1">{}{}{}</row>'.format(
    inline("A1", "Name"), inline("B1", "Kind"), inline("C1", "Parent")
)
UNITS_PART = "xl/worksheets/sheet1.xml"
