"""The translations: one PO file per language and topic, read at start, updated by a command."""

import sys
from collections.abc import Iterator
from functools import lru_cache
from gettext import GNUTranslations, NullTranslations
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_file
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

ROOM = Path(__file__).parent
LOCALE = ROOM / "locale"
# Message ids are English, so English itself needs no catalogue.
TRANSLATED = {"zh": "zh_Hans_CN"}
KEYWORDS = {"say": None, "label": None, "many": (1, 2)}
# No dates and no line numbers: a file changes only when its messages do.
HEADER = """\
msgid ""
msgstr ""
"Language: {language}\\n"
"Content-Type: text/plain; charset=utf-8\\n"
"Content-Transfer-Encoding: 8bit\\n"
"Plural-Forms: {plural_forms}\\n"

"""


@lru_cache
def translations(code: str) -> NullTranslations:
    """Return all topics of one language, as gettext serves them."""
    if code not in TRANSLATED:
        return NullTranslations()
    whole = Catalog(locale=TRANSLATED[code])
    for path in sorted((LOCALE / code).glob("*.po")):
        for message in read_topic(code, path.stem):
            if message.id:
                whole[message.id] = message
    compiled = BytesIO()
    write_mo(compiled, whole)
    compiled.seek(0)
    return GNUTranslations(compiled)


def read_topic(code: str, topic: str) -> Catalog:
    """Return one topic's catalogue, empty when it has no file yet."""
    path = _path(code, topic)
    if not path.exists():
        return Catalog(locale=TRANSLATED[code])
    with path.open("rb") as file:
        return read_po(file, locale=TRANSLATED[code])


def extracted(topic: str) -> Catalog:
    """Return the messages that one module of this room says, in the order of its source."""
    found = Catalog()
    source = ROOM / f"{topic}.py"
    for _, message, _, context in extract_from_file("python", source, keywords=KEYWORDS):
        found.add(message, context=context)
    return found


def topics() -> Iterator[str]:
    """Yield the modules of this room that say anything."""
    for source in sorted(ROOM.glob("[!_]*.py")):
        if len(extracted(source.stem)):
            yield source.stem


def update() -> list[Path]:
    """Bring every PO file in line with the sources; return the files that changed."""
    wanted = {
        _path(code, topic): _updated(code, topic) for code in TRANSLATED for topic in topics()
    }
    stale = [path for path in LOCALE.glob("*/*.po") if path not in wanted]
    for path in stale:
        path.unlink()
    changed = [
        path
        for path, content in wanted.items()
        if not path.exists() or path.read_bytes() != content
    ]
    for path in changed:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(wanted[path])
    return changed + stale


def _updated(code: str, topic: str) -> bytes:
    catalogue = read_topic(code, topic)
    catalogue.update(extracted(topic), no_fuzzy_matching=True)
    written = BytesIO()
    write_po(written, catalogue, omit_header=True, no_location=True, ignore_obsolete=True)
    header = HEADER.format(language=TRANSLATED[code], plural_forms=catalogue.plural_forms)
    return header.encode() + written.getvalue()


def _path(code: str, topic: str) -> Path:
    return LOCALE / code / f"{topic}.po"


if __name__ == "__main__":
    if sys.argv[1:] != ["update"]:
        sys.exit("usage: python -m texts.catalogues update")
    for changed_file in update():
        sys.stdout.write(f"{changed_file.relative_to(ROOM.parent)}\n")
