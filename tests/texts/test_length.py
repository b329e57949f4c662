"""A message is never too long for Telegram, and never cut inside an entity."""

from hypothesis import given
from hypothesis import strategies as st

from tests.texts.telegram_html import read
from texts.words import (
    ENTITY_LIMIT,
    MARKUP_LIMIT,
    Words,
    bold,
    code,
    fitted,
    italic,
    joined,
    link,
    plain,
    split,
)

TEXT = st.text(alphabet="ab 木<&é\n👍دש\u0301", max_size=60)
PIECE = st.one_of(
    TEXT.map(plain),
    TEXT.map(bold),
    TEXT.map(code),
    TEXT.map(lambda text: bold(italic(text))),
    TEXT.map(lambda text: link(text, "https://example.org/?a=1&b=2")),
)
WORDS = st.lists(PIECE, max_size=12).map(lambda pieces: joined("", pieces))
LIMIT = st.integers(min_value=10, max_value=200)


@given(WORDS)
def test_the_length_is_what_is_left_after_parsing(words: Words) -> None:
    assert words.length == len(read(words.html()).text) == len(words.plain())


@given(WORDS, WORDS, WORDS)
def test_adding_words_is_adding_texts(one: Words, two: Words, three: Words) -> None:
    assert (one + two).plain() == one.plain() + two.plain()
    assert (one + two) + three == one + (two + three)
    assert one + Words() == one == Words() + one


@given(WORDS, LIMIT)
def test_fitted_words_are_the_beginning_and_an_ellipsis(words: Words, limit: int) -> None:
    cut = fitted(words, limit)
    assert read(cut.html()).text == cut.plain()
    assert cut.length <= limit
    if words.length <= limit:
        assert cut == words
    else:
        assert cut.plain().endswith("…")
        assert words.plain().startswith(cut.plain().removesuffix("…").removesuffix("\n"))


@given(WORDS, LIMIT)
def test_split_words_lose_nothing_but_blanks_at_the_seams(words: Words, limit: int) -> None:
    pieces = split(words, limit)
    assert "".join("".join(piece.plain().split()) for piece in pieces) == "".join(
        words.plain().split()
    )
    for piece in pieces:
        assert 1 <= piece.length <= limit
        assert read(piece.html()).text == piece.plain()


@given(WORDS, LIMIT)
def test_every_stretch_keeps_its_look_across_a_split(words: Words, limit: int) -> None:
    assert _looks(split(words, limit)) == _looks([words])


def test_a_text_parts_at_paragraphs_then_lines_then_blanks() -> None:
    assert _split("one two\n\nthree\nfour", 10) == ["one two", "three\nfour"]
    assert _split("one two\nthree", 10) == ["one two", "three"]
    assert _split("one two three", 10) == ["one two", "three"]
    assert _split("onetwothree", 10) == ["onetwothre", "e"]


def test_a_cut_list_ends_with_a_whole_line() -> None:
    assert fitted(plain("first line\nsecond line\nthird line"), 25).plain() == (
        "first line\nsecond line\n…"
    )


def test_more_entities_than_telegram_shows_go_into_the_next_message() -> None:
    rows = joined("\n", (bold(f"row {at}") for at in range(ENTITY_LIMIT + 5)))
    first, second = split(rows)
    assert len(read(first.html()).entities) == ENTITY_LIMIT
    assert len(read(second.html()).entities) == 5
    assert len(read(fitted(rows).html()).entities) == ENTITY_LIMIT


def test_markup_too_heavy_for_telegram_is_parted() -> None:
    address = "https://example.org/?" + "a=1&" * 500
    heavy = joined("\n", (link(f"page {at}", address) for at in range(40)))
    for piece in (fitted(heavy), *split(heavy)):
        assert len(piece.html().encode()) <= MARKUP_LIMIT


def _split(text: str, limit: int) -> list[str]:
    return [piece.plain() for piece in split(plain(text), limit)]


def _looks(pieces: list[Words]) -> list[tuple[str, tuple[str, ...], str]]:
    return [
        (char, part.styles, part.url)
        for piece in pieces
        for part in piece.parts
        for char in part.text
        if not char.isspace()
    ]
