"""The translations: one PO file per language and topic, read at start, updated by a command."""

import ast
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from gettext import GNUTranslations, NullTranslations
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

# Message ids are English, so English itself needs no catalogue.
TRANSLATED = {"zh": "zh_Hans_CN"}
# How many messages each of them takes: two are singular and plural.
SAID_BY = {"say": 1, "label": 1, "many": 2}
# No dates and no line numbers: a file changes only when its messages do.
HEADER = """\
msgid ""
msgstr ""
"Language: {language}\\n"
"Content-Type: text/plain; charset=utf-8\\n"
"Content-Transfer-Encoding: 8bit\\n"
"Plural-Forms: {plural_forms}\\n"

"""


@dataclass(frozen=True, kw_only=True)
class Catalogues:
    """The PO files beside a folder of sources: `locale/<language>/<topic>.po`."""

    sources: Path

    @property
    def locale(self) -> Path:
        return self.sources / "locale"

    def topics(self) -> list[str]:
        """Return the modules that say anything."""
        modules = sorted(path.stem for path in self.sources.glob("[!_]*.py"))
        return [module for module in modules if len(self.extracted(module))]

    def extracted(self, topic: str) -> Catalog:
        """Return the messages that one module says, in the order of its source."""
        found = Catalog()
        for message in _said((self.sources / f"{topic}.py").read_text(encoding="utf-8")):
            found.add(message)
        return found

    def read(self, code: str, topic: str) -> Catalog:
        """Return one topic's translations, empty when it has no file yet."""
        path = self._path(code, topic)
        if not path.exists():
            return Catalog(locale=TRANSLATED[code])
        with path.open("rb") as file:
            return read_po(file, locale=TRANSLATED[code])

    def compiled(self, code: str) -> GNUTranslations:
        """Return all topics of one language as gettext serves them."""
        whole = Catalog(locale=TRANSLATED[code])
        for path in sorted((self.locale / code).glob("*.po")):
            for message in self.read(code, path.stem):
                if message.id:
                    whole[message.id] = message
        machine_object = BytesIO()
        write_mo(machine_object, whole)
        machine_object.seek(0)
        return GNUTranslations(machine_object)

    def update(self) -> list[Path]:
        """Bring every file in line with the sources; return the files that changed."""
        wanted = {
            self._path(code, topic): self._updated(code, topic)
            for code in TRANSLATED
            for topic in self.topics()
        }
        present = {path: path.read_bytes() for path in self.locale.glob("*/*.po")}
        for gone in present.keys() - wanted.keys():
            gone.unlink()
        changed = [path for path, content in wanted.items() if present.get(path) != content]
        for path in changed:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(wanted[path])
        return sorted({*changed, *(present.keys() - wanted.keys())})

    def _updated(self, code: str, topic: str) -> bytes:
        catalogue = self.read(code, topic)
        catalogue.update(self.extracted(topic), no_fuzzy_matching=True)
        written = BytesIO()
        write_po(written, catalogue, omit_header=True, no_location=True, ignore_obsolete=True)
        header = HEADER.format(language=TRANSLATED[code], plural_forms=catalogue.plural_forms)
        return header.encode() + written.getvalue()

    def _path(self, code: str, topic: str) -> Path:
        return self.locale / code / f"{topic}.po"


def _said(source: str) -> Iterator[str | tuple[str, ...]]:
    """Each message, however deep inside another call: Babel's own extractor looks one deep."""
    calls = [one for one in ast.walk(ast.parse(source)) if isinstance(one, ast.Call)]
    for call in sorted(calls, key=lambda one: (one.lineno, one.col_offset)):
        count = SAID_BY.get(call.func.attr, 0) if isinstance(call.func, ast.Attribute) else 0
        written = [one.value for one in call.args[:count] if isinstance(one, ast.Constant)]
        messages = tuple(one for one in written if isinstance(one, str))
        if messages and len(messages) == count:
            yield messages if count > 1 else messages[0]


OURS = Catalogues(sources=Path(__file__).parent)


@lru_cache
def translations(code: str) -> NullTranslations:
    """Return what translates into a language; English ids stay as they are."""
    return OURS.compiled(code) if code in TRANSLATED else NullTranslations()


if __name__ == "__main__":
    if sys.argv[1:] != ["update"]:
        sys.exit("usage: python -m texts.catalogues update")
    for changed_file in OURS.update():
        sys.stdout.write(f"{changed_file.name}\n")
