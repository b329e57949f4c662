"""Wait for something in another process, with an end in sight."""

import asyncio
import time
from collections.abc import Callable

STEP_SECONDS = 0.005


def wait_until(is_so: Callable[[], bool], *, what: str, seconds: float = 300) -> None:
    """Look every few milliseconds; fail with a sentence when it does not happen."""
    end = time.monotonic() + seconds
    while not is_so():
        _fail_after(end, what, seconds)
        time.sleep(STEP_SECONDS)


async def until(
    is_so: Callable[[], bool], *, what: str, seconds: float = 300, step: float = STEP_SECONDS
) -> None:
    """The same, while the event loop goes on serving; a dear question is asked less often."""
    end = time.monotonic() + seconds
    while not is_so():
        _fail_after(end, what, seconds)
        await asyncio.sleep(step)


def _fail_after(end: float, what: str, seconds: float) -> None:
    if time.monotonic() > end:
        raise AssertionError(f"waited {seconds} s in vain: {what}")
