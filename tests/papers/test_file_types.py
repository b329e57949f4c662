"""A file counts by its content; what hides behind a harmless name is found out."""

import zipfile
from io import BytesIO

import pytest

from domain.report_form import FileType
from papers.file_types import MOST_PARTS, find_type, is_named_so

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(100)


def archive(*names: str, first: tuple[str, str] | None = None) -> bytes:
    paper = BytesIO()
    with zipfile.ZipFile(paper, "w") as packed:
        if first is not None:
            packed.writestr(*first)
        for name in names:
            packed.writestr(name, "x")
    return paper.getvalue()


def old(stream: str, *more: str) -> bytes:
    return OLE + b"".join((name + "\0").encode("utf-16-le") for name in (stream, *more))


TYPES = "[Content_Types].xml"


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (b"%PDF-1.7\n...", FileType.PDF),
        (b"\r\n%PDF-1.4", FileType.PDF),
        (b"\xff\xd8\xff\xe0 jpeg", FileType.PICTURE),
        (b"\x89PNG\r\n\x1a\n", FileType.PICTURE),
        (b"RIFF\x00\x00\x00\x00WEBPVP8 ", FileType.PICTURE),
        (b"\x00\x00\x00\x18ftypheic\x00\x00", FileType.PICTURE),
        (b"{\\rtf1 words}", FileType.WORD),
        (archive(TYPES, "word/document.xml"), FileType.WORD),
        (archive(TYPES, "xl/workbook.xml"), FileType.SHEET),
        (archive(TYPES, "ppt/presentation.xml"), FileType.SLIDES),
        (
            archive("content.xml", first=("mimetype", "application/vnd.oasis.opendocument.text")),
            FileType.WORD,
        ),
        (old("WordDocument"), FileType.WORD),
        (old("Workbook"), FileType.SHEET),
        (old("PowerPoint Document"), FileType.SLIDES),
        ("一份说明".encode(), FileType.TEXT),
        ("一份说明".encode("gb18030"), FileType.TEXT),
        (b"", None),
        (b"RIFF\x00\x00\x00\x00WAVEfmt ", None),
        (b"MZ\x90\x00", None),
        (b"\x7fELF", None),
        (b"#!/bin/sh\nrm -rf /", None),
        (archive("a.exe"), None),
        (archive(TYPES, "word/document.xml", "word/vbaProject.bin"), None),
        (old("WordDocument", "_VBA_PROJECT"), None),
        (old("Nothing"), None),
        (b"PK\x03\x04 broken", None),
        (archive(TYPES, "word/document.xml")[:-10], None),
        (archive(TYPES, "word/document.xml", *map(str, range(MOST_PARTS))), None),
        (b"\x00\x01\x02", None),
        (b"words \x01\x02", None),
    ],
)
def test_the_type_is_that_of_the_content(content: bytes, expected: FileType | None) -> None:
    assert find_type(content) is expected


@pytest.mark.parametrize("packing", [zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_an_archive_whose_first_part_is_broken_is_none_of_ours(packing: int) -> None:
    paper = BytesIO()
    with zipfile.ZipFile(paper, "w", packing) as packed:
        packed.writestr("mimetype", "application/vnd.oasis.opendocument.text")
    whole = paper.getvalue()
    at = whole.index(b"mimetype") + len("mimetype")
    assert find_type(whole[:at] + b"\xff" * 30 + whole[at + 30 :]) is None


def test_an_archive_that_points_behind_its_end_is_none_of_ours() -> None:
    whole = bytearray(archive(first=("mimetype", "application/pdf")))
    at = whole.rindex(b"PK\x01\x02") + 42
    whole[at : at + 4] = (len(whole) - 5).to_bytes(4, "little")
    assert find_type(bytes(whole)) is None


@pytest.mark.parametrize(
    ("name", "found", "is_so"),
    [
        ("报告.pdf", FileType.PDF, True),
        ("报告.PDF", FileType.PDF, True),
        ("报告.pdf", FileType.TEXT, False),
        ("报告.docx", FileType.PDF, False),
        ("报告", FileType.PDF, True),
        ("报告.2026", FileType.PDF, True),
        ("照片.jpg", FileType.PICTURE, True),
        ("名单.pdf.docx", FileType.WORD, True),
    ],
)
def test_a_name_may_claim_nothing_else(name: str, found: FileType, is_so: bool) -> None:
    assert is_named_so(name, found) is is_so
