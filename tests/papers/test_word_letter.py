"""The letter of reminder as a document, read back by the library of the field."""

from dataclasses import replace
from datetime import date
from io import BytesIO
from typing import Any

import pytest
from docx import Document
from docx.document import Document as WordDocument
from docx.oxml.ns import qn
from docx.shared import Mm, Pt

from domain.term import Term
from domain.term_letter import LetterWords, TermLetter
from domain.unit import Unit
from papers.word_letter import make_letter, write_letter
from texts.languages import Code, Language
from texts.term_letters import letter_words

BRANCH = Unit(id=3, name="青石小学<第一>支部&", kind="支部", path="/1/2/3/", parent_id=2)
LETTER = TermLetter(
    today=date(2026, 11, 20),
    sender="青石小学",
    term=Term(unit=BRANCH, began_on=date(2024, 5, 20), months=36),
    request_days=30,
)


def opened(content: bytes) -> WordDocument:
    return Document(BytesIO(content))


def paragraphs_of(content: bytes) -> tuple[str, ...]:
    """What a reader sees, line by line."""
    return tuple(one.text for one in opened(content).paragraphs if one.text)


@pytest.mark.parametrize("code", ["zh", "en"])
def test_the_document_says_what_the_chat_says(code: Code) -> None:
    words = letter_words(Language(code=code), LETTER)
    assert paragraphs_of(make_letter(words)) == words.lines


def test_the_letter_in_chinese() -> None:
    assert letter_words(Language(code="zh"), LETTER) == LetterWords(
        title="关于按期换届的提醒函",
        addressee="青石小学<第一>支部&：",
        paragraphs=(
            "你单位本届班子任期自2024年5月20日起，为期3年。本届任期将于2027年5月20日届满。",
            "请抓紧做好换届准备工作，及时完成换届。确需延期或者提前换届的，应当事先报我单位批准；"
            "延期一般不超过一年。",
            "请于选举大会召开前30天向我单位报送换届请示。",
            "特此函告。",
        ),
        sender="青石小学",
        day="2026年11月20日",
    )


def test_a_letter_after_the_end_says_that_it_is_over() -> None:
    late = replace(LETTER, today=date(2027, 6, 1))
    assert "已于2027年5月20日届满" in letter_words(Language(code="zh"), late).paragraphs[0]
    assert (
        "The present term ended on 20 May 2027"
        in letter_words(Language(code="en"), late).paragraphs[0]
    )


def test_every_part_has_its_chinese_font_and_size() -> None:
    written = opened(write_letter(letter_words(Language(code="zh"), LETTER)))
    seen = []
    for paragraph in written.paragraphs:
        style: Any = paragraph.style
        fonts = style.element.rPr.rFonts
        look = (style.font.name, fonts.get(qn("w:eastAsia")), style.font.size)
        if paragraph.text and look not in seen:
            seen.append(look)
    assert seen == [
        ("Times New Roman", "方正小标宋简体", Pt(22)),
        ("Times New Roman", "仿宋", Pt(16)),
    ]


def test_the_sheet_is_an_a4_page_with_the_margins_of_official_papers() -> None:
    written = opened(write_letter(letter_words(Language(code="en"), LETTER)))
    page = written.sections[0]
    size = (page.page_width, page.page_height)
    margins = (page.top_margin, page.bottom_margin, page.left_margin, page.right_margin)
    # The format counts in twentieths of a point, a fiftieth of a millimetre.
    assert [_millimetres(one) for one in size] == [210, 297]
    assert [_millimetres(one) for one in margins] == [37, 35, 28, 26]
    assert (written.core_properties.author, written.core_properties.comments) == ("", "")


def _millimetres(length: int | None) -> int:
    assert length is not None
    return round(length / Mm(1))


@pytest.mark.parametrize(
    "unit_name",
    [
        pytest.param("党" * 500, id="500 characters"),
        pytest.param("支部\x00\x0b\ud800\uffff", id="characters that no document may hold"),
        pytest.param("支部\n第二行\t</w:t>", id="lines and marks of the format"),
        pytest.param("فرع \u202eالمدرسة", id="from right to left"),
        pytest.param("🏫支部", id="a picture"),
    ],
)
def test_no_name_of_a_unit_breaks_the_document(unit_name: str) -> None:
    letter = replace(LETTER, term=replace(LETTER.term, unit=replace(BRANCH, name=unit_name)))
    words = letter_words(Language(code="zh"), letter)
    shown = paragraphs_of(write_letter(words))
    assert len(shown) == len(words.lines)
    assert not set("\x00\x0b\ud800\uffff\u202e\n\t") & set("".join(shown))
