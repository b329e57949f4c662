"""The letter of reminder as a document, read back part by part."""

from dataclasses import replace
from datetime import date
from io import BytesIO
from xml.etree.ElementTree import Element, fromstring
from zipfile import ZipFile

import pytest

from domain.term import Term
from domain.term_letter import LetterWords, TermLetter
from domain.unit import Unit
from papers.word_letter import write_letter
from texts.languages import Code, Language
from texts.term_letters import letter_words

WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
BRANCH = Unit(id=3, name="青石小学<第一>支部&", kind="支部", path="/1/2/3/", parent_id=2)
LETTER = TermLetter(
    today=date(2026, 11, 20),
    sender="青石小学",
    term=Term(unit=BRANCH, began_on=date(2024, 5, 20), months=36),
    request_days=30,
)


def parts_of(content: bytes) -> dict[str, Element]:
    """Every part of the document; each must be sound XML."""
    with ZipFile(BytesIO(content)) as archive:
        return {name: fromstring(archive.read(name)) for name in archive.namelist()}  # noqa: S314 - written by ourselves a moment ago.


def paragraphs_of(content: bytes) -> tuple[str, ...]:
    """What a reader sees, line by line."""
    body = parts_of(content)["word/document.xml"]
    lines = ("".join(one.itertext()) for one in body.iter(f"{WORD}p"))
    return tuple(line for line in lines if line)


@pytest.mark.parametrize("code", ["zh", "en"])
def test_the_document_says_what_the_chat_says(code: Code) -> None:
    words = letter_words(Language(code=code), LETTER)
    assert paragraphs_of(write_letter(words)) == words.lines


def test_the_letter_in_chinese() -> None:
    assert letter_words(Language(code="zh"), LETTER) == LetterWords(
        title="关于按期换届的提醒函",
        addressee="青石小学<第一>支部&：",
        paragraphs=(
            "你单位本届班子于2024年5月20日选举产生，任期3年，将于2027年5月20日届满。",
            "请抓紧做好换届准备工作，按期完成换届。确需延期或者提前换届的，应当事先报我单位批准；"
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
    assert "It ended on 20 May 2027" in letter_words(Language(code="en"), late).paragraphs[0]


def test_every_style_that_a_paragraph_names_is_defined() -> None:
    parts = parts_of(write_letter(letter_words(Language(code="zh"), LETTER)))
    styles = parts["word/styles.xml"]
    defined = {one.get(f"{WORD}styleId") for one in styles.iter(f"{WORD}style")}
    used = {one.get(f"{WORD}val") for one in parts["word/document.xml"].iter(f"{WORD}pStyle")}
    assert used <= defined
