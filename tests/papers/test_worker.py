"""A function on untrusted bytes has a clock and a ceiling, and the bot lives on."""

import asyncio
import os

import pytest

from papers.worker import StopReason, WorkerError, run_guarded


def shout(word: str) -> str:
    return word.upper()


def fill_memory() -> int:
    return len(b"0" * (4 * 1024 * 1024 * 1024))


def never_end() -> None:
    while True:
        pass


def fail() -> None:
    message = "a secret of the file"
    raise LookupError(message)


def seen_environment() -> dict[str, str]:
    return dict(os.environ)


def test_the_result_comes_back() -> None:
    assert run_guarded(shout, "木铎 bell", seconds=30, megabytes=512) == "木铎 BELL"


@pytest.mark.parametrize(
    ("function", "seconds", "reason"),
    [
        pytest.param(fill_memory, 30, StopReason.TOO_MUCH_MEMORY, id="memory"),
        pytest.param(never_end, 1, StopReason.TOO_SLOW, id="time"),
        pytest.param(fail, 30, StopReason.FAILED, id="error"),
    ],
)
def test_a_worker_that_does_not_finish_says_why(
    function: object, seconds: int, reason: StopReason
) -> None:
    assert callable(function)

    with pytest.raises(WorkerError) as caught:
        run_guarded(function, seconds=seconds, megabytes=512)

    assert caught.value.reason is reason


def test_an_error_tells_its_kind_and_nothing_of_the_file() -> None:
    with pytest.raises(WorkerError) as caught:
        run_guarded(fail, seconds=30, megabytes=512)

    assert caught.value.detail == "LookupError"


def test_the_worker_inherits_no_secrets() -> None:
    assert set(run_guarded(seen_environment, seconds=30, megabytes=512)) <= {"LC_CTYPE"}


async def test_the_event_loop_goes_on_meanwhile() -> None:
    loop = asyncio.get_running_loop()

    def shout_elsewhere() -> str:
        return run_guarded(shout, "bell", seconds=30, megabytes=512)

    waiting = loop.run_in_executor(None, shout_elsewhere)
    beats = 0
    while not waiting.done():
        await asyncio.sleep(0)
        beats += 1

    assert await waiting == "BELL"
    assert beats > 0
