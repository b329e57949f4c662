"""The document of a report is read back by another reader than its writer."""

import zipfile
from dataclasses import replace
from io import BytesIO
from xml.etree import ElementTree

from docx import Document
from docx.shared import Mm

from domain.report_document import AnnexWords, DocumentPart, DocumentWords, Reference
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


ANNEX = AnnexWords(
    place="annex_1",
    label="附件1",
    title="召开会议",
    said="报告填写6，与记录一致。",
    headings=("序号", "日期", "活动名称"),
    widths=(10, 30, 60),
    rows=(("1", "2026年11月3日", '=A1 <w:br/> "引号" & \x00'), ("2", "2026年11月4日", "学" * 200)),
    notes=("另有3条未列出。",),
)
FIGURE = DocumentPart(
    heading="召开会议：", beside="6", annex=Reference(words="（见附件1）", place="annex_1")
)
ANNEXED = replace(WORDS, parts=(FIGURE,), annexes=(ANNEX, replace(ANNEX, place="annex_2")))


def test_a_table_is_read_back_cell_by_cell_whatever_stands_in_it() -> None:
    document = Document(BytesIO(write_report(ANNEXED)))
    for table in document.tables:
        assert [[cell.text for cell in row.cells] for row in table.rows] == [
            ["序号", "日期", "活动名称"],
            ["1", "2026年11月3日", '=A1 <w:br/> "引号" &'],
            ["2", "2026年11月4日", "学" * 200],
        ]
    assert len(document.tables) == 2


def test_a_figure_leads_to_its_annex_and_the_annexes_begin_a_page() -> None:
    document = Document(BytesIO(write_report(ANNEXED)))
    [link] = [one for each in document.paragraphs for one in each.hyperlinks]
    assert (link.text, link.fragment) == ("（见附件1）", "annex_1")
    marked = [
        mark.get(f"{W}name")
        for each in document.paragraphs
        for mark in each._p.iter(f"{W}bookmarkStart")
    ]
    assert marked == ["annex_1", "annex_2"]
    turning = [one.text for one in document.paragraphs if one.paragraph_format.page_break_before]
    assert turning == ["附件1"]


def test_a_long_table_says_its_headings_on_every_page_and_keeps_its_rows_whole() -> None:
    table = Document(BytesIO(write_report(ANNEXED))).tables[0]
    assert [len(list(row._tr.iter(f"{W}tblHeader"))) for row in table.rows] == [1, 0, 0]
    assert [len(list(row._tr.iter(f"{W}cantSplit"))) for row in table.rows] == [1, 1, 1]
    # As wide as the text between the margins, which is 156 mm.
    assert abs(sum(column.width or 0 for column in table.columns) - Mm(156)) < Mm(0.1)
