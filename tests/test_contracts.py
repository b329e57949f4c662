"""The import contracts hold, and each of them breaks when it should."""

import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
IMPORTLINTER = PROJECT["tool"]["importlinter"]
ROOMS: list[str] = IMPORTLINTER["root_packages"]

TRESPASSES = {
    "Rooms stand on floors": ("texts/words.py", "import actions.todo"),
    "Papers do not act": ("papers/worker.py", "import actions.todo"),
    "Doors, papers and texts never touch the memory": ("handlers/todo.py", "import sqlmodel"),
    "Tables stay inside storage": ("actions/todo.py", "import storage.tables.duties"),
    "The domain is pure": ("domain/unit.py", "import asyncio"),
    "Only the people's door and the wiring know Telegram": ("texts/words.py", "import telegram"),
    "Only the timetable knows the alarm clock": ("schedules/ticks.py", "import apscheduler"),
    "The sandbox stands alone": ("sandbox/core.py", "import domain.unit"),
}


def test_every_top_level_package_is_under_contract() -> None:
    packages = {path.parent.name for path in ROOT.glob("*/__init__.py")}
    assert packages - {"tests"} == set(ROOMS)


def test_every_contract_has_its_trespass() -> None:
    assert {one["name"] for one in IMPORTLINTER["contracts"]} == set(TRESPASSES)


@pytest.mark.parametrize("contract", TRESPASSES)
def test_a_contract_breaks_when_somebody_trespasses(contract: str, tmp_path: Path) -> None:
    for room in ROOMS:
        shutil.copytree(ROOT / room, tmp_path / room, ignore=shutil.ignore_patterns("*.pyc"))
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    place, offence = TRESPASSES[contract]
    with (tmp_path / place).open("a", encoding="utf-8") as file:
        file.write(f"\n{offence}\n")
    program = "from importlinter.cli import lint_imports_command; lint_imports_command()"
    done = subprocess.run(
        [sys.executable, "-c", program, "--no-cache"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert f"{contract} BROKEN" in done.stdout, done.stdout + done.stderr
