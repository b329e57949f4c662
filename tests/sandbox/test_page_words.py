"""The page says everything in both languages, and its modules stay small."""

import re
from pathlib import Path

import pytest

PAGE = Path(__file__).parents[2] / "sandbox/page"
SOURCES = {
    path.name: path.read_text(encoding="utf-8")
    for path in PAGE.rglob("*")
    if path.suffix in (".js", ".html", ".css")
}
KEY = re.compile(r'(?:^\s*|, )(?:"([\w-]+)"|(\w+)): "', re.MULTILINE)
ASKED = re.compile(r'say\("([\w-]+)"|data-(?:text|label|hint)="(\w+)"')


def keys(name: str) -> list[str]:
    return [quoted or plain for quoted, plain in KEY.findall(SOURCES[name])]


def test_both_languages_know_the_same_words() -> None:
    zh, en = keys("words-zh.js"), keys("words-en.js")
    assert len(zh) == len(set(zh))
    assert zh == en


def test_every_word_that_is_asked_for_is_there() -> None:
    asked = {
        one or other
        for text in SOURCES.values()
        for one, other in ASKED.findall(text)
        if one or other
    }
    assert asked - set(keys("words-zh.js")) == set()


def test_no_word_is_kept_that_nobody_says() -> None:
    said = "\n".join(text for name, text in SOURCES.items() if not name.startswith("words-"))
    built = ("theme-", "speed-", "fault-", "outbox-")
    assert [
        key
        for key in keys("words-zh.js")
        if not key.startswith(built) and not re.search(rf'"{key}"|\b{key}\b', said)
    ] == []


@pytest.mark.parametrize("name", sorted(SOURCES))
def test_a_file_of_the_page_fits_on_a_few_screens(name: str) -> None:
    assert len(SOURCES[name].splitlines()) <= 250
