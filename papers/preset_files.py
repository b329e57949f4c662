"""Read the ready plans of `presets/`, checked against their schema."""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from domain.act import ActKind
from domain.bilingual import Bilingual
from domain.ladder import policy_from_data
from domain.period import PeriodKind
from domain.preset import Preset, PresetDuty, PresetKind

PRESETS = Path(__file__).resolve().parent.parent / "presets"


@dataclass(frozen=True, kw_only=True)
class PresetFault:
    """Why a file cannot be used, and in which of its lines."""

    line: int
    reason: str


@cache
def ready_presets() -> tuple[Preset, ...]:
    """The plans that come with the bot, by name of the file; a broken one stops the caller."""
    found = []
    for path in sorted(PRESETS.glob("*.yaml")):
        preset = read_preset(path.read_text(encoding="utf-8"))
        if isinstance(preset, PresetFault):
            raise ValueError(f"{path.name}, line {preset.line}: {preset.reason}")
        found.append(preset)
    return tuple(found)


def find_preset(code: str) -> Preset | None:
    """The plan of that code."""
    return next((one for one in ready_presets() if one.code == code), None)


def read_preset(text: str) -> Preset | PresetFault:
    """A plan from YAML, or its first fault with the line."""
    try:
        node = yaml.compose(text, Loader=yaml.SafeLoader)
        content = yaml.safe_load(text)
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        return PresetFault(line=line, reason=error.problem or "not YAML")
    except yaml.YAMLError:
        return PresetFault(line=1, reason="not YAML")
    fault = _fault_of(content)
    if fault is None:
        return _preset(content)
    path, reason = fault
    return PresetFault(line=_line_of(node, path), reason=reason)


def _fault_of(content: Any) -> tuple[list[str | int], str] | None:
    from jsonschema import Draft202012Validator  # Late: only installing a plan needs it.

    schema = json.loads((PRESETS / "schema.json").read_text(encoding="utf-8"))
    faults = sorted(
        Draft202012Validator(schema).iter_errors(content),
        key=lambda fault: [str(step) for step in fault.absolute_path],
    )
    if faults:
        return list(faults[0].absolute_path), faults[0].message
    return next(_unknown_roles(content), None)


def _unknown_roles(content: Mapping[str, Any]) -> Iterator[tuple[list[str | int], str]]:
    for number, duty in enumerate(content["duties"]):
        for key in ("owners", "reviewed_by", "term_months"):
            for role in duty.get(key, ()):
                if role not in content["kinds"]:
                    yield ["duties", number, key], f"{role!r} is not one of the kinds"


def _line_of(node: yaml.Node | None, path: Iterable[str | int]) -> int:
    """The line of the innermost part that is there."""
    for step in path:
        inner = _child(node, step)
        if inner is None:
            break
        node = inner
    return node.start_mark.line + 1 if node is not None else 1


def _child(node: yaml.Node | None, step: str | int) -> yaml.Node | None:
    match node:
        case yaml.MappingNode():
            return next((value for key, value in node.value if key.value == step), None)
        case yaml.SequenceNode() if isinstance(step, int) and step < len(node.value):
            child: yaml.Node = node.value[step]
            return child
        case _:
            return None


def _preset(content: Mapping[str, Any]) -> Preset:
    return Preset(
        code=content["code"],
        name=Bilingual(**content["name"]),
        about=Bilingual(**content["about"]),
        kinds=tuple(
            PresetKind(role=role, name=Bilingual(**kind["name"]), likely=tuple(kind["likely"]))
            for role, kind in content["kinds"].items()
        ),
        duties=tuple(_duty(duty) for duty in content["duties"]),
    )


def _duty(duty: Mapping[str, Any]) -> PresetDuty:
    return PresetDuty(
        code=duty["code"],
        kind=ActKind.VOTE if duty["kind"] == "term" else ActKind(duty["kind"]),
        name=Bilingual(**duty["name"]),
        source=Bilingual(**duty["source"]),
        owners=tuple(duty["owners"]),
        reviewed_by=tuple(duty.get("reviewed_by", ())),
        per=PeriodKind(duty["per"]) if "per" in duty else None,
        at_least=duty.get("at_least", 1),
        term_months=dict(duty.get("term_months", {})),
        policy=policy_from_data(duty.get("reminders", {})),
    )
