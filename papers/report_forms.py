"""Kinds of report in files: the ready ones, and those that a configuration brings."""

from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any

from domain.act import Act
from domain.file_fault import FaultReason, FileFault
from domain.report_form import ReportForm, Takes, form_from_data, form_to_data
from papers.duty_writing import OnOneLine, write_bilingual
from papers.schema_checking import SCHEMAS, find_fault
from papers.yaml_documents import Document, Step, read_document

READY = SCHEMAS / "reports"
SCHEMA = "report-schema.json"

Forms = Mapping[str, ReportForm]


@cache
def ready_forms() -> Forms:
    """The kinds that come with the bot, by code; a broken one stops the caller."""
    found = {}
    for path in sorted(READY.glob("*.yaml")):
        form = read_form(path.read_bytes())
        if isinstance(form, FileFault):
            raise ValueError(f"{path.name}, line {form.line}: {form.reason} {form.found}")
        found[form.code] = form
    return found


def read_form(content: bytes) -> ReportForm | FileFault:
    """One kind of report from YAML, or its first fault with the line."""
    document = read_document(content)
    if isinstance(document, FileFault):
        return document
    fault = find_fault(document, SCHEMA) or find_senseless(document, ())
    return fault or form_from_data(document.content)


def read_forms(document: Document) -> Forms | FileFault:
    """The `reports` of a configuration that keeps its schema."""
    found = {}
    for code, written in document.content.get("reports", {}).items():
        if fault := find_senseless(document, ("reports", code)):
            return fault
        found[code] = form_from_data({**written, "code": code})
    return found


def find_senseless(document: Document, path: tuple[Step, ...]) -> FileFault | None:
    """What keeps the schema and still cannot be answered."""
    written = document.content
    for step in path:
        written = written[step]
    seen: set[str] = set()
    for number, one in enumerate(written["sections"]):
        reason, key = _complaint(one, seen)
        if reason is not None:
            line = document.line_of([*path, "sections", number, key])
            return FileFault(line=line, reason=reason, found=str(one[key]))
        seen.add(one["code"])
    return None


# What goes with which kind of answer only.
_ONLY_WITH = {"decimals": Takes.NUMBER, "record": Takes.NUMBER, "types": Takes.FILES}


def _complaint(one: Mapping[str, Any], seen: set[str]) -> tuple[FaultReason | None, str]:
    if one["code"] in seen:
        return FaultReason.TWICE, "code"
    for key, takes in _ONLY_WITH.items():
        if key in one and one["takes"] != takes:
            return FaultReason.NOT_HERE, key
    if one.get("most") is not None and one["most"] < one.get("least", 0):
        return FaultReason.OUT_OF_RANGE, "most"
    if one["takes"] != Takes.NUMBER and one.get("least", 0) < 0:
        return FaultReason.OUT_OF_RANGE, "least"
    return None, ""


def name_forms(acts: Iterable[Act]) -> dict[str, ReportForm]:
    """The kinds that acts speak of under codes of their own: two that differ never share one."""
    named: dict[str, ReportForm] = {}
    for act in acts:
        form = act.report.form
        if not form.is_free and form not in named.values():
            named[_free_code(form.code, named)] = form
    return named


def _free_code(code: str, taken: Mapping[str, ReportForm]) -> str:
    numbered = (f"{code[:28]}-{number}" for number in range(2, 100))
    return next(one for one in (code, *numbered) if one not in taken)


def write_form(form: ReportForm) -> dict[str, Any]:
    """What stands under the code of a kind."""
    return {
        "name": write_bilingual(form.name),
        "sections": [
            {
                key: OnOneLine(value) if isinstance(value, dict) else value
                for key, value in one.items()
            }
            for one in form_to_data(form)["sections"]
        ],
    }
