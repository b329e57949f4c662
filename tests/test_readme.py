"""What the documents tell people to type exists."""

import re
import shlex
from pathlib import Path

import pytest

from bot.__main__ import parser
from bot.exits import Exit

ROOT = Path(__file__).parents[1]
PAGES = ["README.md", "CONTRIBUTING.md", "docs/going-live.md", "docs/sandbox.md"]
TEXT = {page: (ROOT / page).read_text(encoding="utf-8") for page in PAGES}
EVERYTHING = "\n".join(TEXT.values())


def commands() -> list[str]:
    """Every `python -m bot …` that a document shows, without comments and options in brackets."""
    found = re.findall(r"python -m bot((?: +[^\s`#|,;]+)*)", EVERYTHING)
    return sorted({one.strip() for one in found})


@pytest.mark.parametrize("command", commands())
def test_a_command_in_the_documents_can_be_typed(command: str) -> None:
    assert parser().parse_args(shlex.split(command))


@pytest.mark.parametrize("target", sorted(set(re.findall(r"\bmake ([a-z]+)\b", EVERYTHING))))
def test_a_make_target_in_the_documents_exists(target: str) -> None:
    assert re.search(rf"^{target}:", (ROOT / "Makefile").read_text(), flags=re.MULTILINE)


@pytest.mark.parametrize("page", PAGES)
def test_links_inside_the_project_lead_somewhere(page: str) -> None:
    targets = re.findall(r"\]\((?!https?:)([^)#]+)", TEXT[page])

    assert [target for target in targets if not ((ROOT / page).parent / target).exists()] == []


def test_the_readme_lists_every_command_and_every_exit_code() -> None:
    shown = set(re.findall(r"^\| `python -m bot ([a-z-]+)", TEXT["README.md"], flags=re.MULTILINE))
    codes = set(re.findall(r"^\| (\d+) \|", TEXT["README.md"], flags=re.MULTILINE))
    known = parser().format_help().split("COMMAND", 2)[2]

    assert all(f" {command}" in known for command in shown)
    assert len(shown) == 7
    assert codes == {str(int(code)) for code in Exit}


def test_settings_in_the_documents_exist() -> None:
    named = set(re.findall(r"MUDUO_[A-Z_]*[A-Z]", EVERYTHING))
    known = (ROOT / ".env.example").read_text(encoding="utf-8")

    assert {name for name in named if f"{name}=" not in known} == set()
