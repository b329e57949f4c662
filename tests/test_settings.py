"""Settings: every one is in the example file, and a bad one stops the start with a sentence."""

import logging
import re
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.__main__ import main
from bot.exits import Exit
from bot.settings import PREFIX, Settings

EXAMPLE = (Path(__file__).parents[1] / ".env.example").read_text(encoding="utf-8")
TOKEN = "123456789:AAbbCCddEEffGGhhIIjjKKllMMnnOOppQQr"


@pytest.fixture(autouse=True)
def empty_environment(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """No settings of this machine, and a folder without `.env`."""
    for name in Settings.model_fields:
        monkeypatch.delenv(PREFIX + name.upper(), raising=False)
    monkeypatch.chdir(tmp_path)


@pytest.fixture(autouse=True)
def quiet_log() -> Iterator[None]:
    """A start sets up the log of the whole process; the tests' own comes back."""
    root = logging.getLogger()
    before = (root.handlers[:], root.level, sys.excepthook, threading.excepthook)
    yield
    root.handlers[:], level, sys.excepthook, threading.excepthook = before
    root.setLevel(level)
    logging.captureWarnings(False)


def test_the_example_file_shows_every_setting_and_no_other() -> None:
    shown = re.findall(rf"^({PREFIX}\w+)=", EXAMPLE, flags=re.MULTILINE)

    assert sorted(shown) == sorted(PREFIX + name.upper() for name in Settings.model_fields)


def test_every_setting_of_the_example_file_stands_below_a_comment() -> None:
    blocks = EXAMPLE.strip().split("\n\n")

    assert all(block.startswith("# ") for block in blocks)


def test_the_example_file_changes_nothing_as_it_is(tmp_path: Path) -> None:
    (tmp_path / ".env").write_text(EXAMPLE, encoding="utf-8")

    assert Settings() == Settings(_env_file=None)  # type: ignore[call-arg]  # Pydantic takes it.


@pytest.mark.parametrize(
    ("name", "value"),
    [
        pytest.param("TELEGRAM_TOKEN", "not-a-token", id="a token of another shape"),
        pytest.param("TELEGRAM_TOKEN_FILE", "nowhere/token", id="a token file that is missing"),
        pytest.param("TELEGRAM_API_URL", "telegram", id="an address without http"),
        pytest.param("PROXY_URL", "ftp://proxy:21", id="a proxy of an unknown kind"),
        pytest.param("DATABASE_URL", "mysql://root@db/muduo", id="another database"),
        pytest.param("DATA_DIR", "/dev/null/muduo", id="a folder that cannot be made"),
        pytest.param("TIME_ZONE", "Mars/Olympus", id="a zone that does not exist"),
        pytest.param("TIME_ZONE", "../../etc/passwd", id="a zone that is a path"),
        pytest.param("LANGUAGE", "fr", id="a language we do not speak"),
        pytest.param("WEB_HOST", "300.1.1.1", id="an address that does not exist"),
        pytest.param("WEB_PORT", "eighty", id="a port in words"),
        pytest.param("WEB_PORT", "70000", id="a port too high"),
        pytest.param("SANDBOX_PORT", "-1", id="a port below zero"),
        pytest.param("PUBLIC_URL", "ftp://example.org", id="a page without http"),
        pytest.param("SEND_RATE", "-1", id="a rate below zero"),
        pytest.param("SEND_RATE", "nan", id="a rate that is no number"),
    ],
)
def test_a_bad_value_stops_the_start_with_one_sentence_that_names_it(
    name: str, value: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    if name != "TELEGRAM_TOKEN_FILE":
        monkeypatch.setenv("MUDUO_TELEGRAM_TOKEN", TOKEN)
    monkeypatch.setenv(PREFIX + name, value)

    code = main(["run"])

    (sentence,) = [
        line for line in capsys.readouterr().err.splitlines() if not line.startswith("{")
    ]
    assert (code, sentence.startswith(PREFIX), PREFIX + name in sentence) == (
        Exit.SETTINGS,
        True,
        True,
    )


def test_a_run_without_a_token_says_where_to_get_one(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["run"]) == Exit.SETTINGS

    assert "MUDUO_TELEGRAM_TOKEN" in capsys.readouterr().err


def test_a_sandbox_never_touches_the_real_database(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MUDUO_DATABASE_URL", "postgresql://muduo@db/muduo")

    assert Settings().database(sandbox=True) == "sqlite:///var/sandbox/muduo.db"


@pytest.mark.parametrize("written", ["postgres", "postgresql", "postgresql+psycopg"])
def test_postgresql_is_understood_however_it_is_written(
    written: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("MUDUO_DATABASE_URL", f"{written}://muduo:secret@db/muduo")

    assert Settings().database() == "postgresql+psycopg://muduo:secret@db/muduo"


def test_passwords_are_known_to_the_log(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MUDUO_DATABASE_URL", "postgresql://muduo:geheim@db/muduo")
    monkeypatch.setenv("MUDUO_PROXY_URL", "socks5://tunnel:versteckt@127.0.0.1:1080")

    assert {"geheim", "versteckt"} <= set(Settings().secrets())
    assert "geheim" not in repr(Settings())
