"""The sandbox as on another day: `python -m tests.harness.dated_sandbox 2026-01-10`."""

import sys
from datetime import UTC, datetime, time
from functools import partial

from bot.clock import BEGUN, SystemClock
from bot.sandbox_run import run_sandbox
from bot.settings import read_settings


def on_the_day(begun: datetime, noon: datetime) -> datetime:
    """A clock that goes like the system's, from noon of another day on."""
    return noon + (SystemClock()() - begun)


def main() -> None:
    day = datetime.fromisoformat(sys.argv[1]).date()
    noon = datetime.combine(day, time(12), tzinfo=UTC)
    system = partial(on_the_day, SystemClock()(), noon)
    raise SystemExit(run_sandbox(read_settings(), begun=BEGUN, system=system))


if __name__ == "__main__":
    main()
