"""Read YAML that anybody may have written: strictly, within bounds, every value with its line.

Words follow YAML 1.2, as editors check them: only true and false are truths, and 19:00 or
2026-09-01 stay what they look like. Aliases and tags are not taken, so a file is never larger in
memory than on paper.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import yaml

from domain.file_fault import FaultReason, FileFault

MAX_BYTES = 512 * 1024
MAX_DEPTH = 16
MAX_NODES = 40_000
_LONGEST_FOUND = 80

Step = str | int


class _Reader(yaml.CSafeLoader):
    """The safe loader without the guesses of YAML 1.1."""

    yaml_implicit_resolvers: dict[str, Any] = {}  # noqa: RUF012 - the library looks it up here


for _tag, _words, _first in (
    ("bool", r"true|false", "tf"),
    ("null", r"null|~|", "n~"),
    ("int", r"-?(?:0|[1-9][0-9]{0,8})", "-0123456789"),
):
    _Reader.add_implicit_resolver(
        f"tag:yaml.org,2002:{_tag}", re.compile(f"^(?:{_words})$"), [*_first, ""]
    )


@dataclass(frozen=True, kw_only=True)
class Document:
    """What a file says, and where each part of it stands."""

    content: Any
    node: yaml.Node

    def line_of(self, path: Iterable[Step]) -> int:
        """The line of the innermost part of the path that is there; lines count from 1."""
        node = self.node
        for step in path:
            inner = _child(node, step)
            if inner is None:
                break
            node = inner
        return node.start_mark.line + 1

    def line_of_key(self, path: Iterable[Step], key: str) -> int:
        """The line of a key in the mapping at the path."""
        node: yaml.Node | None = self.node
        for step in path:
            node = _child(node, step) if node is not None else None
        keys = node.value if isinstance(node, yaml.MappingNode) else ()
        lines = (one.start_mark.line + 1 for one, _ in keys if one.value == key)
        return next(lines, self.line_of(path))


def read_document(content: bytes) -> Document | FileFault:
    """The file, or its first fault."""
    if len(content) > MAX_BYTES:
        return FileFault(line=1, reason=FaultReason.TOO_LARGE, expected=(str(MAX_BYTES // 1024),))
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        return FileFault(line=line, reason=FaultReason.NOT_TEXT)
    try:
        return _find_unbearable(text) or _compose(text)
    except yaml.MarkedYAMLError as error:
        return _unreadable(text, error)
    except yaml.YAMLError as error:
        return FileFault(line=1, reason=FaultReason.NOT_TEXT, found=_shortened(str(error)))


def _find_unbearable(text: str) -> FileFault | None:
    """Walk the file without building it, and stop at what we do not take."""
    depth = nodes = 0
    for event in yaml.parse(text, Loader=_Reader):
        depth += isinstance(event, yaml.CollectionStartEvent)
        depth -= isinstance(event, yaml.CollectionEndEvent)
        nodes += isinstance(event, yaml.NodeEvent)
        reason, found = _complaint(event, depth, nodes)
        if reason is not None:
            line = event.start_mark.line + 1 if event.start_mark else 1
            return FileFault(line=line, reason=reason, found=_shortened(found))
    return None if nodes else FileFault(line=1, reason=FaultReason.EMPTY)


def _complaint(event: yaml.Event, depth: int, nodes: int) -> tuple[FaultReason | None, str]:
    anchor, tag = getattr(event, "anchor", None), getattr(event, "tag", None)
    if anchor is not None:
        return FaultReason.ALIAS, anchor
    if tag is not None:
        return FaultReason.TAG, tag
    if depth > MAX_DEPTH:
        return FaultReason.TOO_DEEP, str(MAX_DEPTH)
    if nodes > MAX_NODES:
        return FaultReason.TOO_MANY, str(MAX_NODES)
    return None, ""


def _compose(text: str) -> Document | FileFault:
    reader = _Reader(text)
    try:
        node = reader.get_single_node()
        if node is None:
            return FileFault(line=1, reason=FaultReason.EMPTY)
        twice = _find_twice(node)
        if twice is not None:
            return twice
        return Document(content=reader.construct_document(node), node=node)
    finally:
        reader.dispose()


def _find_twice(node: yaml.Node) -> FileFault | None:
    """A key that stands twice: YAML would silently keep the later one."""
    if isinstance(node, yaml.SequenceNode):
        return next(filter(None, map(_find_twice, node.value)), None)
    if not isinstance(node, yaml.MappingNode):
        return None
    seen: set[str] = set()
    for key, value in node.value:
        line = key.start_mark.line + 1
        if not isinstance(key, yaml.ScalarNode):
            return FileFault(line=line, reason=FaultReason.WRONG_KIND)
        if key.value in seen:
            return FileFault(line=line, reason=FaultReason.TWICE, found=_shortened(key.value))
        seen.add(key.value)
        twice = _find_twice(value)
        if twice is not None:
            return twice
    return None


def _unreadable(text: str, error: yaml.MarkedYAMLError) -> FileFault:
    mark = error.problem_mark or error.context_mark
    line = mark.line + 1 if mark else 1
    rows = text.split("\n")
    blank = re.match(r"\s*", rows[line - 1])[0] if line <= len(rows) else ""  # type: ignore[index]
    if "\t" in blank:
        return FileFault(line=line, reason=FaultReason.TAB)
    return FileFault(line=line, reason=FaultReason.NOT_YAML, found=_shortened(error.problem or ""))


def _child(node: yaml.Node, step: Step) -> yaml.Node | None:
    match node:
        case yaml.MappingNode():
            return next((value for key, value in node.value if key.value == step), None)
        case yaml.SequenceNode() if isinstance(step, int) and step < len(node.value):
            child: yaml.Node = node.value[step]
            return child
        case _:
            return None


def _shortened(found: str) -> str:
    return found[:_LONGEST_FOUND]
