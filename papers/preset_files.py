"""Read the ready plans of `presets/`, checked against their schema."""

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

from domain.bilingual import Bilingual
from domain.file_fault import FaultReason, FileFault
from domain.preset import Matched, Preset, PresetKind
from papers.duty_reading import SenselessError, read_duty
from papers.report_forms import ready_forms
from papers.schema_checking import SCHEMAS, find_fault
from papers.yaml_documents import Document, Step, read_document

PRESETS = SCHEMAS
_SCHEMA = "schema.json"


@cache
def ready_presets() -> tuple[Preset, ...]:
    """The plans that come with the bot, by name of the file; a broken one stops the caller."""
    found = []
    for path in sorted(PRESETS.glob("*.yaml")):
        preset = read_preset(path.read_bytes())
        if isinstance(preset, FileFault):
            raise ValueError(f"{path.name}, line {preset.line}: {preset.reason} {preset.found}")
        found.append(preset)
    return tuple(found)


def find_preset(code: str) -> Preset | None:
    """The plan of that code."""
    return next((one for one in ready_presets() if one.code == code), None)


def read_preset(content: bytes) -> Preset | FileFault:
    """A plan from YAML, or its first fault with the line."""
    document = read_document(content)
    if isinstance(document, FileFault):
        return document
    fault = find_fault(document, _SCHEMA) or next(_unknown_words(document), None)
    return fault or _read(document)


def _unknown_words(document: Document) -> Iterator[FileFault]:
    """Abstract words that the file does not explain, and codes that stand twice."""
    content = document.content
    kinds, tags = content["kinds"], content.get("tags", {})
    seen: set[str] = set()
    for number, duty in enumerate(content["duties"]):
        path: list[Step] = ["duties", number]
        if duty["code"] in seen:
            yield _fault(document, [*path, "code"], FaultReason.TWICE, duty["code"])
        seen.add(duty["code"])
        term = duty["cadence"].get("term", {}) if isinstance(duty["cadence"], dict) else {}
        spoken = [
            *((one, kinds, "owners") for one in duty["owners"].get("kinds", ())),
            *((one, tags, "owners") for one in duty["owners"].get("tags", ())),
            *((one, kinds, "reviewed_by") for one in duty.get("reviewed_by", ())),
            *((one, kinds, "cadence") for one in term),
        ]
        for word, known, key in spoken:
            if word not in known:
                yield _fault(document, [*path, key], FaultReason.UNKNOWN_KIND, word)


def _fault(document: Document, path: list[Step], reason: FaultReason, found: str) -> FileFault:
    return FileFault(line=document.line_of(path), reason=reason, found=found)


def _read(document: Document) -> Preset | FileFault:
    content = document.content
    duties = []
    for number, duty in enumerate(content["duties"]):
        try:
            duties.append(read_duty(duty, plan=content["code"], forms=ready_forms()))
        except SenselessError as error:
            return error.as_fault(document.line_of(["duties", number, *error.path]))
    return Preset(
        code=content["code"],
        name=Bilingual(**content["name"]),
        about=Bilingual(**content["about"]),
        kinds=(
            *_words(content["kinds"], Matched.KIND),
            *_words(content.get("tags", {}), Matched.TAG),
        ),
        duties=tuple(duties),
    )


def _words(written: Mapping[str, Any], matches: Matched) -> Iterator[PresetKind]:
    for role, meaning in written.items():
        yield PresetKind(
            role=role,
            name=Bilingual(**meaning["name"]),
            likely=tuple(meaning["likely"]),
            matches=matches,
            is_optional=meaning.get("optional", False),
        )
