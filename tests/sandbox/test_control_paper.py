"""The paper on the control interface names what the control interface knows."""

import re
from pathlib import Path

from sandbox.control import VERBS
from sandbox.faults import KINDS
from sandbox.views import VIEWS

PAPER = (Path(__file__).parents[2] / "sandbox/CONTROL.md").read_text(encoding="utf-8")


def named_between(start: str, end: str) -> set[str]:
    section = PAPER.partition(start)[2].partition(end)[0]
    rows = [line.split("|")[1] for line in section.splitlines() if line.startswith("| `")]
    return {name for row in rows for name in re.findall(r"`([a-z_]+)[/`]", row)}


def test_every_verb_is_explained() -> None:
    assert named_between("## Acting", "## Looking") == {*VERBS, "time"}


def test_every_view_is_explained() -> None:
    assert named_between("## Looking", "## What") == {*VIEWS, "changes", "time", "files"}


def test_every_kind_of_fault_is_explained() -> None:
    assert all(f"`{kind}`" in PAPER for kind in KINDS)
