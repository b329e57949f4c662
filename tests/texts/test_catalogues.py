"""Every sentence is translated, with the same placeholders, in every topic there will ever be."""

import ast
from collections import defaultdict
from pathlib import Path
from string import Formatter

import pytest

from texts.catalogues import OURS, TRANSLATED, Catalogues

TOPICS = [(code, topic) for code in TRANSLATED for topic in OURS.topics()]


MESSAGES_OF = {"say": 1, "label": 1, "many": 2}


@pytest.mark.parametrize(("code", "topic"), TOPICS)
def test_every_message_of_a_topic_is_translated(code: str, topic: str) -> None:
    translated = OURS.read(code, topic)
    for message in OURS.extracted(topic):
        if not message.id:
            continue
        found = translated.get(message.id)
        assert found is not None, f"{message.id!r} is missing: python -m texts.catalogues update"
        assert not found.fuzzy, f"{message.id!r} is only guessed"
        forms = _forms(found.string)
        expected = translated.num_plurals if message.pluralizable else 1
        assert len([form for form in forms if form.strip()]) == expected, message.id
        for form in forms:
            assert _named(form) == set.union(*map(_named, _forms(message.id))), message.id


@pytest.mark.parametrize(("code", "topic"), TOPICS)
def test_a_catalogue_holds_no_message_that_nobody_says(code: str, topic: str) -> None:
    said = {message.id for message in OURS.extracted(topic)}
    assert {message.id for message in OURS.read(code, topic)} - {""} == said - {""}


def test_a_message_of_several_topics_is_translated_alike() -> None:
    found: defaultdict[object, set[object]] = defaultdict(set)
    for code, topic in TOPICS:
        for message in OURS.read(code, topic):
            if message.id:
                found[code, message.id].add(message.string)
    assert {key: strings for key, strings in found.items() if len(strings) > 1} == {}


@pytest.mark.parametrize("topic", sorted({topic for _, topic in TOPICS} - {"languages"}))
def test_a_message_is_written_out_where_it_is_said(topic: str) -> None:
    """What is put together before it is translated is never found in a catalogue."""
    for call in ast.walk(ast.parse((OURS.sources / f"{topic}.py").read_text())):
        if isinstance(call, ast.Call) and isinstance(call.func, ast.Attribute):
            messages = call.args[: MESSAGES_OF.get(call.func.attr, 0)]
            unwritten = [each for each in messages if not isinstance(each, ast.Constant)]
            assert unwritten == [], f"{topic}.py, line {call.lineno}: not a literal message"


def test_no_catalogue_is_left_of_a_topic_that_is_gone() -> None:
    kept = {(path.parent.name, path.stem) for path in OURS.locale.glob("*/*.po")}
    assert kept == set(TOPICS)


@pytest.fixture
def room(tmp_path: Path) -> Catalogues:
    (tmp_path / "meetings.py").write_text(
        'lang.say("One {it}", it=it)\nlang.many("{count} seat", "{count} seats", 3)\n'
    )
    return Catalogues(sources=tmp_path)


def test_updating_keeps_translations_and_drops_what_nobody_says(room: Catalogues) -> None:
    file = room.locale / "zh" / "meetings.po"
    assert room.update() == [file]
    file.write_text(
        file.read_text().replace('"One {it}"\nmsgstr ""', '"One {it}"\nmsgstr "一个{it}"')
    )
    (room.sources / "meetings.py").write_text('lang.say("One {it}")\nlang.label("Two")\n')
    assert room.update() == [file]
    assert _read(room) == {"One {it}": "一个{it}", "Two": ""}
    assert room.update() == []


def test_what_is_said_inside_of_what_is_said_is_found_too(room: Catalogues) -> None:
    (room.sources / "meetings.py").write_text(
        'lang.say("Such as {one}", one=code(lang.label("Two")), rest=[f(g(lang.say("Three")))])\n'
    )
    room.update()
    assert list(_read(room)) == ["Such as {one}", "Two", "Three"]


def test_a_topic_that_is_gone_takes_its_catalogue_with_it(room: Catalogues) -> None:
    (file,) = room.update()
    (room.sources / "meetings.py").unlink()
    assert room.update() == [file]
    assert not file.exists()


def test_a_catalogue_has_neither_dates_nor_line_numbers(room: Catalogues) -> None:
    room.update()
    before = (room.locale / "zh" / "meetings.po").read_bytes()
    source = room.sources / "meetings.py"
    source.write_text("\n\n\n" + source.read_text())
    assert room.update() == []
    assert b"Date" not in before
    assert b"#:" not in before


def _read(room: Catalogues) -> dict[object, object]:
    return {message.id: message.string for message in room.read("zh", "meetings") if message.id}


def _forms(string: str | list[str] | tuple[str, ...] | None) -> tuple[str, ...]:
    return (string,) if isinstance(string, str) else tuple(string or ())


def _named(form: str) -> set[str]:
    return {field for _, field, _, _ in Formatter().parse(form) if field is not None}
