"""Wait for something in another process, with an end in sight."""

import time
from collections.abc import Callable

STEP_SECONDS = 0.005


def wait_until(is_so: Callable[[], bool], *, what: str, seconds: float = 90) -> None:
    """Look every few milliseconds; fail with a sentence when it does not happen."""
    end = time.monotonic() + seconds
    while not is_so():
        if time.monotonic() > end:
            raise AssertionError(f"waited {seconds} s in vain: {what}")
        time.sleep(STEP_SECONDS)
