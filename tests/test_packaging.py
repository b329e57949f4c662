"""What is shipped: the image, the compose file, the check of a fresh machine."""

import os
import re
from pathlib import Path

import yaml

from bot.settings import PREFIX, Settings

ROOT = Path(__file__).parents[1]
DOCKERFILE = (ROOT / "Dockerfile").read_text(encoding="utf-8")
COMPOSE = yaml.safe_load((ROOT / "compose.yaml").read_text(encoding="utf-8"))


def test_the_image_stands_on_one_pinned_python() -> None:
    bases = re.findall(r"^FROM (\S+)", DOCKERFILE, flags=re.MULTILINE)

    assert len(set(bases)) == 1
    assert re.fullmatch(r"python:3\.11\.\d+-slim-\w+", bases[0])


def test_the_image_takes_only_packages_whose_hashes_are_known() -> None:
    assert "pip install --no-cache-dir --require-hashes -r requirements.txt" in DOCKERFILE


def test_the_bot_in_the_image_is_not_root() -> None:
    users = re.findall(r"^USER (\S+)", DOCKERFILE, flags=re.MULTILINE)

    assert users == ["10001"]


def test_the_image_holds_what_runs_and_nothing_else() -> None:
    listed = (ROOT / ".dockerignore").read_text(encoding="utf-8").split()
    rooms = {path.parent.name for path in ROOT.glob("[a-z]*/__init__.py")} - {"tests"}

    assert {f"!{room}" for room in rooms} <= set(listed)
    assert not {"!tests", "!.env", "!var"} & set(listed)


def test_the_service_keeps_its_data_and_gets_time_to_finish() -> None:
    service = COMPOSE["services"]["muduo"]

    assert service["volumes"] == ["muduo-data:/data"]
    assert "muduo-data" in COMPOSE["volumes"]
    assert (service["restart"], service["stop_grace_period"]) == ("unless-stopped", "20s")


def test_the_service_may_do_little() -> None:
    service = COMPOSE["services"]["muduo"]

    assert (service["read_only"], service["cap_drop"]) == (True, ["ALL"])


def test_settings_of_the_service_exist() -> None:
    named = set(COMPOSE["services"]["muduo"]["environment"])
    named |= set(re.findall(rf"{PREFIX}[A-Z_]*[A-Z]", DOCKERFILE))

    assert named <= {PREFIX + name.upper() for name in Settings.model_fields}


def test_the_check_of_a_fresh_machine_can_be_run() -> None:
    script = ROOT / ".ci" / "run"

    assert os.access(script, os.X_OK)
    assert "set -euo pipefail" in script.read_text(encoding="utf-8")
