"""Run one function on untrusted bytes in a process of its own, with a clock and a ceiling."""

import pickle
import signal
import subprocess
import sys
from collections.abc import Callable
from enum import StrEnum
from pathlib import Path
from typing import TypeVar

if sys.platform == "linux":
    import resource

Result = TypeVar("Result")

PROJECT_ROOT = Path(__file__).resolve().parent.parent
MEGABYTE = 1024 * 1024
GRACE_SECONDS = 5
EXIT_OUT_OF_MEMORY = 70
EXIT_RAISED = 71


class StopReason(StrEnum):
    TOO_SLOW = "too_slow"
    TOO_MUCH_MEMORY = "too_much_memory"
    FAILED = "failed"


class WorkerError(Exception):
    """The function did not finish. The detail names the error's kind, never its content."""

    def __init__(self, reason: StopReason, detail: str = "") -> None:
        super().__init__(f"{reason}: {detail}" if detail else str(reason))
        self.reason = reason
        self.detail = detail


def run_guarded(
    function: Callable[..., Result], *args: object, seconds: int, megabytes: int
) -> Result:
    """Call an importable function with picklable arguments; blocks for at most `seconds`.

    The child starts afresh and inherits no environment, so it holds no token and no database.
    Raises WorkerError. From asyncio, call it through an executor.
    """
    order = pickle.dumps((seconds, megabytes, function, args))
    command = [sys.executable, "-E", "-m", "papers.worker"]
    try:
        done = subprocess.run(  # noqa: S603 - our own interpreter and module, no outside words.
            command,
            input=order,
            capture_output=True,
            timeout=seconds,
            cwd=PROJECT_ROOT,
            env={},
            check=False,
        )
    except subprocess.TimeoutExpired as error:
        raise WorkerError(StopReason.TOO_SLOW) from error
    if done.returncode != 0:
        raise _error_of(done)
    result: Result = pickle.loads(done.stdout)  # noqa: S301 - written by our own child.
    return result


def _error_of(done: "subprocess.CompletedProcess[bytes]") -> WorkerError:
    if done.returncode in (-signal.SIGXCPU, -signal.SIGALRM):
        return WorkerError(StopReason.TOO_SLOW)
    if done.returncode == EXIT_OUT_OF_MEMORY or done.returncode < 0:
        return WorkerError(StopReason.TOO_MUCH_MEMORY)
    return WorkerError(StopReason.FAILED, done.stderr.decode(errors="replace")[-200:].strip())


def _limit_this_process(seconds: int, megabytes: int) -> None:
    if sys.platform == "linux":
        ceiling = megabytes * MEGABYTE
        resource.setrlimit(resource.RLIMIT_AS, (ceiling, ceiling))
        resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds + GRACE_SECONDS))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        # Nobody waits any more if the parent died: end by ourselves.
        signal.alarm(seconds + GRACE_SECONDS)


def _serve() -> int:
    """Take one order from stdin, write its pickled result to stdout."""
    order = sys.stdin.buffer.read()
    seconds, megabytes, function, args = pickle.loads(order)  # noqa: S301 - from our parent.
    _limit_this_process(seconds, megabytes)
    try:
        sys.stdout.buffer.write(pickle.dumps(function(*args)))
    except MemoryError:
        return EXIT_OUT_OF_MEMORY
    except Exception as error:  # noqa: BLE001 - whatever it is, the parent hears its kind.
        sys.stderr.write(type(error).__name__)
        return EXIT_RAISED
    return 0


if __name__ == "__main__":
    sys.exit(_serve())
