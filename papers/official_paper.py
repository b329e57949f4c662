"""A sheet of paper in the plain layout of official documents, to be written on line by line.

The layout (A4, margins, sizes, 28 points between the lines) follows GB/T 9704.
"""

from enum import StrEnum
from io import BytesIO
from typing import Any

from docx import Document
from docx.document import Document as WordDocument
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING
from docx.oxml.ns import qn
from docx.shared import Mm, Pt

from texts.cleaning import clean

LATIN_FONT = "Times New Roman"
TITLE_FONT, BODY_FONT = "方正小标宋简体", "仿宋"
TITLE_SIZE, BODY_SIZE, LINE = Pt(22), Pt(16), Pt(28)
TWO_CHARACTERS = BODY_SIZE * 2
ROUND_THE_LINES = Pt(0)


class Part(StrEnum):
    """What a paragraph is on the sheet; each has a style of this name."""

    TITLE = "Official Title"
    ADDRESSEE = "Official Addressee"
    BODY = "Official Body"
    SIGNATURE = "Official Signature"


class OfficialPaper:
    """One document: `add` its paragraphs from the top to the bottom, then take its bytes."""

    def __init__(self, title: str) -> None:
        self._document: WordDocument = Document()
        self._document.core_properties.title = _plain(title)
        # The library writes its own name there.
        self._document.core_properties.author = ""
        self._document.core_properties.comments = ""
        _set_page(self._document)
        for part in Part:
            _add_style(self._document, part)

    def add(self, text: str, part: Part, *, with_next: bool = False) -> None:
        """A paragraph; `with_next` it stays on the page of the one below it."""
        paragraph = self._document.add_paragraph(_plain(text), style=part.value)
        paragraph.paragraph_format.keep_with_next = with_next

    def content(self) -> bytes:
        """The document; every program for texts opens it."""
        paper = BytesIO()
        self._document.save(paper)
        return paper.getvalue()


def _plain(text: str) -> str:
    """As it may stand in a document: a hidden character would make it unreadable."""
    return " ".join(clean(text).split())


def _set_page(document: WordDocument) -> None:
    page = document.sections[0]
    page.page_width, page.page_height = Mm(210), Mm(297)
    page.top_margin, page.bottom_margin = Mm(37), Mm(35)
    page.left_margin, page.right_margin = Mm(28), Mm(26)


def _add_style(document: WordDocument, part: Part) -> None:
    added: Any = document.styles.add_style(part.value, WD_STYLE_TYPE.PARAGRAPH)
    is_title = part is Part.TITLE
    added.font.size = TITLE_SIZE if is_title else BODY_SIZE
    _set_fonts(added, TITLE_FONT if is_title else BODY_FONT)
    spacing = added.paragraph_format
    spacing.line_spacing_rule, spacing.line_spacing = WD_LINE_SPACING.EXACTLY, LINE
    spacing.space_before = spacing.space_after = ROUND_THE_LINES
    match part:
        case Part.TITLE:
            spacing.alignment = WD_ALIGN_PARAGRAPH.CENTER
        case Part.ADDRESSEE:
            spacing.alignment = WD_ALIGN_PARAGRAPH.LEFT
        case Part.BODY:
            spacing.alignment = WD_ALIGN_PARAGRAPH.JUSTIFY
            spacing.first_line_indent = TWO_CHARACTERS
        case Part.SIGNATURE:
            spacing.alignment = WD_ALIGN_PARAGRAPH.RIGHT
            spacing.right_indent = TWO_CHARACTERS


def _set_fonts(style: Any, chinese: str) -> None:
    """Chinese characters have a font of their own, which the library does not know of."""
    style.font.name = LATIN_FONT
    properties = style.element.get_or_add_rPr()
    properties.rFonts.set(qn("w:eastAsia"), chinese)
    language = properties.makeelement(qn("w:lang"), {qn("w:eastAsia"): "zh-CN"})
    properties.append(language)
