"""A sheet of paper in the plain layout of official documents, to be written on line by line.

The layout (A4, margins, sizes, 28 points between the lines) follows GB/T 9704.
"""

from collections.abc import Sequence
from enum import StrEnum
from io import BytesIO
from typing import Any

from docx import Document
from docx.document import Document as WordDocument
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING
from docx.oxml.ns import qn
from docx.shared import Mm, Pt
from docx.text.paragraph import Paragraph

from papers.official_tables import add_grid
from texts.cleaning import clean

LATIN_FONT = "Times New Roman"
TITLE_FONT, HEADING_FONT, BODY_FONT = "方正小标宋简体", "黑体", "仿宋"
TITLE_SIZE, BODY_SIZE, NUMBER_SIZE, NOTE_SIZE, LINE = Pt(22), Pt(16), Pt(14), Pt(12), Pt(28)
TWO_CHARACTERS = BODY_SIZE * 2
ROUND_THE_LINES = Pt(0)
CELL_SIZE, CELL_LINE = Pt(10.5), Pt(15)


class Part(StrEnum):
    """What a paragraph is on the sheet; each has a style of this name."""

    TITLE = "Official Title"
    ADDRESSEE = "Official Addressee"
    HEADING = "Official Heading"
    BODY = "Official Body"
    SIGNATURE = "Official Signature"
    NOTE = "Official Note"
    ANNEX = "Official Annex"
    ANNEX_TITLE = "Official Annex Title"
    COLUMN = "Official Column"
    CELL = "Official Cell"


_FONTS = {
    Part.TITLE: TITLE_FONT,
    Part.HEADING: HEADING_FONT,
    Part.ANNEX: HEADING_FONT,
    Part.COLUMN: HEADING_FONT,
    Part.ANNEX_TITLE: TITLE_FONT,
}
_SIZES = {
    Part.TITLE: TITLE_SIZE,
    Part.NOTE: NOTE_SIZE,
    Part.COLUMN: CELL_SIZE,
    Part.CELL: CELL_SIZE,
}
# The lines of a table stand closer.
_LINES = {Part.COLUMN: CELL_LINE, Part.CELL: CELL_LINE}


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
        _number_pages(self._document)
        self._places = 0
        self._turns = False
        self._last: Paragraph | None = None

    def add(self, text: str, part: Part, *, beside: str = "", with_next: bool = False) -> None:
        """A paragraph; `with_next` it stays on the page of the one below it.

        What stands `beside` a heading is set as the body is.
        """
        paragraph = self._document.add_paragraph(_plain(text), style=part.value)
        paragraph.paragraph_format.keep_with_next = with_next
        if self._turns:
            paragraph.paragraph_format.page_break_before = True
            self._turns = False
        self._last = paragraph
        if beside:
            # Where the language sets a blank after the colon, it belongs to neither of the two.
            between = " " if text.endswith(" ") else ""
            _set_fonts(paragraph.add_run(between + _plain(beside)), BODY_FONT)

    def refer(self, words: str, *, to: str) -> None:
        """At the end of the paragraph above: words that lead to a marked place."""
        run = self._above.add_run(_plain(words))
        _set_fonts(run, BODY_FONT)
        paragraph = self._above._p
        link = paragraph.makeelement(qn("w:hyperlink"), {qn("w:anchor"): to})
        link.append(run._element)
        paragraph.append(link)

    def mark(self, place: str) -> None:
        """The paragraph above is where references to that place lead."""
        self._places += 1
        number = {qn("w:id"): str(self._places)}
        paragraph = self._above._p
        begin = paragraph.makeelement(qn("w:bookmarkStart"), {**number, qn("w:name"): place})
        paragraph.r_lst[0].addprevious(begin)
        paragraph.append(paragraph.makeelement(qn("w:bookmarkEnd"), number))

    @property
    def _above(self) -> Paragraph:
        if self._last is None:
            raise ValueError("nothing stands on the paper yet")
        return self._last

    def add_table(
        self, headings: Sequence[str], rows: Sequence[Sequence[str]], widths: Sequence[int]
    ) -> None:
        """A table as wide as the text, its columns in these proportions."""
        cells = [[_plain(text) for text in row] for row in (headings, *rows)]
        styles = (Part.COLUMN.value, Part.CELL.value)
        add_grid(self._document, cells, widths, styles=styles)

    def turn_page(self) -> None:
        """What is added next begins a page."""
        self._turns = True

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
    added.font.size = _SIZES.get(part, BODY_SIZE)
    _set_fonts(added, _FONTS.get(part, BODY_FONT))
    spacing = added.paragraph_format
    spacing.line_spacing_rule, spacing.line_spacing = (
        WD_LINE_SPACING.EXACTLY,
        _LINES.get(part, LINE),
    )
    spacing.space_before = spacing.space_after = ROUND_THE_LINES
    match part:
        case Part.TITLE | Part.ANNEX_TITLE | Part.COLUMN:
            spacing.alignment = WD_ALIGN_PARAGRAPH.CENTER
        case Part.ADDRESSEE | Part.NOTE | Part.ANNEX | Part.CELL:
            spacing.alignment = WD_ALIGN_PARAGRAPH.LEFT
        case Part.BODY | Part.HEADING:
            spacing.alignment = WD_ALIGN_PARAGRAPH.JUSTIFY
            spacing.first_line_indent = TWO_CHARACTERS
        case Part.SIGNATURE:
            spacing.alignment = WD_ALIGN_PARAGRAPH.RIGHT
            spacing.right_indent = TWO_CHARACTERS


def _number_pages(document: WordDocument) -> None:
    """As on official papers: — 1 —, which every program counts by itself."""
    [paragraph] = document.sections[0].footer.paragraphs
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    run = paragraph.add_run()
    for kind, text in (("t", "— "), ("begin", ""), ("instr", "PAGE"), ("end", ""), ("t", " —")):
        run._element.append(_piece(run, kind, text))
    run.font.size = NUMBER_SIZE
    _set_fonts(run, BODY_FONT)


def _piece(run: Any, kind: str, text: str) -> Any:
    """A part of a field, for which the library has no words."""
    if kind in ("begin", "end"):
        return run._element.makeelement(qn("w:fldChar"), {qn("w:fldCharType"): kind})
    name = "w:t" if kind == "t" else "w:instrText"
    made = run._element.makeelement(qn(name), {qn("xml:space"): "preserve"})
    made.text = text
    return made


def _set_fonts(style: Any, chinese: str) -> None:
    """Chinese characters have a font of their own, which the library does not know of."""
    style.font.name = LATIN_FONT
    properties = style.element.get_or_add_rPr()
    properties.rFonts.set(qn("w:eastAsia"), chinese)
    language = properties.makeelement(qn("w:lang"), {qn("w:eastAsia"): "zh-CN"})
    properties.append(language)
