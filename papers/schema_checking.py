"""Check what a file says against its published schema, and name the first fault with its line."""

import json
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

from domain.file_fault import FaultReason, FileFault
from papers.yaml_documents import Document, Step

SCHEMAS = Path(__file__).resolve().parent.parent / "presets"
PARTS = "parts.json"
_LONGEST_FOUND = 80
_MOST_EXPECTED = 12

_REASONS = {
    "additionalProperties": FaultReason.UNKNOWN_KEY,
    "required": FaultReason.MISSING_KEY,
    "type": FaultReason.WRONG_KIND,
    "enum": FaultReason.NOT_AMONG,
    "const": FaultReason.NOT_AMONG,
    "pattern": FaultReason.ILL_WRITTEN,
    "format": FaultReason.ILL_WRITTEN,
    "uniqueItems": FaultReason.TWICE,
}


@cache
def _validator(schema: str) -> Any:
    from jsonschema import Draft202012Validator  # Late: few starts read a plan.
    from referencing import Registry, Resource

    parts = json.loads((SCHEMAS / PARTS).read_text(encoding="utf-8"))
    written = json.loads((SCHEMAS / schema).read_text(encoding="utf-8"))
    registry: Any = Registry()
    registry = registry.with_resource(PARTS, Resource.from_contents(parts))
    return Draft202012Validator(written, registry=registry)


def find_fault(document: Document, schema: str) -> FileFault | None:
    """The fault that stands first in the file; None when the schema is kept."""
    faults = [_as_fault(document, one) for one in _validator(schema).iter_errors(document.content)]
    return min(faults, key=lambda fault: fault.line, default=None)


def _as_fault(document: Document, error: Any) -> FileFault:
    path: list[Step] = list(error.absolute_path)
    found, expected = "", _expected(error)
    if error.validator == "additionalProperties":
        known = error.schema.get("properties", {})
        found = next(str(key) for key in error.instance if key not in known)
        expected = tuple(known)
        return _fault(document.line_of_key(path, found), error, found, expected)
    if error.validator == "required":
        found = next(key for key in error.validator_value if key not in error.instance)
    elif not isinstance(error.instance, dict | list):
        found = "" if error.instance is None else str(error.instance)
    return _fault(document.line_of(path), error, found, expected)


def _fault(line: int, error: Any, found: str, expected: tuple[str, ...]) -> FileFault:
    reason = _REASONS.get(error.validator, FaultReason.OUT_OF_RANGE)
    return FileFault(
        line=line, reason=reason, found=found[:_LONGEST_FOUND], expected=expected[:_MOST_EXPECTED]
    )


def _expected(error: Any) -> tuple[str, ...]:
    tell: Callable[[Any], tuple[str, ...]] = _TELLING.get(error.validator, _one)
    return tell(error.validator_value)


def _one(value: Any) -> tuple[str, ...]:
    return (str(value),)


def _each(value: Any) -> tuple[str, ...]:
    return tuple(str(one) for one in value)


def _nothing(_value: Any) -> tuple[str, ...]:
    return ()


_TELLING: dict[str, Callable[[Any], tuple[str, ...]]] = {
    "enum": _each,
    "type": lambda value: (value,) if isinstance(value, str) else _each(value),
    "additionalProperties": _nothing,
    "propertyNames": _nothing,
    "required": _nothing,
    "uniqueItems": _nothing,
    "minItems": _one,
}
