"""The house stays small: files of at most 250 lines, functions of at most 40."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
LONGEST_FILE = 250
LONGEST_FUNCTION = 40


def sources() -> Iterator[Path]:
    """Every file of ours; migrations are written by a machine."""
    for path in sorted(ROOT.glob("*/**/*.py")):
        inside = path.relative_to(ROOT).parts
        if inside[0].startswith(".") or "versions" in inside:
            continue
        yield path


@pytest.mark.parametrize("path", sources(), ids=lambda path: str(path.relative_to(ROOT)))
def test_a_file_and_its_functions_are_small(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert len(text.split("\n")) <= LONGEST_FILE
    long = [
        node.name
        for node in ast.walk(ast.parse(text))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        and (node.end_lineno or 0) - node.lineno + 1 > LONGEST_FUNCTION
    ]
    assert long == []
