"""Telegram's HTML is read strictly, with Telegram's complaints and UTF-16 offsets."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sandbox.answers import Refused
from sandbox.markup import parse_html
from sandbox.wording import tidy, to_html

BELL = "🔔"


def entity(kind: str, offset: int, length: int, **more: Any) -> dict[str, Any]:
    return {"type": kind, "offset": offset, "length": length, **more}


@pytest.mark.parametrize(
    ("html", "complaint"),
    [
        ("<b>交", 'Can\'t find end tag corresponding to start tag "b"'),
        ("一<br>二", 'Unsupported start tag "br" at byte offset 3'),
        ("a < b", 'Unsupported start tag "" at byte offset 2'),
        ("<P>x</P>", 'Unsupported start tag "p" at byte offset 0'),
        ("🔔<i>x</b>", 'Unmatched end tag at byte offset 8, expected "</i>", found "</b>"'),
        ("x</b>", "Unexpected end tag at byte offset 1"),
        ("x<b", "Unclosed start tag at byte offset 1"),
        ("<b>x</b ", "Unclosed end tag at byte offset 4"),
        ('<a ="x">y</a>', 'Empty attribute name in the tag "a" at byte offset 0'),
        ('<a href="x"y"">z</a>', 'Empty attribute name in the tag "a" at byte offset 0'),
        ("<a href", 'Unclosed start tag "a" at byte offset 0'),
        ('<a href="x', "Unclosed start tag at byte offset 0"),
        ("<a href=x/>y</a>", "Unexpected end of name token at byte offset 8"),
        ("<span>x</span>", 'Tag "span" must have class "tg-spoiler" at byte offset 0'),
    ],
)
def test_wrong_html_is_refused_in_telegrams_words(html: str, complaint: str) -> None:
    with pytest.raises(Refused) as refused:
        parse_html(html)
    assert refused.value.description == f"Bad Request: can't parse entities: {complaint}"


@pytest.mark.parametrize(
    ("html", "text", "entities"),
    [
        ("&lt;b&gt; &amp; &quot;", '<b> & "', []),
        ("&nbsp;&#20013;&#x6587;&bad", "&nbsp;中文&bad", []),
        (f"{BELL}<b>交</b>", f"{BELL}交", [entity("bold", 2, 1)]),
        ("<STRONG>x</strong>", "x", [entity("bold", 0, 1)]),
        ("<b></b>x", "x", []),
        ("<b>x</>", "x", [entity("bold", 0, 1)]),
        ("<b>x<i>y</i></b>", "xy", [entity("bold", 0, 2), entity("italic", 1, 1)]),
        ('<span class="tg-spoiler">x</span>', "x", [entity("spoiler", 0, 1)]),
        ("<blockquote expandable>x</blockquote>", "x", [entity("expandable_blockquote", 0, 1)]),
        (
            '<pre><code class="language-py">x</code></pre>',
            "x",
            [entity("pre", 0, 1, language="py")],
        ),
        (
            '<a href="example.com">x</a>',
            "x",
            [entity("text_link", 0, 1, url="http://example.com/")],
        ),
        ('<a href="nowhere">x</a>', "x", []),
        (
            '<a href="tg://user?id=7">x</a>',
            "x",
            [entity("text_mention", 0, 1, user={"id": 7})],
        ),
        (
            '<a href="tg://user?id=\N{SUPERSCRIPT TWO}">x</a>',
            "x",
            [entity("text_link", 0, 1, url="tg://user?id=\N{SUPERSCRIPT TWO}")],
        ),
        ('<tg-time unix="\N{SUPERSCRIPT TWO}">x</tg-time>', "x", []),
    ],
)
def test_right_html_becomes_text_and_entities(
    html: str, text: str, entities: list[dict[str, Any]]
) -> None:
    assert parse_html(html) == (text, entities)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("/help now", [("bot_command", "/help")]),
        ("/help@MuduoSandboxBot", [("bot_command", "/help@MuduoSandboxBot")]),
        ("问 @teacher_lin 吧", [("mention", "@teacher_lin")]),
        ("看 https://example.com/a.", [("url", "https://example.com/a")]),
        ("写给 lin@example.com", [("email", "lin@example.com")]),
        ("3/4 and 5#6", []),
    ],
)
def test_telegram_finds_some_entities_by_itself(text: str, found: list[tuple[str, str]]) -> None:
    _, entities = tidy(text, [])
    seen = [(one["type"], text[one["offset"] :][: one["length"]]) for one in entities]
    assert seen == found


def test_words_are_trimmed_and_their_entities_with_them() -> None:
    assert tidy(*parse_html("\n <b> 交 </b>\n")) == ("交", [entity("bold", 0, 1)])


@given(st.text(alphabet='<>&"/=ab 🔔木;#1\n', max_size=60))
def test_no_text_breaks_the_reader(html: str) -> None:
    try:
        text, entities = parse_html(html)
    except Refused:
        return
    units = len(text.encode("utf-16-le")) // 2
    assert all(0 <= one["offset"] < one["offset"] + one["length"] <= units for one in entities)


@given(st.text(alphabet='<>&"ab 🔔木', max_size=30))
def test_words_written_as_html_read_back_the_same(text: str) -> None:
    assert parse_html(to_html(text, [])) == (text, [])
