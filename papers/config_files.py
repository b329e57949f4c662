"""The set-up of an organisation as one YAML file, out and in."""

import json
from collections.abc import Iterator
from typing import Any

import yaml

from domain.calendar_setup import UnitSetup
from domain.configuration import (
    Configuration,
    ConfigurationReading,
    OrganisationSettings,
    PlanEntry,
)
from domain.configuration_facts import settings_from_facts, settings_to_facts
from domain.duty_entry import DutyEntry
from domain.file_fault import FaultReason, FileFault
from papers.calendar_parts import read_setup, write_setup
from papers.duty_reading import SenselessError, read_bilingual, read_duty
from papers.duty_writing import OnOneLine, write_bilingual, write_duty
from papers.report_forms import Forms, name_forms, read_forms, ready_forms, write_form
from papers.schema_checking import PARTS, SCHEMAS, find_fault
from papers.yaml_documents import Document, Step, read_document

SCHEMA = "config-schema.json"
FORMAT = 1
# Editors find the schema beside the file.
_FIRST_LINE = f"# yaml-language-server: $schema={SCHEMA}\n"
# No line is folded: one line, one fact, so that two files are easy to compare.
_WIDTH = 10_000


class _Writer(yaml.SafeDumper):
    """Block style, with the small mappings in braces."""

    def ignore_aliases(self, data: Any) -> bool:
        """Write everything out: the reader takes no aliases."""
        return True


def _write_on_one_line(writer: _Writer, written: OnOneLine) -> yaml.Node:
    return writer.represent_mapping("tag:yaml.org,2002:map", written, flow_style=True)


_Writer.add_representer(OnOneLine, _write_on_one_line)


def write_schema() -> bytes:
    """The schema in one piece, to be kept beside the file."""
    whole = (SCHEMAS / SCHEMA).read_text(encoding="utf-8").replace(f"{PARTS}#", "#")
    schema, parts = json.loads(whole), json.loads((SCHEMAS / PARTS).read_text(encoding="utf-8"))
    schema["$defs"] = parts["$defs"] | schema["$defs"]
    return json.dumps(schema, ensure_ascii=False, indent=2).encode()


def write_config(known: Configuration) -> bytes:
    """The file, in UTF-8."""
    settings = known.settings or OrganisationSettings()
    forms = name_forms(act for duty in known.duties for act in duty.acts)
    content: dict[str, Any] = {
        "muduo": FORMAT,
        "settings": settings_to_facts(settings),
        "reports": {code: write_form(one) for code, one in forms.items()},
        "plans": {plan.code: _plan(plan, known.duties, forms) for plan in known.plans},
        "calendars": {one.unit: write_setup(one.setup) for one in known.calendars},
    }
    for empty in [key for key in ("reports", "calendars") if not content[key]]:
        del content[empty]
    text = yaml.dump(content, Dumper=_Writer, allow_unicode=True, sort_keys=False, width=_WIDTH)
    return (_FIRST_LINE + text).encode()


def _plan(plan: PlanEntry, duties: tuple[DutyEntry, ...], forms: Forms) -> dict[str, Any]:
    own = [write_duty(one, forms) for one in duties if one.plan == plan.code]
    return {"name": write_bilingual(plan.name), "duties": own}


def read_config(content: bytes) -> ConfigurationReading | FileFault:
    """What the file asks for, or its first fault with the line."""
    document = read_document(content)
    if isinstance(document, FileFault):
        return document
    fault = find_fault(document, SCHEMA) or next(_find_twice(document), None)
    return fault or _read(document)


def _find_twice(document: Document) -> Iterator[FileFault]:
    seen: set[str] = set()
    for path, duty in _written_duties(document):
        if duty["code"] in seen:
            line = document.line_of([*path, "code"])
            yield FileFault(line=line, reason=FaultReason.TWICE, found=duty["code"])
        seen.add(duty["code"])


def _written_duties(document: Document) -> Iterator[tuple[list[Step], Any]]:
    for code, plan in document.content.get("plans", {}).items():
        for number, duty in enumerate(plan["duties"]):
            yield ["plans", code, "duties", number], duty


def _read(document: Document) -> ConfigurationReading | FileFault:
    forms = read_forms(document)
    if isinstance(forms, FileFault):
        return forms
    known, duties, lines = {**ready_forms(), **forms}, [], {}
    for path, duty in _written_duties(document):
        try:
            duties.append(read_duty(duty, plan=str(path[1]), forms=known))
        except SenselessError as error:
            return error.as_fault(document.line_of([*path, *error.path]))
        lines[duty["code"]] = document.line_of(path)
    calendars = _read_calendars(document)
    if isinstance(calendars, FileFault):
        return calendars
    content = document.content
    configuration = Configuration(
        plans=tuple(
            PlanEntry(code=code, name=read_bilingual(plan["name"]))
            for code, plan in content.get("plans", {}).items()
        ),
        duties=tuple(duties),
        settings=settings_from_facts(content["settings"]) if content.get("settings") else None,
        calendars=calendars,
    )
    calendar_lines = {one.unit: document.line_of_key(["calendars"], one.unit) for one in calendars}
    return ConfigurationReading(
        configuration=configuration, lines=lines, calendar_lines=calendar_lines
    )


def _read_calendars(document: Document) -> tuple[UnitSetup, ...] | FileFault:
    read = []
    for unit, written in document.content.get("calendars", {}).items():
        try:
            read.append(read_setup(unit, written))
        except SenselessError as error:
            return error.as_fault(document.line_of(["calendars", unit, *error.path]))
    return tuple(read)
