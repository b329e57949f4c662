"""Hostile and mistaken files are stopped before a parser sees them."""

import struct
import zipfile
from io import BytesIO

import pytest

from domain.roster import WorkbookReason, WorkbookRefusal
from papers.roster_template import write_roster_template
from papers.xlsx_guard import MAX_FILE_BYTES, MAX_PARTS, inspect_markup, inspect_workbook
from tests.papers.workbooks import repacked, roster_file

HONEST = roster_file()
OLE_HEADER = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
MEGABYTE = 1024 * 1024


def encrypted_zip() -> bytes:
    content = bytearray(HONEST)
    entry = content.find(b"PK\x01\x02")
    struct.pack_into("<H", content, entry + 8, 1)
    return bytes(content)


def zip_of(names: list[str]) -> bytes:
    paper = BytesIO()
    with zipfile.ZipFile(paper, "w") as archive:
        for name in names:
            archive.writestr(name, b"")
    return paper.getvalue()


def with_zip64_locator() -> bytes:
    end = HONEST.rfind(b"PK\x05\x06")
    return HONEST[:end] + b"PK\x06\x07" + b"\x00" * 16 + HONEST[end:]


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        pytest.param(b"", WorkbookReason.EMPTY, id="no bytes"),
        pytest.param(b"\x00" * 4096, WorkbookReason.EMPTY, id="only zeros"),
        pytest.param(OLE_HEADER + b"\x00" * 600, WorkbookReason.OLD_EXCEL, id="xls"),
        pytest.param(
            OLE_HEADER + b"\x00" * 600 + "EncryptedPackage".encode("utf-16-le"),
            WorkbookReason.ENCRYPTED,
            id="password",
        ),
        pytest.param("\ufeff姓名,组织\n".encode(), WorkbookReason.PLAIN_TEXT, id="csv with a BOM"),
        pytest.param("姓名,组织\n".encode("gb18030"), WorkbookReason.PLAIN_TEXT, id="GBK csv"),
        pytest.param("姓名\t组织\n".encode("utf-16"), WorkbookReason.PLAIN_TEXT, id="UTF-16 text"),
        pytest.param(b"<html><table>", WorkbookReason.PLAIN_TEXT, id="web page called xls"),
        pytest.param(b"\x89PNG\r\n\x1a\n\x00\x00", WorkbookReason.NOT_A_WORKBOOK, id="picture"),
        pytest.param(HONEST[:900], WorkbookReason.DAMAGED, id="cut off"),
        pytest.param(b"PK\x03\x04" + b"x" * 99, WorkbookReason.DAMAGED, id="no directory"),
        pytest.param(encrypted_zip(), WorkbookReason.ENCRYPTED, id="encrypted part"),
        pytest.param(
            zip_of(["[Content_Types].xml", "word/document.xml"]),
            WorkbookReason.NOT_A_WORKBOOK,
            id="a letter",
        ),
        pytest.param(
            zip_of(["[Content_Types].xml", "xl/workbook.bin"]),
            WorkbookReason.NOT_A_WORKBOOK,
            id="xlsb",
        ),
        pytest.param(
            repacked(HONEST, {"xl/vbaProject.bin": b"\x01"}), WorkbookReason.MACROS, id="macros"
        ),
        pytest.param(
            repacked(HONEST, {"xl/macrosheets/sheet1.xml": b"<x/>"}),
            WorkbookReason.MACROS,
            id="old macros",
        ),
        pytest.param(
            repacked(HONEST, {"../../etc/passwd": b"x"}), WorkbookReason.ODD_PARTS, id="climbing"
        ),
        pytest.param(repacked(HONEST, {"/etc/x": b"x"}), WorkbookReason.ODD_PARTS, id="rooted"),
        pytest.param(repacked(HONEST, {"xl\\x": b"x"}), WorkbookReason.ODD_PARTS, id="backslash"),
        pytest.param(repacked(HONEST, {"C:x": b"x"}), WorkbookReason.ODD_PARTS, id="drive"),
        pytest.param(
            repacked(HONEST, {"XL/Workbook.xml": b"x"}), WorkbookReason.ODD_PARTS, id="a part twice"
        ),
        pytest.param(with_zip64_locator(), WorkbookReason.ODD_PARTS, id="second directory"),
    ],
)  # fmt: skip
def test_a_file_is_refused_by_name(content: bytes, reason: WorkbookReason) -> None:
    assert inspect_workbook(content) == WorkbookRefusal(reason=reason)


def test_a_file_over_twenty_megabytes_is_refused_with_both_figures() -> None:
    assert inspect_workbook(b"P" * (MAX_FILE_BYTES + 1)) == WorkbookRefusal(
        reason=WorkbookReason.TOO_LARGE, found=MAX_FILE_BYTES + 1, limit=MAX_FILE_BYTES
    )


def test_a_directory_of_many_parts_is_refused_with_both_figures() -> None:
    content = zip_of([f"xl/{number}" for number in range(MAX_PARTS + 1)])

    assert inspect_workbook(content) == WorkbookRefusal(
        reason=WorkbookReason.TOO_MANY_PARTS, found=MAX_PARTS + 1, limit=MAX_PARTS
    )


@pytest.mark.parametrize(
    ("name", "part"),
    [
        pytest.param(
            "xl/sharedStrings.xml", b"<si><t/></si>" * 1_400_000, id="shared strings bomb"
        ),
        pytest.param("xl/worksheets/sheet9.xml", b"0" * (30 * MEGABYTE), id="ratio bomb"),
        pytest.param("xl/styles.xml", b"0" * (17 * MEGABYTE), id="styles bomb"),
    ],
)
def test_a_part_that_unpacks_too_large_is_refused(name: str, part: bytes) -> None:
    refusal = inspect_workbook(repacked(HONEST, {name: part}))

    assert refusal is not None
    assert refusal.reason is WorkbookReason.UNPACKS_TOO_LARGE
    assert refusal.found == len(part)


def test_parts_that_together_unpack_too_large_are_refused() -> None:
    parts = {f"xl/media/{number}": b"0" * (26 * MEGABYTE) for number in range(4)}

    refusal = inspect_workbook(repacked(HONEST, parts))

    assert refusal is not None
    assert refusal.reason is WorkbookReason.UNPACKS_TOO_LARGE


@pytest.mark.parametrize("content", [HONEST, write_roster_template("zh")], ids=["openpyxl", "ours"])
def test_an_honest_workbook_passes(content: bytes) -> None:
    assert inspect_workbook(content) is None


def test_half_a_million_tags_in_one_part_are_refused_before_they_become_objects() -> None:
    part = b"<si/>" * 600_000
    refusal = inspect_markup(repacked(HONEST, {"xl/sharedStrings.xml": part}))

    assert refusal is not None
    assert refusal.reason is WorkbookReason.TOO_MUCH_MARKUP
    assert inspect_markup(HONEST) is None
