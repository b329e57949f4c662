"""The document of a report is read back by another reader than its writer."""

import zipfile
from dataclasses import replace
from io import BytesIO
from xml.etree import ElementTree

from docx import Document

from domain.report_sheet import DocumentPart, DocumentWords
from papers.report_document import make_report, write_report

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
WORDS = DocumentWords(
    title="半年履责报告（2026年下半年）",
    sender="青石小学第一支部",
    day="2026年12月20日",
    parts=(
        DocumentPart(heading="召开会议：", beside="6"),
        DocumentPart(heading="主要工作", paragraphs=("第一段 <&> “引号”", "第二段")),
    ),
    notes=("周敏已确认",),
)


def paragraphs(content: bytes) -> list[str]:
    with zipfile.ZipFile(BytesIO(content)) as packed:
        body = ElementTree.fromstring(packed.read("word/document.xml"))  # noqa: S314 - our own.
    return ["".join(t.text or "" for t in p.iter(f"{W}t")) for p in body.iter(f"{W}p")]


def test_everything_is_said_in_its_order() -> None:
    assert [text for text in paragraphs(write_report(WORDS)) if text] == [
        "半年履责报告（2026年下半年）",
        "召开会议：6",
        "主要工作",
        "第一段 <&> “引号”",
        "第二段",
        "青石小学第一支部",
        "2026年12月20日",
        "周敏已确认",
    ]


def test_a_blank_after_the_colon_stays() -> None:
    part = DocumentPart(heading="1. Sessions: ", beside="6")
    assert "1. Sessions: 6" in paragraphs(write_report(replace(WORDS, parts=(part,))))


def test_it_is_written_in_a_process_of_its_own() -> None:
    assert paragraphs(make_report(WORDS)) == paragraphs(write_report(WORDS))


def test_name_and_day_never_stand_alone_on_a_page_and_pages_are_numbered() -> None:
    document = Document(BytesIO(write_report(WORDS)))
    *_, blank, sender, day, _ = document.paragraphs
    assert (sender.text, day.text) == (WORDS.sender, WORDS.day)
    assert blank.paragraph_format.keep_with_next
    assert sender.paragraph_format.keep_with_next
    footer = document.sections[0].footer.paragraphs[0]._p.xml
    assert "PAGE" in footer
    assert "— " in footer
