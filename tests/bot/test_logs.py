"""Log lines: one fact each, and no secret in any."""

import io
import json
import logging
import sys
import threading
from collections.abc import Iterator
from typing import Any

import pytest

from bot.logs import JsonLines, Redactor, configure_logging, fact

TOKEN = "123456789:AAbbCCddEEffGGhhIIjjKKllMMnnOOppQQr"
OTHER_TOKEN = "987654321:ZZyyXXwwVVuuTTssRRqqPPooNNmmLLkkJ-_"
PASSWORD = 'pa"ss/wörd'

log = logging.getLogger("muduo.test")


class Lines:
    """What was logged so far."""

    def __init__(self) -> None:
        self.stream = io.StringIO()

    @property
    def text(self) -> str:
        return self.stream.getvalue()

    def all(self) -> list[dict[str, Any]]:
        return [json.loads(line) for line in self.text.splitlines()]

    def only(self) -> dict[str, Any]:
        (line,) = self.all()
        return line


@pytest.fixture
def lines() -> Iterator[Lines]:
    root = logging.getLogger()
    before = (root.handlers[:], root.level, sys.excepthook, threading.excepthook)
    lines = Lines()
    configure_logging(level="debug", secrets=[TOKEN, PASSWORD, ""], stream=lines.stream)
    yield lines
    root.handlers[:], level, sys.excepthook, threading.excepthook = before
    root.setLevel(level)
    logging.captureWarnings(False)


def test_a_fact_is_one_line_with_its_ids(lines: Lines) -> None:
    fact(log, "delivered", notice=17, chat=-1001, took=0.25, steps=("T-3", "T-1"))
    line = lines.only()
    assert line.pop("time").endswith("+00:00")
    assert line == {
        "level": "info",
        "logger": "muduo.test",
        "event": "delivered",
        "notice": 17,
        "chat": -1001,
        "took": 0.25,
        "steps": ["T-3", "T-1"],
    }


def test_a_newline_in_a_value_cannot_forge_a_line(lines: Lines) -> None:
    fact(log, 'odd\n{"level": "critical"}', name='x\r\n{"event": "forged"}\u2028\x85\x1b[2J')
    assert len(lines.text.splitlines()) == 1
    assert lines.text.isascii()
    assert "\x1b" not in lines.text


def test_a_fact_cannot_replace_the_level_of_its_line(lines: Lines) -> None:
    log.warning("odd", extra={"facts": {"level": "debug", "event": "fine"}})
    assert (lines.only()["level"], lines.only()["event"]) == ("warning", "odd")


@pytest.mark.parametrize(
    "words",
    [
        f"POST https://api.example/bot{TOKEN}/sendMessage",
        f"POST https://api.example/bot{OTHER_TOKEN}/sendMessage",
        f"https://api.example/file/bot{TOKEN.replace(':', '%3A')}/a.jpg",
        f"{TOKEN!r} {PASSWORD} {PASSWORD!r} {json.dumps(PASSWORD)}",
        "socks5://bot:pa%22ss%2Fw%C3%B6rd@proxy.example:1080",
    ],
)
def test_no_secret_is_written_wherever_it_stands(lines: Lines, words: str) -> None:
    log.info(words)
    log.info("an argument %s", words)
    fact(log, "a value", url=words, nested={"urls": [words], words: 1})
    try:
        raise ValueError(words) from KeyError(words)
    except ValueError:
        log.exception("an exception")
    secrets = ["AAbbCC", "ZZyyXX", 'pa"ss', 'pa\\"ss', "pa%22ss", "rd@"]
    assert [secret for secret in secrets[:-1] if secret in lines.text] == []
    assert lines.text.count("[hidden]") >= 7


def test_an_exception_keeps_its_traceback_in_the_same_line(lines: Lines) -> None:
    try:
        raise LookupError("no such unit")
    except LookupError:
        log.exception("import_failed")
    assert lines.only()["error"].endswith("LookupError: no such unit")


def test_what_nobody_caught_is_logged_without_secrets(lines: Lines) -> None:
    try:
        raise RuntimeError(f"bot{TOKEN}")
    except RuntimeError as error:
        sys.excepthook(RuntimeError, error, error.__traceback__)
    assert lines.only()["event"] == "uncaught"
    assert TOKEN not in lines.text


def test_what_a_thread_did_not_catch_is_logged_without_secrets(lines: Lines) -> None:
    def fail() -> None:
        raise RuntimeError(f"bot{TOKEN}")

    thread = threading.Thread(target=fail)
    thread.start()
    thread.join()
    assert lines.only()["error"].endswith("RuntimeError: bot[hidden]")


def test_wrong_arguments_still_make_a_line() -> None:
    record = logging.LogRecord("muduo", logging.INFO, __file__, 1, "%d of %d", (TOKEN,), None)
    assert json.loads(JsonLines(Redactor()).format(record))["event"] == "%d of %d"


@pytest.mark.parametrize("name", ["httpx", "httpcore", "aiohttp.access", "apscheduler.scheduler"])
def test_talkative_libraries_are_heard_only_when_they_warn(lines: Lines, name: str) -> None:
    logging.getLogger(name).info("GET https://api.example/")
    assert lines.all() == []
    logging.getLogger(name).warning("trouble")
    assert lines.only()["event"] == "trouble"


def test_the_texts_that_the_library_logs_for_debugging_are_never_written(lines: Lines) -> None:
    logging.getLogger("telegram.ext.ExtBot").debug("sendMessage %s", {"text": "private"})
    assert lines.all() == []
