"""Write a report as a Word document in the plain layout of official papers (after GB/T 9704)."""

from io import BytesIO
from typing import Any

from domain.report_sheet import DocumentPart, DocumentWords
from papers.worker import run_guarded

WRITING_SECONDS = 60
WRITING_MEGABYTES = 600
# Points: title, text, and the distance of lines; millimetres: the page and its margins.
TITLE_SIZE, TEXT_SIZE, LINE = 22, 16, 28
PAGE = (210, 297)
MARGINS = {"top_margin": 37, "bottom_margin": 35, "left_margin": 28, "right_margin": 26}
TITLE_FONT, HEADING_FONT, TEXT_FONT, LATIN_FONT = (
    "方正小标宋简体",
    "黑体",
    "仿宋",
    "Times New Roman",
)


def make_report(words: DocumentWords) -> bytes:
    """`write_report` in a process of its own; raises WorkerError."""
    return run_guarded(write_report, words, seconds=WRITING_SECONDS, megabytes=WRITING_MEGABYTES)


def write_report(words: DocumentWords) -> bytes:
    """The document; every program for texts opens it."""
    from docx import Document  # Late: it takes long to load, and only the worker needs it.

    document = Document()
    _set_page(document)
    _add(document, words.title, font=TITLE_FONT, size=TITLE_SIZE, align="CENTER")
    _add(document, "")
    for part in words.parts:
        _add_part(document, part)
    _add(document, "")
    _add(document, words.sender, align="RIGHT")
    _add(document, words.day, align="RIGHT")
    for note in words.notes:
        _add(document, note, size=12, align="LEFT")
    paper = BytesIO()
    document.save(paper)
    return paper.getvalue()


def _set_page(document: Any) -> None:
    from docx.shared import Mm

    [section] = document.sections
    section.page_width, section.page_height = Mm(PAGE[0]), Mm(PAGE[1])
    for side, width in MARGINS.items():
        setattr(section, side, Mm(width))


def _add_part(document: Any, part: DocumentPart) -> None:
    if part.beside:
        paragraph = _add(document, f"{part.heading}：", font=HEADING_FONT, indent=True)
        _run(paragraph, part.beside, font=TEXT_FONT, size=TEXT_SIZE)
        return
    _add(document, part.heading, font=HEADING_FONT, indent=True)
    for text in part.paragraphs:
        _add(document, text, indent=True)


def _add(
    document: Any,
    text: str,
    *,
    font: str = TEXT_FONT,
    size: int = TEXT_SIZE,
    align: str = "JUSTIFY",
    indent: bool = False,
) -> Any:
    from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING
    from docx.shared import Pt

    paragraph = document.add_paragraph()
    layout = paragraph.paragraph_format
    layout.alignment = getattr(WD_ALIGN_PARAGRAPH, align)
    layout.line_spacing_rule, layout.line_spacing = WD_LINE_SPACING.EXACTLY, Pt(LINE)
    layout.space_before = layout.space_after = Pt(0)
    layout.first_line_indent = Pt(2 * size) if indent else None
    if text:
        _run(paragraph, text, font=font, size=size)
    return paragraph


def _run(paragraph: Any, text: str, *, font: str, size: int) -> None:
    from docx.oxml.ns import qn
    from docx.shared import Pt

    run = paragraph.add_run(text)
    run.font.name, run.font.size = LATIN_FONT, Pt(size)
    # The library names one font; Chinese characters take theirs from a place of their own.
    run._element.rPr.rFonts.set(qn("w:eastAsia"), font)
