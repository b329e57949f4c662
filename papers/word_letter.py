"""Write a letter as a Word document in the plain layout of official papers.

Five small parts of text in an archive are all that a letter needs; the layout (A4, margins, sizes,
28 points between the lines) follows GB/T 9704.
"""

from io import BytesIO
from xml.sax.saxutils import escape
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from domain.term_letter import LetterWords

# The first day that an archive knows: the same letter is the same bytes.
_LONG_AGO = (1980, 1, 1, 0, 0, 0)
_XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_SCHEMAS = "http://schemas.openxmlformats.org"
_WORD = f"{_SCHEMAS}/wordprocessingml/2006/main"
_MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_STYLES = "application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml"
_RELATED = f"{_SCHEMAS}/officeDocument/2006/relationships"
# Half points: 22 and 16 points. Distances in twentieths of a point.
_TITLE_SIZE, _BODY_SIZE = 44, 32
_LINE = 560
_TWO_CHARACTERS = 640
_PAGE = (
    '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/>'
    '<w:pgMar w:top="2098" w:right="1474" w:bottom="1984" w:left="1588" '
    'w:header="851" w:footer="992" w:gutter="0"/></w:sectPr>'
)
_FONTS = (
    '<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:cs="Times New Roman" '
    'w:eastAsia="{font}"/>'
)


def write_letter(words: LetterWords) -> bytes:
    """The document; every program for texts opens it."""
    body = [
        _paragraph(words.title, "Title"),
        _paragraph("", "Body"),
        _paragraph(words.addressee, "Addressee"),
        *(_paragraph(one, "Body") for one in words.paragraphs),
        _paragraph("", "Body"),
        _paragraph(words.sender, "Signature"),
        _paragraph(words.day, "Signature"),
    ]
    document = f'<w:document xmlns:w="{_WORD}"><w:body>{"".join(body)}{_PAGE}</w:body></w:document>'
    parts = {
        "[Content_Types].xml": _content_types(),
        "_rels/.rels": _relation("officeDocument", "word/document.xml"),
        "word/_rels/document.xml.rels": _relation("styles", "styles.xml"),
        "word/styles.xml": _styles(),
        "word/document.xml": document,
    }
    paper = BytesIO()
    with ZipFile(paper, "w", ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(ZipInfo(name, _LONG_AGO), (_XML + content).encode(), ZIP_DEFLATED)
    return paper.getvalue()


def _paragraph(text: str, style: str) -> str:
    run = f'<w:r><w:t xml:space="preserve">{escape(text)}</w:t></w:r>' if text else ""
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{run}</w:p>'


def _content_types() -> str:
    return (
        f'<Types xmlns="{_SCHEMAS}/package/2006/content-types">'
        '<Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/word/document.xml" ContentType="{_MAIN}"/>'
        f'<Override PartName="/word/styles.xml" ContentType="{_STYLES}"/></Types>'
    )


def _relation(kind: str, target: str) -> str:
    return (
        f'<Relationships xmlns="{_SCHEMAS}/package/2006/relationships">'
        f'<Relationship Id="rId1" Type="{_RELATED}/{kind}" Target="{target}"/></Relationships>'
    )


def _styles() -> str:
    title = f"{_fonts('方正小标宋简体')}{_size(_TITLE_SIZE)}"
    body = f"{_fonts('仿宋')}{_size(_BODY_SIZE)}"
    styles = (
        _style("Title", '<w:jc w:val="center"/>', title),
        _style("Addressee", '<w:jc w:val="left"/>', body),
        _style("Body", f'<w:ind w:firstLine="{_TWO_CHARACTERS}"/><w:jc w:val="both"/>', body),
        _style(
            "Signature",
            f'<w:ind w:right="{_TWO_CHARACTERS}"/><w:jc w:val="right"/>',
            body,
        ),
    )
    return f'<w:styles xmlns:w="{_WORD}">{"".join(styles)}</w:styles>'


def _fonts(font: str) -> str:
    return _FONTS.format(font=font)


def _size(half_points: int) -> str:
    return f'<w:sz w:val="{half_points}"/><w:szCs w:val="{half_points}"/>'


def _style(name: str, paragraph: str, run: str) -> str:
    spacing = f'<w:spacing w:line="{_LINE}" w:lineRule="exact"/>'
    return (
        f'<w:style w:type="paragraph" w:styleId="{name}"><w:name w:val="{name}"/>'
        f"<w:pPr>{spacing}{paragraph}</w:pPr><w:rPr>{run}</w:rPr></w:style>"
    )
