"""Whatever people type is shown as they typed it, and nothing of it comes alive."""

import unicodedata
from collections.abc import Callable

import pytest

from tests.texts.hostile import hostile_strings
from tests.texts.telegram_html import RefusedMarkupError, read
from texts.cleaning import ISOLATE, POP_ISOLATE, WORD_JOINER, clean, one_line, shown
from texts.languages import LANGUAGES, language
from texts.words import (
    NAME_LIMIT,
    NOTHING,
    VALUE_LIMIT,
    Words,
    bold,
    code,
    fitted,
    italic,
    lines,
    link,
    name,
    paragraphs,
    plain,
    split,
    value,
)

ZH, EN = (language(known) for known in LANGUAGES)
ADDED = str.maketrans("", "", ISOLATE + POP_ISOLATE + WORD_JOINER)
# No room on the screen: two names that differ in these look the same.
BLANK_LETTERS = "\u115f\u1160\u3164\uffa0\u2800"

AS_TYPED: dict[str, Callable[[str], Words]] = {
    "plain": plain,
    "bold": bold,
    "italic": italic,
    "bold in italic": lambda text: italic(bold(text)),
    "code": code,
    "link": lambda text: link(text, "https://example.org/?a=1&b=2"),
    "bold link": lambda text: bold(link(text, "tg://user?id=7")),
    "lines": lambda text: lines(plain(text), None),
    "paragraphs": lambda text: paragraphs(None, plain(text)),
    "a placeholder": lambda text: EN.say("{it}", it=plain(text)),
}
ON_ONE_LINE: dict[str, Callable[[str], Words]] = {
    "value": value,
    "say": lambda text: ZH.say("{it}", it=text),
    "many": lambda text: EN.many("{it}", "{it}", 2, it=text),
    "list": lambda text: EN.list_of([text]),
}


@pytest.fixture(scope="module")
def hostile() -> list[str]:
    return hostile_strings()


@pytest.mark.parametrize("build", AS_TYPED.values(), ids=AS_TYPED)
def test_every_builder_shows_the_cleaned_input_and_no_live_tag(
    build: Callable[[str], Words], hostile: list[str]
) -> None:
    for raw in hostile:
        words = build(raw)
        seen = read(words.html())
        assert seen.text == words.plain()
        assert seen.text.translate(ADDED) == clean(raw)
        assert {(entity.start, entity.end) for entity in seen.entities} <= {(0, len(seen.text))}


@pytest.mark.parametrize("build", ON_ONE_LINE.values(), ids=ON_ONE_LINE)
def test_a_value_in_a_sentence_stays_on_its_line_and_is_capped(
    build: Callable[[str], Words], hostile: list[str]
) -> None:
    for raw in hostile:
        words = build(raw)
        text = read(words.html()).text
        assert text == words.plain()
        assert text.translate(ADDED) == one_line(raw, VALUE_LIMIT)
        assert "\n" not in text


def test_a_name_is_never_empty_and_never_longer_than_64(hostile: list[str]) -> None:
    for raw in hostile:
        seen = read(name(raw).html()).text.translate(ADDED)
        assert 1 <= len(seen) <= NAME_LIMIT
        assert seen == (one_line(raw, NAME_LIMIT) or NOTHING)


def test_an_address_that_is_not_safe_leaves_the_label_bare(hostile: list[str]) -> None:
    for raw in hostile:
        seen = read(link("open", raw).html())
        assert seen.text == "open"
        assert all(entity.href.startswith(("http", "tg:")) for entity in seen.entities)
    for bad in ("javascript:alert(1)", "https://a b", 'https://a"onclick="x', "file:///etc/passwd"):
        assert link("open", bad) == plain("open")


def test_nothing_hidden_is_left_and_nothing_visible_is_lost(hostile: list[str]) -> None:
    for raw in hostile:
        cleaned = clean(raw)
        assert unicodedata.is_normalized("NFC", cleaned)
        assert not {unicodedata.category(char) for char in cleaned.replace("\n", "")} & {"Cc", "Cs"}
        assert _visible(cleaned) == _visible(raw)
        assert clean(cleaned) == cleaned == clean(shown(cleaned))


def test_text_from_right_to_left_keeps_to_itself() -> None:
    assert plain("دليل").plain() == f"{ISOLATE}دليل{POP_ISOLATE}"
    assert plain("a\nدليل").plain() == f"a\n{ISOLATE}دليل{POP_ISOLATE}"
    assert plain("a\u202eb\u2069").plain() == "ab"
    assert plain("沈木兰").plain() == "沈木兰"


def test_every_character_from_right_to_left_is_isolated() -> None:
    every = (chr(point) for point in range(0x110000) if not 0xD800 <= point <= 0xDFFF)
    for char in every:
        if unicodedata.bidirectional(char) in {"R", "AL", "AN"} and clean(char):
            assert shown(clean(char)).startswith(ISOLATE), f"U+{ord(char):04X}"


@pytest.mark.parametrize(
    "typed",
    ["@everyone", "#tag", "/cancel", "t.me/x", "https://t.me", "tg://x", "a@b.org", "10.0.0.1"],
)
def test_what_people_type_does_not_become_a_link_by_itself(typed: str) -> None:
    assert WORD_JOINER in plain(typed).plain()
    assert WORD_JOINER not in code(typed).plain()


@pytest.mark.parametrize(
    "typed", ["3.5", "2026.11.25", "2026/11/25", "and/or", "15:00", "A. B", "#1"]
)
def test_ordinary_writing_is_left_alone(typed: str) -> None:
    assert plain(typed).plain() == typed


@pytest.mark.parametrize(
    "markup",
    ["a < b", "a > b", "a & b", "&nbsp;", "<p>x</p>", "<b>x", "x</b>", "<b><i>x</b></i>",
     "<a>x</a>", '<b href="x">x</b>', "<B>x</B>", '<a href="x" onclick="y">x</a>'],
)  # fmt: skip
def test_the_strict_reader_refuses_what_is_not_regular(markup: str) -> None:
    with pytest.raises(RefusedMarkupError):
        read(markup)


@pytest.mark.parametrize("limit", [1, 20, 4096])
def test_cutting_and_splitting_survive_hostile_text(limit: int, hostile: list[str]) -> None:
    for raw in hostile[::4]:
        words = bold(raw) + plain(raw)
        for piece in (fitted(words, limit), *split(words, max(limit, 20))):
            assert read(piece.html()).text == piece.plain()


def _visible(text: str) -> str:
    composed = unicodedata.normalize("NFC", text.encode("utf-8", "ignore").decode())
    return "".join(
        char
        for char in composed
        if unicodedata.category(char)[0] in "LMNPS" and char not in BLANK_LETTERS
    )
